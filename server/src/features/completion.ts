import {
	type CompletionItem,
	CompletionItemKind,
	CompletionItemTag,
	InsertReplaceEdit,
	InsertTextFormat,
	InsertTextMode,
	type MarkupKind,
	type Range,
	TextEdit,
} from 'vscode-languageserver';
import type { LabelSite, OfferedLabel } from '../analysis/label-site.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import { isDeprecated } from '../catalog/catalog.ts';
import { type CatalogIndex, statusOf } from '../catalog/catalog-index.ts';
import { describeEntry, detailOf } from '../explain/describe-entry.ts';
import type { Span } from '../syntax/span.ts';
import type { BranchText } from '../syntax/writing/branch-text.ts';
import { markup } from './markup.ts';
import { rangeOf } from './range-of.ts';

/** What the client can do with completions; where it cannot, it gets what every client can. */
export interface CompletionOptions {
	readonly snippets: boolean;
	readonly insertReplace: boolean;
	/** Whether it can be asked to indent new lines like the one that they are inserted into. */
	readonly indents: boolean;
	readonly tags: boolean;
	/** The older way to strike an item through. */
	readonly deprecated: boolean;
}

/** What an item carries for `resolveCompletion`. */
interface ItemData {
	/** The document that it was offered in, as folders have catalogs of their own. */
	readonly document: string;
	readonly api: string;
	readonly kind: 'code' | 'status';
	readonly value: string | number;
}

/**
 * The codes or statuses that may be typed at the site: those that must be handled first, then the other errors by
 * status, then what is no error. Before and behind them stand the items that add many at once; nobody wants every
 * status of HTTP.
 */
export function completion(document: SourceDocument, site: LabelSite, options: CompletionOptions): CompletionItem[] {
	if (document.isEditable === false) return [];
	const { dispatch, offered, missingRequired, missingAll } = site;
	const ordered = offered.toSorted((a, b) => rank(a) - rank(b) || byStatus(a, b));
	const items = ordered.map((offered, index) => entryItem(document, site, options, offered, index));
	const isMore = missingAll?.count !== missingRequired?.count && dispatch.catalog.id !== 'http';
	const many = [
		manyItem(document, site, options, missingRequired, 'missing required', '0'),
		isMore ? manyItem(document, site, options, missingAll, 'missing', '~') : undefined,
	];
	return [...many.filter((item) => item !== undefined), ...items];
}

/** Adds what a list has no room for to an item of `completion`, or leaves it as it is. */
export function resolveCompletion(item: CompletionItem, catalogs: CatalogIndex, format: MarkupKind): CompletionItem {
	const data: unknown = item.data;
	if (!isItemData(data)) return item;
	const catalog = catalogs.byId(data.api);
	const entry = catalog?.entries.find(({ kind, value }) => kind === data.kind && value === data.value);
	if (!catalog || !entry) return item;
	return { ...item, documentation: markup(describeEntry(entry, catalog, { verbosity: 'compact', catalogs }), format) };
}

/** The document that an item of `completion` was offered in; undefined for any other item. */
export function documentOf({ data }: CompletionItem): string | undefined {
	return isItemData(data) ? data.document : undefined;
}

function entryItem(
	document: SourceDocument,
	site: LabelSite,
	options: CompletionOptions,
	{ entry, catalog, text }: OfferedLabel,
	index: number,
): CompletionItem {
	const data: ItemData = { document: document.uri, api: catalog.id, kind: entry.kind, value: entry.value };
	return {
		label: labelOf(text),
		kind: CompletionItemKind.EnumMember,
		detail: detailOf(entry),
		sortText: `1${String(index).padStart(4, '0')}`,
		data,
		...edit(document, site, site.replace, options, { newText: text, found: text }),
		...(isDeprecated(entry) ? struckThrough(options) : {}),
	};
}

