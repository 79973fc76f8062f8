import { connectInMemory } from '../support/connect.ts';
import { complaintsOf } from './endure.ts';
import { type Happening, happen } from './happenings.ts';
import { differences } from './said.ts';
import { layOut, mend, openWorld, type Snapshot, snapshotOf } from './world.ts';

/** Milliseconds for which fewer events are looked for. */
const patience = 300_000;

interface Course {
	readonly snapshot: Snapshot;
	readonly happenings: readonly Happening[];
}

/**
 * Looks for the fewest events after which a server in this process goes wrong, and tells of them. What depends on the
 * time that a process takes may not happen again here.
 */
export async function* shrink(course: Course): AsyncGenerator<string> {
	let { happenings } = course;
	let problems = await problemsOf(course);
	if (problems.length === 0) {
		yield 'It does not happen again in one process.';
		return;
	}
	const end = performance.now() + patience;
	for (let size = Math.ceil(happenings.length / 2); size >= 1 && performance.now() < end; size = Math.floor(size / 2)) {
		for (let at = 0; at < happenings.length && performance.now() < end; ) {
			const fewer = [...happenings.slice(0, at), ...happenings.slice(at + size)];
			const found = await problemsOf({ ...course, happenings: fewer });
			if (found.length > 0) [happenings, problems] = [fewer, found];
			else at += size;
		}
		yield `${happenings.length} events are enough.`;
	}
	yield JSON.stringify(happenings.slice(0, 50));
	yield* problems;
}

/** What goes wrong when it all happens to a new server. */
async function problemsOf({ snapshot, happenings }: Course): Promise<readonly string[]> {
	layOut(snapshot);
	const world = await openWorld(connectInMemory(), snapshot);
	for (const happening of happenings) {
		await happen(world, happening);
		await world.asking.room();
	}
	await mend(world);
	await world.asking.settle();
	const fresh = await openWorld(connectInMemory(), snapshotOf(world));
	const problems = [...(await differences(world, fresh, 3_000)), ...world.asking.problems(), ...complaintsOf(world)];
	await Promise.all([world.client.stop(), fresh.client.stop()]);
	return problems;
}
