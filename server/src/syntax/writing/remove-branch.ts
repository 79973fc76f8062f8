import type { Branch, Code, Dispatch, Label } from '../code.ts';
import { type Clause, clausesOf, endOfCase, startWithComments } from '../dispatches/clauses.ts';
import { ownParts, runsOn } from '../dispatches/statements.ts';
import { childIn, closest, type Part } from '../parts/part.ts';
import type { Edit } from '../span.ts';
import { beginsLine, lineEndAt, lineStartAt } from '../text-lines.ts';
import { isBlock } from './branch-style.ts';
import { codeEnd, endWithComments, type Place } from './layout.ts';

/**
 * Edits that remove a label that can never be chosen, with its branch where that has no other.
 * @param label one that an earlier one of the same value hides; in a table, one that a later row replaces
 * @returns edits in offsets of the document; undefined where another branch runs into it, or what it declares or calls
 * may matter, or comments would be torn from what they are about
 */
export function removeLabel(
	dispatch: Dispatch,
	code: Code,
	offset: number,
	text: string,
	label: Label,
): readonly Edit[] | undefined {
	const branch = dispatch.branches.find(({ labels }) => labels.includes(label));
	if (!branch || dispatch.broken) return undefined;
	const site = { dispatch, code, offset, text };
	if (dispatch.form === 'membership') return removeElement(label.part, site);
	if (branch.labels.length > 1 || isOneOfSeveral(label.part, branch.part))
		return removeElement(label.part, site) ?? removeOperand(label.part, site) ?? removeAlternative(label.part, site);
	if (dispatch.form === 'table') return removeRow(branch, site);
	if (branch.part.kind === 'if') return removeTest(branch, site);
	return branch.part.kind === 'case' ? removeCase(branch, site) : undefined;
}

/** Whether something else may lead into the branch as well: `status === 422 || body === undefined`. */
function isOneOfSeveral(label: Part, branch: Part): boolean {
	const either = closest(label, 'or');
	return either !== undefined && branch.start <= either.start && branch.kind === 'if';
}

/** One side of an `||`, with the operator: `status === 404 || status === 422`. */
function removeOperand(label: Part, { text, offset, code }: Place): readonly Edit[] | undefined {
	const test = closest(label, 'comparison');
	const either = test?.parent;
	if (!test || either?.kind !== 'or' || either.children.length !== 2) return undefined;
	const other = either.children.find((child) => child !== test);
	if (!other || code.text.slice(test.start, test.end) !== test.text) return undefined;
	const [start, end] = other.end <= test.start ? [other.end, test.end] : [test.start, other.start];
	const operator = text.slice(offset + Math.min(test.end, other.end), offset + Math.max(test.start, other.start));
	return /^\s*(\|\||or)\s*$/.test(operator) ? [{ start: offset + start, end: offset + end, text: '' }] : undefined;
}

/** One of several patterns of a case, with the sign that joins it to the one before, or to the one after the first. */
function removeAlternative(label: Part, { text, offset, code }: Place): readonly Edit[] | undefined {
	let part = label;
	while (part.parent?.kind === 'transparent' && !part.fields.includes('label')) part = part.parent;
	const { parent } = part;
	const isPlain = code.text.slice(part.start, part.end) === part.text;
	if (!parent || !isPlain || (parent.kind !== 'or' && !part.fields.includes('label'))) return undefined;
	const siblings = parent.children.filter(
		({ kind, fields }) =>
			kind !== 'comment' && !fields.includes('operator') && (parent.kind === 'or' || fields.includes('label')),
	);
	const index = siblings.indexOf(part);
	const [before, after] = [siblings[index - 1], siblings[index + 1]];
	const [left, right] = before ? [before, part] : [part, after];
	if (!right) return undefined;
	if (!left || !/^\s*(?:\|\|?|or|,)\s*$/.test(text.slice(offset + left.end, offset + right.start))) return undefined;
	const [start, end] = before ? [left.end, part.end] : [part.start, right.start];
	return [{ start: offset + start, end: offset + end, text: '' }];
}

function removeCase({ part }: Branch, site: Place): readonly Edit[] | undefined {
	const clauses = clausesOf(site);
	const index = clauses.findIndex((clause) => clause.part === part);
	const clause = clauses[index];
	const before = clauses[index - 1];
	if (!clause) return undefined;
	const runsInto = clause.body.length > 0 && before !== undefined && runsOn(before.part);
	if (runsInto) return before.body.length === 0 ? removeLabelOnly(clause, site) : undefined;
	if (declares(clause.body)) return undefined;
	return removeClause(clause, clauses, site);
}

