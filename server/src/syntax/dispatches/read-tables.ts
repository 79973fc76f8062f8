import type { Branch, Dispatch, Label, Literal, Lookup, Table } from '../code.ts';
import { childIn, closest, indexIn, type Part, partsIn } from '../parts/part.ts';
import { asksFunction } from './asked-calls.ts';
import { collectionOf, elementsOf } from './collections.ts';
import { filledTables } from './filled-tables.ts';
import { atomsIn, labelsOf } from './labels.ts';
import { hasError, subjectOf } from './read-dispatches.ts';
import { argumentsOf, keyOf, pathOf } from './subject.ts';

/** The tables and lists that have a name. */
export function readTables(parts: readonly Part[]): readonly Table[] {
	const found: Table[] = [];
	for (const part of parts) {
		// An assignment has a name where the language has no other way to declare a variable.
		if (part.kind !== 'variable' && part.kind !== 'field' && part.kind !== 'assignment') continue;
		const target = childIn(part, 'name');
		const name = target && nameOfTable(target);
		const inside = collectionOf(childIn(part, 'value'));
		if (name === undefined || !inside) continue;
		const branches = branchesOf(inside);
		const isList = inside.kind === 'collection' && !branches.some((branch) => branch.body.length > 0);
		found.push({
			name,
			branches,
			isList,
			broken: hasError(inside),
			start: inside.start,
			end: inside.end,
			part: inside,
		});
	}
	return [...found, ...filledTables(parts)].sort((a, b) => a.start - b.start);
}

/** What a table is given to: a name, or a member, by its path as whoever looks into it has it. */
function nameOfTable(target: Part): string | undefined {
	return target.kind === 'collection' ? undefined : target.kind === 'member' ? pathOf(target) : target.text;
}

/** The rows of a table, or the values of a list as rows without a body. */
function branchesOf(table: Part): readonly Branch[] {
	if (table.kind === 'table') return table.children.flatMap(rowOf);
	return elementsOf(table).flatMap((element) => listedRow(element) ?? [row(element, labelsOf(element), [])]);
}

/** A row that is a list of two: `['A', first]`. */
function listedRow(part: Part): readonly Branch[] | undefined {
	const [key, value, ...rest] = part.kind === 'collection' ? elementsOf(part) : [];
	return key && value && rest.length === 0 ? [row(part, labelsOf(key), [value])] : undefined;
}

function rowOf(part: Part): readonly Branch[] {
	if (part.kind === 'comment') return [];
	if (part.kind === 'spread') return [row(part, [{ kind: 'unknown', ...spanOf(part), negated: false, part }], [])];
	if (part.kind === 'function') return [row(part, keyLabels(childIn(part, 'name')), [part])];
	if (part.kind === 'pair') {
		const value = childIn(part, 'value');
		return [row(part, keyLabels(childIn(part, 'key')), value ? [value] : [])];
	}
	return part.fields.includes('key') ? [row(part, keyLabels(part), [part])] : (listedRow(part) ?? []);
}

function row(part: Part, labels: readonly Label[], body: readonly Part[]): Branch {
	return { ...spanOf(part), labels, isDefault: false, body, fallsThrough: false, part };
}

/** A key may stand without quotes; it means the same as with them. */
function keyLabels(key: Part | undefined): readonly Label[] {
	if (!key) return [];
	// What stands on the left of an operator is an expression: `CODE to handler`.
	if (key.kind !== undefined || key.fields.includes('left')) return labelsOf(key);
	const span = spanOf(key);
	const literal: Literal = { kind: 'string', ...span, text: key.text, value: key.text, content: span, part: key };
	return [{ kind: 'literal', ...span, negated: false, part: key, literal }];
}

const spanOf = ({ start, end }: Part): { start: number; end: number } => ({ start, end });

/** The places that look into a table by its name, and the dispatches over tables written in place. */
export function readLookups(parts: readonly Part[]): {
	readonly lookups: readonly Lookup[];
	readonly inline: readonly Dispatch[];
} {
	const lookups: Lookup[] = [];
	const inline: Dispatch[] = [];
	for (const part of parts) {
		const asked = askedOf(part);
		if (!asked) continue;
		const path = pathOf(asked.subject);
		if (path === undefined) continue;
		const subject = subjectOf(asked.subject, path);
		const name = pathOf(asked.table);
		const use = asked.isCalled ? { called: true, fallback: undefined } : useOf(part, asked.fallback);
		if (name !== undefined) lookups.push({ table: name, subject, ...use, ...spanOf(part), part });
		const inside = collectionOf(asked.table);
		if (inside?.kind !== 'table') continue;
		const branches = [...branchesOf(inside), ...(use.fallback ? [fallbackBranch(use.fallback)] : [])];
		inline.push({ form: 'table', subject, head: inside, branches, broken: hasError(inside), ...spanOf(part), part });
	}
	return { lookups, inline };
}

