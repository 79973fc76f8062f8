import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NodeTestReport, Totals } from './totals-reporter.ts';
import { temporaryFolder } from './vscode/process-end.ts';
import { projectFolder } from './vscode/project.ts';

export interface NodeTestOptions {
	/** How node:test shows its tests: one dot each, or one line each; both show in the end what failed. */
	readonly reporter: 'dot' | 'spec';
	/** How many files run at once; by default, as many as there are processors. */
	readonly concurrency?: number;
}

/** Runs test files with node:test. Resolves to how many tests have passed and failed. */
export async function runNodeTests(files: readonly string[], options: NodeTestOptions): Promise<Totals> {
	// Without files, node:test would look for some by itself.
	if (files.length === 0) throw new Error('There are no test files.');
	const folder = temporaryFolder();
	const reportFile = path.join(folder.path, 'report.json');
	const reporters = [
		...[`--test-reporter=${options.reporter}`, '--test-reporter-destination=stdout'],
		`--test-reporter=${path.join(import.meta.dirname, 'totals-reporter.ts')}`,
		`--test-reporter-destination=${reportFile}`,
	];
	const concurrency = options.concurrency ? [`--test-concurrency=${options.concurrency}`] : [];
	const child = spawn(process.execPath, ['--test', '--test-timeout=300000', ...concurrency, ...reporters, ...files], {
		cwd: projectFolder,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('exit', resolve);
	});
	const { passed, failed, errors } = JSON.parse(readFileSync(reportFile, 'utf8')) as NodeTestReport;
	folder.remove();
	if (exitCode === 0) return { passed, failed };
	// The dots do not show it.
	if (options.reporter === 'dot') console.error(errors);
	return { passed, failed: Math.max(failed, 1) };
}
