import type { Branch } from '../code.ts';
import type { NewBranch } from '../language.ts';
import { childIn, type Part } from '../parts/part.ts';
import type { Edit } from '../span.ts';
import { beginsLine, lineEndAt } from '../text-lines.ts';
import { endingOf, statementsIn, styleOf } from './branch-style.ts';
import { codeEnd, endWithComments, laidOut, layoutLike, type NewLabel, newBranch, type Site } from './layout.ts';

/** Edits that add rows to a table of functions, after its last. A table of messages gets none. */
export function newRows(site: Site, labels: readonly NewLabel[]): readonly Edit[] | undefined {
	const { dispatch, text, offset, code } = site;
	const rows = dispatch.branches.filter((branch) => !branch.isDefault);
	const last = rows.at(-1);
	const table = last?.part.parent;
	if (!last || !table || !rows.every(isHandler) || rows.some(({ part }) => part.parent !== table)) return undefined;
	// Calls and assignments that fill a table are no rows in it.
	if (last.part.kind === 'call' || last.part.kind === 'assignment') return undefined;
	// A table may stand in another block than the place that looks into it.
	if (code.text.slice(table.start, table.end) !== table.text) return undefined;
	const end = codeEnd(last.part, site);
	const closing = codeEnd(table, site) - 1;
	const comma = commaAfter(end, closing, site);
	const written = labels.map((label) => site.write.branch(newBranch(site, label, rowStyle(rows, label, site))));
	if (written.includes('')) return undefined;
	if (!beginsLine(text, closing)) return inLine(end, closing, comma, rows, site, labels);
	const at = endWithComments(site, comma ?? end);
	if (at === undefined || !beginsLine(text, offset + last.start)) return undefined;
	const layout = layoutLike(
		site,
		offset + last.start,
		rows.flatMap(({ body }) => body.map(statementsOfFunction)),
	);
	const added = written.map((one) => layout.lineBreak + layout.outer + laidOut(one, layout)).join('');
	if (comma !== undefined) return [{ start: at, end: at, text: added }];
	const without = added.slice(0, -1);
	if (at === end) return [{ start: end, end, text: `,${without}` }];
	return [
		{ start: end, end, text: ',' },
		{ start: at, end: at, text: without },
	];
}

/** Whether a row holds a function, or a name that may be one's. */
function isHandler({ body, labels }: Branch): boolean {
	const [value] = body;
	if (!value || body.length > 1 || labels.some(({ kind }) => kind === 'unknown')) return false;
	if (value.kind === 'function') return true;
	return (
		(value.kind === undefined || value.kind === 'member') &&
		/^[\w$.]+$/.test(value.text) &&
		!/^(null|undefined|true|false|NaN)$/.test(value.text)
	);
}

/** The offset after the comma that follows, with comments in between; undefined where there is none. */
export function commaAfter(end: number, closing: number, { text, offset, code }: Site): number | undefined {
	let at = end;
	for (;;) {
		const next = at + (/^\s*/.exec(text.slice(at, closing))?.[0].length ?? 0);
		if (text[next] === ',') return next + 1;
		const comment = code.comments.find(({ start }) => offset + start === next);
		if (!comment) return undefined;
		at = offset + comment.end;
	}
}

function rowStyle(rows: readonly Branch[], { label }: NewLabel, site: Site): Partial<NewBranch> {
	const functions = rows.flatMap(({ body }) => body.filter(({ kind }) => kind === 'function'));
	const bodies = functions.map(statementsOfFunction);
	const { semicolon } = styleOf(bodies, [], site.dispatch, site.code);
	const givesNothing = functions.length === rows.length && functions.every(endsWithoutValue);
	const names = rows.flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'name'));
	const bare = rows.some(({ labels }) =>
		labels.some((one) => one.kind === 'literal' && /^[\w$]/.test(one.literal.text)),
	);
	return {
		form: 'table',
		// Whoever calls them may use what they give, so a new one that gives nothing would not fit.
		ending: givesNothing ? 'none' : 'throw',
		semicolon,
		row: rows[0]?.part.kind === 'collection' ? 'list' : 'pair',
		computed: !/^['"`\d]/.test(label) && (label.includes('.') || (names.length > 0 && !bare)),
		functionLike: functions[0] && headOf(functions[0]),
		tableType: typeOf(rows[0]?.part.parent, site.text),
		asynchronous: functions.length > 0 && functions.every((one) => childIn(one, 'asynchronous') !== undefined),
	};
}

function headOf(part: Part): string | undefined {
	const body = childIn(part, 'body');
	return body?.kind === 'block' ? part.text.slice(0, body.start - part.start).trimEnd() : undefined;
}

/** What stands before a table, in the expression that it is, with the types that the file declares written out. */
function typeOf(table: Part | undefined, text: string): string | undefined {
	const whole =
		table?.parent?.kind === 'transparent' || table?.parent?.kind === 'construction' ? table.parent : undefined;
	const type = table && whole?.text.slice(0, table.start - whole.start);
	return type && writtenOut(type, text, 2);
}

/** A type that ends with a name, with what the name is declared to be in its place. */
function writtenOut(type: string, text: string, steps: number): string {
	const name = /\w+\s*$/.exec(type)?.[0] ?? '';
	const declared = new RegExp(`^type\\s+${name.trim()}\\s+=?\\s*(\\S.*?);?\\r?$`, 'm').exec(text)?.[1];
	if (name === '' || declared === undefined || steps === 0) return type;
	return writtenOut(type.slice(0, -name.length) + declared, text, steps - 1);
}

function statementsOfFunction(part: Part): readonly Part[] {
	const body = part.kind === 'function' ? childIn(part, 'body') : undefined;
	return body?.kind === 'block' ? statementsIn([body]) : [];
}

/** Whether a function has a body in braces that never returns a value. */
function endsWithoutValue(part: Part): boolean {
	if (childIn(part, 'body')?.kind !== 'block') return false;
	return (
		!returnsIn(part).some((one) => childIn(one, 'value') !== undefined) &&
		endingOf([statementsOfFunction(part)]) !== 'throw'
	);
}

function returnsIn(part: Part): readonly Part[] {
	return part.children.flatMap((child) => {
		if (child.kind === 'function') return [];
		return child.kind === 'return' ? [child] : returnsIn(child);
	});
}

function inLine(
	end: number,
	closing: number,
	comma: number | undefined,
	rows: readonly Branch[],
	site: Site,
	labels: readonly NewLabel[],
): readonly Edit[] | undefined {
	const { text, offset } = site;
	const first = rows[0];
	if (!first || lineEndAt(text, offset + first.start) < closing) return undefined;
	const written = labels.map((label) =>
		site.write.branch(newBranch(site, label, { ...rowStyle(rows, label, site), oneLine: true, semicolon: true })),
	);
	if (comma !== undefined) return [{ start: comma, end: comma, text: written.map((one) => ` ${one}`).join('') }];
	return [{ start: end, end, text: `, ${written.join(' ').slice(0, -1)}` }];
}
