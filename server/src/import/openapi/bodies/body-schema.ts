import { fieldOf, type JsonObject, listOf } from '../document/json-value.ts';
import type { SchemaView } from '../schemas/schema-view.ts';
import type { Schemas } from '../schemas/schemas.ts';
import { insideOf, isErrorSchemaName, type Role } from '../words/property-names.ts';
import {
	type BesideCode,
	below,
	type CodePlace,
	fieldsBesideCodes,
	type Held,
	looksLikeError,
	looksLikeProblem,
	pathTo,
	roleWithin,
	type Surroundings,
} from './code-places.ts';
import { codesOf, examplesOf, mappedCodes, onlyStatus, type SchemaCode, wordsFor } from './schema-codes.ts';

/** What the schema of an error's body says. */
export interface SchemaReading {
	readonly codes: readonly SchemaCode[];
	readonly places: readonly CodePlace[];
	/** Examples of the whole body. */
	readonly examples: readonly unknown[];
}

/** What is read of one schema. */
export interface BodyKind {
	/** Whether it is sure to be the body of an error, and not of a success. */
	readonly isError: boolean;
	/** Whether it is a problem of RFC 9457, by its media type. */
	readonly isProblem: boolean;
}

interface Place {
	readonly path: readonly string[] | undefined;
	readonly surroundings: Surroundings | 'root';
	readonly depth: number;
}

/** Objects within objects that are looked into. */
const deepest = 10;
/** Schemas of one body that are looked at; a body with more is read as far as that. */
const mostSchemas = 500;

/** Reads the schema of a body as far as it is about an error. */
export function readBodySchema(schema: unknown, kind: BodyKind, all: Schemas): SchemaReading {
	const walk: Walk = { kind, all, codes: [], places: [], seen: new Map(), left: mostSchemas };
	walkThrough([schema], { path: [], surroundings: 'root', depth: 0 }, walk);
	return { codes: walk.codes, places: walk.places, examples: examplesOf(all.view([schema])) };
}

/** One way through the schemas of a body, and what was found on it so far. */
interface Walk {
	readonly kind: BodyKind;
	readonly all: Schemas;
	readonly codes: SchemaCode[];
	readonly places: CodePlace[];
	/** The surroundings in which each schema was looked at. */
	readonly seen: Map<JsonObject, Set<string>>;
	/** How many more are looked at. */
	left: number;
}

function walkThrough(schemas: readonly unknown[], place: Place, walk: Walk): void {
	if (walk.left <= 0) return;
	const view = walk.all.view(schemas);
	if (place.depth > deepest || !isNews(view, place, walk)) return;
	walk.left--;
	const next = { ...place, depth: place.depth + 1 };
	for (const alternative of view.alternatives.slice(0, mostSchemas)) walkThrough([alternative], next, walk);
	if (view.items.length > 0) walkThrough(view.items, { ...next, path: undefined }, walk);
	if (view.additional.length > 0) walkThrough(view.additional, { ...next, path: undefined }, walk);
	if (view.properties.size > 0 || place.surroundings !== 'root') readObject(view, next, walk);
}

function isNews({ schemas }: SchemaView, { surroundings }: Place, { seen }: Walk): boolean {
	let isNew = false;
	for (const schema of schemas) {
		const before = seen.get(schema) ?? new Set();
		isNew ||= !before.has(surroundings);
		seen.set(schema, before.add(surroundings));
	}
	return isNew;
}

function readObject(view: SchemaView, place: Place, walk: Walk): void {
	const { kind, all } = walk;
	const surroundings = place.surroundings === 'root' ? rootSurroundings(view, kind) : place.surroundings;
	const names = [...view.properties.keys()];
	const isProblem =
		surroundings === 'error' && (looksLikeProblem(names) || (kind.isProblem && place.path?.length === 0));
	const held = [...view.properties].map(([name, schemas]) => [name, heldBy(all.view(schemas))] as const);
	const object = { view, path: place.path, status: onlyStatus(view, all), beside: fieldsBesideCodes(held) };
	for (const [name, schemas] of view.properties) {
		if (walk.left <= 0) return;
		const inside = insideOf(name);
		if (inside && hasInside(all.view(schemas))) {
			walkThrough(schemas, { ...place, path: below(place.path, name), surroundings: inside }, walk);
		}
		const role = isProblem && name === 'type' ? 'problem' : roleWithin(name, surroundings);
		if (role && role !== 'message' && role !== 'title') readProperty(object, name, schemas, role, walk);
	}
	walk.codes.push(...mappedCodes(view, surroundings, all));
}

function readProperty(
	object: ErrorObject,
	name: string,
	schemas: readonly unknown[],
	role: Role | 'problem',
	{ all, codes, places }: Walk,
): void {
	const view = all.view(schemas);
	if (view.properties.size > 0) return;
	const found = codesOf(schemas, view, role, all);
	const { status } = object;
	const about = found.length === 1 ? wordsFor(object.view, name, all) : {};
	for (const code of found) codes.push({ ...about, ...code, ...(status !== undefined && { status }) });
	const beside = object.beside(name);
	places.push({
		path: view.items.length > 0 ? undefined : pathTo(object.path, name),
		...{ role, isNumber: isNumeric(view), hasCodes: found.length > 0 },
		message: pathTo(object.path, beside.message),
		status: pathTo(object.path, beside.status),
	});
}

interface ErrorObject {
	readonly view: SchemaView;
	readonly path: readonly string[] | undefined;
	/** The HTTP status that it always has. */
	readonly status: number | undefined;
	beside(code: string): BesideCode;
}

function heldBy(view: SchemaView): Held {
	return isNumeric(view) ? 'number' : hasInside(view) ? 'other' : 'text';
}

function rootSurroundings(view: SchemaView, kind: BodyKind): Surroundings {
	// A problem or a fault may also be what an API is about.
	const isNamed = view.names.some((name) => /error/i.test(name) && isErrorSchemaName(name));
	if (!kind.isError && !isNamed) return 'foreign';
	return kind.isProblem || isNamed || looksLikeError([...view.properties.keys()]) ? 'error' : 'foreign';
}

function hasInside(view: SchemaView): boolean {
	return view.properties.size + view.items.length + view.additional.length + view.alternatives.length > 0;
}

function isNumeric(view: SchemaView): boolean {
	return view.schemas.some((schema) => {
		const type = fieldOf(schema, 'type');
		return [type, ...listOf(type)].some((one) => one === 'integer' || one === 'number');
	});
}
