/**
 * Items drawn at random without drawing one twice: the same items, number and seed give the same sample, in the order of
 * the items. All of them where there are no more than are wanted.
 */
export function sampleOf<Item>(items: readonly Item[], wanted: number, seed: number): readonly Item[] {
	const random = randomNumbers(seed);
	const indexes = items.map((_, index) => index);
	// Fisher and Yates: each step draws one of those that are left.
	const drawn = Math.min(wanted, items.length);
	for (let step = 0; step < drawn; step++) {
		const other = step + Math.floor(random() * (items.length - step));
		[indexes[step], indexes[other]] = [indexes[other] ?? 0, indexes[step] ?? 0];
	}
	const chosen = new Set(indexes.slice(0, drawn));
	return items.filter((_, index) => chosen.has(index));
}

/** Numbers from 0 up to 1 that look random and follow from the seed alone (mulberry32). */
function randomNumbers(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
