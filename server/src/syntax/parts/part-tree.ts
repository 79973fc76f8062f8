import type { Node, TreeCursor } from 'web-tree-sitter';
import { collect } from '../dispatches/collect.ts';
import { Draft } from '../draft.ts';
import { bind, complete, follow } from './flat-siblings.ts';
import { joinClauses, splitMembers } from './gather.ts';
import { type CompiledRole, type CompiledRoles, kindsWithOperator, type ReadingRule } from './node-roles.ts';
import type { Part, PartField, PartKind } from './part.ts';
import { rebalance } from './rebalance.ts';
import { giveLast, pairLast, restate, tighten } from './restate.ts';
import { standAhead } from './stand-ahead.ts';

/** Code that is nested deeper is left out: nobody writes it, and what reads parts would run out of stack. */
const deepest = 500;
/** The number that every grammar gives to what it could not parse. */
const errorType = 65_535;
const noFields: readonly PartField[] = [];

interface Walk {
	readonly cursor: TreeCursor;
	readonly roles: CompiledRoles;
	/** The text of the block. */
	readonly text: string;
	/** Offset of the block in the text that was parsed. */
	readonly base: number;
	/** Whether nodes may be missing: asked only where there is an error, because it is asked of every leaf. */
	readonly broken: boolean;
	/** How deep the node at the cursor is nested in the block. */
	depth: number;
}

/**
 * Reads what a block's nodes mean, nested as in the text. Nodes that mean nothing are left out; what is in them counts
 * as standing in the part around.
 * @param text the block's text; `base` is its offset in the text that was parsed
 */
export function partTree(nodes: readonly Node[], roles: CompiledRoles, text: string, base: number): Part {
	const root = new Draft(0, text.length, undefined, [], undefined, text);
	for (const node of nodes) {
		const cursor = node.walk();
		readNode({ cursor, roles, text, base, broken: node.hasError, depth: 0 }, root, undefined, noFields);
		cursor.delete();
	}
	return root;
}

/** Reads the node at the cursor into the part around it; `around` is the role of the node's parent. */
function readNode(walk: Walk, part: Draft, around: CompiledRole | undefined, marks: readonly PartField[]): void {
	const { cursor, roles } = walk;
	const type = cursor.nodeTypeId;
	const named = type === errorType || roles.named[type] === true;
	if (!named) {
		if (around) readToken(walk, part, around, type);
		return;
	}
	const role = roles.roles[type];
	if (around?.opened?.has(cursor.currentFieldId) || around?.openedTypes?.has(type)) {
		readChildren(walk, part, role);
		return;
	}
	const opened = around?.openedAs?.get(type);
	if (opened) {
		readChildren(walk, part, undefined, [opened]);
		return;
	}
	const given = fieldsOf(cursor, type, around, marks);
	const isNegated = around?.negated?.has(cursor.currentFieldId) === true;
	const fields: PartField[] = isNegated ? ['inner'] : given;
	const owner = isNegated ? addPart(walk, part, 'not', given) : part;
	const kind = type === errorType ? 'error' : kindOf(walk, owner, role, around);
	if (kind === undefined && role?.through) {
		readChildren(walk, owner, role.words && role, fields);
		return;
	}
	if (kind === undefined && fields.length === 0 && role?.kindBy === undefined) {
		readChildren(walk, owner, role);
		return;
	}
	const own = addPart(walk, owner, kind, fields);
	readChildren(walk, own, role);
	if (role?.clauses) joinClauses(own, role.clauses);
	if (role?.rebalances) rebalance(own);
	if (role?.declaresSeveral) splitMembers(own);
	if (role?.collects) collect(own, role.collects);
	if (role?.restates && own.kind === 'call') restate(own, role.restates);
	if (role?.tight && own.kind === 'block') tighten(own);
	if (role?.givesLast) giveLast(own, role.givesLast === 'alone');
	if (role?.binds) bind(own);
	if (role?.follows) follow(own, role.follows);
	if (role?.completes) complete(own);
	if (role?.kindBy && own.kind === undefined) dissolve(own);
}

function kindOf(
	{ cursor, text, base }: Walk,
	part: Draft,
	role: CompiledRole | undefined,
	around: CompiledRole | undefined,
): PartKind | undefined {
	const place = part.parent ? part.kind : 'nothing';
	const within = place && role?.within?.[place];
	const own = within ?? role?.kind ?? around?.fieldKinds?.get(cursor.currentFieldId);
	if (own !== undefined) return own;
	if (role === undefined && around?.words)
		return around.words.get(text.slice(cursor.startIndex - base, cursor.endIndex - base));
	return role?.kindWith && kindByChild(cursor, role.kindWith);
}

