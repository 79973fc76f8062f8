import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import type { Literal, NameLabel } from '../syntax/code.ts';
import { lastWord } from '../syntax/dispatches/subject.ts';
import type { Language, TypedValue } from '../syntax/language.ts';
import type { Span } from '../syntax/span.ts';
import { type BranchText, branchText } from '../syntax/writing/branch-text.ts';
import type { Analysis, AnalyzedBlock, ErrorDispatch } from './analysis.ts';
import { commentFor } from './handled/branch-comment.ts';
import { placeholder } from './placeholder.ts';
import type { SourceDocument } from './source-document.ts';
import { unknownLabels } from './unknown-labels.ts';

/** Where, in code that may be unfinished, a code or a status may be typed. Spans are in the document's offsets. */
export interface LabelSite {
	readonly dispatch: ErrorDispatch;
	/** The whole literal, on both sides of the cursor. */
	readonly replace: Span;
	/** The part of it before the cursor. */
	readonly insert: Span;
	/** What is not handled yet, required first, then by status. */
	readonly offered: readonly OfferedLabel[];
	/** Whole branches for all missing required ones, and for all missing ones. */
	readonly missingRequired: BranchText | undefined;
	readonly missingAll: BranchText | undefined;
	/** What whole branches replace: the literal and the mark after it. */
	readonly replaceBranch: Span;
}

export interface OfferedLabel {
	readonly entry: Entry;
	readonly catalog: Catalog;
	/** As the siblings would write it: in their quotes, or as a name. */
	readonly text: string;
}

interface SiteQuestion {
	readonly document: SourceDocument;
	readonly offset: number;
	readonly language: Language;
	/** Analyses a copy of the document, which is not kept. */
	readonly analyzeCopy: (copy: SourceDocument) => Promise<Analysis | undefined>;
}

/** More branches at once than anybody would read. */
const mostBranches = 64;

/** Finds out what may be typed at an offset by putting a value there in a copy and asking which dispatch takes it. */
export async function labelSiteAt(question: SiteQuestion): Promise<LabelSite | undefined> {
	const { document, offset, language } = question;
	const text = document.getText();
	const before = text.slice(0, offset);
	const typed = language.typedAt(before);
	if (!typed) return undefined;
	const replace = { start: offset - typed.length, end: endOfValue(text, offset, typed) };
	for (const copied of copiesOf(text, replace, typed, language)) {
		const analysis = await question.analyzeCopy(copyOf(document, copied));
		const found = analysis && dispatchOfPlaceholder(analysis);
		if (found) return siteOf({ ...found, analysis, replace, offset, typed, text });
	}
	return undefined;
}

/** A document that stands for another with a text that differs a little. */
function copyOf({ uri, languageId, version, key }: SourceDocument, text: string): SourceDocument {
	const copy = TextDocument.create(uri, languageId, version, text);
	return key === undefined ? copy : Object.assign(copy, { key });
}

/** Where the value that is being typed ends: at its closing quote, or where its word does. */
function endOfValue(text: string, offset: number, { quote }: TypedValue): number {
	const rest = text.slice(offset, offset + 200);
	const word = (quote ? /^[\w\-./:]*/ : /^[\w$.]*/).exec(rest)?.[0].length ?? 0;
	if (quote === undefined) return offset + word;
	return rest[word] === quote ? offset + word + 1 : offset + (/^\w*/.exec(rest)?.[0].length ?? 0);
}

/** The text with a value at the place; then without all that follows, for code that is open to its end. */
function* copiesOf(text: string, { start, end }: Span, typed: TypedValue, language: Language): Generator<string> {
	const before = text.slice(0, start);
	const rest = text.slice(end);
	const value = language.write.string(placeholder);
	for (const after of typed.after) {
		const given = after !== '' && rest.trimStart().startsWith(after[0] ?? '') ? '' : after;
		yield `${before}${value}${given}${rest}`;
	}
	const after = typed.after[0] ?? '';
	yield `${before}${value}${after}${language.closing(before)}`;
}

interface FoundDispatch {
	readonly dispatch: ErrorDispatch;
	readonly block: AnalyzedBlock;
}

function dispatchOfPlaceholder({ blocks }: Analysis): FoundDispatch | undefined {
	for (const block of blocks) {
		if (!block.code.text.includes(placeholder)) continue;
		const found = block.dispatches.filter(({ labels }) => labels.some(({ value }) => value === placeholder));
		const innermost = found.sort((a, b) => a.dispatch.end - a.dispatch.start - (b.dispatch.end - b.dispatch.start))[0];
		if (innermost) return { dispatch: innermost, block };
	}
	return undefined;
}

interface Found extends FoundDispatch {
	readonly analysis: Analysis;
	readonly replace: Span;
	readonly offset: number;
	readonly typed: TypedValue;
	readonly text: string;
}

