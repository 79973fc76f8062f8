import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import type { Host } from '../../host/host.ts';
import { pathOf } from '../inspector.ts';
import type { InspectionName } from './inspections.ts';
import type { Sight } from './look-at-file.ts';
import { type InspectedText, type Manner, nothingFound } from './messages.ts';
import type { LookFor } from './text-keys.ts';
import { ThreadLost, Threads, type ThreadsParts } from './threads.ts';
import type { Workbench } from './workbench.ts';

/** Fewer files are looked at sooner than a thread has started. */
const worthThreads = { look: 3_000, inspect: 60 };
/** Files of one task: large enough that messages cost little, small enough that all threads end together. */
const atOnce = { look: 400, inspect: 12 };
/** Tasks for each thread, where there are few files. */
const leastTasks = 4;

/** Looks at files and inspects them, in this thread or, where there is enough to do, in others. */
export interface Crew {
	look(files: readonly string[], what: LookFor): Promise<readonly Sight[]>;
	/**
	 * @param onDone is told how many files more were inspected
	 */
	inspect(
		files: readonly string[],
		what: InspectionName,
		how: Manner,
		onDone: (count: number) => void,
	): Promise<readonly InspectedText[]>;
	close(): Promise<void>;
}

export interface CrewParts extends Omit<ThreadsParts, 'start' | 'count'> {
	/** Starts threads, where it can. */
	readonly host: Host;
	/** The most threads that work at the same time; as many as the machine has for us unless given. */
	readonly jobs?: number | undefined;
	readonly bench: Workbench;
}

export function makeCrew({ bench, host, jobs = availableParallelism(), ...parts }: CrewParts): Crew {
	const count = Math.min(jobs, mostThreads);
	const start = host.startThread?.bind(host);
	let threads: Threads | undefined;
	const others = (files: number, kind: 'look' | 'inspect'): Threads | undefined => {
		if (!start || count < 2 || (!threads && files < worthThreads[kind])) return undefined;
		threads ??= new Threads({ ...parts, start, count });
		return threads;
	};

	async function lookAtSome(
		files: readonly string[],
		what: LookFor,
		by: Threads | Workbench,
	): Promise<readonly Sight[]> {
		try {
			const done = await by.do({ does: 'look', files, what });
			return done.does === 'look' ? done.sights : [];
		} catch (error) {
			if (!(error instanceof ThreadLost)) throw error;
			// Whoever reads them whole finds out what is wrong.
			return files.map(() => 'speaks');
		}
	}

	async function inspectSome(
		files: readonly string[],
		what: InspectionName,
		how: Manner,
		by: Threads | Workbench,
	): Promise<readonly InspectedText[]> {
		try {
			const done = await by.do({ does: 'inspect', files, what, how });
			return done.does === 'inspect' ? done.inspected : [];
		} catch (error) {
			if (!(error instanceof ThreadLost)) throw error;
			const [file = '', ...rest] = files;
			if (rest.length === 0) return [lost(pathOf(parts.data.folder, file), error.message)];
			// One of them is to blame; the others shall not suffer.
			return (await Promise.all(files.map((one) => inspectSome([one], what, how, by)))).flat();
		}
	}

	return {
		async look(files, what) {
			const by = others(files.length, 'look') ?? bench;
			const done = await eachOf(inPieces(files, atOnce.look), by === bench, (piece) => lookAtSome(piece, what, by));
			return done.flat();
		},
		async inspect(files, what, how, onDone) {
			const by = others(files.length, 'inspect') ?? bench;
			const size = Math.min(atOnce.inspect, Math.ceil(files.length / (count * leastTasks)));
			const pieces = inPieces(byEnding(files), size);
			const inspected = new Map<string, InspectedText>();
			await eachOf(by === bench ? pieces : largestFirst(pieces), by === bench, async (piece) => {
				const some = await inspectSome(piece, what, how, by);
				for (const [index, one] of some.entries()) inspected.set(piece[index] ?? '', one);
				onDone(piece.length);
			});
			return files.map((file) => inspected.get(file) ?? nothingFound);
		},
		async close() {
			await threads?.close();
		},
	};
}

/** Files whose names end alike together, so that few threads load the grammar of a language. */
function byEnding(files: readonly string[]): readonly string[] {
	const groups = new Map<string, string[]>();
	for (const file of files) {
		const ending = extname(file);
		const group = groups.get(ending);
		if (group) group.push(file);
		else groups.set(ending, [file]);
	}
	return [...groups.values()].flat();
}

/** What takes longest is begun first, so that no thread is left with it when the others have ended. */
function largestFirst(pieces: readonly (readonly string[])[]): readonly (readonly string[])[] {
	const sized = pieces.map((files) => ({ files, bytes: files.reduce((sum, file) => sum + bytesOf(file), 0) }));
	return sized.sort((one, other) => other.bytes - one.bytes).map(({ files }) => files);
}

/** Zero for a file that is gone. */
function bytesOf(file: string): number {
	try {
		return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	} catch {
		return 0;
	}
}

/** More of them would wait for each other, and each takes its memory. */
const mostThreads = 8;

/** Does something with all items, one after the other or as they come; the results are in the order of the items. */
async function eachOf<Item, Result>(
	items: readonly Item[],
	isInOrder: boolean,
	action: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
	if (!isInOrder) return Promise.all(items.map(action));
	const results: Result[] = [];
	for (const item of items) results.push(await action(item));
	return results;
}

function lost(path: string, reason: string): InspectedText {
	return { ...nothingFound, problems: [`${path}: the file could not be checked: ${reason}`] };
}

function inPieces<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
	const pieces: Item[][] = [];
	for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
	return pieces;
}
