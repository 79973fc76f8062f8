import { fieldOf, fieldsOf, type JsonObject, listOf, textOf } from '../document/json-value.ts';
import { type Code, isCode } from '../words/code-values.ts';
import type { SchemaView, Viewer } from './schema-view.ts';
import { describedInText } from './values-in-text.ts';

/** A value that a schema allows, and what it says about it. */
export interface AllowedValue {
	readonly value: Code;
	readonly title?: string;
	readonly description?: string;
	/** The name that code made from the description has for it. */
	readonly name?: string;
	readonly deprecated?: true;
}

type Values = ReadonlyMap<Code, AllowedValue>;

/** Alternatives within alternatives, and lists within lists, that are looked into. */
const deepest = 6;
/** Values of one list that are read. */
const mostValues = 20_000;

/** The values that an `enum`, a `const` or alternatives of these leave possible; none where anything is. */
export type ValueReader = (schemas: readonly unknown[]) => readonly AllowedValue[];

/** Reads the values of each view once. */
export function valueReader(view: Viewer): ValueReader {
	const ofProperties = new Map<SchemaView, Values>();
	const ofAlternatives = new Map<SchemaView, Values>();

	function valuesOf(schemas: readonly unknown[], depth: number): Values {
		if (depth > deepest) return new Map();
		const viewed = view(schemas);
		const known = depth > 0 ? ofAlternatives : ofProperties;
		const before = known.get(viewed);
		if (before) return before;
		// A schema that is an alternative of itself adds nothing to itself.
		known.set(viewed, new Map());
		const values = listed(viewed, depth);
		known.set(viewed, values);
		return values;
	}

	function listed(viewed: SchemaView, depth: number): Values {
		const lists = viewed.schemas.map((schema) => ownValues(schema, depth > 0)).filter(({ size }) => size > 0);
		const alternatives = new Map<Code, AllowedValue>();
		for (const alternative of viewed.alternatives) {
			for (const documented of valuesOf([alternative], depth + 1).values()) add(alternatives, documented);
		}
		if (alternatives.size > 0) lists.push(alternatives);
		if (lists.length === 0 && viewed.items.length > 0) return valuesOf(viewed.items, depth + 1);
		return lists.reduce(inBoth, new Map());
	}

	return (schemas) => [...valuesOf(schemas, 0).values()];
}

/** What both lists allow; where that is nothing, one of them is a slip of the pen, and both count. */
function inBoth(some: Values, others: Values): Values {
	if (some.size === 0) return others;
	const both = new Map<Code, AllowedValue>();
	for (const documented of some.values()) {
		const other = others.get(documented.value);
		if (other) both.set(documented.value, { ...other, ...documented });
	}
	return both.size > 0 ? both : new Map([...others, ...some]);
}

function add(values: Map<Code, AllowedValue>, documented: AllowedValue): void {
	values.set(documented.value, { ...documented, ...values.get(documented.value) });
}

/** @param isAlternative whether the words of the schema are about its values, and not about the property */
function ownValues(schema: JsonObject, isAlternative: boolean): Values {
	const constant = fieldOf(schema, 'const');
	const listed = [
		...listOf(fieldOf(schema, 'enum')).slice(0, mostValues),
		...(constant === undefined ? [] : [constant]),
	];
	const codes = listed.filter(isCode);
	const words = wordsFor(schema, listed, codes);
	const values = new Map<Code, AllowedValue>();
	for (const [index, value] of listed.entries()) {
		if (!isCode(value)) continue;
		add(values, { value, ...words(value, index), ...(isAlternative && codes.length === 1 && wordsOf(schema)) });
	}
	return values;
}

/** What the schema of one value says of it. */
function wordsOf(schema: JsonObject): Partial<AllowedValue> {
	const title = textOf(fieldOf(schema, 'title'));
	const description = textOf(fieldOf(schema, 'description'));
	const isDeprecated = fieldOf(schema, 'deprecated') === true || fieldOf(schema, 'x-deprecated') === true;
	return { ...(title && { title }), ...(description && { description }), ...(isDeprecated && { deprecated: true }) };
}

const nameKeys = ['x-enum-varnames', 'x-enumNames', 'x-enum-names', 'x-enum-keys'];
const descriptionKeys = ['x-enum-descriptions', 'x-enumDescriptions', 'x-enum-description', 'x-enum-comments'];
const deprecatedKeys = ['x-enum-deprecated', 'x-deprecated-enum', 'x-enumDeprecated', 'x-deprecated-values'];
const elementLists = ['x-enum-elements', 'x-enum-values'];

/** What generators and authors write beside an `enum` about each of its values, and what its description lists. */
function wordsFor(
	schema: JsonObject,
	listed: readonly unknown[],
	codes: readonly Code[],
): (value: Code, index: number) => Partial<AllowedValue> {
	const inText = describedInText(textOf(fieldOf(schema, 'description')), codes);
	const elements = elementsBeside(schema);
	const deprecated = new Set(
		deprecatedKeys.flatMap((key) => {
			const marked = fieldOf(schema, key);
			const isForEach =
				listOf(marked).length === listed.length && listOf(marked).every((mark) => typeof mark === 'boolean');
			if (isForEach) return listed.filter((_, index) => listOf(marked)[index]).map(String);
			return [...listOf(marked).map(String), ...fieldsOf(marked).flatMap(([value, mark]) => (mark ? [value] : []))];
		}),
	);
	return (value, index) => {
		const element = elements.get(String(value)) ?? elements.get(`#${index}`);
		const name = beside(schema, nameKeys, value, index) ?? element?.name;
		const description =
			beside(schema, descriptionKeys, value, index) ??
			(name ? beside(schema, descriptionKeys, name, -1) : undefined) ??
			element?.description ??
			inText.get(value);
		const isDeprecated =
			deprecated.has(String(value)) || element?.deprecated || /^\(?deprecated\b/i.test(description ?? '');
		return {
			...(name && name !== String(value) && { name }),
			...(description && { description }),
			...(isDeprecated && { deprecated: true }),
		};
	};
}

/** From a list as long as the `enum`, or from a map by value. */
function beside(schema: JsonObject, keys: readonly string[], value: Code, index: number): string | undefined {
	for (const key of keys) {
		const words = fieldOf(schema, key);
		const word = textOf(Array.isArray(words) ? words[index] : fieldOf(words, String(value)));
		if (word) return word;
	}
	return undefined;
}

/** Lists of objects with a value, or with the name that is the value, and a description; by value and by place. */
function elementsBeside(schema: JsonObject): ReadonlyMap<string, Partial<AllowedValue>> {
	const lists = [fieldOf(fieldOf(schema, 'x-ms-enum'), 'values'), ...elementLists.map((key) => fieldOf(schema, key))];
	const elements = new Map<string, Partial<AllowedValue>>();
	for (const element of lists.flatMap(listOf)) {
		const value = fieldOf(element, 'value') ?? fieldOf(element, 'name');
		if (!isCode(value) || elements.has(String(value))) continue;
		const name = textOf(fieldOf(element, 'name'));
		const { description, deprecated } = wordsOf(element as JsonObject);
		elements.set(String(value), {
			...(name && { name }),
			...(description && { description }),
			...(deprecated && { deprecated }),
		});
	}
	return elements;
}
