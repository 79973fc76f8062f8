// Runs the project's checks and tests, and ends with how many have passed and failed.
// `npm run check` is the part without VS Code, `npm run test:vscode` the part in VS Code.

import { globSync } from 'node:fs';
import { checks } from './checks.ts';
import { runNodeTests } from './run-node-tests.ts';
import type { Totals } from './totals-reporter.ts';
import { buildExtension, packageExtension } from './vscode/package-extension.ts';
import { runScript, step } from './vscode/progress.ts';
import { projectFolder } from './vscode/project.ts';
import { runNode } from './vscode/run.ts';
import { runSuite } from './vscode/run-suite.ts';

const part = process.argv[2];
const notUnitTests = ['test/vscode/**', '**/node_modules/**', '.vscode-test/**', 'dist/**'];

await runScript(async () => {
	const totals: Totals[] = [];
	if (part !== 'vscode') totals.push(...(await check()));
	if (part !== 'check') totals.push(...(await testInVscode()));
	const sum = (count: (each: Totals) => number) => totals.reduce((total, each) => total + count(each), 0);
	const failed = sum((each) => each.failed);
	if (failed > 0) process.exitCode = 1;
	console.log(`\n${sum((each) => each.passed)} passed, ${failed} failed`);
});

async function check(): Promise<readonly Totals[]> {
	const totals: Totals[] = [];
	for (const { title, args } of checks) {
		totals.push(await attempt(title, () => runNode(args, { folder: projectFolder })));
	}
	totals.push(await attempt('Building the extension', buildExtension));
	console.log('Unit, protocol and command-line tests');
	const files = globSync('**/*.test.ts', { cwd: projectFolder, exclude: notUnitTests });
	totals.push(await runNodeTests(files));
	return totals;
}

async function testInVscode(): Promise<readonly Totals[]> {
	const packaged = await attempt('Packaging the extension', packageExtension);
	// Without the extension, every test in VS Code would fail, and none would say why.
	if (packaged.failed > 0) return [packaged];
	const { results } = await runSuite();
	for (const { title, duration, error } of results) {
		console.log(error === undefined ? `✔ ${title} (${duration} ms)` : `✖ ${title}\n${error}\n`);
	}
	const failed = results.filter((result) => result.error !== undefined).length;
	const suite = { passed: results.length - failed, failed };
	console.log('As a person would, with mouse and keyboard');
	const files = globSync('test/vscode/person/*.test.ts', { cwd: projectFolder });
	// One at a time: each has a VS Code and a Chromium of its own.
	return [packaged, suite, await runNodeTests(files, ['--test-concurrency=1'])];
}

/** Counts a step that is no test as one: it passes when it ends well. */
async function attempt(title: string, work: () => Promise<unknown>): Promise<Totals> {
	try {
		await step(title, work);
		return { passed: 1, failed: 0 };
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1 };
	}
}