/** The kind that a child gives to the node at the cursor, looked up before the node is read. */
function kindByChild(cursor: TreeCursor, kinds: ReadonlyMap<number, PartKind>): PartKind | undefined {
	let kind: PartKind | undefined;
	if (!cursor.gotoFirstChild()) return undefined;
	do kind ??= kinds.get(cursor.nodeTypeId);
	while (kind === undefined && cursor.gotoNextSibling());
	cursor.gotoParent();
	return kind;
}

function fieldsOf(
	cursor: TreeCursor,
	type: number,
	around: CompiledRole | undefined,
	marks: readonly PartField[],
): PartField[] {
	const fields: PartField[] = [];
	const given = around?.fields?.get(cursor.currentFieldId);
	if (typeof given === 'string') add(fields, given);
	else if (given) for (const one of given) add(fields, one);
	if (around?.types) add(fields, around.types.get(type));
	if (around?.children) add(fields, around.children);
	for (const mark of marks) add(fields, mark);
	return fields;
}

function add(fields: PartField[], field: PartField | undefined): void {
	if (field !== undefined && !fields.includes(field)) fields.push(field);
}

function addPart({ cursor, text, base }: Walk, parent: Draft, kind: PartKind | undefined, fields: PartField[]): Draft {
	const start = cursor.startIndex - base;
	const end = withoutBreak(text, start, cursor.endIndex - base);
	const added = new Draft(start, end, kind, fields, parent, text);
	parent.children.push(added);
	return added;
}

/** Where a part ends without the line breaks that end a statement, which some grammars count among it. */
function withoutBreak(text: string, start: number, end: number): number {
	let last = end;
	while (last > start && (text[last - 1] === '\n' || text[last - 1] === '\r')) last--;
	return last;
}

/** @param passed what each child is to the part besides, for a node that is looked through */
function readChildren(
	walk: Walk,
	part: Draft,
	role: CompiledRole | undefined,
	passed: readonly PartField[] = noFields,
): void {
	const { cursor } = walk;
	if (walk.depth >= deepest) return;
	if (!cursor.gotoFirstChild()) {
		if (walk.broken && cursor.nodeIsMissing) addPart(walk, part, 'error', []);
		return;
	}
	walk.depth++;
	let marks = role?.first === undefined ? (role?.from?.start ?? passed) : [role.first];
	let holder = part;
	let position = 0;
	let braces = 0;
	let until: ReadonlyMap<number, true> | undefined;
	let isPair = false;
	let ahead: { readonly names: RegExp; readonly parts: Draft[] } | undefined;
	do {
		const type = cursor.nodeTypeId;
		const own = walk.roles.roles[type];
		if (until?.has(type)) {
			holder = ended(part, holder);
			until = undefined;
			marks = passed;
		}
		if (role?.calleeOf || role?.bodyBut) holder = gatheredIn(walk, part, role);
		const opens = role?.braceTypes?.get(type);
		if (opens) holder = addPart(walk, part, 'block', [role?.braces?.[braces++] ?? 'body']);
		if (role?.kindWith && part.kind !== undefined) part.kind = role.kindWith.get(type) ?? part.kind;
		const mark = markOf(walk, role, type);
		if (mark) marks = [...marks, mark];
		const ends = role?.pairedBy?.get(type);
		if (ends) {
			holder = paired(part);
			until = ends;
			marks = ['value'];
		}
		const counts =
			role?.positions !== undefined && walk.roles.named[type] === true && own?.kind !== 'comment' && !own?.follows;
		const placed = counts ? (role.positions?.[position++] ?? role.rest) : undefined;
		const known = holder.children.length;
		readNode(walk, holder, role, placed === undefined ? marks : marks.concat(placed));
		if (opens === false) holder = closed(walk, part, holder);
		if (role?.reads && holder.children.length > known) judgeByText(part, holder.children.at(-1), role.reads);
		if (role?.pairs && holder.children.length > known && isPair) pairLast(holder);
		isPair = role?.pairs?.has(type) === true;
		if (own?.ahead) {
			ahead = { names: own.ahead, parts: [...(ahead?.parts ?? []), ...holder.children.slice(known)] };
		} else if (ahead && (holder.children[known]?.kind ?? 'comment') !== 'comment') {
			standAhead(ahead.parts, holder.children[known] ?? holder, ahead.names);
			ahead = undefined;
		}
		if (own?.takesRest || own?.takesUntil) holder = holder.children.at(-1) ?? holder;
		until = own?.takesUntil ?? until;
		marks = role?.from?.at.get(type) ?? marks;
		if (role?.first !== undefined && marks.length > 0 && walk.roles.named[type]) marks = noFields;
	} while (cursor.gotoNextSibling());
	ended(part, holder);
	if (role?.calleeOf) withoutLoneMember(part);
	walk.depth--;
	cursor.gotoParent();
}

