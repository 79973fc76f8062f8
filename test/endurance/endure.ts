import { percentile } from '../../bench/percentile.ts';
import { anyHappening, type Happening, happen, isEdit } from './happenings.ts';
import { startMeasuredServer } from './measured-server.ts';
import { growthIn, type Memory } from './memory.ts';
import { differences } from './said.ts';
import { firstSnapshot, layOut, mend, openWorld, type Snapshot, snapshotOf, type World } from './world.ts';

export interface EnduranceOptions {
	readonly seed: number;
	/** How often documents are changed; all else happens besides. */
	readonly edits: number;
	/** Whether the server pushes diagnostics, to an editor that does not ask for any; else it is asked for them. */
	readonly isPushed?: boolean;
	/** The server, as it is published. */
	readonly program: string;
	/** Where the folder on disk may be, as a URI. */
	readonly folder: string;
	/** Whether memory must stay flat, as it does only once all is loaded and compiled; it must, unless given. */
	readonly isMeasured?: boolean;
	/** Is told how far it is. */
	readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
	readonly edits: number;
	readonly seconds: number;
	readonly memory: Memory;
}

/** What came of it. */
export interface Outcome extends Progress {
	/** What went wrong, as sentences; empty where all is well. */
	readonly problems: readonly string[];
	/** What the workspace was like when all was still well, and what happened from then on. */
	readonly since: { readonly snapshot: Snapshot; readonly happenings: readonly Happening[] };
	readonly questions: number;
	/** Milliseconds in which 99 of 100 questions were answered. */
	readonly slowest: number;
	readonly samples: readonly Memory[];
}

/** Measurements of memory in one run. */
const measurements = 45;
/** Edits after which the answers are compared with those of a fresh server. */
const edited = 5_000;

/**
 * Lets an hour's worth happen in an editor, and looks whether its server stays as it was at the start: nothing wrong in
 * the log, every question answered, memory flat, and the answers those of a server that never saw any of it.
 */
export async function endure(options: EnduranceOptions): Promise<Outcome> {
	const { seed, edits, program, folder, isPushed = false, isMeasured = true, onProgress } = options;
	const number = numbersFrom(seed);
	const first = firstSnapshot({ disk: `${folder}/project`, virtual: 'test:///other' }, isPushed);
	layOut(first);
	const server = startMeasuredServer(program);
	const world = await openWorld(server, first);
	const start = performance.now();
	const samples: Memory[] = [];
	let since: { snapshot: Snapshot; happenings: Happening[] } = { snapshot: first, happenings: [] };
	let problems: readonly string[] = [];
	let done = 0;
	const progress = (memory: Memory): Progress => ({ edits: done, seconds: (performance.now() - start) / 1000, memory });

	while (done < edits && problems.length === 0) {
		const happening = anyHappening(number);
		since.happenings.push(happening);
		await happen(world, happening);
		await world.asking.room();
		if (!isEdit(happening)) continue;
		done++;
		if (done % Math.max(1, Math.floor(edits / measurements)) === 0) {
			await world.asking.settle();
			const memory = await server.memory();
			samples.push(memory);
			onProgress?.(progress(memory));
		}
		problems = [...world.asking.problems(), ...complaintsOf(world), ...endingOf(server)];
		if (problems.length > 0 || (done % edited !== 0 && done < edits)) continue;
		problems = await compareWithFresh(world, program);
		if (problems.length === 0 && done < edits) since = { snapshot: snapshotOf(world), happenings: [] };
	}
	const memory = server.ending() === undefined ? await server.memory() : { heap: 0, resident: 0 };
	if (server.ending() === undefined) await world.client.stop();
	if (server.complaints() !== '') problems = [...problems, server.complaints()];
	const { asking } = world;
	const slowest = asking.latencies.length > 0 ? percentile(asking.latencies, 0.99) : 0;
	const all = [...problems, ...(isMeasured ? growthIn(samples) : [])];
	return { ...progress(memory), problems: all, since, questions: asking.count(), slowest, samples };
}

/** What a server that is given the same as it is now says otherwise. */
async function compareWithFresh(world: World, program: string): Promise<readonly string[]> {
	await mend(world);
	await world.asking.settle();
	const fresh = await openWorld(startMeasuredServer(program), snapshotOf(world));
	const different = await differences(world, fresh);
	const problems = [...different, ...world.asking.problems(), ...complaintsOf(world), ...complaintsOf(fresh)];
	await fresh.client.stop();
	return problems;
}

/** What the server logged, but for what is wrong in the user's files and settings, of which it is to speak. */
export function complaintsOf({ client }: World): readonly string[] {
	const isOfUser = /^(?:apiErrors\b.*|[^\n]*\.(?:json|ya?ml)\b[^\n]*)$/;
	const isFault = /failed|could not be had|refused|Error:|\n\s+at /;
	return client.log.filter((message) => isFault.test(message) || !isOfUser.test(message));
}

function endingOf(server: ReturnType<typeof startMeasuredServer>): readonly string[] {
	const ending = server.ending();
	return ending === undefined ? [] : [`The server ended with ${ending}. ${server.complaints()}`];
}

/** Numbers from 0 to 1, the same for the same seed. */
function numbersFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
