import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';

/** How lines are laid out around a function. A tab stands for one level. */
export interface Layout {
	readonly lineBreak: string;
	laid(lines: readonly string[], blanks: string): string;
}

export function layoutOf({ text, offset, code }: ClientPlace, around: Part): Layout {
	const unit = indentationUnit(code.text) ?? '    ';
	const lineBreak = lineBreakAt(text, offset + around.start);
	const indented = (line: string): string => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length));
	return {
		lineBreak,
		laid: (lines, blanks) => lines.map((line) => (line === '' ? '' : blanks + indented(line))).join(lineBreak),
	};
}

/** What a branch does, statement by statement, and where it begins. */
export interface BranchBody {
	readonly start: number;
	readonly statements: readonly Part[];
	/** The blanks before its statements. */
	readonly inner: string;
}

/**
 * The body of the branch, in lines of its own that only leave, wait or log: what else it does may not be done twice.
 * Undefined where it does more, or is not for one thing alone.
 */
export function bodyOf({ branch, text, offset, code }: ClientPlace): BranchBody | undefined {
	if (branch.labels.some(({ kind, negated }) => negated || kind === 'range' || kind === 'unknown')) return undefined;
	const block = branch.part.kind === 'if' ? childIn(branch.part, 'body') : undefined;
	const unit = indentationUnit(code.text) ?? '    ';
	if (block?.kind === 'block' && block.text.startsWith('{') && block.text.includes('\n')) {
		const statements = block.children.filter(({ kind }) => kind !== 'comment');
		const inner = indentationAt(text, offset + block.start) + unit;
		return statements.every((one) => isPlain(one, text, offset))
			? { start: block.start + 1, statements, inner }
			: undefined;
	}
	const [label] = branch.part.kind === 'case' ? branch.part.children : [];
	const [first] = branch.body;
	if (!label || !first || branch.fallsThrough || !branch.body.every((one) => isPlain(one, text, offset)))
		return undefined;
	const colon = branch.part.text.indexOf(':', label.end - branch.part.start);
	return {
		start: branch.part.start + colon + 1,
		statements: branch.body,
		inner: indentationAt(text, offset + first.start),
	};
}

/** What puts the work off, or does it in another way. */
const otherWay = /retry|again|release|later|schedul|queue|dispatch|perform|sleep|wait|fall_?back|switch|rotate/i;

/** A statement in a line of its own that leaves, waits, begins again or writes a log. */
function isPlain(part: Part, text: string, offset: number): boolean {
	if (!beginsLine(text, offset + part.start)) return false;
	if (part.kind === 'throw' || part.kind === 'break' || part.kind === 'continue') return true;
	if (part.kind === 'return')
		return isRepeat(part) || !partsIn(part).some((one) => one.kind === 'call' && otherWay.test(one.text));
	return (
		part.kind === 'statement' &&
		(isSleep(part) ||
			/^\$\w+\+\+;$/.test(part.text) ||
			/\b(?:error_log|log|logger|warning|error|notice|info|debug)\b/i.test(part.text))
	);
}

const isSleep = ({ text }: Part): boolean => /^\\?(?:u?sleep|time_nanosleep)\s*\([^;]*\);$/.test(text);

/** `return $this->load($url);` in `load` itself: a repeat without regard to the server. */
export function isRepeat(part: Part): boolean {
	const around = closest(part, 'function');
	const name = around && childIn(around, 'name')?.text;
	return (
		name !== undefined && new RegExp(`^return\\s+(?:\\$this->|self::|static::)?${name}\\([^()]*\\);$`).test(part.text)
	);
}

/** Puts lines first; what waited or repeated before is left out, and where nothing leaves, the error goes on. */
export function bodyEdits(
	{ start, statements, inner }: BranchBody,
	lines: readonly string[],
	passOn: string,
	{ text, offset, branch }: ClientPlace,
	{ laid, lineBreak }: Layout,
): readonly Edit[] {
	const isCase = branch.part.kind === 'case';
	const removed = statements.filter(
		(one) => isSleep(one) || isRepeat(one) || one.kind === 'continue' || (isCase && one.kind === 'break'),
	);
	const last = statements.filter((one) => !removed.includes(one)).at(-1);
	const leaves = last?.kind === 'throw' || last?.kind === 'return' || last?.kind === 'break';
	const edits = removed.map((one) => withoutLine(one, text, offset));
	const at = offset + start;
	const isNoted = last !== undefined && !leaves;
	const first = { start: at, end: at, text: lineBreak + laid(leaves || isNoted ? lines : [...lines, passOn], inner) };
	if (!isNoted) return [first, ...edits];
	const end = offset + last.end;
	return [first, { start: end, end, text: lineBreak + laid([passOn], inner) }, ...edits];
}

/** Takes a statement out with the blanks before it and the comment after it. */
function withoutLine({ start, end }: Part, text: string, offset: number): Edit {
	const comment = /^[ \t]*(?:\/\/|#).*/.exec(text.slice(offset + end))?.[0] ?? '';
	return { start: text.slice(0, offset + start).trimEnd().length, end: offset + end + comment.length, text: '' };
}

/** Lines of their own above a statement. */
export function above(
	at: Part,
	lines: readonly string[],
	{ text, offset }: ClientPlace,
	{ laid, lineBreak }: Layout,
): Edit {
	const start = lineStartAt(text, offset + at.start);
	return { start, end: start, text: laid(lines, indentationAt(text, offset + at.start)) + lineBreak };
}