/** One item that adds a branch for each of several codes. */
function manyItem(
	document: SourceDocument,
	site: LabelSite,
	options: CompletionOptions,
	branches: BranchText | undefined,
	what: string,
	sortText: string,
): CompletionItem | undefined {
	if (!branches || branches.count < 2) return undefined;
	const label = `All ${branches.count} ${what} cases`;
	const newText = options.snippets ? branches.snippet : branches.plain;
	// Whoever expands snippets indents them; only a client without either takes the text as it is.
	const isIndented = options.indents || options.snippets;
	return {
		label,
		kind: CompletionItemKind.Snippet,
		sortText,
		...edit(document, site, site.replaceBranch, options, {
			newText: isIndented ? newText : indented(newText, document, site.replaceBranch.start),
			found: label,
		}),
		insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
		...(options.indents && { insertTextMode: InsertTextMode.adjustIndentation }),
	};
}

/** The text with its lines after the first indented like the line of the offset, and ended as lines end there. */
function indented(text: string, document: SourceDocument, offset: number): string {
	const { line } = document.positionAt(offset);
	const before = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
	const [indentation = ''] = /^[\t ]*/.exec(before) ?? [];
	return text.replaceAll(/\n(?!$)/g, (before.endsWith('\r\n') ? '\r\n' : '\n') + indentation);
}

/**
 * The edit of an item, and the text by which the client finds it: it begins with the quote that is already there.
 * A quoted literal is replaced whole even where the user wants to insert: what would be left of it is no code.
 */
function edit(
	document: SourceDocument,
	site: LabelSite,
	replaced: Span,
	options: CompletionOptions,
	{ newText, found }: { readonly newText: string; readonly found: string },
): Pick<CompletionItem, 'textEdit' | 'filterText'> {
	const between = betweenQuotes(document, replaced, newText);
	if (between) {
		const range = rangeOf(document, between.span);
		const { text } = between;
		return {
			textEdit: options.insertReplace ? InsertReplaceEdit.create(text, range, range) : TextEdit.replace(range, text),
		};
	}
	const replace = rangeOf(document, replaced);
	const [typedQuote = ''] = /^['"`]?/.exec(document.getText(rangeOf(document, site.insert))) ?? [];
	const insert = typedQuote === '' ? rangeOf(document, site.insert) : replace;
	return {
		filterText: typedQuote + labelOf(found),
		textEdit: canInsertOrReplace(options, insert, replace)
			? InsertReplaceEdit.create(newText, insert, replace)
			: TextEdit.replace(replace, newText),
	};
}

/**
 * What is written where the quotes are there already and stay as they are: only what is between them, because some
 * editors leave all that stands behind the cursor.
 */
function betweenQuotes(
	document: SourceDocument,
	{ start, end }: Span,
	newText: string,
): { readonly span: Span; readonly text: string } | undefined {
	const [, quote, text] = /^(['"`])(.*)\1$/.exec(newText) ?? [];
	const old = document.getText(rangeOf(document, { start, end }));
	if (quote === undefined || text === undefined || old.length < 2) return undefined;
	const isQuoted = old.startsWith(quote) && old.endsWith(quote) && !old.includes('\n');
	return isQuoted ? { span: { start: start + 1, end: end - 1 }, text } : undefined;
}

/** Both ranges must lie on one line and begin together (LSP 3.17, InsertReplaceEdit). */
function canInsertOrReplace({ insertReplace }: CompletionOptions, insert: Range, replace: Range): boolean {
	return (
		insertReplace &&
		insert.start.line === replace.end.line &&
		insert.start.line === replace.start.line &&
		insert.start.character === replace.start.character
	);
}

function struckThrough({ tags, deprecated }: CompletionOptions): Pick<CompletionItem, 'tags' | 'deprecated'> {
	if (tags) return { tags: [CompletionItemTag.Deprecated] };
	return deprecated ? { deprecated: true } : {};
}

function rank({ entry }: OfferedLabel): number {
	if (isDeprecated(entry)) return 3;
	if (entry.required) return 0;
	return entry.kind === 'code' || entry.value >= 400 ? 1 : 2;
}

function byStatus(a: OfferedLabel, b: OfferedLabel): number {
	return (statusOf(a.entry) ?? 0) - (statusOf(b.entry) ?? 0) || (a.text < b.text ? -1 : 1);
}

function labelOf(text: string): string {
	return text.replace(/^(['"`])(.*)\1$/, '$2');
}

function isItemData(data: unknown): data is ItemData {
	if (typeof data !== 'object' || data === null || !('document' in data)) return false;
	return typeof data.document === 'string' && 'api' in data && 'kind' in data && 'value' in data;
}
