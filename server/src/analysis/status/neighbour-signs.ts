import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { literalOf } from '../../syntax/literals.ts';
import { childIn, childrenIn, indexIn, type Part } from '../../syntax/parts/part.ts';
import type { Place } from '../../syntax/places/place.ts';
import { keyName, tellingName } from '../../syntax/places/telling-name.ts';
import { besides } from './besides.ts';
import { kindOfName, snakeCase } from './names.ts';
import type { Sign } from './sign.ts';
import { isDistinctive } from './values.ts';

/** Some sixty statuses are registered. */
const mostStatuses = 70;

/**
 * What the numbers say that stand in the same list, table, switch, enum or condition.
 * @param isTold whether the place itself speaks for a status: then others that are none do not count against it
 */
export function signsOfNeighbours(
	value: number,
	place: Place,
	catalogs: CatalogIndex,
	isTold: boolean,
): readonly Sign[] {
	if (place.kind === 'element' && place.part.children.length > mostStatuses)
		return [{ weight: -8, reason: 'more numbers stand beside it than there are statuses' }];
	if (isClassBeside(place)) return [{ weight: 8, reason: 'a class of statuses is compared with the same' }];
	const { numbers, strangers } = neighboursOf(place);
	const all = [...new Set([...numbers, ...among(place.instead).numbers])].filter((other) => other !== value);
	const known = all.filter((other) => catalogs.httpStatus(other) !== undefined);
	const odd = all.length - known.length + strangers;
	if (odd * 4 > known.length + odd)
		return isTold || place.kind === 'argument' ? [] : [{ weight: -8, reason: 'numbers beside it are no statuses' }];
	if (place.kind === 'key' && !isTold && isScale([value, ...all]))
		return [{ weight: -8, reason: 'the keys are steps of a scale' }];
	if (isSameBeside(value, place)) return [{ weight: 6, reason: 'a status is compared with the same number' }];
	const telling = known.filter(isDistinctive).length;
	if (telling < 4 && isRecordOfMeasures(place)) return [];
	if (telling === 0) return [];
	// Arguments need not be of one kind, as elements are.
	if (telling === 1) return [{ weight: place.kind === 'argument' ? 3 : 5, reason: 'a status stands beside it' }];
	const isTable = telling > 3 && (place.kind === 'pair' || place.kind === 'member');
	return [
		isTable
			? { weight: 30, reason: 'it stands in a table of statuses' }
			: { weight: 9, reason: 'statuses stand beside it' },
	];
}

/** `{ id: 404, count: 415 }`: numbers of any kind. */
function isRecordOfMeasures({ kind, part }: Place): boolean {
	return (
		kind === 'pair' && besides(part).some((row) => kindOfName(snakeCase(keyName(childIn(row, 'key')))) === 'measure')
	);
}

/** `50, 100, 200 … 900`: shades and weights. */
function isScale(values: readonly number[]): boolean {
	return values.length > 2 && values.every((value) => value % 50 === 0);
}

interface Neighbours {
	/** Those from 100 to 599. */
	readonly numbers: readonly number[];
	/** How many of the neighbours are other numbers. */
	readonly strangers: number;
}

const nobody: Neighbours = { numbers: [], strangers: 0 };

function neighboursOf({ kind, part, inner, name }: Place): Neighbours {
	switch (kind) {
		case 'element':
			return ofList(part, inner);
		case 'key':
			return among(alike(part).map((pair) => childIn(pair, pair.kind === 'type' ? 'name' : 'key')));
		case 'pair':
			return ofPair(part);
		case 'argument':
			return ofArguments(inner);
		case 'member':
			return among(alike(part).map((member) => childIn(member, 'value')));
		case 'case':
			return ofCase(inner);
		case 'type':
			return among((childIn(part, 'value') ?? part).children.filter(({ kind: of }) => of === 'type'));
		case 'comparison':
		case 'range':
			return ofComparison(part, name);
		default:
			return nobody;
	}
}

/** The parts of the same kind beside one. */
function alike(part: Part): readonly Part[] {
	return besides(part).filter(({ kind }) => kind === part.kind);
}

function among(parts: readonly (Part | undefined)[]): Neighbours {
	const found = parts.map(numberOf).filter((number) => number !== undefined);
	const numbers = found.filter((number) => number >= 100 && number <= 599);
	return { numbers, strangers: found.length - numbers.length };
}

