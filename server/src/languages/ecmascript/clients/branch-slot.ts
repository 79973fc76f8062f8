import type { Branch } from '../../../syntax/code.ts';
import { leaves } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { Span } from '../../../syntax/span.ts';
import { escaped } from './code-text.ts';

/** Where the statements of a branch stand, and what around them has to be written anew. Offsets count from the block. */
export interface BranchSlot {
	/** The `if` or the `case`. */
	readonly part: Part;
	/** Holds the statements as its children. */
	readonly list: Part;
	/** The statements with all that is between them. */
	readonly inside: Span;
	/** What is replaced: the inside, and what comes before or after it. */
	readonly replaced: Span;
	/** What has to stand before and after the statements. */
	readonly before: string;
	readonly after: string;
	/** In place of `after`, where the statements never run off their end. */
	readonly afterLeaving: string;
	/** Whether it runs into a branch that does something. */
	readonly runsOn: boolean;
}

const limits = /^(?:429|503)$|rate.?limit|too.?many|thrott|slow.?down|quota/i;
const tokens = /^401$|auth|token|session/i;

/** The statements of a branch that is for nothing else; undefined where they also serve other values. */
export function branchSlot(place: ClientPlace, block: string, about: 'limit' | 'token'): BranchSlot | undefined {
	const { branch } = place;
	const isStatement = branch.part.kind === 'if' || branch.part.kind === 'case';
	if (!isStatement || branch.isDefault || branch.labels.length === 0) return undefined;
	const group = branch.part.kind === 'case' ? groupOf(branch.part) : { last: branch.part, size: 1 };
	if (!group) return undefined;
	const others = place.dispatch.branches.filter((one) => one !== branch && isInGroup(one, branch.part, group.last));
	const pattern = about === 'limit' ? limits : tokens;
	if (!areAbout(branch, others, pattern)) return undefined;
	return group.last.kind === 'if' ? slotOfIf(group.last) : slotOfCase(group.last, place.code.text, block);
}

/** Several labels must all be of the same sort. */
function areAbout(branch: Branch, others: readonly Branch[], pattern: RegExp): boolean {
	const labels = [branch, ...others].flatMap((one) => one.labels);
	const isPlain = labels.every((label) => !label.negated && (label.kind === 'literal' || label.kind === 'name'));
	if (!isPlain) return false;
	return labels.length === 1 || labels.every((label) => pattern.test(label.part.text.replaceAll(/['"`]/g, '')));
}

/** A case with the labels that lead into the same statements; undefined where statements run into it. */
function groupOf(part: Part): { readonly last: Part; readonly size: number } | undefined {
	const cases = (part.parent?.children ?? []).filter((one) => one.kind === 'case' || one.kind === 'default');
	const at = cases.indexOf(part);
	let first = at;
	while (first > 0 && isEmpty(cases[first - 1])) first--;
	const before = cases[first - 1];
	if (before && !leaves(bodyOf(before))) return undefined;
	let last = at;
	while (last + 1 < cases.length && isEmpty(cases[last])) last++;
	const group = cases.slice(first, last + 1);
	const end = cases[last];
	return end && group.every((one) => one.kind === 'case') ? { last: end, size: group.length } : undefined;
}

function isInGroup(other: Branch, part: Part, last: Part): boolean {
	if (part.kind !== 'case') return false;
	const cases = (part.parent?.children ?? []).filter((one) => one.kind === 'case');
	const end = cases.indexOf(last);
	const index = cases.indexOf(other.part);
	if (index < 0 || index > end) return false;
	return cases.slice(index, end).every(isEmpty);
}

const isEmpty = (part: Part | undefined): boolean => part !== undefined && bodyOf(part).length === 0;
const bodyOf = (part: Part): readonly Part[] =>
	part.children.filter((child) => child.fields.includes('body') && child.kind !== 'comment');

function slotOfIf(part: Part): BranchSlot | undefined {
	const body = childIn(part, 'body');
	const condition = childIn(part, 'condition');
	if (!body || !condition) return undefined;
	if (body.kind === 'block') {
		const inside = { start: body.start + 1, end: body.end - 1 };
		return { part, list: body, inside, replaced: inside, before: '', after: '', afterLeaving: '', runsOn: false };
	}
	const replaced = { start: condition.end, end: body.end };
	return { part, list: part, inside: replaced, replaced, before: ' {', after: '}', afterLeaving: '}', runsOn: false };
}

function slotOfCase(part: Part, text: string, block: string): BranchSlot | undefined {
	const label = childIn(part, 'label');
	const colon = label ? block.indexOf(':', label.end) + 1 : 0;
	if (colon === 0) return undefined;
	const body = bodyOf(part);
	const next = caseAfter(part);
	const runsOn = next !== undefined && !leaves(body);
	const [first, second, ...more] = body;
	if (first?.kind === 'block' && more.length === 0 && (!second || second.kind === 'break')) {
		const inside = { start: first.start + 1, end: first.end - 1 };
		const replaced = { start: inside.start, end: part.end };
		const after = text.slice(inside.end, part.end);
		return { part, list: first, inside, replaced, before: '', after, afterLeaving: '}', runsOn };
	}
	const inside = { start: colon, end: body.length > 0 ? part.end : afterComments(part, text, colon) };
	if (declaresForOthers(part, body, block)) return undefined;
	return {
		part,
		list: body.length > 0 ? part : (part.parent ?? part),
		inside,
		replaced: inside,
		before: ' {',
		after: '}',
		afterLeaving: '}',
		runsOn,
	};
}

function caseAfter(part: Part): Part | undefined {
	return part.parent?.children.find((one) => (one.kind === 'case' || one.kind === 'default') && one.start >= part.end);
}

/** The end of the comments that follow a case without statements; they are about it. */
function afterComments(part: Part, text: string, from: number): number {
	let end = from;
	for (const child of part.parent?.children ?? []) {
		if (child.start < from || child.kind !== 'comment') continue;
		if (text.slice(end, child.start).trim() !== '') break;
		end = child.end;
	}
	return end;
}

/** Whether a case declares what another one uses, which braces would part. */
function declaresForOthers(part: Part, body: readonly Part[], block: string): boolean {
	const around = part.parent;
	if (!around) return false;
	const outside = block.slice(around.start, part.start) + block.slice(part.end, around.end);
	return body.some((statement) => {
		const declared =
			/^(?:const|let|class|function|async function)\s+([\w$]+|[[{][^=]*)/.exec(statement.text)?.[1] ?? '';
		return (declared.match(/[\w$]+/g) ?? []).some((name) => new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(outside));
	});
}

/** Whether a branch is the only place that uses what the file declares or imports under a name. */
export function isUsedOnlyIn(
	name: string,
	{ inside }: BranchSlot,
	{ file, block }: { file: string; block: string },
): boolean {
	if (new RegExp(`\\bexport\\s+(?:const|let|function|async\\s+function)\\s+${escaped(name)}(?![\\w$])`).test(file))
		return false;
	const uses = new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`, 'g');
	const here = block.slice(inside.start, inside.end).match(uses)?.length ?? 0;
	return (file.match(uses)?.length ?? 0) - here <= 1;
}
