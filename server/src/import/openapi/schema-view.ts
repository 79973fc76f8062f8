import { fieldOf, fieldsOf, type JsonObject, listOf, objectOf } from './json-value.ts';
import type { References } from './references.ts';

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

/** Schemas that are put together in one view; more are taken for a mistake, or for malice. */
const mostSchemas = 200;

/** @param schemas schemas that hold all at once */
export function viewOf(schemas: readonly unknown[], references: References): SchemaView {
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
	return {
		schemas: flat,
		names,
		properties: propertiesOf(flat),
		items: flat.flatMap((schema) => [...asList(schema, 'items'), ...listOf(fieldOf(schema, 'prefixItems'))]),
		additional: flat.flatMap((schema) => [
			...asList(schema, 'additionalProperties'),
			...fieldsOf(fieldOf(schema, 'patternProperties')).map(([, pattern]) => pattern),
		]),
		alternatives: flat.flatMap((schema) => [...listOf(fieldOf(schema, 'oneOf')), ...listOf(fieldOf(schema, 'anyOf'))]),
	};
}

function propertiesOf(schemas: readonly JsonObject[]): ReadonlyMap<string, readonly unknown[]> {
	const properties = new Map<string, unknown[]>();
	for (const schema of schemas) {
		for (const [name, property] of fieldsOf(fieldOf(schema, 'properties'))) {
			const group = properties.get(name);
			if (group) group.push(property);
			else properties.set(name, [property]);
		}
	}
	return properties;
}

function asList(schema: JsonObject, key: string): readonly unknown[] {
	const value = fieldOf(schema, key);
	return Array.isArray(value) ? value : objectOf(value) ? [value] : [];
}
