/** Longest and usual pause, in milliseconds, between a change and what is pushed. */
const longestPause = 500;
/** A document that takes less, in milliseconds, is not made to wait. */
const cheap = 20;

/** A document that takes long is looked at less often while it is written. */
export function pauseAfter(milliseconds: number): number {
	return milliseconds < cheap ? 0 : Math.min(longestPause, milliseconds * 5);
}
