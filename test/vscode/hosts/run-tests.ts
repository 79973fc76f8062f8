import type Mocha from 'mocha';
import type { SuiteReport, TestResult } from '../../../scripts/vscode/suite-report.ts';
import { notHere } from './not-here.ts';

/** What the suite needs of where it runs. */
export interface Surroundings {
	readonly Mocha: typeof Mocha;
	/** Evaluates every module of tests. */
	readonly load: () => Promise<unknown>;
	/** Hands the report to whoever has started the tests. */
	readonly tell: (report: SuiteReport) => Promise<void> | void;
}

/**
 * Runs the suite inside VS Code's extension host, and tells its report in the end. Without the report nobody believes in
 * success: an extension host that ends early looks like one that has succeeded.
 */
export async function runTests({ Mocha, load, tell }: Surroundings): Promise<void> {
	const results: TestResult[] = [];
	const mocha = new Mocha({ timeout: 30_000, reporter: collectInto(results) });
	const leftOut: TestResult[] = [];
	try {
		mocha.suite.emit('pre-require', globalThis, '', mocha);
		await load();
		leftOut.push(...leaveOut(mocha.suite));
		await new Promise((resolve) => mocha.run(resolve));
	} catch (error) {
		results.push({ title: 'loading the tests', duration: 0, error: stackOf(error) });
	}
	await tell({ results: [...results, ...leftOut] });
	const failed = results.filter((result) => result.error !== undefined).length;
	if (failed > 0) throw new Error(`${failed} tests failed in VS Code`);
}

/** Takes out the tests that mean nothing here. Those that are listed and are not there are wrong. */
function leaveOut(root: Mocha.Suite): readonly TestResult[] {
	return notHere().map(({ title, reason }) => {
		let found = false;
		root.eachTest((test: Mocha.Test) => {
			if (test.titlePath().join(' › ') !== title) return;
			found = true;
			const { parent } = test;
			if (parent) parent.tests = parent.tests.filter((other) => other !== test);
		});
		if (!found) throw new Error(`There is no test "${title}" that could be left out.`);
		return { title, duration: 0, leftOut: reason };
	});
}

function collectInto(results: TestResult[]): Mocha.ReporterConstructor {
	return class {
		constructor(runner: Mocha.Runner) {
			const add = (test: Mocha.Test | Mocha.Hook, error?: string) => {
				const result = { title: test.titlePath().join(' › '), duration: test.duration ?? 0 };
				results.push(error === undefined ? result : { ...result, error });
				console.log(error === undefined ? 'passed' : 'failed', result.title, error ?? '');
			};
			runner.on('pass', (test) => add(test));
			runner.on('fail', (test, error: Error) => add(test, stackOf(error)));
			runner.on('pending', (test) => add(test, 'This test was skipped.'));
		}
	} as unknown as Mocha.ReporterConstructor;
}

function stackOf(error: unknown): string {
	return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