/** What the child at the cursor says about those after it. */
function markOf({ cursor, text, base }: Walk, role: CompiledRole | undefined, type: number): PartField | undefined {
	const mark = role?.marks?.get(type);
	if (mark === undefined || typeof mark === 'string') return mark;
	return mark.text.test(text.slice(cursor.startIndex - base, cursor.endIndex - base)) ? mark.field : undefined;
}

/** A pair in place of the last child, which is its key. */
function paired(part: Draft): Draft {
	const key = part.children.pop();
	if (!key) return part;
	const pair = new Draft(key.start, key.end, 'pair', [], part, part.source);
	key.fields = ['key'];
	key.parent = pair;
	pair.children.push(key);
	part.children.push(pair);
	return pair;
}

/** Ends what holds the children of a part where the last of them ends. */
function ended(part: Draft, last: Draft): Draft {
	for (let holder = last; holder !== part && holder.parent; holder = holder.parent)
		holder.end = Math.max(holder.end, holder.children.at(-1)?.end ?? 0);
	return part;
}

/** Ends a block with its brace. */
function closed({ cursor, base }: Walk, part: Draft, block: Draft): Draft {
	block.end = cursor.endIndex - base;
	return part;
}

/** Where the child at the cursor belongs in a node that has none of its own for its callee, or for its body. */
function gatheredIn(walk: Walk, part: Draft, { calleeOf, bodyBut }: CompiledRole): Draft {
	const { cursor, roles } = walk;
	if (calleeOf) return calleeOf.has(cursor.currentFieldId) ? gathered(walk, part, 'member', 'callee') : part;
	const isOther = !roles.named[cursor.nodeTypeId] || bodyBut?.has(cursor.nodeTypeId);
	return isOther ? part : gathered(walk, part, 'block', 'body');
}

/** The part that some children of another are gathered in; it is added with the first of them. */
function gathered(walk: Walk, part: Draft, kind: PartKind, field: PartField): Draft {
	const known = part.children.find(({ fields }) => fields.includes(field));
	const found = known ?? addPart(walk, part, kind, [field]);
	found.end = walk.cursor.endIndex - walk.base;
	return found;
}

/** A callee of one child is that child. */
function withoutLoneMember(call: Draft): void {
	const index = call.children.findIndex(({ fields }) => fields.includes('callee'));
	const [only, ...more] = call.children[index]?.children ?? [];
	if (!only || more.some(({ kind }) => kind !== 'comment')) return;
	only.fields = ['callee'];
	only.parent = call;
	call.children[index] = only;
}

/** What the text of a child says about the part around it. */
function judgeByText(part: Draft, child: Draft | undefined, rules: readonly ReadingRule[]): void {
	for (const { field, text, alone, kind, also, child: childKind } of rules) {
		if (!child?.fields.includes(field) || !text.test(child.text)) continue;
		if (alone && part.children.some((one) => one !== child && one.fields.includes(field))) continue;
		part.kind = kind ?? part.kind;
		child.kind ??= childKind;
		add(part.fields, also);
	}
}

/** A keyword or an operator: it may say what kind the part is, or stand as a part of its own. */
function readToken(walk: Walk, part: Draft, { kindBy, tokens }: CompiledRole, type: number): void {
	const kind = kindBy?.get(type);
	if (kind !== undefined) {
		part.kind = kind;
		if (kindsWithOperator.has(kind)) addPart(walk, part, undefined, ['operator']);
	}
	const field = tokens?.get(type);
	if (field !== undefined) addPart(walk, part, undefined, [field]);
	if (walk.broken && walk.cursor.nodeIsMissing) addPart(walk, part, 'error', []);
}

/** An operation that means nothing: what it is made of stands in the part around it. */
function dissolve(part: Draft): void {
	const children = part.children.flatMap((child) => (child.kind === undefined ? child.children : [child]));
	for (const child of part.children) child.fields = [];
	const { parent } = part;
	const owner = part.fields.length > 0 || !parent ? part : parent;
	for (const child of children) child.parent = owner;
	if (owner === part) {
		part.children = children;
	} else {
		owner.children.pop();
		owner.children.push(...children);
	}
}
