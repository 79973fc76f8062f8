import { Lexer, type Token } from 'marked';
import { codeSpan, escaped, webLink } from '../cells/cell-text.ts';

/** UTF-16 units of one text that are read; inline Markdown of any length takes more than its share of time. */
const longest = 6_000;
/** What makes a text more than words. */
const marked = /[\\`*_<[!&~]|https?:|www\.|[ ]{2,}\n/;

/** Reads inline Markdown with the HTML that people put into it, and gives it back without HTML, images and local links. */
export function inlineMarkdown(source: string): string {
	const text = source.length > longest ? source.slice(0, longest) : source;
	if (!marked.test(text)) return text.replace(/[ \t]+/g, ' ').trim();
	const tokens = lexed(outsideOfCode(text));
	return tidied(tokens === undefined ? escaped(text) : tokens.map(written).join(''));
}

function lexed(text: string): readonly Token[] | undefined {
	try {
		return new Lexer({ gfm: true }).inlineTokens(text);
	} catch {
		// A text that no parser was made for, such as brackets nested a thousand deep.
		return undefined;
	}
}

const tag =
	/<\/?(?:a|abbr|b|big|br|cite|center|del|details|div|em|font|i|img|input|ins|kbd|label|li|mark|nobr|ol|p|s|samp|small|span|strike|strong|sub|summary|sup|td|th|tr|tt|u|ul|var|wbr|code|pre|[A-Z][a-z][\w.]*)(?:\s[^<>]{0,500})?\/?>/g;

/** Tags in code are code. */
function outsideOfCode(text: string): string {
	return text
		.split(/(`[^`\n]+`)/)
		.map((part, at) => (at % 2 === 1 ? part : withoutTags(part)))
		.join('');
}

/** Puts the signs of Markdown for the HTML that has some, and takes away the rest. */
function withoutTags(text: string): string {
	if (!text.includes('<')) return text.replace(/\{\/\*[^*]{0,500}\*\/\}/g, '');
	return text
		.replace(/<!--[\s\S]{0,2000}?-->|\{\/\*[^*]{0,500}\*\/\}/g, '')
		.replace(
			/<(code|kbd|samp|tt)(?:\s[^<>]{0,200})?>([^<`]{1,300})<\/\1>/g,
			(_, _tag, code: string) => `\`${decoded(code)}\``,
		)
		.replace(/<a\s[^<>]{0,300}?href=["'](https?:[^"'\s<>()]{1,300})["'][^<>]{0,300}>([^<[\]]{1,200})<\/a>/g, '[$2]($1)')
		.replace(/<\/?(?:b|strong)>/g, '**')
		.replace(/<br\s*\/?>|<\/(?:p|div|tr)>|<li(?:\s[^<>]{0,200})?>/gi, (found) => (/^<li/i.test(found) ? '\n- ' : '\n'))
		.replace(tag, '');
}

function written(token: Token): string {
	switch (token.type) {
		case 'codespan':
			return codeSpan(decoded(String(token.text)));
		case 'strong':
			return around('**', token);
		case 'em':
			return around('*', token);
		case 'link':
			return webLink(inner(token), String(token.href));
		case 'image':
			return '';
		case 'br':
			return '\n';
		case 'escape':
			return escaped(String(token.text));
		case 'html':
			return String(token.raw);
		case 'text':
			return 'tokens' in token && token.tokens ? inner(token) : escaped(decoded(String(token.text)));
		default:
			return 'tokens' in token && token.tokens ? inner(token) : escaped(decoded(token.raw));
	}
}

function inner(token: Token): string {
	return 'tokens' in token ? (token.tokens ?? []).map(written).join('') : '';
}

function around(sign: string, token: Token): string {
	const text = inner(token);
	return text.trim() === '' ? text : `${sign}${text.trim()}${sign}`;
}

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
	hellip: '…',
};

/** What the entities of HTML stand for. */
function decoded(text: string): string {
	return text.replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/g, (whole, digits?: string, name?: string) =>
		digits === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(digits), 0x10ffff)),
	);
}

function tidied(text: string): string {
	return text
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
