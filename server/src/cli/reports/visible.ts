/** What would move the cursor, begin a line or turn the direction of writing, were it printed. */
const invisible = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as one line that no terminal takes for orders: `\n`, `\u001b`. */
export function visible(text: string): string {
	return text.replaceAll(invisible, (sign) => named[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Colours and weights of letters, which are all that our own output has. */
const styles = new RegExp(`(${'\u001b'}\\[(?:[0-24]|2[24]|[39][0-7]|39)m)`);
/** What is left to lines: their ends and their tabs. */
const orders = /(?!\r\n|[\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Lines of which a terminal takes nothing for an order but how letters look: what catalogs say may come from anybody.
 * @param isStyled whether letters have a look
 */
export function visibleLines(text: string, isStyled: boolean): string {
	if (!isStyled) return text.replaceAll(orders, visible);
	return text
		.split(styles)
		.map((part, index) => (index % 2 === 1 ? part : part.replaceAll(orders, visible)))
		.join('');
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
