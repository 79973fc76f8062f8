/** When and how often a server that stopped by itself is started again. Times are in milliseconds. */
export interface RestartPolicy {
	readonly firstDelay: number;
	readonly longestDelay: number;
	/** So many stops within `window`, and it is given up. */
	readonly limit: number;
	readonly window: number;
}

export const patientPolicy: RestartPolicy = { firstDelay: 100, longestDelay: 30_000, limit: 10, window: 180_000 };

/**
 * How long to wait before the server is started again; each stop within the window doubles it.
 * @param stops when the server stopped, the latest last
 * @returns milliseconds, or undefined where it stopped too often
 */
export function restartDelay(stops: readonly number[], policy: RestartPolicy): number | undefined {
	const latest = stops.at(-1);
	if (latest === undefined) return policy.firstDelay;
	const recent = stops.filter((time) => latest - time < policy.window).length;
	if (recent >= policy.limit) return undefined;
	return Math.min(policy.firstDelay * 2 ** (recent - 1), policy.longestDelay);
}
