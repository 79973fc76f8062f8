import type { Span } from '../span.ts';

/** What a part of the code is, in words that every language shares. A language's table says which of its nodes are one. */
export const partKinds = [
	// values
	'string',
	'dynamic',
	'integer',
	'table',
	'pair',
	'collection',
	'spread',
	'range',
	'half-open-range',
	'type',
	// expressions
	'member',
	'subscript',
	'call',
	'construction',
	'markup',
	'function',
	'transparent',
	'await',
	'not',
	'negative',
	'and',
	'or',
	'fallback',
	'comparison',
	'membership',
	'arithmetic',
	'ternary',
	'assignment',
	// statements
	'block',
	'if',
	'switch',
	'case',
	'default',
	'return',
	'throw',
	'break',
	'continue',
	'fallthrough',
	'loop',
	'try',
	'catch',
	// declarations
	'variable',
	'destructuring',
	'parameter',
	'field',
	'class',
	'enum',
	'enum-member',
	'import',
	'imported',
	'imported-all',
	'export',
	'statement',
	// the rest
	'comment',
	'error',
] as const;
export type PartKind = (typeof partKinds)[number];

/** What a part is to the one around it. */
export const partFields = [
	'subject',
	'label',
	'guard',
	'condition',
	'body',
	'alternative',
	'left',
	'operator',
	'right',
	'object',
	'property',
	'callee',
	'arguments',
	'argument',
	'key',
	'value',
	'element',
	'name',
	'inner',
	'module',
	'alias',
	'all',
	'content',
	'parameters',
	'asynchronous',
	'heritage',
	'constant',
	'separate',
	'stacked',
] as const;
export type PartField = (typeof partFields)[number];

/** A piece of the code to which the language's table gives a role, nested as in the text. Offsets count from the block's start. */
export interface Part extends Span {
	/** Undefined where only its place in the part around it is known, as for a plain name. */
	readonly kind: PartKind | undefined;
	readonly fields: readonly PartField[];
	readonly parent: Part | undefined;
	readonly children: readonly Part[];
	readonly text: string;
}

/** The first child that plays the given role. */
export function childIn(part: Part, field: PartField): Part | undefined {
	return part.children.find((child) => child.fields.includes(field));
}

/** All children that play the given role. */
export function childrenIn(part: Part, field: PartField): readonly Part[] {
	return part.children.filter((child) => child.fields.includes(field));
}

/** The part and all those in it, outermost first; `enter` says whether to look inside one. */
export function partsIn(part: Part, enter?: (part: Part) => boolean): readonly Part[] {
	const found: Part[] = [];
	gather(part, enter, found);
	return found;
}

function gather(part: Part, enter: ((part: Part) => boolean) | undefined, found: Part[]): void {
	found.push(part);
	if (enter && !enter(part)) return;
	for (const child of part.children) gather(child, enter, found);
}

/** The parts around the given one, innermost first. */
export function* partsAround(part: Part): Generator<Part> {
	for (let around = part.parent; around; around = around.parent) yield around;
}

/** The innermost part around the given one that is of the kind. */
export function closest(part: Part, ...kinds: readonly PartKind[]): Part | undefined {
	for (const around of partsAround(part)) if (around.kind && kinds.includes(around.kind)) return around;
	return undefined;
}

/** Which child of the part around it a part is. The time it takes hardly depends on how many there are. */
export function indexIn({ children }: Part, child: Part): number {
	let low = 0;
	let high = children.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((children[middle]?.start ?? 0) < child.start) low = middle + 1;
		else high = middle;
	}
	return children[low] === child ? low : children.indexOf(child);
}

/** The innermost part at an offset; where two meet, the one that begins there. */
export function partAt(root: Part, offset: number): Part {
	let found = root;
	for (;;) {
		const inside = found.children.findLast((child) => child.start <= offset && offset <= child.end);
		if (!inside) return found;
		found = inside;
	}
}
