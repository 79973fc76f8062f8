import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import type { SuiteReport, TestResult } from '../../../scripts/vscode/suite-report.ts';

/**
 * Runs every test beside this module inside VS Code's extension host, and writes a report of them in the end.
 * Without the report nobody believes in success: an extension host that ends early looks like one that has succeeded.
 */
export async function run(): Promise<void> {
	const results: TestResult[] = [];
	const mocha = new Mocha({ timeout: 30_000, reporter: collectInto(results) });
	const folder = import.meta.dirname;
	for (const name of readdirSync(folder).filter((name) => name.endsWith('.test.cjs'))) {
		mocha.addFile(path.join(folder, name));
	}
	try {
		await new Promise((resolve) => mocha.run(resolve));
	} catch (error) {
		results.push({ title: 'loading the tests', duration: 0, error: stackOf(error) });
	}
	const report: SuiteReport = { results };
	writeFileSync(process.env.SUITE_REPORT ?? '', JSON.stringify(report));
	const failed = results.filter((result) => result.error !== undefined).length;
	if (failed > 0) throw new Error(`${failed} tests failed in VS Code`);
}

function collectInto(results: TestResult[]): Mocha.ReporterConstructor {
	return class extends Mocha.reporters.Base {
		constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
			super(runner, options);
			const add = (test: Mocha.Test | Mocha.Hook, error?: string) => {
				const result = { title: test.titlePath().join(' › '), duration: test.duration ?? 0 };
				results.push(error === undefined ? result : { ...result, error });
				console.log(error === undefined ? 'passed' : 'failed', result.title);
			};
			runner.on('pass', (test) => add(test));
			runner.on('fail', (test, error: Error) => add(test, stackOf(error)));
			runner.on('pending', (test) => add(test, 'This test was skipped.'));
		}
	};
}

function stackOf(error: unknown): string {
	return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
