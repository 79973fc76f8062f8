import type { Code } from '../words/code-values.ts';

/** Longer descriptions are pages, of which no line is looked at. */
const longestText = 100_000;

/**
 * What a description says of each value, line by line: "* `expired`: The token is too old.", or a row of a table. Only
 * lines that begin with a value count.
 */
export function describedInText(text: string | undefined, values: readonly Code[]): ReadonlyMap<Code, string> {
	const described = new Map<Code, string>();
	if (text === undefined || values.length === 0 || text.length > longestText) return described;
	const byName = new Map(values.map((value) => [String(value), value]));
	for (const line of text.split('\n')) {
		const start = /^[\s|>*+-]*(?:\d+[.)]\s+)?["'`*]*([^\s"'`*|:=]+)["'`*]*\s*(?:\||[:=–—]|-+>?)\s+/.exec(
			line.slice(0, 300),
		);
		const value = byName.get(start?.[1] ?? '');
		if (!start || value === undefined || described.has(value)) continue;
		const words = line.slice(start[0].length).split('|')[0]?.trim();
		if (words && /\p{L}/u.test(words)) described.set(value, words);
	}
	return described;
}
