import type { DraftEntry } from '../draft.ts';

const no =
	/^(?:no|never|false|✗|✘|❌|×|nein|nie|non|jamais|nunca|not? retr\w+|do not retry|don['’]t retry)(?![\p{L}\p{N}])/u;
const yes = /^(?:yes|true|✓|✔|✅|ja|oui|s[ií]|retryable|safe)(?![\p{L}\p{N}])/u;

/**
 * What the cell or the field on it advises about sending a request again; undefined where that is not clear. A bare yes is
 * taken for the careful way, which is right wherever a request may be sent again.
 *
 * @param advice plain text, or the text of a value such as `false`
 */
export function retryOf(advice: string): DraftEntry['retry'] {
	const text = advice.trim().toLowerCase();
	if (/retry-after/.test(text)) return 'retry-after';
	if (no.test(text)) return 'never';
	if (/\b(?:refresh\w*|re-?authenticat\w*|new token|re-?authori[sz]\w*)\b/.test(text)) return 'after-refresh';
	if (/back-?off|exponential/.test(text)) return 'backoff';
	// What need not wait is not to be sent again with growing waits.
	if (/\b(?:immediately|at once|right away|sofort|immediatement)\b/.test(text)) return undefined;
	return yes.test(text) && text.length < 40 ? 'backoff' : undefined;
}
