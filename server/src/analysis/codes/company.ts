import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { literalOf } from '../../syntax/literals.ts';
import { childIn, childrenIn, closest, type Part, partsAround } from '../../syntax/parts/part.ts';

/** Whether the strings beside one are codes of the same API as well: `alone` where there are none. */
export type Company = 'with' | 'against' | 'alone';

/** Beside more than this, a look at the first shows as much; lists may have thousands. */
const mostNeighbours = 16;

/** Looks at what stands beside a string in its list, table, enum or union, or as a label beside it. */
export function companyOf(literal: Part, catalog: Catalog, catalogs: CatalogIndex): Company {
	const own = literalOf(literal)?.value;
	const beside: string[] = [];
	for (const value of neighboursOf(literal)) {
		if (value !== own) beside.push(value);
		if (beside.length === mostNeighbours) break;
	}
	if (beside.length === 0) return 'alone';
	const known = beside.filter((value) => catalogs.byString(value).some((match) => match.catalog === catalog));
	return known.length > 0 && known.length * 2 >= beside.length ? 'with' : 'against';
}

/** The strings beside one, as they come: nobody looks at all of them. */
function* neighboursOf(literal: Part): Generator<string> {
	const around = closest(literal, 'collection', 'table', 'enum', 'type', 'case', 'block', 'function');
	switch (around?.kind) {
		case 'collection':
			for (const child of around.children) yield* stringIn(child);
			break;
		case 'table':
			yield* inTable(literal, around);
			break;
		case 'enum':
			for (const member of below(around, 'enum-member')) yield* stringIn(childIn(member, 'value'));
			break;
		case 'type':
			for (const string of below(outermostType(around), 'string')) yield* stringIn(string);
			break;
		case 'case':
			if (isLabel(literal, around))
				for (const branch of below(closest(around, 'switch') ?? around, 'case'))
					for (const label of childrenIn(branch, 'label')) yield* stringIn(label);
			break;
	}
}

/** Keys beside a key, values beside a value. */
function* inTable(literal: Part, table: Part): Generator<string> {
	const pair = closest(literal, 'pair');
	const isKey = pair !== undefined && childIn(pair, 'key') === literal;
	for (const child of table.children)
		if (child.kind === 'pair') yield* stringIn(childIn(child, isKey ? 'key' : 'value'));
}

function isLabel(literal: Part, branch: Part): boolean {
	return childrenIn(branch, 'label').some(({ start, end }) => start <= literal.start && literal.end <= end);
}

/** The parts of a kind in one, in the order of the text; not those in one another. */
function* below(part: Part, kind: Part['kind']): Generator<Part> {
	for (const child of part.children) {
		if (child.kind === kind) yield child;
		else yield* below(child, kind);
	}
}

function outermostType(part: Part): Part {
	let outermost = part;
	for (const around of partsAround(part)) {
		if (around.kind === 'type') outermost = around;
		else if (around.kind !== undefined) break;
	}
	return outermost;
}

function* stringIn(part: Part | undefined): Generator<string> {
	const literal = part?.kind === 'string' || part?.kind === 'transparent' ? literalOf(part) : undefined;
	if (literal?.kind === 'string') yield String(literal.value);
}
