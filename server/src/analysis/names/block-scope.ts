import type { Code } from '../../syntax/code.ts';
import { childIn, type Part, partsIn } from '../../syntax/parts/part.ts';

/** What stands at the top level of a block for the rest of the file to see. */
export interface BlockScope {
	/** Types by their names. */
	readonly types: readonly (readonly [string, Part])[];
	/** Statements that run when the file does: they come before and after those of other blocks. */
	readonly statements: readonly Part[];
}

const running: ReadonlySet<Part['kind']> = new Set(['if', 'switch', 'throw', 'try', 'loop']);

/** Gathers what a block has at its top level. */
export function scopeOf({ root }: Code): BlockScope {
	const outer = root.children.flatMap((child) => (child.kind === 'export' ? child.children : [child]));
	return { types: outer.flatMap(typeIn), statements: outer.filter(({ kind }) => running.has(kind)) };
}

function typeIn(part: Part): BlockScope['types'] {
	const isType = part.kind === 'type' || part.kind === 'enum' || (part.kind === 'class' && fieldsOf(part).length > 0);
	const name = isType ? childIn(part, 'name') : undefined;
	return name ? [[name.text, part]] : [];
}

/** What a type says, as text to compare: of a class, its fields without the values that they begin with. */
export function textOfType(part: Part): string {
	return part.kind === 'class'
		? [childIn(part, 'name')?.text, ...fieldsOf(part).map(declarationOf)].join(' ')
		: part.text;
}

function fieldsOf(part: Part): readonly Part[] {
	return [part, ...part.children].flatMap(({ children }) => children).filter(({ kind }) => kind === 'field');
}

function declarationOf(field: Part): string {
	return field.text.slice(0, (childIn(field, 'value')?.start ?? field.end) - field.start);
}

/** The part of a type that says what has a name in it: `code: ErrorCode` in `interface ApiError { … }`. */
export function memberOf(owner: Part, name: string): Part | undefined {
	return partsIn(owner, ({ kind }) => kind !== 'function').find(
		(part) => part !== owner && (part.kind === 'type' || part.kind === 'field') && childIn(part, 'name')?.text === name,
	);
}