/** The row that stands in where nothing is found. */
export function fallbackBranch(part: Part): Branch {
	return { ...spanOf(part), labels: [], isDefault: true, body: [part], fallsThrough: false, part };
}

interface Asked {
	readonly table: Part;
	readonly subject: Part;
	/** What is given where the table has nothing: `HANDLERS.get(code, other)`. */
	readonly fallback?: Part | undefined;
	/** Whether the part calls what it finds. */
	readonly isCalled?: boolean;
}

/** What a part looks into, and by what. */
function askedOf(part: Part): Asked | undefined {
	if (part.kind === 'subscript') {
		const table = childIn(part, 'object');
		const subject = childIn(part, 'property');
		return table && subject && keyOf(subject) === undefined ? { table, subject } : plainAsked(table, subject);
	}
	if (part.kind === 'membership' || part.kind === 'call') {
		const atom = atomsIn(part).find((one) => one.named !== undefined);
		if (atom) return { table: listAskedBy(part) ?? part, subject: atom.subject };
	}
	if (part.kind !== 'call') return undefined;
	const callee = childIn(part, 'callee');
	const key = childIn(part, 'property');
	if (callee && key) return { table: callee, subject: key, isCalled: true };
	const [subject, given] = argumentsOf(part);
	// A block beside the arguments stands in as well: `HANDLERS.fetch(code) { other }`.
	const fallback = given ?? childIn(part, 'argument');
	const table = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const method = callee?.kind === 'member' ? (childIn(callee, 'property')?.text ?? '') : '';
	const asks = /^(?:get(?:OrDefault|OrElse|Value)?|fetch|dig|GetValueOrDefault|TryGetValue)$/.test(method);
	const found = asks && table && subject ? plainAsked(table, subject) : undefined;
	// What is found may be put into a variable: `HANDLERS.TryGetValue(code, out var handler)`, also into one of before.
	if (found && fallback && (fallback.kind === 'variable' || method === 'TryGetValue'))
		return { ...found, isCalled: isCalledLater(fallback) };
	return found && { ...found, fallback };
}

/** Whether the function around calls what a variable holds. */
function isCalledLater(variable: Part): boolean {
	const name = variable.kind === 'variable' ? childIn(variable, 'name')?.text : pathOf(variable);
	const around = closest(variable, 'function');
	if (name === undefined || !around) return false;
	return partsIn(around).some((part) => part.kind === 'call' && callsName(childIn(part, 'callee'), name));
}

function callsName(callee: Part | undefined, name: string): boolean {
	if (callee?.kind !== 'member') return callee?.text === name;
	return childIn(callee, 'object')?.text === name && callingNames.has(childIn(callee, 'property')?.text ?? '');
}

/** A plain name as the key is a subject, a written value is not. */
function plainAsked(table: Part | undefined, subject: Part | undefined): Asked | undefined {
	return table && subject && subject.kind !== 'string' && subject.kind !== 'integer' ? { table, subject } : undefined;
}

/** The list or table that a test asks: `in` it, by a method of its own, or by a function that is given both. */
function listAskedBy(part: Part): Part | undefined {
	if (part.kind === 'membership') return childIn(part, 'right');
	const [first, second] = argumentsOf(part);
	const callee = childIn(part, 'callee');
	if (asksFunction(part)) return second;
	return second ? first : callee && childIn(callee, 'object');
}

/** Methods that call the function that they belong to. */
const callingNames = new Set(['run', 'accept', 'apply', 'call', 'invoke', 'Invoke', 'execute', 'handle']);

/** Functions that call what they are given. */
const callingFunctions = /^\\?call_user_func(?:_array)?$/;
const called = ({ parent }: Part): string => (parent && childIn(parent, 'callee')?.text) ?? '';

/** Whether what a lookup finds is called, and what stands in where it finds nothing. */
function useOf(part: Part, given: Part | undefined): { called: boolean; fallback: Part | undefined } {
	let fallback = given;
	let inner = part;
	for (let around = part.parent; around; around = around.parent) {
		if (around.kind === 'transparent' || around.kind === 'await') {
			inner = around;
		} else if ((around.kind === 'fallback' || around.kind === 'or') && childIn(around, 'left') === inner) {
			fallback = childIn(around, 'right');
			inner = around;
		} else if (around.kind === 'member' && callingNames.has(childIn(around, 'property')?.text ?? '')) {
			inner = around;
		} else if (around.kind === undefined && around.fields.includes('arguments')) {
			return { called: callingFunctions.test(called(around)) && indexIn(around, inner) === 0, fallback };
		} else {
			return { called: around.kind === 'call' && childIn(around, 'callee') === inner, fallback };
		}
	}
	return { called: false, fallback };
}
