/** Text as Markdown in one line that shows it as it is. */
export function markdownText(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ');
	// Within a word, as in a code, an underscore is nothing but itself.
	return line.replaceAll(/[\\`*{}[\]<>#|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** Text as code in one line of Markdown, whatever backticks are in it. */
export function markdownCode(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(longest + 1);
	// One space at both ends is taken away by who shows it.
	const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
	return `${fence}${space}${text.replaceAll(/\s+/g, ' ')}${space}${fence}`;
}
