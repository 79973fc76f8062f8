import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import { plain } from '../cells/cell-text.ts';
import { type Block, longestPage, mostRows, type Page } from '../page.ts';
import { rowsOf } from './html-table.ts';
import { attributeOf, cellMarkdown, type Element, isElement, isHidden, type TextReader, textIn } from './html-text.ts';

/** Elements in each other, and elements in all, that are read; what comes after is not. */
const deepest = 400;
const mostElements = 400_000;

/** Reads a page of HTML. */
export function htmlPage(source: string): Page {
	const { blocks, document, isCut } = htmlBlocks(source);
	const head = document === undefined ? [] : elementsIn(document, new Set(['title', 'meta', 'link']), 400);
	const meta = (name: string) =>
		head
			.map(
				(element) =>
					[attributeOf(element, 'property') ?? attributeOf(element, 'name'), attributeOf(element, 'content')] as const,
			)
			.find(([property, content]) => property === name && content)?.[1];
	const title = head.find(({ tagName }) => tagName === 'title');
	const link = head.find((element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical');
	const url = attributeOf(link, 'href') ?? meta('og:url');
	const siteName = meta('og:site_name');
	const first = blocks.find((block) => block.kind === 'heading' && block.level === 1);
	const titles = [title && textIn(title), meta('og:title'), first?.kind === 'heading' ? plain(first.text) : ''];
	return {
		titles: titles.flatMap((text) => text?.trim() || []),
		...(siteName && { siteName }),
		...(url !== undefined && /^https?:\/\/\S+$/i.test(url) && { url }),
		blocks,
		notes: isCut ? ['The page is too long or nested too deep; its end was not read.'] : [],
	};
}

interface HtmlReading {
	readonly blocks: readonly Block[];
	readonly document: DefaultTreeAdapterTypes.Document | undefined;
	readonly isCut: boolean;
}

/**
 * Reads HTML, a whole page or a piece of one.
 *
 * @param readText reads the texts between the tags, where these are not plain text
 */
export function htmlBlocks(source: string, readText?: TextReader): HtmlReading {
	const { document, isCut } = parsed(source.slice(0, longestPage));
	const blocks: Block[] = [];
	const body = elementsIn(document, new Set(['body']), 1)[0];
	const main = body && elementsIn(body, new Set(['main', 'article']), 1)[0];
	const hasRows = (element: Element) => elementsIn(element, new Set(['table', 'dl', 'ul', 'h2', 'h3']), 1).length > 0;
	const root = main && hasRows(main) ? main : body;
	if (root) addBlocks(root, blocks, readText);
	return { blocks, document, isCut: isCut || source.length > longestPage };
}

function parsed(source: string): { readonly document: DefaultTreeAdapterTypes.Document; readonly isCut: boolean } {
	let depth = 0;
	let pushed = 0;
	const limit = new Error('too deep');
	const parser = new Parser({
		treeAdapter: {
			...defaultTreeAdapter,
			onItemPush: () => {
				depth++;
				pushed++;
				if (depth > deepest || pushed > mostElements) throw limit;
			},
			onItemPop: () => {
				depth--;
			},
		},
	});
	try {
		parser.tokenizer.write(source, true);
		return { document: parser.document, isCut: false };
	} catch (error) {
		if (error !== limit) throw error;
		return { document: parser.document, isCut: true };
	}
}

const containers = new Set(
	'address article aside blockquote body center details dialog div fieldset figure figcaption form header hgroup main section tbody tr td hr span-block'.split(
		' ',
	),
);
const listed = new Set(['ul', 'ol', 'menu']);

/** Adds the blocks in an element; texts that stand between blocks are prose. */
function addBlocks(parent: Element, blocks: Block[], readText: TextReader | undefined): void {
	let inline: DefaultTreeAdapterTypes.ChildNode[] = [];
	const flush = () => {
		const text = inline.length === 0 ? '' : cellMarkdown(inline, readText);
		if (text !== '') blocks.push({ kind: 'prose', text });
		inline = [];
	};
	for (const node of parent.childNodes) {
		if (!isElement(node)) inline.push(node);
		else if (!isHidden(node)) {
			const made = blockOf(node, readText);
			if (made !== undefined) {
				flush();
				blocks.push(...made);
			} else if (containers.has(node.tagName) || hasBlocks(node)) {
				flush();
				addBlocks(node, blocks, readText);
			} else inline.push(node);
		}
	}
	flush();
}

const blockNames = new Set('table dl ul ol pre h1 h2 h3 h4 h5 h6 p div section'.split(' '));

function hasBlocks(element: Element): boolean {
	return elementsIn(element, blockNames, 1).length > 0;
}

function blockOf(element: Element, readText: TextReader | undefined): readonly Block[] | undefined {
	const { tagName } = element;
	const [, level] = /^h([1-6])$/.exec(tagName) ?? [];
	if (level !== undefined || tagName === 'summary') {
		const text = cellMarkdown(element.childNodes, readText)
			.replace(/\s*\n\s*/g, ' ')
			.replace(/\s*[¶#§]$|^[¶#§]\s*/g, '');
		return text === '' ? [] : [{ kind: 'heading', level: Number(level ?? 7), text }];
	}
	if (tagName === 'table') return rowsOf(element, readText);
	if (tagName === 'dl') return [{ kind: 'terms', items: termsOf(element, readText) }];
	if (tagName === 'pre') return [{ kind: 'sample', text: textIn(element) }];
	if (tagName === 'p') {
		const text = cellMarkdown(element.childNodes, readText);
		return text === '' ? [] : [{ kind: 'prose', text }];
	}
	if (!listed.has(tagName)) return undefined;
	const items = element.childNodes.filter(isElement).filter((item) => item.tagName === 'li' && !isHidden(item));
	if (items.some((item) => elementsIn(item, new Set(['table', 'dl', 'h2', 'h3', 'h4', 'h5']), 1).length > 0)) {
		const inner: Block[] = [];
		for (const item of items) addBlocks(item, inner, readText);
		return inner;
	}
	return [{ kind: 'list', items: items.slice(0, mostRows).map((item) => cellMarkdown(item.childNodes, readText)) }];
}

/** The terms of a definition list; several terms before one definition share it. */
function termsOf(
	list: Element,
	readText: TextReader | undefined,
): readonly { readonly term: string; readonly text: string }[] {
	const parts = list.childNodes
		.filter(isElement)
		.flatMap((node) => (node.tagName === 'div' ? node.childNodes.filter(isElement) : [node]));
	const items: { terms: string[]; texts: string[] }[] = [];
	for (const part of parts) {
		const text = cellMarkdown(part.childNodes, readText);
		const last = items.at(-1);
		if (part.tagName === 'dt') {
			if (last && last.texts.length === 0) last.terms.push(text);
			else items.push({ terms: [text], texts: [] });
		} else if (part.tagName === 'dd') last?.texts.push(text);
	}
	return items.slice(0, mostRows).map(({ terms, texts }) => ({ term: terms.join('\n'), text: texts.join('\n\n') }));
}

/** The elements of these names in an element, in order, up to a number of them. */
function elementsIn(
	parent: DefaultTreeAdapterTypes.ParentNode,
	names: ReadonlySet<string>,
	most: number,
): readonly Element[] {
	const found: Element[] = [];
	const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
		for (const child of node.childNodes) {
			if (found.length >= most) return;
			if (!isElement(child)) continue;
			if (names.has(child.tagName)) found.push(child);
			visit(child);
		}
	};
	visit(parent);
	return found;
}
