import { Draft } from '../draft.ts';
import type { PartField, PartKind } from './part.ts';

const comments = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
/** What may stand between a part and what belongs to it, comments aside: a sign that something is there, and types. */
const between = /^\s*!?\s*(?:<[^()]*>)?\s*!?\s*$/;
/** A plain name at the end of a text, which is no part as long as nothing makes it one. */
const nameAtEnd = /([\p{L}_$][\p{L}\p{N}_$]*)\s*!?\s*(?:<[^()]*>)?\s*!?\s*$/u;
/** UTF-16 units that are looked at for it. */
const longest = 200;

/** Puts the part that stands right before one into it, and the one in its place: `.code` holds the `error` before it. */
export function follow(own: Draft, field: PartField): void {
	const { parent, source } = own;
	if (!parent || own.kind === 'transparent') return;
	if (isTypes(parent.children.at(-2))) parent.children.splice(-2, 1);
	const index = parent.children.findLastIndex((child) => child !== own && child.kind !== 'comment');
	const before = parent.children[index];
	const isBeside = before !== undefined && isBetween(source.slice(before.end, own.start));
	const head = isBeside ? before : nameBefore(own, before?.end ?? parent.start);
	if (!head || isDeep(head)) return;
	if (isBeside) parent.children.splice(index, 1);
	own.start = head.start;
	own.fields = [...new Set([...head.fields, ...own.fields])];
	head.fields = [field];
	head.parent = own;
	own.children.unshift(head);
}

/** Members of members that are nested deeper are left alone: what reads parts would run out of stack. */
const deepest = 200;

function isDeep(part: Draft): boolean {
	let depth = 0;
	for (let inner: Draft | undefined = part; inner; inner = inner.children[0]) depth++;
	return depth > deepest;
}

/** Types in angle brackets, which say nothing of what they stand beside. */
const isTypes = (part: Draft | undefined): boolean => part?.kind === undefined && part?.source[part.start] === '<';

function isBetween(text: string): boolean {
	return text === '' || (text.length < longest && between.test(text.replaceAll(comments, '')));
}

/** The plain name right before a part, as a part of its own. */
function nameBefore({ start, source }: Draft, from: number): Draft | undefined {
	const first = Math.max(from, start - longest);
	const found = nameAtEnd.exec(
		source.slice(first, start).replaceAll(comments, (comment) => ' '.repeat(comment.length)),
	);
	const name = found?.[1];
	if (!found || name === undefined) return undefined;
	const at = first + found.index;
	return new Draft(at, at + name.length, undefined, [], undefined, source);
}

/** Gives what is in a part to the function before it, which has no body yet. */
export function complete(own: Draft): void {
	const { parent } = own;
	const before = parent?.children.findLast((child) => child !== own && child.kind === 'function');
	if (!parent || !before || has(before, 'body')) return;
	parent.children.splice(parent.children.indexOf(own), 1);
	for (const child of own.children) child.parent = before;
	before.children.push(...own.children);
	before.end = own.end;
}

const has = (part: Draft, field: PartField): boolean => part.children.some(({ fields }) => fields.includes(field));

/**
 * Binds signs and clauses to what they stand beside: a bound to the value after it, an `and` to those on both sides, a
 * `catch` to its block and to the type before it. An `or` only parts what leads to the same.
 */
export function bind(part: Draft): void {
	if (part.kind === 'try') bindTypes(part);
	for (const own of [...part.children]) {
		if (own.children.length > 0 && own.kind !== 'catch') continue;
		if (own.kind === 'comparison') takeNext(part, own, boundBy(own));
		else if (own.kind === 'catch' && !has(own, 'body')) takeNext(part, own, 'body');
	}
	bindBoth(part);
	part.children = part.children.filter((child) => child.kind !== 'or' || child.children.length > 0);
	if (part.kind === 'if') askPattern(part);
}

