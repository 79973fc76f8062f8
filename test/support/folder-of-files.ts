import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const project = path.resolve(import.meta.dirname, '../..');

/** Makes a folder with files, which is gone after the test. Gives its path. */
export function folderOfFiles(context: TestContext, files: Readonly<Record<string, string>>): string {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'api-errors-')));
	context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
	return folder;
}

/** Puts the project's package, as it is built, where programs in a folder look for it, with its commands. */
export function installLink(folder: string): void {
	const commands = path.join(folder, 'node_modules/.bin');
	mkdirSync(commands, { recursive: true });
	symlinkSync(project, path.join(folder, 'node_modules/api-error-intellisense'), 'junction');
	const { bin } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
	for (const [name, program] of Object.entries<string>(bin)) {
		const call = `#!/bin/sh\nexec '${process.execPath}' '${path.join(project, program)}' "$@"\n`;
		writeFileSync(path.join(commands, name), call, { mode: 0o755 });
	}
}
