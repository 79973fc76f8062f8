import type { Cost } from './row.ts';
import { type Command, type Run, runCommand } from './run-command.ts';

/** A program whose cost is measured. */
export interface Contestant {
	readonly name: string;
	readonly command: Command;
	/** Exit codes that mean that it did its work. */
	readonly exitCodes: readonly number[];
	/** Runs that count at most; for what takes very long. */
	readonly most?: number;
	/** Done before every run, and not measured. */
	readonly prepare?: () => void;
}

export interface Effort {
	/** Runs whose time is taken. */
	readonly runs: number;
	/** Others whose memory is watched, which takes time from them. */
	readonly watched: number;
}

export const fullEffort: Effort = { runs: 7, watched: 3 };
export const quickEffort: Effort = { runs: 3, watched: 1 };

export interface Measured {
	readonly cost: Cost;
	/** The last run, for what it found. */
	readonly last: Run;
}

/**
 * Runs the programs in turn, so that a busy moment of the machine meets all alike. Each runs once before, so that its
 * files are in memory. Throws an Error where one of them fails.
 */
export async function measureCosts(
	contestants: readonly Contestant[],
	effort: Effort,
	tell: (what: string) => void,
): Promise<readonly Measured[]> {
	const runs = contestants.map(() => ({ timed: [] as Run[], watched: [] as Run[] }));
	const round = async (number: number, kind: 'timed' | 'watched' | undefined) => {
		for (const [index, contestant] of contestants.entries()) {
			if (number >= (contestant.most ?? Number.POSITIVE_INFINITY)) continue;
			tell(`${contestant.name}${kind === 'watched' ? ', watching its memory' : ''}`);
			const done = await oneRun(contestant, kind === 'watched');
			if (kind !== undefined) runs[index]?.[kind].push(done);
		}
	};
	await round(0, undefined);
	for (let number = 0; number < effort.runs; number++) await round(number, 'timed');
	for (let number = 0; number < effort.watched; number++) await round(number, 'watched');
	return runs.map(({ timed, watched }) => ({
		cost: {
			seconds: timed.map(({ seconds }) => seconds),
			cpuSeconds: timed.flatMap(({ cpuSeconds }) => cpuSeconds ?? []),
			peakBytes: watched.flatMap(({ peakBytes }) => peakBytes ?? []),
		},
		last: lastOf(timed),
	}));
}

async function oneRun({ name, command, exitCodes, prepare }: Contestant, watchesMemory: boolean): Promise<Run> {
	prepare?.();
	const done = await runCommand(command, watchesMemory);
	if (done.exitCode !== null && exitCodes.includes(done.exitCode)) return done;
	const complaints = done.complaints.trim().split('\n').slice(-10);
	throw new Error([`${name} ended with ${done.exitCode}.`, ...complaints].join('\n'));
}

function lastOf(runs: readonly Run[]): Run {
	const run = runs.at(-1);
	if (!run) throw new Error('Nothing ran.');
	return run;
}
