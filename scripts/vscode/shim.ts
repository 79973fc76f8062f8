// Takes the command line of desktop VS Code, as @vscode/test-electron writes it, and does the same with VS Code's
// server and a Chromium: opens the folder, runs the tests in the extension host, ends with their exit code.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { lockFile } from './desktop.ts';
import { newest, oldest } from './releases.ts';
import { openWorkbench } from './workbench.ts';

const option = { type: 'string' } as const;
const { values, positionals } = parseArgs({
	options: {
		extensionDevelopmentPath: { type: 'string', multiple: true },
		extensionTestsPath: option,
		'user-data-dir': option,
		'extensions-dir': option,
		release: option,
	},
	allowPositionals: true,
	// Chromium's own options come along, such as --no-sandbox.
	strict: false,
});

const [open = '.'] = positionals;
const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
const userFolder = text(values['user-data-dir']);
const extensionsFolder = text(values['extensions-dir']);
const testsFile = text(values.extensionTestsPath);

if (userFolder) {
	mkdirSync(userFolder, { recursive: true });
	writeFileSync(path.join(userFolder, lockFile), String(process.pid));
}
const exitCode = Promise.withResolvers<number>();
const workbench = await openWorkbench({
	release: values.release === oldest.version ? oldest : newest,
	developmentFolders: (values.extensionDevelopmentPath ?? []).filter((folder) => typeof folder === 'string'),
	open,
	...(userFolder && { userFolder }),
	...(extensionsFolder && { extensionsFolder }),
	...(testsFile && { testsFile }),
	prepare: async (page) => {
		page.on('crash', () => exitCode.reject(new Error("VS Code's page has crashed.")));
		// Both are called by the workbench itself where they exist.
		await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => console.log(format(...args)));
		await page.exposeFunction('codeAutomationExit', (code: number) => exitCode.resolve(code));
	},
});
try {
	process.exitCode = await exitCode.promise;
} finally {
	await workbench.close();
}
