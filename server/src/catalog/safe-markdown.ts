/**
 * Makes Markdown from a catalog harmless: no HTML, no images, and links that lead to http or https alone. What is not
 * allowed stays readable as text. Code, emphasis and lists are left as they are.
 */
export function safeMarkdown(markdown: string): string {
	return markdown.replace(tokens, (token, _fence, _run, text?: string, address?: string) => {
		if (/^[`\\]/.test(token)) return token;
		if (text !== undefined && address !== undefined) return `[${text}](${address})`;
		return token === '<' ? '&lt;' : `\\${token}`;
	});
}

/** Code and escaped characters, which stay; links to the web; and the signs that could make anything else. */
const tokens = new RegExp(
	[
		/^(?<fence>`{3,})[^`\n]*\n[\s\S]*?^\k<fence>`*[ \t]*$/,
		/(?<!`)(?<run>`+)(?!`)[^\n]*?(?<!`)\k<run>(?!`)/,
		/\\[\s\S]/,
		/(?<!!)\[([^[\]\\<`]*)\]\((https?:\/\/[^\s()<>"\\]+)\)/,
		/[<[\]!]|~~~+/,
	]
		.map((pattern) => pattern.source)
		.join('|'),
	'gim',
);
