import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Totals } from './totals-reporter.ts';
import { temporaryFolder } from './vscode/process-end.ts';
import { projectFolder } from './vscode/project.ts';

/** Runs test files with node:test, one dot per test and what failed in the end. Resolves to how many did. */
export async function runNodeTests(files: readonly string[], options: readonly string[] = []): Promise<Totals> {
	// Without files, node:test would look for some by itself.
	if (files.length === 0) throw new Error('There are no test files.');
	const folder = temporaryFolder();
	const totalsFile = path.join(folder.path, 'totals.json');
	const reporters = [
		...['--test-reporter=dot', '--test-reporter-destination=stdout'],
		`--test-reporter=${path.join(import.meta.dirname, 'totals-reporter.ts')}`,
		`--test-reporter-destination=${totalsFile}`,
	];
	const child = spawn(process.execPath, ['--test', ...options, ...reporters, ...files], {
		cwd: projectFolder,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('exit', resolve);
	});
	const totals = JSON.parse(readFileSync(totalsFile, 'utf8')) as Totals;
	folder.remove();
	if (exitCode !== 0 && totals.failed === 0) return { ...totals, failed: 1 };
	return totals;
}
