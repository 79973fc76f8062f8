import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { literalOf } from '../../syntax/literals.ts';
import { childIn, childrenIn, closest, type Part, partsAround, partsIn } from '../../syntax/part.ts';

/** Whether the strings beside one are codes of the same API as well: `alone` where there are none. */
export type Company = 'with' | 'against' | 'alone';

/** Beside more than this, a look at the first shows as much. */
const mostNeighbours = 64;

/** Looks at what stands beside a string in its list, table, enum or union. */
export function companyOf(literal: Part, catalog: Catalog, catalogs: CatalogIndex): Company {
	const beside = neighboursOf(literal).filter((value) => value !== literalOf(literal)?.value);
	if (beside.length === 0) return 'alone';
	const known = beside.filter((value) => catalogs.byString(value).some((match) => match.catalog === catalog));
	return known.length > 0 && known.length * 2 >= beside.length ? 'with' : 'against';
}

function neighboursOf(literal: Part): readonly string[] {
	const around = closest(literal, 'collection', 'table', 'enum', 'type', 'case', 'block', 'function');
	switch (around?.kind) {
		case 'collection':
			return stringsOf(around.children);
		case 'table':
			return inTable(literal, around);
		case 'enum':
			return stringsOf(membersOf(around).map((member) => childIn(member, 'value')));
		case 'type':
			return stringsOf(partsIn(outermostType(around)));
		case 'case':
			return isLabel(literal, around) ? stringsOf(labelsIn(closest(around, 'switch') ?? around)) : [];
		default:
			return [];
	}
}

/** Keys beside a key, values beside a value. */
function inTable(literal: Part, table: Part): readonly string[] {
	const pair = closest(literal, 'pair');
	const isKey = pair !== undefined && childIn(pair, 'key') === literal;
	const pairs = table.children.filter(({ kind }) => kind === 'pair');
	return stringsOf(pairs.map((one) => childIn(one, isKey ? 'key' : 'value')));
}

function isLabel(literal: Part, branch: Part): boolean {
	return childrenIn(branch, 'label').some(({ start, end }) => start <= literal.start && literal.end <= end);
}

function labelsIn(part: Part): readonly Part[] {
	return part.children.flatMap((child) => {
		if (child.kind === 'case') return childrenIn(child, 'label');
		return child.kind === undefined || child.kind === 'block' ? labelsIn(child) : [];
	});
}

function membersOf(part: Part): readonly Part[] {
	return part.children.flatMap((child) => (child.kind === 'enum-member' ? [child] : membersOf(child)));
}

function outermostType(part: Part): Part {
	let outermost = part;
	for (const around of partsAround(part)) {
		if (around.kind === 'type') outermost = around;
		else if (around.kind !== undefined) break;
	}
	return outermost;
}

function stringsOf(parts: readonly (Part | undefined)[]): readonly string[] {
	return parts.slice(0, mostNeighbours).flatMap((part) => {
		const literal = part?.kind === 'string' || part?.kind === 'transparent' ? literalOf(part) : undefined;
		return literal?.kind === 'string' ? [String(literal.value)] : [];
	});
}
