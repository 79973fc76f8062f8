import { childIn, type Part } from '../parts/part.ts';
import { beginsLine, indentationAt, lineStartAt, widthOf } from '../text-lines.ts';
import { codeEnd, endWithOwnComments, type Place } from '../writing/layout.ts';
import { runsOn } from './statements.ts';

/** One arm of a switch. Offsets count from the start of the document. */
export interface Clause {
	readonly isDefault: boolean;
	readonly body: readonly Part[];
	readonly start: number;
	/** Where its last statement ends, or its label. */
	readonly end: number;
	readonly part: Part;
}

/** What stands in an arm before its body. */
const headFields: ReadonlySet<string> = new Set(['label', 'guard', 'separate']);

/** The arms of a switch in the order of the text. */
export function clausesOf({ dispatch, code, offset }: Pick<Place, 'dispatch' | 'code' | 'offset'>): readonly Clause[] {
	return dispatch.part.children
		.filter(({ kind }) => kind === 'case' || kind === 'default')
		.map((part) => ({
			isDefault: part.kind === 'default',
			body: part.children.filter(
				({ kind, fields }) =>
					kind !== 'comment' && kind !== 'fallthrough' && !fields.some((field) => headFields.has(field)),
			),
			start: offset + part.start,
			end: codeEnd(part, { code, offset }),
			part,
		}));
}

/** The first of the arms that run into the one at `index`, which then belong together. */
export function groupStart(clauses: readonly Clause[], index: number): number {
	let first = index;
	for (let before = clauses[first - 1]; before && runsOn(before.part); before = clauses[first - 1]) first--;
	return first;
}

/** Where an arm begins with the comments that belong to it: those right above it that are not indented further. */
export function startWithComments(clause: Clause, clauses: readonly Clause[], site: Place): number {
	const { text, offset, code } = site;
	const floor = clauses[clauses.indexOf(clause) - 1]?.end ?? openingOf(site) ?? clause.start;
	const width = widthOf(indentationAt(text, clause.start));
	const ownLine = beginsLine(text, clause.start);
	let start = ownLine ? lineStartAt(text, clause.start) : clause.start;
	for (const comment of code.comments.toReversed()) {
		const from = offset + comment.start;
		const between = text.slice(offset + comment.end, start);
		if (from < floor || offset + comment.end > start || between.trim() !== '') continue;
		if (!ownLine) {
			start = from;
		} else if (
			beginsLine(text, from) &&
			widthOf(indentationAt(text, from)) <= width &&
			isHeading(text, from, between)
		) {
			start = lineStartAt(text, from);
		}
	}
	return start;
}

/** A comment directly above, or one that blank lines part from what is above it as well. */
function isHeading(text: string, from: number, between: string): boolean {
	if (!/\n[\t ]*\r?\n/.test(between)) return true;
	const start = lineStartAt(text, from);
	return start > 0 && text.slice(lineStartAt(text, start - 1), start).trim() === '';
}

/**
 * Where an arm ends with its comments: those in its last line, and those below that are indented further.
 * @param end where its code ends, with the comma after it if there is one
 */
export function endOfCase(
	clause: Clause,
	clauses: readonly Clause[],
	place: Place,
	end = clause.end,
): number | undefined {
	const limit = clauses[clauses.indexOf(clause) + 1]?.start ?? endOfList(place);
	return endWithOwnComments(place, { start: clause.start, end }, limit);
}

/** Where the last arm's comments end at the latest: where nothing closes the switch, as far as they are indented. */
function endOfList({ dispatch, offset, text }: Place): number {
	const end = offset + dispatch.part.end;
	return text[end - 1] === '}' ? end : text.length;
}

/** Offset after the brace that opens the switch; undefined where it cannot be told. */
export function openingOf({ text, offset, dispatch, code }: Place): number | undefined {
	const subject = childIn(dispatch.part, 'subject');
	let at = offset + (subject?.end ?? dispatch.part.start);
	for (const comment of code.comments) {
		if (offset + comment.start >= at && text.slice(at, offset + comment.start).trim() === '') at = offset + comment.end;
	}
	const rest = /^\s*\{/.exec(text.slice(at, offset + dispatch.part.end))?.[0];
	return subject && rest ? at + rest.length : undefined;
}
