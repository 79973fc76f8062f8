import { Lexer, type Token, type Tokens } from 'marked';
import { plain } from '../cells/cell-text.ts';
import { htmlBlocks } from '../html/html-page.ts';
import { type Block, longestPage, type Page } from '../page.ts';
import { inlineMarkdown } from './inline.ts';
import { segmentsOf } from './segments.ts';

/** Quotes and lists in each other that are read. */
const deepest = 20;

/** Reads a page of Markdown or MDX. */
export function markdownPage(source: string): Page {
	const isCut = source.length > longestPage;
	const { title, body } = withoutFrontMatter(source.slice(0, longestPage));
	const blocks = segmentsOf(body).flatMap(({ kind, text }): readonly Block[] => {
		if (kind === 'code') return [{ kind: 'sample', text }];
		return kind === 'html' ? htmlBlocks(text, inlineMarkdown).blocks : blocksOf(text);
	});
	const first = blocks.find((block) => block.kind === 'heading' && block.level === 1);
	const titles = [title, first?.kind === 'heading' ? plain(first.text) : ''].filter((text) => text !== '');
	return { titles, blocks, notes: isCut ? ['The page is too long; its end was not read.'] : [] };
}

function withoutFrontMatter(source: string): { readonly title: string; readonly body: string } {
	const text = source.replace(/^\uFEFF/, '');
	const opening = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text);
	if (opening === null) return { title: '', body: text };
	const end = text.indexOf(`\n${opening[1]}`, opening[0].length - 1);
	if (end === -1 || end > 20_000) return { title: '', body: text };
	const [, title = ''] = /^title\s*[:=]\s*(.{1,300})$/m.exec(text.slice(0, end)) ?? [];
	return { title: title.trim().replace(/^(["'])(.*)\1$/, '$2'), body: text.slice(end + 4) };
}

function blocksOf(text: string): readonly Block[] {
	try {
		return new Lexer({ gfm: true }).blockTokens(text, []).flatMap((token) => blockOf(token, 0));
	} catch {
		// Nested too deep for the parser; its lines are read as they stand.
		return [{ kind: 'prose', text: plain(text.slice(0, 2_000)) }];
	}
}

function blockOf(token: Token, depth: number): readonly Block[] {
	switch (token.type) {
		case 'heading':
			return [headingOf(token as Tokens.Heading)];
		case 'table':
			return [tableOf(token as Tokens.Table)];
		case 'list':
			return [{ kind: 'list', items: itemsOf(token as Tokens.List, depth) }];
		case 'code':
			return [{ kind: 'sample', text: String(token.text) }];
		case 'html':
			return htmlBlocks(token.raw, inlineMarkdown).blocks;
		case 'blockquote':
			return depth > deepest ? [] : (token.tokens ?? []).flatMap((inner) => blockOf(inner, depth + 1));
		case 'paragraph':
		case 'text':
			return proseOf(inlineMarkdown(String(token.text)));
		default:
			return [];
	}
}

function headingOf({ depth, text }: Tokens.Heading): Block {
	const shown = text.replace(/\s*\{#[^{}]{0,100}\}\s*$/, '');
	return { kind: 'heading', level: depth, text: inlineMarkdown(shown) };
}

function tableOf({ header, rows }: Tokens.Table): Block {
	return {
		kind: 'table',
		header: header.map(({ text }) => inlineMarkdown(text)),
		rows: rows.map((row) => row.map(({ text }) => inlineMarkdown(text))),
	};
}

/** Lists in an item are text of the item. */
function itemsOf({ items }: Tokens.List, depth: number): readonly string[] {
	return items.flatMap(({ text, tokens }) => {
		const lists = depth > deepest ? [] : tokens.filter((token) => token.type === 'list');
		const inner = lists.flatMap((token) => itemsOf(token as Tokens.List, depth + 1));
		const own =
			lists[0] === undefined ? text : text.slice(0, Math.max(0, text.indexOf(lists[0].raw.slice(0, 20).trimEnd())));
		const item = inlineMarkdown(own.replace(/\n[ \t]*\n/g, '\n'));
		return /^\[[^\]\n]*\]\(#/.test(own) ? [item, ...inner] : [[item, ...inner.map((text) => `- ${text}`)].join('\n')];
	});
}

function proseOf(text: string): readonly Block[] {
	return text === '' ? [] : [{ kind: 'prose', text }];
}
