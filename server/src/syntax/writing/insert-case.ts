import type { Label } from '../code.ts';
import { type Clause, clausesOf, endOfCase, groupStart, openingOf, startWithComments } from '../dispatches/clauses.ts';
import { isSeparate, runsOn } from '../dispatches/statements.ts';
import { childIn, type Part, partsIn } from '../parts/part.ts';
import type { Edit } from '../span.ts';
import { beginsLine, indentationAt, indentationUnit, lineBreakAt, lineEndAt, lineStartAt } from '../text-lines.ts';
import { type BranchStyle, isBlock, statementsIn, styleOf } from './branch-style.ts';
import { commaAfter } from './insert-row.ts';
import {
	codeEnd,
	type Layout,
	laidOut,
	layoutLike,
	type NewLabel,
	newBranch,
	type Site,
	saysNoDefault,
} from './layout.ts';

/** Edits that add cases to a switch: before its default and what falls into that, or after its last case. */
export function newCases(site: Site, wanted: readonly NewLabel[]): readonly Edit[] | undefined {
	const clauses = clausesOf(site);
	const labels = wanted.flatMap((label) => labelLike(site, label) ?? []);
	if (labels.length < wanted.length) return undefined;
	const byDefault = clauses.findIndex((clause) => clause.isDefault);
	const first = byDefault < 0 ? undefined : clauses[groupStart(clauses, byDefault)];
	if (first) return before(first, clauses, site, labels);
	const last = clauses.at(-1);
	return last ? after(last, clauses, site, labels) : intoEmpty(site, labels);
}

/**
 * A label in the words of its siblings, where these are patterns that look for a value under a key; undefined where
 * none looks for one value alone.
 */
export function labelLike({ dispatch }: Pick<Site, 'dispatch'>, wanted: NewLabel): NewLabel | undefined {
	const labels = dispatch.branches.flatMap((branch) => branch.labels);
	if (dispatch.part.kind !== 'switch' || !labels.some(({ part }) => patternAround(part)))
		return castLike(labels, wanted);
	for (const { part } of labels) {
		const pattern = patternAround(part);
		const value = alternativesAround(part);
		const isValue = part.kind !== 'destructuring' && !part.fields.includes('callee');
		if (!pattern || !isValue || pattern.text.includes('\n') || looksForMore(pattern, value)) continue;
		const from = value.start - pattern.start;
		const label = pattern.text.slice(0, from) + wanted.label + pattern.text.slice(value.end - pattern.start);
		return { ...wanted, label };
	}
	return undefined;
}

/** A label in the cast that a sibling of its sort stands in: `(int)HttpStatusCode.NotFound`, `(HttpStatusCode)429`. */
function castLike(labels: readonly Label[], wanted: NewLabel): NewLabel {
	const isNumber = /^\d+$/.test(wanted.label);
	const like = labels.find(({ part, kind }) => (part.kind === 'integer' ? isNumber : kind === 'name' && !isNumber));
	const around = like?.part.parent;
	if (!like || around?.kind !== 'transparent' || around.end !== like.end) return wanted;
	const cast = around.text.slice(0, like.start - around.start);
	return /^\([\w.]+\)\s*$/.test(cast) ? { ...wanted, label: cast + wanted.label } : wanted;
}

/** A value with those that may stand for it: `"A" | "B"`. */
function alternativesAround(value: Part): Part {
	return value.parent?.kind === 'or' ? alternativesAround(value.parent) : value;
}

/** Whether a pattern has values in it beside those. */
function looksForMore(pattern: Part, values: Part): boolean {
	const isValue = ({ kind, fields }: Part): boolean =>
		!fields.includes('key') && (kind === 'string' || kind === 'integer' || kind === 'dynamic');
	return partsIn(pattern).some((one) => isValue(one) && (one.start < values.start || one.end > values.end));
}

/** The whole label of a case in which a value is only a part of what is looked for. */
function patternAround(value: Part): Part | undefined {
	let within = false;
	for (let part = value; part.parent; part = part.parent) {
		const isTyped = part.kind === 'transparent' && childIn(part, 'callee') !== undefined;
		if (part.kind === 'destructuring' || part.kind === 'collection' || isTyped) within = true;
		if (part.fields.includes('label')) return within ? part : undefined;
	}
	return undefined;
}

export interface CaseStyle extends BranchStyle {
	readonly oneLine: boolean;
	/** Whether blank lines part the cases. */
	readonly spaced: boolean;
}

