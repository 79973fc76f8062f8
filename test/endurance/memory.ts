/** Bytes that a server has, once its garbage is collected. */
export interface Memory {
	/** Objects of JavaScript. */
	readonly heap: number;
	/** All that the system gives it, the trees of the parser among it. */
	readonly resident: number;
}

const megabyte = 1_000_000;

/** How much more the last third may have than the second: a share, and bytes that are noise; and which value counts. */
const margins = {
	heap: { share: 0.05, bytes: 2 * megabyte, part: 0.5 },
	// An engine that compiles what is often run needs much more for moments, so that the low values count.
	resident: { share: 0.1, bytes: 12 * megabyte, part: 0.2 },
} as const;

/** Samples below which nothing can be said: each third has three at least. */
const fewest = 9;

/**
 * Says in what memory grew, as sentences; nothing where it stayed flat. The medians of the second and the last third of
 * the samples are compared: the first is when grammars are loaded and caches are filled.
 */
export function growthIn(samples: readonly Memory[]): readonly string[] {
	if (samples.length < fewest) return [];
	return (['heap', 'resident'] as const).flatMap((kind) => {
		const values = samples.map((sample) => sample[kind]);
		const third = Math.floor(values.length / 3);
		const { share, bytes, part } = margins[kind];
		const before = valueAt(values.slice(third, 2 * third), part);
		const after = valueAt(values.slice(2 * third), part);
		if (after <= before * (1 + share) + bytes) return [];
		return [`The ${kind} memory grew from ${inMegabytes(before)} to ${inMegabytes(after)}.`];
	});
}

/** Bytes as people read them. */
export function inMegabytes(bytes: number): string {
	return `${(bytes / megabyte).toFixed(1)} MB`;
}

/** The value below which a part of them is. */
function valueAt(values: readonly number[], part: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length * part)] ?? 0;
}
