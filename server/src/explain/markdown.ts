export { safeMarkdown } from '../catalog/safe-markdown.ts';

/** Markdown in plain text: what the signs stand for, without the signs. */
export function plainText(markdown: string): string {
	return markdown
		.replace(/^```.*\n([\s\S]*?)\n```$/gm, (_, code: string) => code.replace(/^/gm, '    '))
		.replace(/(?<!\\)\[([^[\]\\]*)\]\((\S+?)\)/g, '$1 ($2)')
		.replace(/(?<![\\`])(`+)(?!`)([^\n]+?)(?<!`)\1(?!`)/g, (_, fence: string, code: string) =>
			fence.length > 1 ? code.trim() : code,
		)
		.replace(/(?<!\\)\*\*([^*\n]+)\*\*/g, '$1')
		.replaceAll('&lt;', '<')
		.replace(/\\([\\[\]!~`*_])/g, '$1');
}

/** Shows text as code, whatever backticks are in it. */
export function inlineCode(text: string): string {
	const fence = '`'.repeat(longestRun(text) + 1);
	const space = fence.length > 1 ? ' ' : '';
	return fence + space + text.replaceAll(/\s+/g, ' ') + space + fence;
}

/** UTF-16 units of a piece of code that is only to be recognised. */
const mostShown = 60;

/** Shows the beginning of a text as code, to say which text is meant. */
export function briefCode(text: string): string {
	return inlineCode(text.length > mostShown ? `${text.slice(0, mostShown).trimEnd()}…` : text);
}

/** A fenced block of the given language. */
export function codeBlock(code: string, language: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
	return `${fence}${language}\n${code}\n${fence}`;
}

/** A link where the address is one of http or https, the bare text otherwise. */
export function link(text: string, address: string | undefined): string {
	return address !== undefined && webAddress.test(address) ? `[${text}](${address})` : text;
}

const webAddress = /^https?:\/\/[^\s()<>"\\]+$/i;

function longestRun(text: string): number {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
