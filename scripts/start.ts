// Builds the extension and opens VS Code with it on examples/: desktop VS Code, or VS Code in the browser where there
// is none. `npm start -- --port 8080` chooses the port, or a range of ports, of the latter. Ctrl+C ends it all.

import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop } from './vscode/desktop.ts';
import { openDesktop } from './vscode/open-desktop.ts';
import { buildExtension } from './vscode/package-extension.ts';
import { runScript, step } from './vscode/progress.ts';
import { projectFolder } from './vscode/project.ts';
import { serveBrowser } from './vscode/serve-browser.ts';

const { values } = parseArgs({
	options: { port: { type: 'string', default: '8086-8185' } },
});
const examples = path.join(projectFolder, 'examples');

await runScript(async () => {
	await step('Building the extension', buildExtension);
	const desktop = await findDesktop();
	if ('program' in desktop) {
		await openDesktop(desktop.program, examples);
		return;
	}
	console.log(`Opening VS Code in the browser; not desktop VS Code, for ${desktop.missing}.`);
	await serveBrowser(examples, values.port);
});
