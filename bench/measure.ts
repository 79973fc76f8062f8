import type { ServerCommand } from './servers.ts';
import type { Sides } from './sides.ts';

/** What is measured; also the words of the report. */
export type MeasureName =
	| 'start to first diagnostic'
	| 'didOpen to first hover'
	| 'hover on a label'
	| 'completion after an edit'
	| 'didChange to diagnostics'
	| 'memory after open'
	| 'memory after 1,000 edits'
	| 'growth, edits 200 to 1,000'
	| 'size of the .vsix'
	| 'start of Node alone';

/** A row of samples for each side, in the row's unit: milliseconds, megabytes of 1,000,000 bytes, per cent. */
export interface Measure {
	readonly name: MeasureName;
	/** About how long the file is; undefined where no file is involved. */
	readonly lines?: number;
	readonly unit: 'ms' | 'MB' | '%';
	readonly ours: readonly number[];
	/** Undefined where there is nothing to compare with. */
	readonly reference?: readonly number[];
	/** The share of the answers, 0 to 1, that held anything: fast answers that are empty prove nothing. */
	readonly answered?: Sides<number>;
}

/** What was measured, and what a reader must know to trust it. */
export interface Findings {
	readonly measures: readonly Measure[];
	readonly remarks: readonly string[];
}

/** How often things are done. */
export interface Effort {
	/** Processes of each server per file, for each of the two measures of its start. */
	readonly starts: number;
	readonly hovers: number;
	/** Edits whose diagnostics are timed, out of the 1,000. */
	readonly edits: number;
	readonly completions: number;
	/** Of the edits that are not timed, every how many is followed by a request for diagnostics. */
	readonly askEvery: number;
	/** How many of each kind are done before those that count. */
	readonly warmUp: number;
}

export const fullEffort: Effort = { starts: 7, hovers: 300, edits: 200, completions: 200, askEvery: 10, warmUp: 20 };
export const quickEffort: Effort = { starts: 2, hovers: 60, edits: 40, completions: 40, askEvery: 50, warmUp: 10 };

/** What the measures of one size share: the two servers and the file that both work on. */
export interface Setting {
	readonly servers: Sides<ServerCommand>;
	readonly folder: string;
	readonly folderUri: string;
	readonly uri: string;
	readonly text: string;
	readonly lines: number;
	readonly effort: Effort;
}

/** How long something takes, in milliseconds, and what came of it. */
export async function timed<Result>(
	work: () => Promise<Result>,
): Promise<{ readonly milliseconds: number; readonly result: Result }> {
	const start = performance.now();
	const result = await work();
	return { milliseconds: performance.now() - start, result };
}