/** How the cases of a switch are written. */
export function caseStyle(clauses: readonly Clause[], { dispatch, code, text, write }: Site): CaseStyle {
	const cases = clauses.filter((clause) => !clause.isDefault);
	const otherwise = clauses.find((clause) => clause.isDefault)?.body ?? [];
	const style = styleOf(
		cases.map(({ body }) => body),
		otherwise,
		dispatch,
		code,
	);
	const filled = cases.filter(({ body }) => body.length > 0);
	const inOneLine = filled.filter(({ start, end }) => end <= lineEndAt(text, start)).length * 2 > filled.length;
	// Where a word must open the body in the line of its label, siblings of one line are so by choice.
	const mayBeShort = write.blocks === 'words' || !haveValues(filled, dispatch.part);
	const oneLine = inOneLine && mayBeShort && write.separator === undefined;
	const gaps = clauses.flatMap(({ end, body }, index) => {
		const next = clauses[index + 1];
		return next && body.length > 0 ? [text.slice(end, next.start)] : [];
	});
	const spaced = gaps.length > 0 && gaps.every((gap) => /\n[\t ]*\r?\n/.test(gap));
	const ending = style.ending === 'none' && !isSeparate(dispatch.part) ? 'break' : style.ending;
	return { ...style, ending, oneLine, spaced };
}

/** Whether cases are values rather than statements: a line for each says nothing of how they are laid out. */
function haveValues(clauses: readonly Clause[], part: Part): boolean {
	const isValue = ({ kind }: Part): boolean => kind === undefined || !statements.has(kind);
	return isSeparate(part) && clauses.every(({ body }) => body.length === 1 && body.every(isValue));
}

const statements: ReadonlySet<string> = new Set(['statement', 'return', 'block', 'break', 'continue', 'if', 'loop']);

function written(site: Site, labels: readonly NewLabel[], style: CaseStyle, layout: Layout): readonly string[] {
	return labels.map((label) =>
		laidOut(site.write.branch(newBranch(site, label, { ...style, form: 'switch' })), layout),
	);
}

/** In one line with what is around: every statement must end by itself. */
function inLine(site: Site, labels: readonly NewLabel[], style: CaseStyle): string {
	const layout = { outer: '', inner: '', unit: '', lineBreak: ' ' };
	return written(site, labels, { ...style, oneLine: true, semicolon: true }, layout).join(' ');
}

function before(
	first: Clause,
	clauses: readonly Clause[],
	site: Site,
	labels: readonly NewLabel[],
): readonly Edit[] | undefined {
	const { text } = site;
	const style = caseStyle(clauses, site);
	const at = startWithComments(first, clauses, site);
	if (!beginsLine(text, first.start) && site.write.blocks !== undefined) return undefined;
	if (!beginsLine(text, first.start)) return [{ start: at, end: at, text: `${inLine(site, labels, style)} ` }];
	const layout = layoutLike(site, first.start, bodiesIn(clauses, style, site));
	const gap = layout.lineBreak.repeat(style.spaced ? 2 : 1);
	const lines = written(site, labels, style, layout).map((one) => layout.outer + one + gap);
	return [{ start: at, end: at, text: lines.join('') }];
}

/** What stands in the cases, line by line; a block that opens in a line of its own is the first. */
function bodiesIn(clauses: readonly Clause[], { below }: CaseStyle, { write }: Site): readonly (readonly Part[])[] {
	return clauses.map(({ body }) => (write.opensBelow && below && isBlock(body) ? body : statementsIn(body)));
}

function after(
	last: Clause,
	clauses: readonly Clause[],
	site: Site,
	labels: readonly NewLabel[],
): readonly Edit[] | undefined {
	const { text } = site;
	const style = caseStyle(clauses, site);
	const isClosed = site.write.blocks === undefined;
	const closing = closingOf(site);
	if (isClosed && !beginsLine(text, closing)) return afterInLine(last, site, labels, style);
	const at = endOfCase(last, clauses, site, commaAfter(last.end, closing, site));
	const layout = layoutLike(site, last.start, bodiesIn(clauses, style, site));
	if (at === undefined || !beginsLine(text, last.start)) return undefined;
	const gap = layout.lineBreak.repeat(style.spaced ? 2 : 1);
	const texts = written(site, labels, style, layout);
	const cases = texts.map((one) => gap + layout.outer + one);
	if (texts.every((one) => one.endsWith(','))) return withCommas(last, at, closing, cases.join(''), site);
	const added = { start: at, end: at, text: cases.join('') };
	const separator = separatorAfter(last, site);
	if (separator)
		return at === last.end
			? [{ ...added, text: separator + added.text }]
			: [{ start: last.end, end: last.end, text: separator }, added];
	const leave = site.write.leave(style.semicolon);
	if (!runsOn(last.part)) return [added];
	if (isBlock(last.body)) return [leaveBlock(last.end - 1, leave, layout, site), added];
	return [{ ...added, text: layout.lineBreak + layout.inner + leave + added.text }];
}

/** What must follow the last arm before another can: nothing after a block or what already stands there. */
function separatorAfter({ body, end }: Clause, { text, write }: Site): string {
	const separator = write.separator ?? '';
	return isBlock(body) || text.slice(0, end).endsWith(separator) ? '' : separator;
}

