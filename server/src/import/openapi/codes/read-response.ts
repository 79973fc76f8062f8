import { readBodyExample } from '../bodies/body-example.ts';
import { type BodyKind, readBodySchema, type SchemaReading } from '../bodies/body-schema.ts';
import type { CodePlace } from '../bodies/code-places.ts';
import type { Vote } from '../bodies/envelope.ts';
import { listedErrorCodes } from '../document/described-errors.ts';
import { fieldOf, type JsonObject } from '../document/json-value.ts';
import type { References } from '../document/references.ts';
import {
	bodiesOf,
	type DocumentedBody,
	type DocumentedResponse,
	hasRetryAfter,
	type NamedExample,
} from '../document/responses.ts';
import type { Schemas } from '../schemas/schemas.ts';
import type { FoundCodes, Origin } from './found-codes.ts';
import { listedErrors } from './listed-errors.ts';

/** Reads schemas of bodies, each of them once however many responses have it. */
export type SchemaReader = (schema: unknown, kind: BodyKind) => SchemaReading;

export function schemaReader(all: Schemas): SchemaReader {
	const readings = new Map<unknown, SchemaReading>();
	const keys = new Map<unknown, Map<string, object>>();
	return (schema, kind) => {
		const reference = fieldOf(schema, '$ref');
		const isBare = typeof reference === 'string' && Object.keys(schema as JsonObject).length === 1;
		const bySchema = keys.get(isBare ? reference : schema) ?? new Map<string, object>();
		keys.set(isBare ? reference : schema, bySchema);
		const key = bySchema.get(`${kind.isError} ${kind.isProblem}`) ?? {};
		bySchema.set(`${kind.isError} ${kind.isProblem}`, key);
		const reading = readings.get(key) ?? readBodySchema(schema, kind, all);
		readings.set(key, reading);
		return reading;
	};
}

/** What the bodies of error responses are read with, and where what they say goes. */
export interface ResponseReading {
	readonly references: References;
	readonly readSchema: SchemaReader;
	readonly codes: FoundCodes;
	readonly votes: Vote[];
}

/** Reads the bodies of a response for codes, and for the places where they stand. */
export function readErrorResponse(documented: DocumentedResponse, reading: ResponseReading): void {
	const { response, status, operations, isError } = documented;
	const origin: Origin = { status, isResponse: true, hasRetryAfter: hasRetryAfter(response) };
	for (const entry of listedErrors(response, status)) reading.codes.addListed(entry);
	for (const entry of isError ? listedErrorCodes(documented.description) : [])
		reading.codes.addListed({ ...(status !== undefined && { status }), ...entry });
	const bodies = bodiesOf(response, reading.references);
	for (const body of bodies) {
		if (body.holder !== response) {
			for (const entry of listedErrors(body.holder, status)) reading.codes.addListed(entry);
		}
	}
	const places = bodies.flatMap((body) => readBody(body, isError, origin, reading));
	if (bodies.length > 0) reading.votes.push({ places, weight: operations });
}

function readBody(
	{ schema, examples, isProblem }: DocumentedBody,
	isError: boolean,
	origin: Origin,
	reading: ResponseReading,
): readonly CodePlace[] {
	const fromSchema = schema === undefined ? undefined : reading.readSchema(schema, { isError, isProblem });
	for (const code of fromSchema?.codes ?? []) reading.codes.addDocumented(code, origin);
	if (!isError) return fromSchema?.places ?? [];
	const places = [...(fromSchema?.places ?? [])];
	const read = (example: NamedExample, isOfSchema: boolean): void => {
		const { codes, places: shown, sample } = readBodyExample(example.value, isProblem);
		// A schema's example stands wherever the schema does, so it tells no more of a status than the schema.
		for (const code of codes) reading.codes.addExample(code, example, sample, { ...origin, isOfSchema });
		places.push(...shown);
	};
	for (const example of examples) read(example, false);
	for (const value of fromSchema?.examples ?? []) read({ value }, true);
	return places;
}