function siteOf(found: Found): LabelSite {
	const { dispatch, analysis, replace, offset, typed, text } = found;
	const { catalog } = dispatch;
	const write = writerOf(found);
	const offered = dispatch.missing.map((entry) => ({ entry, catalog, text: write(entry) }));
	const isCase = dispatch.dispatch.form === 'switch' && typed.after[0] !== '' && !hasBody(dispatch);
	const branches = (entries: readonly Entry[]): BranchText | undefined => {
		const labels = entries.map((entry) => ({ label: write(entry), comment: commentFor(entry) }));
		return isCase && labels.length > 0 && labels.length <= mostBranches
			? branchText(dispatch.dispatch, labels, analysis.language.write)
			: undefined;
	};
	const misspelt = misspeltIn(found);
	const mark = typed.after[0]?.slice(0, 1) ?? '';
	const end = mark !== '' && text.startsWith(mark, replace.end) ? replace.end + mark.length : replace.end;
	return {
		dispatch,
		replace,
		insert: { start: replace.start, end: offset },
		offered,
		missingRequired: branches(dispatch.missingRequired.filter((entry) => !misspelt.has(entry))),
		missingAll: branches(dispatch.missing.filter((entry) => isError(entry) && !misspelt.has(entry))),
		replaceBranch: { start: replace.start, end },
	};
}

/** What other labels were meant to be: once they are spelt right, branches for it would be there twice. */
function misspeltIn({ dispatch, analysis }: Found): ReadonlySet<Entry> {
	const labels = dispatch.labels.filter(({ value }) => value !== placeholder);
	return new Set(unknownLabels({ ...dispatch, labels }, analysis).flatMap(({ near }) => near ?? []));
}

/** Whether statements stand below the label that is being typed: whole branches would part it from them. */
function hasBody({ dispatch }: ErrorDispatch): boolean {
	const typed = dispatch.branches.find(({ labels }) =>
		labels.some((label) => label.kind === 'literal' && label.literal.value === placeholder),
	);
	return typed?.body.some(({ kind, children }) => kind !== 'block' || children.length > 0) ?? false;
}

const isError = (entry: Entry): boolean => entry.kind === 'code' || (statusOf(entry) ?? 0) >= 400;

/** How the siblings write a value: by a name of the same owner, in their quotes, or as a number. */
export function labelWriter(
	dispatch: ErrorDispatch,
	analysis: Analysis,
	typedQuote?: string,
): (entry: Entry) => string {
	const labels = dispatch.labels.filter(({ value }) => value !== placeholder);
	const sibling = labels.find(({ literal }) => literal !== undefined)?.literal;
	const named = labels.flatMap(({ label }) => (label.kind === 'name' ? [label] : []));
	const like = sibling ?? quotedLike(typedQuote);
	return (entry) => {
		const value = dispatch.on === 'status' ? (statusOf(entry) ?? entry.value) : entry.value;
		for (const [name, { literal }] of analysis.facts.constants) {
			const owner = ownerOf(name);
			const isBeside = (one: NameLabel): boolean =>
				ownerOf(one.name) === owner || (one.name.startsWith('.') && analysis.facts.constants.has(owner + one.name));
			const beside = literal.value === value ? named.find(isBeside) : undefined;
			if (beside) return writtenAs(beside, name);
		}
		const status = dispatch.on === 'status' && typeof value === 'number' ? value : undefined;
		for (const one of named) {
			const name = status === undefined ? undefined : analysis.language.nameOfStatus?.(status, one.name);
			if (name !== undefined) return writtenAs(one, name);
		}
		const isNumber = typeof value === 'number' && sibling?.kind !== 'string';
		return isNumber ? String(value) : analysis.language.write.string(String(value), like);
	};
}

function writerOf({ dispatch, analysis, typed }: Found): (entry: Entry) => string {
	return labelWriter(dispatch, analysis, typed.quote);
}

/** A name with what is written around that of a sibling: `Codes::A->value` beside `Codes::B->value`. */
function writtenAs(sibling: NameLabel, name: string): string {
	const { text } = sibling.part;
	const word = lastWord(sibling.name);
	const at = text.lastIndexOf(word);
	return at < 0 ? name : text.slice(0, at) + lastWord(name) + text.slice(at + word.length);
}

const ownerOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')));

/** A literal that only says which quote to use. */
function quotedLike(quote: string | undefined): Literal | undefined {
	if (quote === undefined) return undefined;
	const part = {
		kind: 'string' as const,
		fields: [],
		parent: undefined,
		children: [],
		start: 0,
		end: 2,
		text: quote + quote,
	};
	return { kind: 'string', start: 0, end: 2, text: quote + quote, value: '', content: { start: 1, end: 1 }, part };
}