/** Cases with a comma after each: after the last there may be none. */
function withCommas(last: Clause, at: number, closing: number, cases: string, site: Site): readonly Edit[] {
	if (commaAfter(last.end, closing, site) !== undefined) return [{ start: at, end: at, text: cases }];
	const added = { start: at, end: at, text: cases.slice(0, -1) };
	if (at === last.end) return [{ ...added, text: `,${added.text}` }];
	return [{ start: last.end, end: last.end, text: ',' }, added];
}

/** Where the brace or the word stands that closes a switch: `}`, `endswitch;`. */
function closingOf(site: Site): number {
	const end = codeEnd(site.dispatch.part, site);
	return end - (/\bend\w*\s*;?$/.exec(site.text.slice(end - 20, end))?.[0].length ?? 1);
}

/** Ends a block in braces, which would run on, before its closing brace. */
function leaveBlock(closing: number, leave: string, { inner, lineBreak }: Layout, { text }: Site): Edit {
	if (beginsLine(text, closing)) {
		const at = lineStartAt(text, closing);
		return { start: at, end: at, text: inner + leave + lineBreak };
	}
	const at = text.slice(0, closing).trimEnd().length;
	const semicolon = /[;{}]$/.test(text.slice(0, at)) ? '' : ';';
	return { start: at, end: at, text: `${semicolon} ${leave}${at === closing ? ' ' : ''}` };
}

function afterInLine(
	last: Clause,
	site: Site,
	labels: readonly NewLabel[],
	style: CaseStyle,
): readonly Edit[] | undefined {
	const { text, offset, code, write } = site;
	const closing = closingOf(site);
	const at = text.slice(0, closing).trimEnd().length;
	const comment = code.comments.find((one) => offset + one.end > last.end && offset + one.start < closing);
	if (comment || at !== last.end) return undefined;
	const added = inLine(site, labels, style);
	if (added.endsWith(',')) return [{ start: at, end: at, text: `, ${added.slice(0, -1)}${at === closing ? ' ' : ''}` }];
	if (write.separator) {
		const opened = separatorAfter(last, site);
		return [{ start: at, end: at, text: `${opened} ${added}${at === closing ? ' ' : ''}` }];
	}
	const statement = last.body.at(-1);
	const ends = /[;:]$/.test(text.slice(last.start, at)) || (statement?.kind && compound.has(statement.kind));
	const leave = !runsOn(last.part) ? '' : ` ${write.leave(true)}`;
	return [
		{
			start: at,
			end: at,
			text: `${ends ? '' : ';'}${leave} ${added}${at === closing ? ' ' : ''}`,
		},
	];
}

/** Statements that end with their own brace. */
const compound: ReadonlySet<string> = new Set(['block', 'if', 'switch', 'loop', 'try', 'function', 'class']);

function intoEmpty(site: Site, labels: readonly NewLabel[]): readonly Edit[] | undefined {
	const { text, offset, dispatch, code } = site;
	const opening = openingOf(site);
	const closing = codeEnd(dispatch.part, site) - 1;
	if (opening === undefined || opening > closing || text[closing] !== '}') return undefined;
	const comments = code.comments.filter(({ start, end }) => offset + start >= opening && offset + end <= closing);
	const outside = indentationAt(text, offset + dispatch.part.start);
	const unit = indentationUnit(code.text.slice(0, dispatch.part.start)) ?? indentationUnit(text) ?? '\t';
	const outer = indentsCases(site) ? outside + unit : outside;
	const layout = { outer, inner: outer + unit, unit, lineBreak: lineBreakAt(text, opening) };
	const ending = isSeparate(dispatch.part) ? ('none' as const) : ('break' as const);
	const style = { ...styleOf([], [], dispatch, code), ending, oneLine: false, spaced: false };
	const lines = written(site, labels, style, layout).map((one) => outer + one);
	const joined = lines.join(layout.lineBreak);
	if (comments.length === 0)
		return [{ start: opening, end: closing, text: layout.lineBreak + joined + layout.lineBreak + outside }];
	const last = comments.at(-1);
	const until = last && saysNoDefault(last.text) ? offset + last.start : closing;
	if (!beginsLine(text, until) || !beginsLine(text, closing)) return undefined;
	const at = lineStartAt(text, until);
	return [{ start: at, end: at, text: joined + layout.lineBreak }];
}

/** Whether cases stand further in than their switch, as other switches of the block show. */
function indentsCases({ code, offset, text, dispatch, write }: Site): boolean {
	for (const other of code.dispatches) {
		const first =
			other.part.kind === 'switch' && other.part !== dispatch.part
				? other.part.children.find(({ kind }) => kind === 'case')
				: undefined;
		if (!first || !beginsLine(text, offset + first.start)) continue;
		return indentationAt(text, offset + first.start) !== indentationAt(text, offset + other.part.start);
	}
	return write.casesAreIndented ?? true;
}
