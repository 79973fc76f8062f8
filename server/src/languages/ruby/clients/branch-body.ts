import { statementsOf } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import { calledName } from '../../../syntax/places/telling-name.ts';
import type { Edit } from '../../../syntax/span.ts';
import {
	beginsLine,
	indentationAt,
	indentationUnit,
	lineBreakAt,
	lineEndAt,
	lineStartAt,
} from '../../../syntax/text-lines.ts';
import { namedAround } from './method-around.ts';

/** Lines to be put into a branch. A tab stands for one level. */
export interface NewLines {
	/** What must hold beside the branch's own test, and what is done then. */
	readonly test: string;
	/** Lines before the test, where it can stand in a line of its own. */
	readonly before: readonly string[];
	/** The test there, as a whole head. */
	readonly head: string;
	readonly body: readonly string[];
	/** Gives the error to the caller, where the branch does not. */
	readonly passOn: string;
}

/** Lays lines out as the code around is. */
export function laidOut(lines: readonly string[], blanks: string, { text, code, offset }: ClientPlace): string {
	const unit = indentationUnit(code.text) ?? '  ';
	const indented = (line: string): string => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length));
	return lines.map((line) => (line === '' ? '' : blanks + indented(line))).join(lineBreakAt(text, offset));
}

/**
 * Edits that put lines first in the branch, in offsets of the document. The branch may only leave, wait or log: what
 * else it does may not be done twice. Undefined where it does more, or is not for one thing alone.
 */
export function branchEdits(place: ClientPlace, lines: NewLines): readonly Edit[] | undefined {
	const { branch, text, offset } = place;
	if (branch.labels.some(({ kind, negated }) => negated || kind === 'range' || kind === 'unknown')) return undefined;
	const isIf = branch.part.kind === 'if';
	const body = isIf ? childIn(branch.part, 'body') : undefined;
	const condition = isIf ? childIn(branch.part, 'condition') : undefined;
	if (body && condition && body.start < condition.start) return aboveModifier(place, body, condition, lines);
	const statements = isIf ? statementsOf(body) : branch.body;
	const [first] = statements;
	if (!first || (isIf && body?.kind !== 'block') || !statements.every((one) => isPlain(one))) return undefined;
	if (branch.part.kind === 'case' && statements.length === 1 && !beginsLine(text, offset + first.start))
		return insteadOfThen(place, first, lines);
	if (!statements.every((one) => beginsLine(text, offset + one.start))) return undefined;
	return intoLines(place, statements, lines);
}

/** `raise Slow if response.status == 429`: the same test stands above, with what is done then. */
function aboveModifier(place: ClientPlace, body: Part, condition: Part, lines: NewLines): readonly Edit[] | undefined {
	const { branch, text, offset } = place;
	const start = offset + branch.part.start;
	if (!beginsLine(text, start) || !isLeaving(body) || condition.text.includes('\n')) return undefined;
	const asked = /\|\||\b(?:or|and|not)\b|\?\s/.test(condition.text) ? `(${condition.text})` : condition.text;
	const blanks = indentationAt(text, start);
	const added = laidOut([`if ${asked} && ${lines.test}`, ...lines.body, 'end'], blanks, place);
	const at = lineStartAt(text, start);
	return [{ start: at, end: at, text: added + lineBreakAt(text, start) }];
}

/** `when 429 then raise Slow` gets lines of its own. */
function insteadOfThen(place: ClientPlace, only: Part, lines: NewLines): readonly Edit[] | undefined {
	const { branch, text, offset } = place;
	const start = offset + branch.part.start;
	const label = branch.labels.at(-1);
	const end = offset + only.end;
	if (!label || !isLeaving(only) || !beginsLine(text, start) || lineEndAt(text, end) !== end) return undefined;
	const from = offset + label.part.end;
	if (!/^\s+then\s+$/.test(text.slice(from, offset + only.start))) return undefined;
	const inner = indentationAt(text, start) + (indentationUnit(place.code.text) ?? '  ');
	const all = [...lines.before, lines.head, ...lines.body, 'end', only.text];
	return [{ start: from, end, text: lineBreakAt(text, start) + laidOut(all, inner, place) }];
}

/** What waited or repeated before is left out, and where nothing leaves, the error goes on. */
function intoLines(place: ClientPlace, statements: readonly Part[], lines: NewLines): readonly Edit[] {
	const { text, offset } = place;
	const removed = statements.filter((one) => isSleep(one) || isRepeat(one) || one.kind === 'continue');
	const kept = statements.filter((one) => !removed.includes(one));
	const last = kept.at(-1);
	const start = offset + (statements[0]?.start ?? 0);
	const blanks = indentationAt(text, start);
	const lineBreak = lineBreakAt(text, start);
	const leaves = last !== undefined && isLeaving(last);
	const all = [...lines.before, lines.head, ...lines.body, 'end'];
	const at = lineStartAt(text, start);
	const added = laidOut(leaves || last ? all : [...all, lines.passOn], blanks, place) + lineBreak;
	const edits = [{ start: at, end: at, text: added }, ...removed.map((one) => withoutLine(one, place))];
	if (leaves || !last) return edits;
	const end = lineEndAt(text, offset + last.end);
	return [...edits, { start: end, end, text: lineBreak + laidOut([lines.passOn], blanks, place) }];
}

/** Takes a statement out with its line. */
function withoutLine({ start, end }: Part, { text, offset }: ClientPlace): Edit {
	const until = lineEndAt(text, offset + end);
	const next = text.startsWith('\r\n', until) ? until + 2 : Math.min(until + 1, text.length);
	return { start: lineStartAt(text, offset + start), end: next, text: '' };
}

/** A statement that leaves, waits, begins again or writes a log. */
function isPlain(part: Part): boolean {
	if (isLeaving(part) || part.kind === 'continue' || isSleep(part) || isRepeat(part)) return true;
	return (
		part.kind === 'call' &&
		/^(?:puts|warn|p|(?:[\w.@]+\.)?(?:log|logger)\b|[\w.@]+\.(?:warn|info|error|debug)\b)/.test(part.text)
	);
}

/** What puts the work off, or does it in another way. */
const otherWay = /retry|again|release|later|schedul|queue|dispatch|perform|sleep|wait|fall_?back|switch|rotate/i;

/** Raises, ends the program, or gives back what tells of the limit. */
function isLeaving(part: Part): boolean {
	if (part.kind === 'throw' || part.kind === 'break') return true;
	if (part.kind === 'call' && /^(?:abort|exit!?|fail)$/.test(calledName(part))) return true;
	if (isValue(part)) return true;
	if (part.kind !== 'return' || isRepeat(part)) return false;
	return !partsIn(part).some((one) => one.kind === 'call' && otherWay.test(one.text));
}

/** The value of the branch, where that is the method's: `{ ok: false }`, `nil`. */
function isValue(part: Part): boolean {
	if (part.kind === undefined) return /^(?:nil|false|true)$/.test(part.text);
	if (!/^(?:table|collection|string|dynamic)$/.test(part.kind)) return false;
	return !partsIn(part).some((one) => one.kind === 'call' && otherWay.test(one.text));
}

/** A statement that waits. */
export const isSleep = ({ text }: Part): boolean => /^(?:Kernel\.)?sleep(?:$|[\s(][^\n]*$)/.test(text);

/** `return load(url)` in `load` itself: a repeat without regard to the server. */
function isRepeat(part: Part): boolean {
	const around = namedAround(part);
	const name = around && childIn(around, 'name')?.text;
	return name !== undefined && new RegExp(`^(?:return\\s+)?(?:self\\.)?${name}\\([^()]*\\)$`).test(part.text);
}
