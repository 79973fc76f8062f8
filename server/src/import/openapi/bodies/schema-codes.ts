import { listedErrorCodes } from '../document/described-errors.ts';
import { errorStatusOf, fieldOf, fieldsOf, listOf, textOf } from '../document/json-value.ts';
import type { AllowedValue } from '../schemas/allowed-values.ts';
import type { SchemaView } from '../schemas/schema-view.ts';
import type { Schemas } from '../schemas/schemas.ts';
import {
	type Code,
	isAddress,
	isCode,
	isErrorCode,
	isErrorCodeInExample,
	isProblemType,
	soundLikeErrors,
} from '../words/code-values.ts';
import { isStatusName, type Role } from '../words/property-names.ts';
import { roleWithin, type Surroundings } from './code-places.ts';

/** A code that the schema of a body has. */
export interface SchemaCode extends AllowedValue {
	/** The HTTP status that the same object always has. */
	readonly status?: number;
}

/** The codes that the schema of a property lists or, where it lists none, has examples of. */
export function codesOf(
	schemas: readonly unknown[],
	view: SchemaView,
	role: Role | 'problem',
	all: Schemas,
): readonly AllowedValue[] {
	const listed = all.values(schemas);
	const values = listed.map(({ value }) => value);
	if (listed.length > 0) {
		if (role === 'kind' && !values.some(isAddress) && !soundLikeErrors(values)) return [];
		return listed.filter(({ value }) =>
			isType(role, value) ? isProblemType(value) : isErrorCode(value, plain(role), values),
		);
	}
	const described = role === 'code' ? describedCodes(view) : [];
	if (described.length > 0) return described;
	const seen = new Set(
		[...examplesOf(view), ...view.schemas.map((schema) => fieldOf(schema, 'default'))].filter(isCode),
	);
	return [...seen]
		.filter((value) => (isType(role, value) ? isProblemType(value) : isErrorCodeInExample(value, plain(role))))
		.map((value) => ({ value }));
}

/** The codes that the description of their property lists. */
function describedCodes({ schemas }: SchemaView): readonly AllowedValue[] {
	return schemas
		.flatMap((schema) => listedErrorCodes(textOf(fieldOf(schema, 'description'))))
		.filter(({ value }) => isErrorCode(value, 'code'))
		.map(({ value, title, description, deprecated }) => ({
			value,
			...(title && { title }),
			...(description && { description }),
			...(deprecated && { deprecated: true as const }),
		}));
}

/** Whether the value is the type of a problem, and no word. */
function isType(role: Role | 'problem', value: Code): boolean {
	return role === 'problem' || (role === 'kind' && isAddress(value));
}

function plain(role: Role | 'problem'): Role {
	return role === 'problem' ? 'kind' : role;
}

export function examplesOf({ schemas }: SchemaView): readonly unknown[] {
	return schemas.flatMap((schema) => {
		const example = fieldOf(schema, 'example') ?? fieldOf(schema, 'x-example');
		return [...(example === undefined ? [] : [example]), ...listOf(fieldOf(schema, 'examples'))];
	});
}

/** The codes that a discriminator tells schemas apart by, each with what its schema says. */
export function mappedCodes(view: SchemaView, surroundings: Surroundings, all: Schemas): readonly SchemaCode[] {
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
export function wordsFor(view: SchemaView, name: string, all: Schemas): { description?: string; title?: string } {
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
export function onlyStatus(view: SchemaView, all: Schemas): number | undefined {
	for (const [name, schemas] of view.properties) {
		if (!isStatusName(name)) continue;
		const values = all.values(schemas);
		const status = values.length === 1 ? errorStatusOf(values[0]?.value) : undefined;
		if (status !== undefined) return status;
	}
	return undefined;
}
