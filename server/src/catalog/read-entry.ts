import type { Entry, ErrorCode, Retry, StatusCode } from './catalog.ts';
import {
	isIntegerWithin,
	type JsonFields,
	type JsonPath,
	jsonFields,
	type Report,
	shown,
	withoutUndefined,
} from './json-fields.ts';

const retries: readonly Retry[] = ['never', 'backoff', 'retry-after', 'after-refresh'];

const keys = [
	'kind',
	'value',
	'status',
	'title',
	'otherNames',
	'description',
	'remedy',
	'differsFromHttp',
	'url',
	'specification',
	'required',
	'retry',
	'sample',
	'standard',
	'replacedBy',
];

/**
 * Reads one entry of a catalog; what is missing gets its default. Undefined where the entry has no usable value: then
 * nothing in code could stand for it.
 */
export function readEntry(value: unknown, path: JsonPath, report: Report): Entry | undefined {
	const fields = jsonFields(value, path, report);
	if (fields === undefined) return undefined;
	fields.allowOnly(keys);
	const kind = fields.choice('kind', ['code', 'status']) ?? 'code';
	return kind === 'status' ? readStatus(fields) : readCode(fields);
}

function readStatus(fields: JsonFields): StatusCode | undefined {
	fields.demand('value');
	const value = fields.integer('value', 100, 599);
	if (fields.has('status')) fields.report([...fields.path, 'status'], 'A status has no other status; leave it out.');
	return value === undefined ? undefined : { kind: 'status', value, ...readFacts(fields, value) };
}

function readCode(fields: JsonFields): ErrorCode | undefined {
	fields.demand('value');
	const value = codeValue(fields, 'value');
	const status = fields.integer('status', 100, 599);
	if (value === undefined) return undefined;
	return { kind: 'code', value, ...withoutUndefined({ status }), ...readFacts(fields, value) };
}

/** Codes are text or whole numbers; numbers need not be statuses. */
function codeValue(fields: JsonFields, key: string): string | number | undefined {
	const value = fields.raw(key);
	if (typeof value === 'string') return fields.text(key, wrongInCode);
	if (isIntegerWithin(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) return value;
	if (value !== undefined)
		fields.report([...fields.path, key], `"${key}" must be text or a whole number, not ${shown(value)}.`);
	return undefined;
}

function wrongInCode(code: string): string | undefined {
	if (code !== code.trim()) return 'begins or ends with a space';
	return /\p{Cc}/u.test(code) ? 'has a line break or another control character' : undefined;
}

function readFacts(fields: JsonFields, value: string | number) {
	fields.demand('title');
	fields.demand('description');
	return {
		title: fields.text('title') ?? String(value),
		description: fields.text('description') ?? '',
		required: fields.flag('required') ?? false,
		retry: fields.choice('retry', retries) ?? 'never',
		...withoutUndefined({
			otherNames: fields.texts('otherNames'),
			remedy: fields.text('remedy'),
			differsFromHttp: fields.text('differsFromHttp'),
			url: fields.text('url', wrongInUrl),
			specification: fields.text('specification'),
			sample: readSample(fields),
			standard: fields.flag('standard'),
			replacedBy: codeValue(fields, 'replacedBy'),
		}),
	};
}

/** Says what is wrong with an address; links are shown to users, so only the web's own are let through. */
export function wrongInUrl(url: string): string | undefined {
	return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? undefined : 'is no http or https address';
}

/** A sample is written as text or, which is easier to read, as the JSON itself. */
function readSample(fields: JsonFields): string | undefined {
	const sample = fields.raw('sample');
	if (typeof sample !== 'object' || sample === null) return fields.text('sample');
	const text = jsonText(sample);
	if (text === undefined) fields.report([...fields.path, 'sample'], 'This cannot be written as JSON.');
	return text;
}

/** Undefined for what is no JSON, such as a cycle made by a YAML alias, or is nested too deep. */
function jsonText(value: object): string | undefined {
	try {
		return JSON.stringify(value, undefined, 2);
	} catch {
		return undefined;
	}
}
