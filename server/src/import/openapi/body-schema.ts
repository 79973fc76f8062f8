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
import {
	type Code,
	isAddress,
	isCode,
	isErrorCode,
	isErrorCodeInExample,
	isProblemType,
	soundLikeErrors,
} from './code-values.ts';
import type { DocumentedValue } from './documented-values.ts';
import { errorStatusOf, fieldOf, fieldsOf, type JsonObject, listOf, textOf } from './json-value.ts';
import { insideOf, isErrorSchemaName, isStatusName, type Role } from './property-names.ts';
import type { SchemaView } from './schema-view.ts';
import type { Schemas } from './schemas.ts';

/** A code that the schema of a body has. */
export interface SchemaCode extends DocumentedValue {
	/** The HTTP status that the same object always has. */
	readonly status?: number;
}

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

export function readBodySchema(schema: unknown, kind: BodyKind, all: Schemas): SchemaReading {
	const codes: SchemaCode[] = [];
	const places: CodePlace[] = [];
	const seen = new Map<JsonObject, Set<string>>();
	let left = mostSchemas;

	const walk = (schemas: readonly unknown[], place: Place): void => {
		if (left <= 0) return;
		const view = all.view(schemas);
		if (place.depth > deepest || !isNews(view, place)) return;
		left--;
		const next = { ...place, depth: place.depth + 1 };
		for (const alternative of view.alternatives.slice(0, mostSchemas)) walk([alternative], next);
		if (view.items.length > 0) walk(view.items, { ...next, path: undefined });
		if (view.additional.length > 0) walk(view.additional, { ...next, path: undefined });
		if (view.properties.size > 0 || place.surroundings !== 'root') readObject(view, next);
	};

	const isNews = ({ schemas }: SchemaView, { surroundings }: Place): boolean => {
		let isNew = false;
		for (const schema of schemas) {
			const before = seen.get(schema) ?? new Set();
			isNew ||= !before.has(surroundings);
			seen.set(schema, before.add(surroundings));
		}
		return isNew;
	};

	const readObject = (view: SchemaView, place: Place): void => {
		const surroundings = place.surroundings === 'root' ? rootSurroundings(view, kind) : place.surroundings;
		const names = [...view.properties.keys()];
		const isProblem =
			surroundings === 'error' && (looksLikeProblem(names) || (kind.isProblem && place.path?.length === 0));
		const held = [...view.properties].map(([name, schemas]) => [name, heldBy(all.view(schemas))] as const);
		const object = { view, path: place.path, status: onlyStatus(view, all), beside: fieldsBesideCodes(held) };
		for (const [name, schemas] of view.properties) {
			if (left <= 0) return;
			const inside = insideOf(name);
			if (inside && hasInside(all.view(schemas))) {
				walk(schemas, { ...place, path: below(place.path, name), surroundings: inside });
			}
			const role = isProblem && name === 'type' ? 'problem' : roleWithin(name, surroundings);
			if (role && role !== 'message' && role !== 'title') readProperty(object, name, schemas, role);
		}
		codes.push(...mappedCodes(view, surroundings, all));
	};

	const readProperty = (
		object: ErrorObject,
		name: string,
		schemas: readonly unknown[],
		role: Role | 'problem',
	): void => {
		const view = all.view(schemas);
		if (view.properties.size > 0) return;
		const found = codesOf(schemas, view, role, all);
		const [only] = found.length === 1 ? found : [];
		const { status } = object;
		for (const code of found) {
			const about = code === only ? wordsFor(object.view, name, all) : {};
			codes.push({ ...about, ...code, ...(status !== undefined && { status }) });
		}
		const beside = object.beside(name);
		places.push({
			path: view.items.length > 0 ? undefined : pathTo(object.path, name),
			...{ role, isNumber: isNumeric(view), hasCodes: found.length > 0 },
			message: pathTo(object.path, beside.message),
			status: pathTo(object.path, beside.status),
		});
	};

	walk([schema], { path: [], surroundings: 'root', depth: 0 });
	return { codes, places, examples: examplesOf(all.view([schema])) };
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

/** The codes that the schema of a property lists or, where it lists none, has examples of. */
function codesOf(
	schemas: readonly unknown[],
	view: SchemaView,
	role: Role | 'problem',
	all: Schemas,
): readonly DocumentedValue[] {
	const listed = all.values(schemas);
	const values = listed.map(({ value }) => value);
	if (listed.length > 0) {
		if (role === 'kind' && !values.some(isAddress) && !soundLikeErrors(values)) return [];
		return listed.filter(({ value }) =>
			isType(role, value) ? isProblemType(value) : isErrorCode(value, plain(role), values),
		);
	}
	const seen = new Set(
		[...examplesOf(view), ...view.schemas.map((schema) => fieldOf(schema, 'default'))].filter(isCode),
	);
	return [...seen]
		.filter((value) => (isType(role, value) ? isProblemType(value) : isErrorCodeInExample(value, plain(role))))
		.map((value) => ({ value }));
}

/** Whether the value is the type of a problem, and no word. */
function isType(role: Role | 'problem', value: Code): boolean {
	return role === 'problem' || (role === 'kind' && isAddress(value));
}

function plain(role: Role | 'problem'): Role {
	return role === 'problem' ? 'kind' : role;
}

function examplesOf({ schemas }: SchemaView): readonly unknown[] {
	return schemas.flatMap((schema) => {
		const example = fieldOf(schema, 'example') ?? fieldOf(schema, 'x-example');
		return [...(example === undefined ? [] : [example]), ...listOf(fieldOf(schema, 'examples'))];
	});
}

/** The codes that a discriminator tells schemas apart by, each with what its schema says. */
function mappedCodes(view: SchemaView, surroundings: Surroundings, all: Schemas): readonly SchemaCode[] {
	return view.schemas.flatMap((schema) => {
		const discriminator = fieldOf(schema, 'discriminator');
		const mapping = fieldsOf(fieldOf(discriminator, 'mapping'));
		const role = roleWithin(textOf(fieldOf(discriminator, 'propertyName')) ?? '', surroundings);
		const values = mapping.map(([value]) => value);
		if (role !== 'code' && role !== 'error' && role !== 'kind') return [];
		if (role === 'kind' && !values.some(isAddress) && !soundLikeErrors(values)) return [];
		const isFit = (value: Code) => (isType(role, value) ? isProblemType(value) : isErrorCode(value, role, values));
		return mapping
			.filter(([value]) => isFit(value))
			.map(([value, target]): SchemaCode => {
				const own = all.view([typeof target === 'string' ? { $ref: target } : target]);
				const status = onlyStatus(own, all);
				return { value, ...wordsFor(own, '', all), ...(status !== undefined && { status }) };
			});
	});
}

/** What an object that always has the one code says of it: the words that it always has too, or its own description. */
function wordsFor(view: SchemaView, name: string, all: Schemas): { description?: string; title?: string } {
	const only = (isWanted: (property: string) => boolean) =>
		[...view.properties]
			.filter(([property]) => isWanted(property))
			.map(([, schemas]) => onlyText(schemas, all))
			.find(Boolean);
	const own = view.schemas.filter((schema) => {
		const property = fieldOf(fieldOf(schema, 'properties'), name);
		return property === undefined || all.values([property]).length === 1;
	});
	const described = own
		.map((schema) => textOf(fieldOf(schema, 'description')))
		.find((text) => text && /\s/.test(text) && !says.test(text));
	const description = only((property) => roleWithin(property, 'error') === 'message') ?? described;
	const title = only((property) => roleWithin(property, 'error') === 'title');
	return { ...(description && { description }), ...(title && { title }) };
}

/** Descriptions that say no more than that it is an error. */
const says =
	/^(?:the |an? )?(?:standard |generic |default |common )?(?:api )?(?:error|problem)(?: (?:response|object|body|details?|model|schema))*\.?$/i;

function onlyText(schemas: readonly unknown[], all: Schemas): string | undefined {
	for (const schema of all.view(schemas).schemas) {
		const listed = listOf(fieldOf(schema, 'enum'));
		const text = textOf(fieldOf(schema, 'const') ?? (listed.length === 1 ? listed[0] : undefined));
		if (text) return text;
	}
	return undefined;
}

/** The HTTP status that an object of the schema always has. */
function onlyStatus(view: SchemaView, all: Schemas): number | undefined {
	for (const [name, schemas] of view.properties) {
		if (!isStatusName(name)) continue;
		const values = all.values(schemas);
		const status = values.length === 1 ? errorStatusOf(values[0]?.value) : undefined;
		if (status !== undefined) return status;
	}
	return undefined;
}

function isNumeric(view: SchemaView): boolean {
	return view.schemas.some((schema) => {
		const type = fieldOf(schema, 'type');
		return [type, ...listOf(type)].some((one) => one === 'integer' || one === 'number');
	});
}
