import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { runTests } from './run-tests.ts';

/** Runs the suite in the extension host that is a Node.js process; the report goes into a file. */
export function runInNode(load: () => Promise<unknown>): Promise<void> {
	const file = process.env.SUITE_REPORT ?? '';
	return runTests({ Mocha, load, tell: (report) => writeFileSync(file, JSON.stringify(report)) });
}