/** The labels of the cases before and after, and the others of the same case. */
function ofCase(label: Part): Neighbours {
	const own = label.parent;
	const cases = own ? [own, ...besides(own)].filter(({ kind }) => kind === 'case') : [];
	return among(cases.flatMap((one) => childrenIn(one, 'label')).filter((other) => other !== label));
}

/** The other numbers that a call is given, where all are from 100 to 599. */
function ofArguments(argument: Part): Neighbours {
	const found = among(besides(argument));
	return found.strangers > 0 ? nobody : found;
}

/** The other elements of a list; of a row, those of the same column in the other rows. */
function ofList(list: Part, inner: Part): Neighbours {
	const rows = list.parent?.kind === 'collection' ? alike(list) : [];
	if (rows.length === 0) return among(besides(inner));
	const column = indexIn(list, inner);
	return among(rows.map((row) => row.children[column]));
}

/** The other values of a table of numbers; of a record, those under the same key in the records beside it. */
function ofPair(pair: Part): Neighbours {
	const table = pair.parent;
	if (!table) return nobody;
	const records = recordsBeside(table);
	if (records.length > 0) {
		const key = childIn(pair, 'key')?.text;
		const same = records.map((record) => record.children.find((child) => childIn(child, 'key')?.text === key));
		return among(same.map((other) => other && childIn(other, 'value')));
	}
	const values = alike(pair).map((other) => childIn(other, 'value'));
	const numbers = values.filter((other) => numberOf(other) !== undefined);
	return numbers.length > 1 && numbers.length === values.length ? among(numbers) : nobody;
}

function recordsBeside(table: Part): readonly Part[] {
	const around = table.parent;
	if (around?.kind === 'collection') return alike(table);
	if (around?.kind !== 'pair') return [];
	return alike(around).flatMap((pair) => childrenIn(pair, 'value').filter(({ kind }) => kind === 'table'));
}

const joins = /^(and|or|transparent|not)$/;

/** The other comparisons of the same thing in the condition. */
function ofComparison(part: Part, name: string): Neighbours {
	if (name === '') return nobody;
	return among(comparisonsBeside(part).flatMap(({ left, right }) => (tellingName(left) === name ? [right] : [])));
}

/** `error.code === 404 || error.status === 404`. */
function isSameBeside(value: number, { kind, part }: Place): boolean {
	if (kind !== 'comparison') return false;
	return comparisonsBeside(part).some(
		({ left, right }) => numberOf(right) === value && kindOfName(snakeCase(tellingName(left))) === 'status',
	);
}

/** `code === 429 || (code >= 500 && code < 600)` */
function isClassBeside({ kind, part, name }: Place): boolean {
	if (kind !== 'comparison' || name === '') return false;
	const same = comparisonsBeside(part).filter(({ left }) => tellingName(left) === name);
	const bounds = new Set(same.map(({ right }) => literalOf(right)?.value));
	return [400, 500].some((first) => bounds.has(first) && (bounds.has(first + 100) || bounds.has(first + 99)));
}

interface Comparison {
	/** What is compared; the number stands right. */
	readonly left: Part | undefined;
	readonly right: Part | undefined;
}

/** A condition may join thousands; the nearest say enough. */
const levels = 6;

function comparisonsBeside(part: Part): readonly Comparison[] {
	const found: Comparison[] = [];
	let inner = part;
	for (let level = 0; level < levels && inner.parent && joins.test(inner.parent.kind ?? ''); level++) {
		for (const child of inner.parent.children) if (child !== inner) gatherComparisons(child, levels, found);
		inner = inner.parent;
	}
	return found;
}

function gatherComparisons(part: Part, depth: number, found: Comparison[]): void {
	if (part.kind === 'comparison') {
		const [left, right] = [childIn(part, 'left'), childIn(part, 'right')];
		found.push(numberOf(left) === undefined ? { left, right } : { left: right, right: left });
	} else if (depth > 0 && joins.test(part.kind ?? '')) {
		for (const child of part.children) gatherComparisons(child, depth - 1, found);
	}
}

/** The whole number that a part writes; below 0 where it has a sign. */
function numberOf(part: Part | undefined): number | undefined {
	if (part?.kind === 'negative') return -1;
	const literal = literalOf(part);
	if (literal?.kind === 'integer') return Number(literal.value);
	const text = literal?.kind === 'string' ? String(literal.value) : '';
	return /^[1-5]\d\d$/.test(text) ? Number(text) : undefined;
}
