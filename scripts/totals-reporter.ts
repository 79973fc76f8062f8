import type { TestEvent } from 'node:test/reporters';

/** How many tests have passed and failed. */
export interface Totals {
	readonly passed: number;
	readonly failed: number;
}

/** A reporter for node:test that writes the totals of all files, and nothing else. */
export default async function* reportTotals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
	for await (const event of events) {
		if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
		const { tests, passed, skipped, todo } = event.data.counts;
		const totals: Totals = { passed, failed: tests - passed - skipped - todo };
		yield JSON.stringify(totals);
	}
}
