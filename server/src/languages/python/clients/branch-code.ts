import { leaves } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
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
	/** Whether what follows the block deals with what is given up. */
	readonly isAnswered: boolean;
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
	const whole = childIn(branch.part, 'body');
	if (whole?.kind !== 'block' || (branch.part.kind !== 'if' && branch.part.kind !== 'case')) return undefined;
	const self = childIn(around, 'name')?.text ?? '';
	const { block, isAnswered } = innermost(whole, self);
	const statements = block.children.filter(({ kind }) => kind !== 'comment');
	const repeating = statements.filter((one) => repeatsAlone(one, self));
	const repeats = statements.filter((one) => repeating.includes(one) || isOnlyFor(one, repeating, around));
	const kept = statements.filter((one) => !repeats.includes(one));
	if (kept.some((one) => new RegExp(`\\bsleep\\(|\\bcontinue\\b|(?<!\\w)${self}\\(`).test(one.text))) return undefined;
	return { block, repeats, kept, isAnswered };
}

/** The block that waits: that of the branch, or of an `if` in it that asks whether there is to be another try. */
function innermost(whole: Part, self: string): Pick<BranchBody, 'block' | 'isAnswered'> {
	const own = { block: whole, isAnswered: false };
	const statements = whole.children.filter(({ kind }) => kind !== 'comment');
	const index = statements.findIndex(({ kind, text }) => kind === 'if' && /\bsleep\(/.test(text));
	const condition = statements[index] && childIn(statements[index], 'condition');
	const block = statements[index] && childIn(statements[index], 'body');
	const [before, after] = [statements.slice(0, index), statements.slice(index + 1)];
	if (!condition || block?.kind !== 'block' || !/^\(?\w+(?: [+-] 1)? (?:<=?|!=) [\w. +-]+\)?$/.test(condition.text))
		return own;
	const rest = [...before, ...(after.at(-1)?.kind === 'continue' ? after.slice(0, -1) : after)];
	const other = statements[index] && childIn(statements[index], 'alternative');
	const isOther = (part: Part): boolean => new RegExp(`\\bsleep\\(|\\bcontinue\\b|(?<!\\w)${self}\\(`).test(part.text);
	if (!block.children.some((one) => repeatsAlone(one, self)) || [...rest, ...(other ? [other] : [])].some(isOther))
		return own;
	return { block, isAnswered: !other && leaves(after) && after.at(-1)?.kind !== 'continue' };
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

/** Whether a branch waits or repeats by itself, other than by going on with the next of other things. */
export function isRepeatBranch({ branch }: ClientPlace): boolean {
	const block = childIn(branch.part, 'body');
	if (!block) return true;
	const loop = closest(branch.part, 'loop', 'function');
	const given = loop?.kind === 'loop' && childIn(loop, 'name') ? childIn(loop, 'value')?.text : undefined;
	if (/^continue$/m.test(block.children.at(-1)?.text ?? '') && given !== undefined) return isCount(given);
	return /\bsleep\(|\bcontinue\b/.test(block.text);
}

/** Numbers, keys or hosts that are tried one after the other for the same thing. */
const isCount = (given: string): boolean =>
	/\b(?:range|count|repeat)\(|retr|attempt|tries|delay|back_?off|key|token|proxy|proxies|host|mirror|server|endpoint/i.test(
		given,
	);

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
