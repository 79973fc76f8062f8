import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitAll } from './commit-all.ts';
import type { TypescriptWorkspace } from './typescript-workspace.ts';

/** Writes a workspace into a folder, a git repository of its own; one that is there already is left as it is. */
export function writeWorkspace({ files }: TypescriptWorkspace, folder: string): void {
	const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
	const record = join(folder, '.git', 'workspace-hash');
	if (existsSync(record) && readFileSync(record, 'utf8') === hash) return;
	rmSync(folder, { recursive: true, force: true });
	for (const { path, text } of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	commitAll(folder);
	writeFileSync(record, hash);
}
