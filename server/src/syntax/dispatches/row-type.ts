import { childIn, childrenIn, type Part, partsIn } from '../parts/part.ts';

/** What is written before a list or a table to say of which type its rows are; undefined where it says none. */
export function rowTypeOf(row: Part): Part | undefined {
	for (let around = row.parent; around; around = around.parent) {
		if (around.kind === 'transparent') {
			const type = childIn(around, 'callee');
			if (type) return type;
		} else if (around.kind !== 'collection' && around.kind !== 'table' && around.kind !== 'pair') {
			return undefined;
		}
	}
	return undefined;
}

/** The names of the fields that a type lists, in their order. */
export function fieldNames(type: Part): readonly string[] {
	const isOther = (part: Part): boolean => part !== type && part.kind === 'type';
	const fields = partsIn(type, (part) => part.kind !== 'field' && !isOther(part)).filter(
		({ kind }) => kind === 'field',
	);
	return fields.flatMap((field) => childrenIn(field, 'name').map(({ text }) => text));
}
