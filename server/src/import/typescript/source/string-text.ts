const shortEscapes: ReadonlyMap<string, string> = new Map(
	Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }),
);

/** What stands after a backslash: a number of a character, a break of a line, or a character. */
const escapes = /\\(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|(\r\n|[\s\S]))/g;
/** The largest number of a character in Unicode. */
const lastCharacter = 0x10_ff_ff;

/**
 * The text that a string of JavaScript stands for, ECMA-262, 12.9.4.
 * @param literal with its quotes
 * @returns undefined where it is not closed
 */
export function stringText(literal: string): string | undefined {
	const quote = literal.charAt(0);
	if (literal.length < 2 || !literal.endsWith(quote) || !/['"`]/.test(quote)) return undefined;
	return literal.slice(1, -1).replace(escapes, (all, braced?: string, long?: string, short?: string, sign?: string) => {
		const digits = braced ?? long ?? short;
		if (digits !== undefined) {
			const number = Number.parseInt(digits, 16);
			return number > lastCharacter ? all : String.fromCodePoint(number);
		}
		return /^[\r\n\u2028\u2029]/.test(sign ?? '') ? '' : (shortEscapes.get(sign ?? '') ?? sign ?? '');
	});
}
