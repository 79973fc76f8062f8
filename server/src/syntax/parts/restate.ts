import { Draft } from '../draft.ts';
import type { RestatingRule } from './node-roles.ts';
import type { PartField, PartKind } from './part.ts';

/** Makes a call what it is by the rules of its language; one that no rule names stays a call. */
export function restate(call: Draft, rules: readonly RestatingRule[]): void {
	const callee = inField(call, 'callee');
	const object = callee?.kind === 'member' ? inField(callee, 'object') : undefined;
	const name = callee?.kind === 'member' ? inField(callee, 'property')?.text : callee?.text;
	const rule =
		name === undefined
			? undefined
			: rules.find(({ name: asked, isMethod }) => isMethod === (object !== undefined) && asked.test(name));
	const given = (inField(call, 'arguments')?.children ?? []).filter(({ kind }) => kind !== 'comment');
	switch (rule?.kind) {
		case 'throw':
			become(call, 'throw', given, ['value']);
			break;
		case 'construction':
			call.kind = 'construction';
			if (object)
				call.children = call.children.map((child) => (child === callee ? placed(object, call, ['callee']) : child));
			break;
		case 'membership':
			askRange(call, object, given);
			break;
		case 'reference':
			nameOnly(call, given[0]);
			break;
		case 'transparent': {
			const inner = object ?? call.children.find(({ kind }) => kind === 'function');
			if (inner && given.length === 0) become(call, 'transparent', [inner], ['inner']);
			break;
		}
	}
}

/** `status.in?(list)`; with two values, these bound a range: `status.between?(400, 499)`. */
function askRange(call: Draft, object: Draft | undefined, given: readonly Draft[]): void {
	const [first, second, ...others] = given;
	if (!object || !first || others.length > 0) return;
	if (!second) {
		become(call, 'membership', [object, first], ['left', 'right']);
		return;
	}
	const range = new Draft(first.start, second.end, 'range', [], call, call.source);
	become(range, 'range', [first, second], ['left', 'right']);
	become(call, 'membership', [object, range], ['left', 'right']);
}

/** Makes a call that gives a function the function's name. */
function nameOnly(call: Draft, given: Draft | undefined): void {
	const name = given?.kind === 'string' ? /\w+[?!]?/.exec(given.text) : undefined;
	if (!given || !name) return;
	call.start = given.start + name.index;
	call.end = call.start + name[0].length;
	call.kind = undefined;
	call.children = [];
}

/** Gives a part another kind and other children; of several words the last goes for the rest of them. */
function become(part: Draft, kind: PartKind, children: readonly Draft[], fields: readonly PartField[]): void {
	part.kind = kind;
	part.children = children.map((child, index) =>
		placed(child, part, fields.slice(Math.min(index, fields.length - 1)).slice(0, 1)),
	);
}

function placed(child: Draft, parent: Draft, fields: PartField[]): Draft {
	child.parent = parent;
	child.fields = fields;
	return child;
}

/** Takes off what stands around the children of a block, such as the word that opens it. */
export function tighten(block: Draft): void {
	block.start = block.children[0]?.start ?? block.start;
	block.end = block.children.at(-1)?.end ?? block.end;
}

/** Makes the last two children of a part a pair, which is to it what they were. */
export function pairLast(part: Draft): void {
	const [key, value] = part.children.slice(-2);
	if (!key || !value) return;
	const pair = new Draft(key.start, value.end, 'pair', key.fields, part, part.source);
	pair.children = [placed(key, pair, ['key']), placed(value, pair, ['value'])];
	part.children.splice(-2, 2, pair);
}

/** What does something rather than give a value. */
const statements: ReadonlySet<PartKind> = new Set<PartKind>([
	...(['block', 'if', 'switch', 'return', 'throw', 'break', 'continue', 'loop', 'try', 'catch', 'function'] as const),
	...(['class', 'enum', 'import', 'export', 'variable', 'field', 'assignment', 'error', 'statement'] as const),
]);

/**
 * Makes a value that stands last in a body what is given back.
 * @param alone only where nothing else stands there
 */
export function giveLast(body: Draft, alone = false): void {
	if (body.kind === 'function') {
		const own = inField(body, 'body');
		if (own?.kind === 'block') giveLast(own, alone);
		return;
	}
	const index = body.children.findLastIndex(({ kind }) => kind !== 'comment');
	const last = body.children[index];
	if (alone && body.children.some((child) => child !== last && child.kind !== 'comment')) return;
	if (!last || (last.kind && statements.has(last.kind))) return;
	const given = new Draft(last.start, last.end, 'return', last.fields, body, body.source);
	given.children = [placed(last, given, ['value'])];
	body.children[index] = given;
}

function inField(part: Draft, field: PartField): Draft | undefined {
	return part.children.find(({ fields }) => fields.includes(field));
}