/** The arm with its comments, in lines of its own; within a line, up to what follows. */
function removeClause(clause: Clause, clauses: readonly Clause[], site: Place): readonly Edit[] | undefined {
	const { text } = site;
	const comma = /^\s*,/.exec(text.slice(clause.end, clause.end + 200))?.[0].length ?? 0;
	const end = endOfCase(clause, clauses, site, clause.end + comma);
	if (beginsLine(text, clause.start) && end !== undefined) {
		return [withoutLines(startWithComments(clause, clauses, site), end, text)];
	}
	const next = clauses[clauses.indexOf(clause) + 1];
	if (!next || text.slice(clause.end + comma, next.start).trim() !== '') return undefined;
	return [{ start: clause.start, end: next.start, text: '' }];
}

/** The line of a label whose statements others share. */
function removeLabelOnly(clause: Clause, { text, offset }: Place): readonly Edit[] | undefined {
	const first = clause.body[0];
	const line = lineEndAt(text, clause.start);
	if (!first || offset + first.start <= line || !beginsLine(text, clause.start)) return undefined;
	return /:\s*$/.test(text.slice(clause.start, line)) ? [withoutLines(clause.start, line, text)] : undefined;
}

/** Whether other code may need what the statements declare. */
function declares(body: readonly Part[]): boolean {
	return body.some((statement) => {
		if (statement.kind === 'function' || statement.kind === 'class' || statement.kind === 'enum') return true;
		for (const part of ownParts(statement)) {
			if (part.kind === 'variable' && !(isBlock(body) && part.fields.includes('constant'))) return true;
			if (part !== statement && part.kind === 'function' && part.parent?.kind === 'block') return true;
		}
		return false;
	});
}

function removeTest({ part }: Branch, site: Place): readonly Edit[] | undefined {
	const { text, offset, code } = site;
	const body = childIn(part, 'body');
	const { parent } = part;
	if (!body || childIn(part, 'condition') === undefined) return undefined;
	if (declares([body])) return undefined;
	if (part.fields.includes('alternative') && parent?.kind === 'if') {
		const before = childIn(parent, 'body');
		const isBetween = (one: { start: number }): boolean =>
			before !== undefined && one.start >= before.end && one.start < body.start;
		if (!before || code.comments.some(isBetween)) return undefined;
		const kept = codeEnd(before, site);
		if (text.slice(kept, offset + part.start).includes('/*')) return undefined;
		return [{ start: kept, end: codeEnd(body, site), text: '' }];
	}
	const end = endWithComments(site, codeEnd(part, site));
	if (childIn(part, 'alternative') || end === undefined || !beginsLine(text, offset + part.start)) return undefined;
	const above = lineStartAt(text, offset + part.start);
	if (code.comments.some((one) => text.slice(offset + one.end, above).trim() === '' && offset + one.end <= above))
		return undefined;
	return [withoutLines(offset + part.start, end, text)];
}

/** A row with its comma. What it holds must not do anything by being there. */
function removeRow({ part, body }: Branch, site: Place): readonly Edit[] | undefined {
	const { text, offset, code } = site;
	const [value] = body;
	const table = part.parent;
	if (!table || code.text.slice(table.start, table.end) !== table.text) return undefined;
	const kinds = [undefined, 'function', 'string', 'integer', 'dynamic', 'member'];
	if (body.length > 1 || (value && !kinds.includes(value.kind))) return undefined;
	const end = codeEnd(part, site);
	const comma = /^\s*,/.exec(text.slice(end))?.[0];
	if (comma === undefined) return undefined;
	const after = end + comma.length;
	const start = offset + part.start;
	const lineEnd = endWithComments(site, after);
	if (beginsLine(text, start) && lineEnd !== undefined) return [withoutLines(start, lineEnd, text)];
	const blanks = /^[\t ]*/.exec(text.slice(after))?.[0].length ?? 0;
	return [{ start, end: after + blanks, text: '' }];
}

/** An element of a list with the comma before it, or after it where it is the first. */
function removeElement(part: Part, { text, offset, code }: Place): readonly Edit[] | undefined {
	if (!part.fields.includes('element')) return undefined;
	const siblings = (part.parent?.children ?? []).filter(
		(one) => one.kind !== 'comment' && one.fields.includes('element'),
	);
	const index = siblings.indexOf(part);
	const [before, after] = [siblings[index - 1], siblings[index + 1]];
	const beside = before ?? after;
	if (!beside || code.text.slice(part.start, part.end) !== part.text) return undefined;
	const [left, right] = before ? [before, part] : [part, beside];
	const between = text.slice(offset + left.end, offset + right.start);
	const [start, end] = before ? [left.end, part.end] : [part.start, right.start];
	return /^\s*,\s*$/.test(between) ? [{ start: offset + start, end: offset + end, text: '' }] : undefined;
}

/** Whole lines, with the break after the last, or the one before the first where the text ends there. */
function withoutLines(start: number, end: number, text: string): Edit {
	const from = lineStartAt(text, start);
	const lineBreak = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
	return { start: from, end: end + lineBreak, text: '' };
}
