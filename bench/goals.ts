import type { Measure, MeasureName } from './measure.ts';
import { summarize } from './percentile.ts';

/** What a measure should come to at most. */
export interface Goal {
	readonly measure: MeasureName;
	readonly of: 'p50' | 'p99';
	/** Whether the limit is for our value divided by the reference's, or for our value itself in its unit. */
	readonly compares: 'ratio' | 'value';
	readonly limit: number;
	/** What we would like to reach beyond the goal. */
	readonly beyond?: number;
}

/** `empty` where too few of our answers held anything to say that a goal holds. */
export type Verdict = 'no' | 'yes' | 'beyond' | 'empty';

/** The share of answers that must hold something: else a row shows how fast nothing is said. */
export const leastAnswered = 0.5;

/** The size of file that the goals are set for. */
export const goalLines = 10_000;

/** "No growth" allows for what a garbage collector leaves lying about. */
export const goals: readonly Goal[] = [
	{ measure: 'didChange to diagnostics', of: 'p50', compares: 'ratio', limit: 1 / 10, beyond: 1 / 25 },
	{ measure: 'completion after an edit', of: 'p50', compares: 'ratio', limit: 1 / 5, beyond: 1 / 10 },
	{ measure: 'completion after an edit', of: 'p99', compares: 'ratio', limit: 1 / 3, beyond: 1 / 8 },
	{ measure: 'hover on a label', of: 'p99', compares: 'ratio', limit: 1, beyond: 0.5 },
	{ measure: 'didOpen to first hover', of: 'p50', compares: 'ratio', limit: 1.4, beyond: 1 },
	{ measure: 'memory after 1,000 edits', of: 'p50', compares: 'ratio', limit: 0.75, beyond: 0.6 },
	{ measure: 'growth, edits 200 to 1,000', of: 'p50', compares: 'value', limit: 5 },
	{ measure: 'size of the .vsix', of: 'p50', compares: 'value', limit: 3 },
];

/** The goals for a row; none for files of other sizes than the one they are set for. */
export function goalsOf({ name, lines }: Measure): readonly Goal[] {
	return lines === undefined || lines === goalLines ? goals.filter((goal) => goal.measure === name) : [];
}

/** Whether a row reaches a goal; undefined where it has no reference to be compared with. */
export function judge(goal: Goal, { ours, reference, answered }: Measure): Verdict | undefined {
	if (answered !== undefined && answered.ours < leastAnswered) return 'empty';
	const value = summarize(ours)[goal.of];
	if (goal.compares === 'value') return verdict(goal, value);
	return reference === undefined ? undefined : verdict(goal, value / summarize(reference)[goal.of]);
}

function verdict({ limit, beyond }: Goal, reached: number): Verdict {
	if (beyond !== undefined && reached <= beyond) return 'beyond';
	return reached <= limit ? 'yes' : 'no';
}
