import type { Branch, Table } from '../code.ts';
import { childIn, type Part, partsIn } from '../parts/part.ts';
import { labelsOf } from './labels.ts';
import { hasError } from './read-dispatches.ts';
import { argumentsOf, pathOf } from './subject.ts';

/** What is constructed empty, to be filled by calls or by what is assigned under keys. */
const fillable = /(?:^|\.)\w*(?:Map|Set|Dictionary|HashTable|Builder)$/;
/** Methods that put a value under a key, and those that add an element. */
const putting = /^(?:put|set|Put|Add|TryAdd)$/;
const adding = /^(?:add|Add)$/;
/** Calls at the end of a chain that builds a table or a list. */
const building = /^(?:build\w*|copyOf)$/;
/** Calls that make an empty table: `make(map[string]func())`, `dict()`. */
const making = /^(?:make\(map\[[^\n]*\)|dict\(\))$/;

/**
 * The tables with a name that calls fill: in the braces of the construction, in a chain that builds it, or anywhere in
 * the block by its name.
 */
export function filledTables(parts: readonly Part[]): readonly Table[] {
	const found: Table[] = [];
	let calls: ReadonlyMap<string, readonly Part[]> | undefined;
	for (const part of parts) {
		if (part.kind !== 'variable' && part.kind !== 'field' && part.kind !== 'assignment') continue;
		const name = childIn(part, 'name')?.text;
		const value = constructed(childIn(part, 'value'));
		if (name === undefined || !value) continue;
		const isMade = value.kind === 'call' && making.test(value.text);
		const chained = value.kind === 'call' && !isMade ? chainOf(value) : undefined;
		if (value.kind === 'call' && !isMade && !chained) continue;
		calls ??= chained ? undefined : fillingCalls(parts);
		const rows = (chained ?? [...inBraces(value), ...(calls?.get(name) ?? [])]).flatMap(rowOf);
		if (rows.length > 0 && rows.every(isTold)) found.push(tableOf(name, value, rows));
	}
	return found;
}

/** A construction that holds nothing yet, or a call that may be the last of a chain. */
function constructed(value: Part | undefined): Part | undefined {
	if (value?.kind === 'transparent') return constructed(childIn(value, 'inner'));
	if (value?.kind === 'call') return value;
	if ((value?.kind === 'table' || value?.kind === 'collection') && value.children.length === 0) return value;
	const isFillable = value?.kind === 'construction' && fillable.test(pathOf(childIn(value, 'callee')) ?? '');
	return isFillable ? value : undefined;
}

/** The calls that fill what is built at the end of a chain; undefined where a chain builds something else. */
function chainOf(last: Part): readonly Part[] | undefined {
	if (!building.test(methodOf(last))) return undefined;
	const calls: Part[] = [];
	for (let part: Part | undefined = last; part?.kind === 'call'; part = objectOf(part)) {
		if (isFilling(part)) calls.unshift(part);
		else if (part !== last && methodOf(part) !== 'builder') return undefined;
	}
	return calls;
}

/** Calls of the object itself, in a body that its construction has. */
function inBraces(construction: Part): readonly Part[] {
	const given = childIn(construction, 'arguments')?.end ?? construction.end;
	return partsIn(construction).filter(
		(part) => part.start >= given && part.kind === 'call' && objectOf(part) === undefined && isFilling(part),
	);
}

/** The calls that fill something, by its name. */
function fillingCalls(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
	const found = new Map<string, Part[]>();
	for (const part of parts) {
		const object = part.kind === 'assignment' ? filledBy(part) : isFilling(part) ? objectOf(part) : undefined;
		const name = object && /^(?:this\.)?([\w$]+)$/.exec(object.text)?.[1];
		if (name === undefined) continue;
		const known = found.get(name);
		if (known) known.push(part);
		else found.set(name, [part]);
	}
	return found;
}

/** The table in which something is assigned under a key: `handlers` of `handlers['A'] = handle`. */
function filledBy(assignment: Part): Part | undefined {
	const target = childIn(assignment, 'left');
	return target?.kind === 'subscript' ? childIn(target, 'object') : undefined;
}

function objectOf(call: Part): Part | undefined {
	const callee = childIn(call, 'callee');
	return callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
}

function methodOf(call: Part): string {
	const callee = childIn(call, 'callee');
	return (callee?.kind === 'member' ? childIn(callee, 'property') : callee)?.text ?? '';
}

function isFilling(call: Part): boolean {
	if (call.kind !== 'call') return false;
	const method = methodOf(call);
	if (!putting.test(method) && !adding.test(method)) return false;
	const count = argumentsOf(call).length;
	return count === 2 ? putting.test(method) : count === 1 && adding.test(method);
}

function rowOf(call: Part): readonly Branch[] {
	const target = call.kind === 'assignment' ? childIn(call, 'left') : undefined;
	const [key, value] = target ? [childIn(target, 'property'), childIn(call, 'right')] : argumentsOf(call);
	const { start, end } = call;
	const body = value ? [value] : [];
	return key ? [{ start, end, labels: labelsOf(key), isDefault: false, body, fallsThrough: false, part: call }] : [];
}

/** Whether the code says which key it is; what is stored under keys that come from elsewhere is no table of it. */
function isTold({ labels }: Branch): boolean {
	return labels.every(
		(label) => label.kind === 'literal' || (label.kind === 'name' && /(?:^|\.)[A-Z]\w*$/.test(label.name)),
	);
}

function tableOf(name: string, part: Part, branches: readonly Branch[]): Table {
	const isList = branches.every(({ body }) => body.length === 0);
	return { name, branches, isList, broken: hasError(part), start: part.start, end: part.end, part };
}
