import type { OpenAPIV3 } from 'openapi-types';
import { fieldOf, fieldsOf, type JsonObject, textOf } from './json-value.ts';
import type { References } from './references.ts';

/** A response of an error, as one or many operations document it. */
export interface DocumentedResponse {
	readonly response: JsonObject;
	/** Undefined for `default` and for ranges such as `4XX`, which stand for more than one. */
	readonly status: number | undefined;
	readonly description: string | undefined;
	/** How many operations document it. */
	readonly operations: number;
	/** False for a `default` beside which no success is documented, so that it may be the success. */
	readonly isError: boolean;
}

/** The responses of all operations, and what stands beside them. */
export interface DocumentedOperations {
	readonly responses: readonly DocumentedResponse[];
	/** Path items and operations, in which lists of errors may stand. */
	readonly holders: readonly JsonObject[];
	readonly notes: readonly string[];
}

const methods: ReadonlySet<string> = new Set<`${OpenAPIV3.HttpMethods}` | 'query'>([
	...(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const),
]);

/** Reads `paths` of the root. Callbacks and webhooks are left out: there it is the client that responds. */
export function documentedOperations(root: unknown, references: References): DocumentedOperations {
	const found = new Map<JsonObject, Map<string, Counted>>();
	const holders = new Set<JsonObject>();
	let callbacks = 0;
	for (const [, pathItem] of fieldsOf(fieldOf(root, 'paths'))) {
		const item = references.objectOf(pathItem);
		if (!item) continue;
		const operations = fieldsOf(item).filter(([key]) => methods.has(key));
		for (const operation of [item, ...operations.map(([, value]) => references.objectOf(value))]) {
			if (!operation) continue;
			holders.add(operation);
			if (fieldOf(operation, 'callbacks')) callbacks++;
			addResponses(found, fieldOf(operation, 'responses'), references);
		}
	}
	const webhooks = fieldsOf(fieldOf(root, 'webhooks')).length;
	const left = callbacks + webhooks > 0;
	return {
		responses: [...found.values()].flatMap((byStatus) => [...byStatus.values()]),
		holders: [...holders],
		notes: left
			? ['What callbacks and webhooks are answered with was left out, as it is the client that answers.']
			: [],
	};
}

type Counted = { -readonly [K in keyof DocumentedResponse]: DocumentedResponse[K] };

function addResponses(found: Map<JsonObject, Map<string, Counted>>, responses: unknown, references: References): void {
	const documented = fieldsOf(references.objectOf(responses));
	const hasSuccess = documented.some(([key]) => /^[123]/.test(key));
	for (const [key, value] of documented) {
		const response = isErrorKey(key) ? references.objectOf(value) : undefined;
		if (!response) continue;
		const description = textOf(fieldOf(value, 'description')) ?? textOf(fieldOf(response, 'description'));
		const byStatus = found.get(response) ?? new Map<string, Counted>();
		found.set(response, byStatus);
		const name = `${key} ${hasSuccess} ${description}`;
		const before = byStatus.get(name);
		if (before) before.operations++;
		else {
			const isError = hasSuccess || key !== 'default';
			byStatus.set(name, { response, status: statusOf(key), description, operations: 1, isError });
		}
	}
}

function isErrorKey(key: string): boolean {
	return /^[45](?:\d\d|xx)$/i.test(key) || key === 'default';
}

function statusOf(key: string): number | undefined {
	return /^\d+$/.test(key) ? Number(key) : undefined;
}

/** Whether a header of the response, by whatever case its name is written in, tells when to send the request again. */
export function hasRetryAfter(response: JsonObject): boolean {
	return fieldsOf(fieldOf(response, 'headers')).some(([name]) => name.toLowerCase() === 'retry-after');
}

/** One kind of body that a response has. */
export interface DocumentedBody {
	readonly schema: unknown;
	readonly examples: readonly NamedExample[];
	readonly isProblem: boolean;
	/** The media type object, or the response itself in Swagger 2. */
	readonly holder: JsonObject;
}

/** An example of a body, and what is said about this very example. */
export interface NamedExample {
	readonly value: unknown;
	readonly summary?: string;
	readonly description?: string;
}

/** The bodies of a response: one for each media type, pages for people left out. */
export function bodiesOf(response: JsonObject, references: References): readonly DocumentedBody[] {
	const contents = fieldsOf(fieldOf(response, 'content')).flatMap(([mediaType, content]) => {
		const holder = references.objectOf(content);
		return holder && !isForPeople(mediaType) ? [{ mediaType, holder }] : [];
	});
	const bodies = contents.map(({ mediaType, holder }) => ({
		schema: fieldOf(holder, 'schema'),
		examples: [...examplesIn(holder, references)],
		...{ isProblem: isProblemMedia(mediaType), holder },
	}));
	const ownExamples = fieldsOf(fieldOf(response, 'examples')).filter(([mediaType]) => !isForPeople(mediaType));
	const schema = fieldOf(response, 'schema');
	if (schema === undefined && ownExamples.length === 0) return bodies;
	const isProblem = ownExamples.some(([mediaType]) => isProblemMedia(mediaType));
	const examples = ownExamples.map(([, value]) => ({ value }));
	return [...bodies, { schema, examples, isProblem, holder: response }];
}

function isProblemMedia(mediaType: string): boolean {
	return /\bproblem\+(?:json|xml)\b/i.test(mediaType);
}

function isForPeople(mediaType: string): boolean {
	return /^text\/(?:html|plain)\b|^(?:image|audio|video)\//i.test(mediaType);
}

function* examplesIn(holder: JsonObject, references: References): Iterable<NamedExample> {
	const example = fieldOf(holder, 'example');
	if (example !== undefined) yield { value: wholeOf(example, references) };
	for (const [, named] of fieldsOf(fieldOf(holder, 'examples'))) {
		const object = references.objectOf(named);
		const value = fieldOf(object, 'value') ?? fieldOf(object, 'dataValue');
		if (value === undefined) continue;
		const summary = textOf(fieldOf(named, 'summary')) ?? textOf(fieldOf(object, 'summary'));
		const description = textOf(fieldOf(named, 'description')) ?? textOf(fieldOf(object, 'description'));
		yield { value: wholeOf(value, references), ...(summary && { summary }), ...(description && { description }) };
	}
}

/** Examples are not to be references, but many are. */
function wholeOf(example: unknown, references: References): unknown {
	return typeof fieldOf(example, '$ref') === 'string' ? references.objectOf(example) : example;
}

/** Whether an example of the response stands elsewhere. */
export function hasExternalExample(holder: JsonObject, references: References): boolean {
	return fieldsOf(fieldOf(holder, 'examples')).some(
		([, named]) => fieldOf(references.objectOf(named), 'externalValue') !== undefined,
	);
}
