import { fieldOf, fieldsOf, type JsonObject, listOf, objectOf } from '../document/json-value.ts';
import type { References } from '../document/references.ts';

/** What a schema says of a value, with the references and everything in its `allOf` put together. */
export interface SchemaView {
	/** The schemas that hold all at once, in the order in which they are written. */
	readonly schemas: readonly JsonObject[];
	/** Names that the references have in the document. */
	readonly names: readonly string[];
	readonly properties: ReadonlyMap<string, readonly unknown[]>;
	/** Of the items of a list. */
	readonly items: readonly unknown[];
	/** Of properties that have no name of their own. */
	readonly additional: readonly unknown[];
	/** Of which one or some hold. */
	readonly alternatives: readonly unknown[];
}

/** Looks at schemas that hold all at once. */
export type Viewer = (schemas: readonly unknown[]) => SchemaView;

/** Schemas that are put together in one view; more are taken for a mistake, or for malice. */
const mostSchemas = 100;
/** Properties of one schema that are looked at. */
const mostProperties = 500;
/** Times that a part of a schema is looked at in one document, which is more than any needs whose schemas are no maze. */
const mostParts = 4_000_000;

const nothing: SchemaView = {
	...{ schemas: [], names: [], properties: new Map(), items: [], additional: [], alternatives: [] },
};

/** Makes each view once. After too many parts everything looks empty, and `ranOut` says so. */
export function viewer(references: References): { readonly view: Viewer; ranOut(): boolean } {
	const views = new Map<unknown, SchemaView>();
	let left = mostParts;
	const view: Viewer = (schemas) => {
		const key = schemas.length === 1 ? identityOf(schemas[0]) : schemas;
		if (left-- <= 0) return nothing;
		const known = views.get(key);
		if (known) return known;
		const made = viewOf(schemas, references);
		left -= made.schemas.length * (1 + made.properties.size) + made.alternatives.length + made.items.length;
		views.set(key, made);
		return made;
	};
	return { view, ranOut: () => left <= 0 };
}

/** What is the same for all references to one place. */
function identityOf(schema: unknown): unknown {
	const reference = fieldOf(schema, '$ref');
	return typeof reference === 'string' && fieldsOf(schema).length === 1 ? reference : schema;
}

function viewOf(schemas: readonly unknown[], references: References): SchemaView {
	const names: string[] = [];
	const seen = new Set<JsonObject>();
	const gather = (schema: unknown): void => {
		const object = objectOf(schema);
		if (!object || seen.has(object) || seen.size >= mostSchemas) return;
		seen.add(object);
		const reference = fieldOf(object, '$ref');
		if (typeof reference === 'string') {
			names.push(reference.slice(reference.lastIndexOf('/') + 1));
			gather(references.objectOf(object));
		}
		for (const part of listOf(fieldOf(object, 'allOf'))) gather(part);
	};
	for (const schema of schemas) gather(schema);
	const flat = [...seen];
	const all = (...keys: readonly string[]) =>
		distinct(flat.flatMap((schema) => keys.flatMap((key) => asList(schema, key))));
	return {
		schemas: flat,
		names,
		properties: propertiesOf(flat),
		items: all('items', 'prefixItems'),
		additional: [
			...all('additionalProperties'),
			...flat.flatMap((schema) => fieldsOf(fieldOf(schema, 'patternProperties')).map(([, pattern]) => pattern)),
		],
		alternatives: all('oneOf', 'anyOf'),
	};
}

function distinct(schemas: readonly unknown[]): readonly unknown[] {
	if (schemas.length < 2) return schemas;
	return [...new Map(schemas.map((schema) => [identityOf(schema), schema])).values()];
}

function propertiesOf(schemas: readonly JsonObject[]): ReadonlyMap<string, readonly unknown[]> {
	const properties = new Map<string, unknown[]>();
	for (const schema of schemas) {
		for (const [name, property] of fieldsOf(fieldOf(schema, 'properties')).slice(0, mostProperties)) {
			const group = properties.get(name);
			if (group) group.push(property);
			else properties.set(name, [property]);
		}
	}
	return new Map([...properties].map(([name, group]) => [name, distinct(group)]));
}

function asList(schema: JsonObject, key: string): readonly unknown[] {
	const value = fieldOf(schema, key);
	return Array.isArray(value) ? value : objectOf(value) ? [value] : [];
}
