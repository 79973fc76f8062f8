import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import schema from '../catalog.schema.json' with { type: 'json' };
import type { Catalog, Entry, Retry } from '../catalog.ts';
import { readCatalog } from '../read-catalog.ts';
import { builtinCatalogs } from './index.ts';

const matchesSchema = new Ajv({ strict: false }).compile(schema);
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));

function builtin(id: string): Catalog {
	const catalog = builtinCatalogs.find((one) => one.id === id);
	assert.ok(catalog);
	return catalog;
}

/** What a caller's code depends on, as one line. */
function facts(entry: Entry): string {
	const status = entry.kind === 'code' && entry.status !== undefined ? ` ${entry.status}` : '';
	const retry = entry.retry === undefined ? '' : ` ${entry.retry}`;
	return `${entry.kind} ${entry.value}${status}${retry}${entry.required ? ' required' : ''}`;
}

suite('every built-in catalog', () => {
	for (const file of files)
		test(`${file} has no problem and is in the list`, () => {
			const value: unknown = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
			const { catalog, problems } = readCatalog(value, `builtin:${file.replace('.json', '')}`);
			assert.deepEqual(problems, []);
			assert.ok(matchesSchema(value), JSON.stringify(matchesSchema.errors));
			assert.deepEqual(catalog, builtin(file.replace('.json', '')));
		});

	test('is one of the files here', () => assert.equal(builtinCatalogs.length, files.length));

	test('has plain Markdown: no HTML, images or links', () => {
		for (const entry of builtinCatalogs.flatMap(({ entries }) => entries))
			for (const text of [entry.title, entry.description, entry.remedy, entry.differsFromHttp])
				assert.doesNotMatch(text ?? '', /<[a-z!/]|\]\(|https?:\/\//i);
	});

	test('has sentences', () => {
		for (const entry of builtinCatalogs.flatMap(({ entries }) => entries))
			for (const text of [entry.description, entry.remedy, entry.differsFromHttp])
				assert.match(text ?? 'Nothing.', /^[\p{Lu}`].*[.]$/u);
	});
});

suite('SilentChat', () => {
	const silentchat = builtin('silentchat');

	test('has the codes, statuses and rules of its page', () => {
		assert.deepEqual(silentchat.entries.map(facts), [
			'code AUTH_MISSING_TOKEN 401 never',
			'code AUTH_INVALID_TOKEN 401 after-refresh required',
			'code AUTH_TOKEN_REVOKED 401 never',
			'code AUTH_INVALID_CREDENTIALS 401 never',
			'code AUTH_EMAIL_NOT_VERIFIED 403 never',
			'code FORBIDDEN 403 never',
			'code TENANT_REQUIRED 400 never',
			'code TENANT_NOT_FOUND 404 never',
			'code VALIDATION_ERROR 400 never',
			'code NOT_FOUND 404 never',
			'code CONFLICT 409 never',
			'code RATE_LIMITED 429 retry-after required',
			'code WIDGET_KEY_INVALID 401 never',
			'code WIDGET_DOMAIN_NOT_ALLOWED 403 never',
			'code FILE_TOO_LARGE 400 never',
			'code PLAN_LIMIT_EXCEEDED 403 never',
			'code INTERNAL_ERROR 500 backoff',
			'status 200',
			'status 201',
			'status 204',
			'status 400 never',
			'status 401 after-refresh',
			'status 403 never',
			'status 404 never',
			'status 409 never',
			'status 429 retry-after',
			'status 500 backoff',
		]);
	});

	test('carries code, message and status in `error`, and is known by its host', () => {
		assert.deepEqual(silentchat.envelope, { code: 'error.code', message: 'error.message', status: 'error.status' });
		assert.deepEqual(silentchat.evidence.hosts, ['api.silentchat.de']);
	});

	test('shows each code in a body with its status', () => {
		for (const entry of silentchat.entries)
			if (entry.kind === 'code') {
				const { error } = JSON.parse(entry.sample ?? '');
				assert.deepEqual([error.code, error.status], [entry.value, entry.status]);
				assert.equal(typeof error.message, 'string');
			}
	});

	test('says where it differs from HTTP', () => {
		const differing = silentchat.entries.filter((entry) => entry.differsFromHttp !== undefined);
		assert.deepEqual(
			differing.map(({ value }) => value),
			[
				...['AUTH_EMAIL_NOT_VERIFIED', 'TENANT_NOT_FOUND', 'VALIDATION_ERROR', 'WIDGET_KEY_INVALID'],
				...['WIDGET_DOMAIN_NOT_ALLOWED', 'FILE_TOO_LARGE', 'PLAN_LIMIT_EXCEEDED'],
			],
		);
		assert.match(differing.find(({ value }) => value === 'FILE_TOO_LARGE')?.differsFromHttp ?? '', /413/);
	});
});

suite('Chatness', () => {
	const chatness = builtin('chatness');

	test('has the codes, statuses and rules of its page', () => {
		assert.deepEqual(chatness.entries.map(facts), [
			'code 400 never',
			'code 401 after-refresh required',
			'code 404 never',
			'code 428 never',
			'code 429 retry-after required',
			'code 500 backoff',
			'status 200',
			'status 201',
			'status 204',
		]);
	});

	test('carries code and message in `error`, and names no host', () => {
		assert.deepEqual(chatness.envelope, { code: 'error.code', message: 'error.message' });
		assert.deepEqual(chatness.evidence.hosts, []);
	});

	test('shows each code in a body, where it is a number', () => {
		for (const entry of chatness.entries)
			if (entry.kind === 'code') assert.equal(JSON.parse(entry.sample ?? '').error.code, entry.value);
	});

	test('says where it differs from HTTP', () => {
		const differing = chatness.entries.filter((entry) => entry.differsFromHttp !== undefined);
		assert.deepEqual(
			differing.map(({ value }) => value),
			[400, 401, 428, 500],
		);
		assert.match(differing.find(({ value }) => value === 428)?.differsFromHttp ?? '', /If-Match/);
	});
});

suite('HTTP', () => {
	const entries = builtin('http').entries;
	const numbers = (standard: boolean) =>
		entries.filter((entry) => (entry.standard ?? true) === standard).map(({ value }) => value);

	test('has every status of the IANA registry', () => {
		assert.deepEqual(numbers(true), [
			...[100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
			...[300, 301, 302, 303, 304, 305, 306, 307, 308],
			...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418],
			...[421, 422, 423, 424, 425, 426, 428, 429, 431, 451],
			...[500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
		]);
	});

	test('has the vendors’ numbers that people meet, marked as not standard', () => {
		assert.deepEqual(numbers(false), [
			...[419, 420, 440, 444, 449, 450, 460, 463, 494, 495, 496, 497, 498, 499],
			...[509, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599],
		]);
	});

	test('has statuses alone, none of them required', () => {
		assert.deepEqual([...new Set(entries.map(({ kind, required }) => `${kind} ${required}`))], ['status false']);
	});

	test('names the section that defines a status, or whose convention it is', () => {
		for (const { standard, specification, url, description } of entries)
			if (standard === false) assert.match(description, / A convention of .+\.$/);
			else assert.match(`${specification} ${url}`, /^(RFC \d+, [\d.]+|draft-[\w-]+) https:/);
	});

	test('says which statuses are worth a repetition', () => {
		const repeated = entries.filter(
			({ retry, standard }) => retry !== undefined && retry !== 'never' && standard !== false,
		);
		const expected: readonly (readonly [number, Retry])[] = [
			...([[401, 'after-refresh']] as const),
			...[408, 421, 423, 425].map((status) => [status, 'backoff'] as const),
			...([
				[429, 'retry-after'],
				[500, 'backoff'],
				[502, 'backoff'],
				[503, 'retry-after'],
				[504, 'backoff'],
			] as const),
		];
		assert.deepEqual(
			repeated.map(({ value, retry }) => [value, retry]),
			expected,
		);
	});
});