/** Moves types into the handler after them; a block that has but types before it is a handler as well. */
function bindTypes(part: Draft): void {
	const isType = (child: Draft | undefined): boolean => child?.fields.includes('heritage') === true;
	for (let index = part.children.findIndex(isType); index >= 0; index = part.children.findIndex(isType)) {
		let count = 1;
		while (isType(part.children[index + count])) count++;
		const [first, ...others] = part.children.splice(index, count);
		if (!first) return;
		const type = new Draft(first.start, (others.at(-1) ?? first).end, undefined, [], part, part.source);
		const handler = part.children.find(({ start, kind }) => start >= type.end && kind !== 'comment');
		if (handler?.kind !== 'catch' && handler?.kind !== 'block') continue;
		const own = handler.kind === 'catch' ? handler : inPlaceOf(part, handler, 'catch', handler.end);
		own.start = type.start;
		adopt(own, type, 'heritage');
		own.children.sort((one, other) => one.start - other.start);
		if (own !== handler) adopt(own, handler, 'body');
	}
}

/** Makes a sign what it says of the value after it, and tells what that is to it. */
function boundBy(sign: Draft): PartField {
	if (sign.text.startsWith('!')) sign.kind = 'not';
	else if (sign.text.startsWith('=')) sign.kind = 'transparent';
	else sign.kind = sign.text === '<' ? 'half-open-range' : 'range';
	if (sign.text.startsWith('>')) return 'left';
	return sign.text.startsWith('<') ? 'right' : 'inner';
}

/** Moves the part after one into it. */
function takeNext(part: Draft, own: Draft, field: PartField): void {
	const index = part.children.indexOf(own);
	const at = part.children.findIndex((child, place) => place > index && child.kind !== 'comment');
	const after = part.children[at];
	if (!after) return;
	part.children.splice(at, 1);
	adopt(own, after, field);
}

/** Moves the parts on both sides of each `and` into it; those in a row are one. */
function bindBoth(part: Draft): void {
	const bound: Draft[] = [];
	let open: Draft | undefined;
	for (const child of part.children) {
		const left = bound.at(-1);
		if (open) {
			adopt(open, child, 'right');
			open = undefined;
		} else if (child.kind !== 'and' || child.children.length > 0 || !left) {
			bound.push(child);
		} else if (left.kind === 'and') {
			open = left;
		} else {
			child.start = left.start;
			bound[bound.length - 1] = child;
			adopt(child, left, 'left');
			open = child;
		}
	}
	part.children = bound;
}

/** `if (code case 'A' || 'B' when …)` asks whether the code fits. */
function askPattern(part: Draft): void {
	const patterns = part.children.filter(({ fields }) => fields.includes('label'));
	const subject = part.children.find(({ fields }) => fields.includes('condition'));
	const [first, last] = [patterns[0], patterns.at(-1)];
	if (!subject || !first || !last) return;
	const guard = part.children.find(({ fields }) => fields.includes('guard'));
	const asked = inPlaceOf(part, subject, 'comparison', last.end);
	adopt(asked, subject, 'left');
	part.children = part.children.filter((child) => !patterns.includes(child) && child !== guard);
	if (first === last) {
		adopt(asked, first, 'label');
	} else {
		const any = new Draft(first.start, last.end, 'or', [], asked, part.source);
		for (const pattern of patterns) adopt(any, pattern, 'inner');
		adopt(asked, any, 'label');
	}
	if (!guard) return;
	const both = inPlaceOf(part, asked, 'and', guard.end);
	adopt(both, asked, 'left');
	adopt(both, guard, 'right');
}

/** A new part that is to the one around what another of its children was, which it is to hold. */
function inPlaceOf(part: Draft, child: Draft, kind: PartKind, end: number): Draft {
	const own = new Draft(child.start, end, kind, child.fields, part, part.source);
	part.children.splice(part.children.indexOf(child), 1, own);
	return own;
}

function adopt(owner: Draft, child: Draft, field: PartField): void {
	child.fields = [field];
	child.parent = owner;
	owner.children.push(child);
	owner.end = Math.max(owner.end, child.end);
}
