/** The text of a cell without the signs of Markdown: no emphasis, no code marks, links by their words. */
export function plain(markdown: string): string {
	return markdown
		.replace(/!?\[([^[\]\n]*)\]\([^()\s]*\)/g, '$1')
		.replace(/\*\*|`/g, '')
		.replace(/(?<![\w\\])[*_](?=\S)|(?<=[^\s\\])[*_](?!\w)/g, '')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/[ \t\u00a0\u200b]+/g, ' ')
		.trim();
}

/** Makes of text Markdown that shows just that text. */
export function escaped(text: string): string {
	return text
		.replace(/[\\`*]/g, '\\$&')
		.replace(/(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, '\\_')
		.replace(/\[(?=[^[\]\n]*\]\()/g, '\\[');
}

/** Shows text as code, whatever backticks are in it. */
export function codeSpan(text: string): string {
	const inner = text.replace(/\s+/g, ' ').trim();
	if (inner === '') return '';
	if (!inner.includes('`')) return `\`${inner}\``;
	return inner.includes('``') ? escaped(inner) : `\`\` ${inner} \`\``;
}

/** A link where the address is one of the web, the words alone otherwise. */
export function webLink(words: string, address: string | undefined): string {
	const isPlain = words !== '' && !/[[\]<`\\\n]/.test(words);
	return isPlain && address !== undefined && isWebAddress(address) ? `[${words}](${address})` : words;
}

export function isWebAddress(address: string): boolean {
	return /^https?:\/\/[^\s()<>"\\]+$/i.test(address);
}

/** A header or a label as words to compare: small letters without accents, one space between words. */
export function headerWords(header: string): string {
	return plain(header.slice(0, 200))
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
