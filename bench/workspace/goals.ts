import { percentile } from '../percentile.ts';
import type { Amount, Cost, Rival, Row, Work } from './row.ts';

/** What our cost divided by another program's should come to at most. */
export interface Goal {
	readonly work: Work;
	readonly rival: Rival;
	readonly of: Amount;
	readonly limit: number;
	/** What we would like to reach beyond the goal. */
	readonly beyond?: number;
}

export type Verdict = 'no' | 'yes' | 'beyond';

export const goals: readonly Goal[] = [
	{ work: 'corpus', rival: 'ripgrep', of: 'seconds', limit: 2.5, beyond: 1.6 },
	{ work: 'corpus, second run', rival: 'ripgrep', of: 'seconds', limit: 1 },
	{ work: 'TypeScript', rival: 'ast-grep', of: 'seconds', limit: 0.5, beyond: 0.2 },
	{ work: 'TypeScript', rival: 'tsc 7', of: 'seconds', limit: 0.2, beyond: 0.08 },
	{ work: 'TypeScript', rival: 'ESLint', of: 'seconds', limit: 0.025, beyond: 0.01 },
	{ work: 'TypeScript', rival: 'Biome', of: 'peakBytes', limit: 1 / 3, beyond: 0.2 },
];

export function goalsOf({ work, rival }: Row): readonly Goal[] {
	return goals.filter((goal) => goal.work === work && goal.rival === rival);
}

/** The median of our runs divided by that of the other program's; undefined where one of them has none. */
export function ratioOf(row: Row, amount: Amount): number | undefined {
	const [ours, theirs] = [medianOf(row.ours, amount), medianOf(row.theirs, amount)];
	return ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

export function medianOf(cost: Cost, amount: Amount): number | undefined {
	return cost[amount].length === 0 ? undefined : percentile(cost[amount], 0.5);
}

/** Whether a row reaches a goal; undefined where its ratio is not known. */
export function judge({ of, limit, beyond }: Goal, row: Row): Verdict | undefined {
	const ratio = ratioOf(row, of);
	if (ratio === undefined) return undefined;
	if (beyond !== undefined && ratio <= beyond) return 'beyond';
	return ratio <= limit ? 'yes' : 'no';
}
