import type { TestEvent } from 'node:test/reporters';

/** How many tests have passed and failed. */
export interface Totals {
	readonly passed: number;
	readonly failed: number;
}

export interface NodeTestReport extends Totals {
	/** What the files have printed as errors, such as why one could not be loaded. */
	readonly errors: string;
}

/** A reporter for node:test that writes the totals of all files in the end, and nothing before. */
export default async function* reportTotals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
	let errors = '';
	for await (const event of events) {
		if (event.type === 'test:stderr') errors += event.data.message;
		if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
		const { tests, passed, skipped, todo } = event.data.counts;
		const report: NodeTestReport = { passed, failed: tests - passed - skipped - todo, errors };
		yield JSON.stringify(report);
	}
}
