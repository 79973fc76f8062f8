/** What a row of measurements comes to, in the unit they were taken in. */
export interface Summary {
	readonly count: number;
	readonly p50: number;
	readonly p99: number;
}

/**
 * The value that `share` (0 to 1) of the samples do not exceed, by the nearest-rank method: always one of the samples.
 * Throws a RangeError when there are no samples or the share is outside 0 to 1.
 */
export function percentile(samples: readonly number[], share: number): number {
	if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1, not at ${share}.`);
	const sorted = [...samples].sort((a, b) => a - b);
	const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
	if (value === undefined) throw new RangeError('There are no samples.');
	return value;
}

/** The median and the 99th percentile of the samples. Throws a RangeError when there are none. */
export function summarize(samples: readonly number[]): Summary {
	return { count: samples.length, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}
