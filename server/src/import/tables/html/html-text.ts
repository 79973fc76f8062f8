import type { DefaultTreeAdapterTypes } from 'parse5';
import { codeSpan, escaped, webLink } from '../cells/cell-text.ts';
import { clipped } from '../page.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
/** Makes Markdown of a text between tags. */
export type TextReader = (text: string) => string;

export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
	return 'tagName' in node;
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
	return element?.attrs.find((attribute) => attribute.name === name)?.value;
}

const leftOut = new Set(
	'script style nav footer noscript template svg math iframe object embed select option textarea audio video canvas button img picture input'.split(
		' ',
	),
);

/** Whether an element is no part of the text: what is around it on each page of a site, and what readers do not see. */
export function isHidden(element: Element): boolean {
	if (leftOut.has(element.tagName) || attributeOf(element, 'hidden') !== undefined) return true;
	if (attributeOf(element, 'aria-hidden') === 'true') return true;
	return /^(?:navigation|search|contentinfo)$/.test(attributeOf(element, 'role') ?? '');
}

/** The text of an element as it stands. */
export function textIn(element: DefaultTreeAdapterTypes.ParentNode): string {
	let text = '';
	for (const node of element.childNodes) {
		if (text.length > 50_000) return text;
		if (node.nodeName === '#text' && 'value' in node) text += node.value;
		else if (isElement(node)) text += node.tagName === 'br' ? '\n' : textIn(node);
	}
	return text;
}

const inBlocks = new Set(
	'p div li ul ol dl dt dd tr table section article blockquote h1 h2 h3 h4 h5 h6 pre'.split(' '),
);
const asCode = new Set(['code', 'kbd', 'samp', 'tt']);

/** What stands in a cell or a paragraph as Markdown: code, emphasis, links of the web, lists; line breaks stay. */
export function cellMarkdown(nodes: readonly Node[], readText: TextReader = escaped): string {
	const text = markdownOf(nodes, readText)
		.replace(/[ \t\r\f\u00a0\u200b]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return clipped(text, 6_000);
}

function markdownOf(nodes: readonly Node[], readText: TextReader): string {
	const parts: string[] = [];
	let length = 0;
	for (const node of nodes) {
		if (length > 8_000) break;
		const part = nodeMarkdown(node, readText);
		parts.push(part);
		length += part.length;
	}
	return parts.join('');
}

function nodeMarkdown(node: Node, readText: TextReader): string {
	if (node.nodeName === '#text' && 'value' in node) return spaced(node.value.slice(0, 10_000), readText);
	if (!isElement(node) || isHidden(node)) return '';
	const { tagName } = node;
	if (tagName === 'br') return '\n';
	if (asCode.has(tagName)) return codeSpan(textIn(node));
	// A raised number leads to a footnote; read as a part of a code it would make another code of it.
	if (tagName === 'sup' && /^\s*(?:\[?\d{1,2}\]?|[*†‡§])\s*$/.test(textIn(node))) return '';
	const inner = markdownOf(node.childNodes, readText);
	if (tagName === 'b' || tagName === 'strong') return emphasised('**', inner);
	if (tagName === 'i' || tagName === 'em') return emphasised('*', inner);
	if (tagName === 'a') return webLink(inner, attributeOf(node, 'href'));
	if (tagName === 'li') return `\n- ${inner.trim()}\n`;
	return inBlocks.has(tagName) ? `\n${inner}\n` : inner;
}

/** A text with its white space as one space, at its ends as well. */
function spaced(text: string, readText: TextReader): string {
	const words = text.replace(/[\s\u00a0]+/g, ' ');
	if (words.trim() === '') return words;
	return `${words.startsWith(' ') ? ' ' : ''}${readText(words.trim())}${words.endsWith(' ') ? ' ' : ''}`;
}

function emphasised(sign: string, text: string): string {
	const words = text.trim();
	if (words === '' || words.includes('\n')) return text;
	const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(text) ?? [];
	return `${before}${sign}${words}${sign}${after}`;
}
