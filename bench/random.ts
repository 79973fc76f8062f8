/** A source of numbers that yields the same row for the same seed, so that two runs measure the same text. */
export interface Random {
	/** A whole number from `low` to `high`, both included. */
	integer(low: number, high: number): number;
	/** True in `share` of the cases, 0 to 1. */
	chance(share: number): boolean;
	/** One of the choices. Throws a RangeError when there are none. */
	pick<Choice>(choices: readonly Choice[]): Choice;
	/** `count` of the choices, in their order. */
	sample<Choice>(choices: readonly Choice[], count: number): Choice[];
}

/** Makes a `Random` from a seed, by the mulberry32 generator. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;

	function fraction(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	const random: Random = {
		integer: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
		chance: (share) => fraction() < share,
		pick(choices) {
			const choice = choices[random.integer(0, choices.length - 1)];
			if (choice === undefined) throw new RangeError('There is nothing to pick from.');
			return choice;
		},
		sample(choices, count) {
			const left = choices.map((_, index) => index);
			const taken: number[] = [];
			while (taken.length < count && left.length > 0) {
				taken.push(...left.splice(random.integer(0, left.length - 1), 1));
			}
			return choices.filter((_, index) => taken.includes(index));
		},
	};
	return random;
}
