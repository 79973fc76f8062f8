// Runs the project's checks and tests, and ends with how many have passed and failed.
// `npm run check` is the part without VS Code, `npm run test:vscode` the part in VS Code.

import { globSync } from 'node:fs';
import { checks } from './checks.ts';
import { prepareNodes } from './install-nodes.ts';
import { prepareToolchains } from './install-toolchains.ts';
import { runNodeTests } from './run-node-tests.ts';
import type { Totals } from './totals-reporter.ts';
import { findChromium } from './vscode/chromium.ts';
import { installServer } from './vscode/install-server.ts';
import { buildExtension, packageExtension } from './vscode/package-extension.ts';
import { runScript, step } from './vscode/progress.ts';
import { projectFolder } from './vscode/project.ts';
import { oldest } from './vscode/releases.ts';
import { runNode } from './vscode/run.ts';
import { runSuite, runSuiteInOldest } from './vscode/run-suite.ts';
import { runSuiteInWorker } from './vscode/run-suite-in-worker.ts';
import type { SuiteReport } from './vscode/suite-report.ts';

const part = process.argv[2];
/** What looks like a test and is run elsewhere, or is what tests read. */
const notUnitTests = [
	'test/vscode/**',
	'test/workspace/**',
	'examples/**',
	'**/node_modules/**',
	'.vscode-test/**',
	'.bench/**',
];

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
	await prepareToolchains();
	await prepareNodes();
	console.log('Unit, protocol and command-line tests');
	const files = globSync('**/*.test.ts', { cwd: projectFolder, exclude: notUnitTests });
	totals.push(await runNodeTests(files, { reporter: 'dot' }));
	return totals;
}

async function testInVscode(): Promise<readonly Totals[]> {
	const totals = [await attempt('Packaging the extension', packageExtension)];
	totals.push(await counted(prepareHost));
	// Without the extension or VS Code, every test would fail, and none would say why.
	if (totals.some(({ failed }) => failed > 0)) return totals;
	console.log("In VS Code's extension host");
	totals.push(await counted(async () => show(await runSuite())));
	console.log(`In the oldest VS Code that we promise to run in, ${oldest.version}, with the package installed`);
	totals.push(await counted(async () => show(await runSuiteInOldest())));
	// Both at once: each waits more than it works.
	const [remote, virtual] = await Promise.allSettled([runSuiteInWorker('remote'), runSuiteInWorker('virtual')]);
	console.log("In VS Code's web worker, on a remote workspace");
	totals.push(await counted(async () => show(reportOf(remote))));
	console.log("In VS Code's web worker, on a virtual workspace that is not trusted");
	totals.push(await counted(async () => show(reportOf(virtual))));
	console.log('In VS Code as a person uses it, with mouse and keyboard');
	const files = globSync('test/vscode/person/*.test.ts', { cwd: projectFolder });
	// One at a time: each has a VS Code and a Chromium of its own.
	totals.push(await runNodeTests(files, { reporter: 'spec', concurrency: 1 }));
	return totals;
}

/** Installs, where it is missing, what the tests of both kinds need. */
async function prepareHost(): Promise<Totals> {
	await installServer();
	await installServer(oldest);
	await findChromium();
	return { passed: 0, failed: 0 };
}

function reportOf(run: PromiseSettledResult<SuiteReport>): SuiteReport {
	if (run.status === 'rejected') throw run.reason;
	return run.value;
}

function show({ results }: SuiteReport): Totals {
	for (const { title, duration, error, leftOut } of results) {
		if (leftOut !== undefined) console.log(`- ${title}: not here. ${leftOut}`);
		else console.log(error === undefined ? `✔ ${title} (${duration} ms)` : `✖ ${title}\n${error}\n`);
	}
	const failed = results.filter((result) => result.error !== undefined).length;
	const leftOut = results.filter((result) => result.leftOut !== undefined).length;
	return { passed: results.length - failed - leftOut, failed };
}

/** Counts what could not be done at all as one failure. */
async function counted(work: () => Promise<Totals>): Promise<Totals> {
	try {
		return await work();
	} catch (error) {
		console.error(`\n${error instanceof Error ? error.message : error}`);
		return { passed: 0, failed: 1 };
	}
}

/** Counts a step that is no test as one: it passes when it ends well. */
function attempt(title: string, work: () => Promise<unknown>): Promise<Totals> {
	return counted(async () => {
		await step(title, work);
		return { passed: 1, failed: 0 };
	});
}
