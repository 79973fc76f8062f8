import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/part.ts';
import type { Edit, Span } from '../../../syntax/span.ts';
import {
	beginsLine,
	indentationAt,
	indentationUnit,
	lineBreakAt,
	lineEndAt,
	lineStartAt,
} from '../../../syntax/text-lines.ts';
import type { ClientSite } from './client-site.ts';
import { wrapped } from './wrapped.ts';

/** The statements of a branch. Offsets count from the block's start. */
export interface BranchBody {
	readonly block: Part;
	/** Statements that wait or repeat without regard to the server. */
	readonly repeats: readonly Part[];
	readonly kept: readonly Part[];
}

const sleeping = /(?:^|\.)sleep$/;
const noting =
	/(?:^|\.)(?:log|logger|logging|_logger|log_\w+)\.|^print$|\.(?:debug|info|warning|warn|error|exception)$/;

/** The body of a branch that is for nothing else than limits or tokens; undefined where what it does cannot be told. */
export function branchBody({ place, around }: ClientSite, about: RegExp): BranchBody | undefined {
	const { branch } = place;
	const isPlain = branch.labels.every(({ kind, negated }) => !negated && (kind === 'literal' || kind === 'name'));
	if (!isPlain || branch.labels.length === 0 || branch.isDefault) return undefined;
	if (branch.labels.length > 1 && !branch.labels.every(({ part }) => about.test(part.text))) return undefined;
	const block = childIn(branch.part, 'body');
	if (block?.kind !== 'block' || (branch.part.kind !== 'if' && branch.part.kind !== 'case')) return undefined;
	const self = childIn(around, 'name')?.text ?? '';
	const statements = block.children.filter(({ kind }) => kind !== 'comment');
	const repeating = statements.filter((one) => repeatsAlone(one, self));
	const repeats = statements.filter((one) => repeating.includes(one) || isOnlyFor(one, repeating, around));
	const kept = statements.filter((one) => !repeats.includes(one));
	if (kept.some((one) => new RegExp(`\\bsleep\\(|\\bcontinue\\b|(?<!\\w)${self}\\(`).test(one.text))) return undefined;
	return { block, repeats, kept };
}

/** Whether a statement only makes a value that the others use: how long they sleep. */
function isOnlyFor(part: Part, others: readonly Part[], around: Part): boolean {
	const name = part.kind === 'variable' || part.kind === 'assignment' ? targetOf(part) : undefined;
	if (name === undefined) return false;
	const uses = (text: string): number => text.match(new RegExp(`(?<![\\w.])${name}\\b`, 'g'))?.length ?? 0;
	const own = uses(part.text) + others.reduce((sum, one) => sum + uses(one.text), 0);
	return others.some((one) => uses(one.text) > 0) && uses(around.text) === own;
}

function targetOf(part: Part): string | undefined {
	const name = (childIn(part, 'name') ?? childIn(part, 'left'))?.text ?? '';
	return /^\w+$/.test(name) ? name : undefined;
}

/** Whether a branch waits or repeats by itself, in a loop or with a call of its own. */
export function isRepeatBranch({ branch }: ClientPlace): boolean {
	const block = childIn(branch.part, 'body');
	return !block || /\bsleep\(|\bcontinue\b/.test(block.text);
}

function repeatsAlone(part: Part, self: string): boolean {
	if (part.kind === 'continue') return true;
	const value = part.kind === 'return' ? childIn(part, 'value') : part;
	const call = value?.kind === 'await' ? childIn(value, 'inner') : value;
	const callee = call?.kind === 'call' ? childIn(call, 'callee') : undefined;
	if (!callee) return false;
	const name = callee.text;
	return part.kind === 'return'
		? name === self || name === `self.${self}` || name === `cls.${self}`
		: sleeping.test(name);
}

/** Whether a statement only tells a log. */
export function isNote(part: Part): boolean {
	const callee = part.kind === 'call' ? childIn(part, 'callee') : undefined;
	return callee !== undefined && noting.test(callee.text);
}

/**
 * Puts lines before what stays of a branch, and lines after it. Lines have tabs for levels. Offsets count from the
 * block's start; undefined where statements share a line.
 */
export function branchEdit(
	site: ClientSite,
	{ block, repeats }: BranchBody,
	before: readonly string[],
	after: readonly string[],
): Edit | undefined {
	const { text, offset, code, branch } = site.place;
	if (/;/.test(code.text.slice(block.start, block.end).replace(/"[^"\n]*"|'[^'\n]*'/g, ''))) return undefined;
	const lineBreak = lineBreakAt(text, offset + block.start);
	const unit = indentationUnit(code.text) ?? '    ';
	const isOwnLine = beginsLine(text, offset + block.start);
	const outer = indentationAt(text, offset + branch.part.start);
	const inner = isOwnLine ? indentationAt(text, offset + block.start) : outer + unit;
	const laid = (lines: readonly string[]): string[] =>
		lines.flatMap((line) => wrapped(inner + line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length)), unit));
	if (!isOwnLine) {
		const own = repeats.length > 0 ? '' : code.text.slice(block.start, block.end);
		const middle = own === '' || own === 'pass' ? [] : [inner + own];
		const written = ['', ...laid(before), ...middle, ...laid(after)].join(lineBreak);
		return { start: code.text.slice(0, block.start).trimEnd().length, end: block.end, text: written };
	}
	const start = lineStartAt(code.text, block.start);
	const at = placeIn(block, repeats, start, code.text);
	const kept = withoutLines({ start: at, end: block.end }, repeats, code.text);
	const middle = kept.trim() === '' || kept.trim() === 'pass' ? [] : [kept.trimEnd()];
	const written = [...laid(before), ...middle, ...laid(after)].join(lineBreak);
	return { start, end: block.end, text: code.text.slice(start, at) + written };
}

/** Where new lines go: before the first statement, or below what a log is told before what they replace. */
function placeIn(block: Part, [first]: readonly Part[], start: number, text: string): number {
	const early = block.children.filter((one) => first && one.end <= first.start);
	const isEarly = (one: Part): boolean => isNote(one) || one.kind === 'comment' || isPlain(one);
	return first && early.every(isEarly) ? lineStartAt(text, first.start) : start;
}

/** Whether a statement only gives a name a value that costs nothing. */
function isPlain(part: Part): boolean {
	if ((part.kind !== 'variable' && part.kind !== 'assignment') || targetOf(part) === undefined) return false;
	return !/\bawait\b|(?<!\b(?:min|max|int|float|random|uniform))\(/.test(part.text);
}

/** The text of a span without the lines of some statements. */
function withoutLines(span: Span, gone: readonly Part[], text: string): string {
	let kept = '';
	let from = span.start;
	for (const { start, end } of gone) {
		kept += text.slice(from, Math.max(from, lineStartAt(text, start)));
		const next = lineEndAt(text, end);
		from = Math.min(span.end, text.startsWith('\r\n', next) ? next + 2 : next + 1);
	}
	return kept + text.slice(from, span.end);
}
