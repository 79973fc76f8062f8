import type { Block } from '../../../syntax/code.ts';
import { keyOf } from '../../../syntax/dispatches/subject.ts';
import { literalOf } from '../../../syntax/literals.ts';
import { childIn, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';
import { writtenOut } from './rows.ts';

/** Something in a source that lists values. */
export interface Declaration {
	/** As the source calls it; empty where it has no name. */
	readonly name: string;
	readonly form: 'enum' | 'union' | 'table' | 'list' | 'class' | 'constant';
	/** What has the values: of a variable, the object or the list itself; of a constant, all of it. */
	readonly part: Part;
	/** What stands around the values of a variable, such as its type; of a constant, the name of its file. */
	readonly annotation: string;
	/** Where the block of the part begins in the source. */
	readonly base: number;
}

/** Fields of an error’s type that hold its code. */
const codeField = /^(?:error_?)?code$/i;
/** The end of what stands before the block of a namespace. */
const namespace = /\bnamespace\s+([\w$.]+)\s*$/;
/** UTF-16 units of that which are looked at. */
const longestHead = 200;
/** UTF-16 units of a type that are looked at. */
const longestType = 500;
const exportsTarget = /^(?:module\.)?exports(?:\.([\w$]+))?$/;

/**
 * Finds what lists values, in the order of the source; what stands in a function is left out.
 * @param fileStem the name of the file without its ending, which what is exported without a name goes by
 */
export function declarationsIn(blocks: readonly Block[], fileStem: string): readonly Declaration[] {
	return blocks.flatMap(({ start, code }) =>
		partsIn(code.root, ({ kind }) => kind !== 'function').flatMap((part) => declared(part, start, fileStem)),
	);
}

const isDeclaring: ReadonlySet<Part['kind']> = new Set(['enum', 'class', 'type', 'variable']);

/** The names of the namespaces around a part, outermost first. */
function namespacesAround(part: Part): readonly string[] {
	const around = [...partsAround(part)];
	const text = around.at(-1)?.text ?? '';
	const blocks = around.filter(({ kind }) => kind === 'block');
	return blocks
		.reverse()
		.flatMap(({ start }) => namespace.exec(text.slice(Math.max(0, start - longestHead), start))?.[1] ?? []);
}

function declared(part: Part, base: number, fileStem: string): readonly Declaration[] {
	const named = childIn(part, 'name');
	const own = named ? (keyOf(named) ?? named.text) : '';
	const name = isDeclaring.has(part.kind) ? [...namespacesAround(part), own].join('.') : own;
	switch (part.kind) {
		case 'enum':
			return [{ name, form: 'enum', part, annotation: '', base }];
		case 'class':
			return [{ name, form: 'class', part, annotation: '', base }];
		case 'type':
			return unionIn(part, name, own, base);
		case 'variable': {
			const value = childIn(part, 'value');
			if (!named || !value || named.kind !== undefined) return [];
			return literalOf(value)
				? [{ name, form: 'constant', part, annotation: fileStem, base }]
				: listedIn(value, name, base, part.text.slice(named.end - part.start));
		}
		case 'export':
			return listedIn(childIn(part, 'value'), fileStem, base);
		case 'assignment': {
			const target = exportsTarget.exec(childIn(part, 'left')?.text ?? '');
			return target ? listedIn(childIn(part, 'right'), target[1] ?? fileStem, base) : [];
		}
		default:
			return [];
	}
}

/** @param after what stands after the name */
function listedIn(value: Part | undefined, name: string, base: number, after = ''): readonly Declaration[] {
	const part = writtenOut(value);
	if (!part) return [];
	const [before = '', behind = ''] = after.split(part.text);
	return [
		{
			name,
			form: part.kind === 'table' ? 'table' : 'list',
			part,
			annotation: (before + behind).slice(0, longestType),
			base,
		},
	];
}

/** `type ErrorCode = 'A' | 'B'`, and `code: 'A' | 'B'` in the type of an error. */
function unionIn(type: Part, name: string, own: string, base: number): readonly Declaration[] {
	const part = childIn(type, 'value');
	if (!part) return [];
	const owner = [...partsAround(type)].findLast(({ kind }) => kind === 'type' || kind === 'class');
	if (!owner) return [{ name, form: 'union', part, annotation: '', base }];
	const its = [...namespacesAround(owner), childIn(owner, 'name')?.text ?? '', own].join('.');
	return codeField.test(own) ? [{ name: its, form: 'union', part, annotation: '', base }] : [];
}
