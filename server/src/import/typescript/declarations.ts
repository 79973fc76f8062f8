import type { Block } from '../../syntax/code.ts';
import { keyOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsAround, partsIn } from '../../syntax/parts/part.ts';
import { writtenOut } from './rows.ts';

/** Something in a source that lists values. */
export interface Declaration {
	/** As the source calls it; empty where it has no name. */
	readonly name: string;
	readonly form: 'enum' | 'union' | 'table' | 'list' | 'class';
	/** What has the values: of a variable, the object or the list itself. */
	readonly part: Part;
	/** What stands between the name and the values: the type of a variable. */
	readonly annotation: string;
	/** Where the block of the part begins in the source. */
	readonly base: number;
}

/** Fields of an error’s type that hold its code. */
const codeField = /^(?:error_?)?code$/i;
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

function declared(part: Part, base: number, fileStem: string): readonly Declaration[] {
	const named = childIn(part, 'name');
	const name = named ? (keyOf(named) ?? named.text) : '';
	switch (part.kind) {
		case 'enum':
			return [{ name, form: 'enum', part, annotation: '', base }];
		case 'class':
			return [{ name, form: 'class', part, annotation: '', base }];
		case 'type':
			return unionIn(part, name, base);
		case 'variable': {
			const value = childIn(part, 'value');
			const annotation = named && value ? part.text.slice(named.end - part.start, value.start - part.start) : '';
			return named?.kind === undefined ? listedIn(value, name, annotation, base) : [];
		}
		case 'export':
			return listedIn(childIn(part, 'value'), fileStem, '', base);
		case 'assignment': {
			const target = exportsTarget.exec(childIn(part, 'left')?.text ?? '');
			return target ? listedIn(childIn(part, 'right'), target[1] ?? fileStem, '', base) : [];
		}
		default:
			return [];
	}
}

function listedIn(value: Part | undefined, name: string, annotation: string, base: number): readonly Declaration[] {
	const part = writtenOut(value);
	if (!part) return [];
	// A table within a declared one is read with it.
	return [{ name, form: part.kind === 'table' ? 'table' : 'list', part, annotation, base }];
}

/** `type ErrorCode = 'A' | 'B'`, and `code: 'A' | 'B'` in the type of an error. */
function unionIn(type: Part, name: string, base: number): readonly Declaration[] {
	const part = childIn(type, 'value');
	if (!part) return [];
	const owner = [...partsAround(type)].findLast(({ kind }) => kind === 'type' || kind === 'class');
	if (!owner) return [{ name, form: 'union', part, annotation: '', base }];
	const its = childIn(owner, 'name')?.text ?? '';
	return codeField.test(name) ? [{ name: `${its}.${name}`, form: 'union', part, annotation: '', base }] : [];
}
