/** What would move the cursor, begin a line or turn the direction of writing, were it printed. */
const invisible = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as one line that no terminal takes for orders: `\n`, `\u001b`. */
export function visible(text: string): string {
	return text.replaceAll(invisible, (sign) => named[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
