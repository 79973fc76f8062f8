import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription, readOpenApi } from './read-openapi.ts';

const timeout = 20_000;

/** A description whose only error has the schema, the example, or both. */
function withError(mediaType: unknown, rest: object = {}) {
	const responses = { 200: {}, 409: { content: { 'application/json': mediaType } } };
	return readDescription({ openapi: '3.1.0', paths: { '/a': { get: { responses } } }, ...rest });
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
	let schema: unknown = { properties: { code: { enum: ['A_B'] }, message: {} } };
	for (let level = 0; level < depth; level++) schema = wrap(schema);
	return schema;
}

test('schemas and examples of any depth are read as far as errors go', { timeout }, () => {
	const wraps: ((inner: unknown) => unknown)[] = [
		(error) => ({ properties: { error } }),
		(inner) => ({ allOf: [inner] }),
		(inner) => ({ anyOf: [inner, inner] }),
		(items) => ({ items }),
		(inner) => ({ properties: { code: { oneOf: [inner, inner] }, message: {} } }),
	];
	for (const wrap of wraps) {
		assert.ok(withError({ schema: nested(50_000, wrap) }).draft.entries.length > 0);
		assert.equal(withError({ schema: nested(2, wrap) }).draft.entries.length > 0, true);
	}
	assert.equal(withError({ example: nested(50_000, (error) => ({ error })) }).draft.entries.length, 1);
});

test('values that contain themselves, as aliases of YAML may, are read once', { timeout }, () => {
	const round: Record<string, unknown> = { code: 'A_B', message: '' };
	Object.assign(round, {
		error: round,
		properties: { code: { const: 'C_D' }, message: {}, error: round },
		allOf: [round],
		anyOf: [round],
		items: round,
		example: round,
	});
	const { draft } = withError({ schema: round, example: round }, { 'x-errors': round });
	assert.ok(draft.entries.some(({ value }) => value === 'A_B') && draft.entries.some(({ value }) => value === 'C_D'));
	const { draft: read } = readOpenApi({
		text: 'openapi: 3.0.0\npaths: &a\n  /a: &b\n    get: *b\n    responses:\n      409: *b\n',
	});
	assert.ok(read.entries.length <= 1);
});

test('schemas that all refer to each other are left at some point, and a note says so', { timeout }, () => {
	const names = Array.from({ length: 300 }, (_, index) => `E${index}Error`);
	const references = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
	const schemas = Object.fromEntries(
		names.map((name, index) => [
			name,
			{
				properties: Object.fromEntries(names.map((property, at) => [property, references[at]])),
				anyOf: references.slice(0, 200),
				allOf: [...references.slice(index, index + 100), { properties: { code: { const: `CODE_${index}` } } }],
			},
		]),
	);
	const { draft, notes } = withError({ schema: references[0] }, { components: { schemas } });
	assert.ok(draft.entries.length > 0);
	assert.ok(notes.includes('The schemas refer to each other so often that not all of them were read.'));
});

test('many operations take a while, and not for ever', { timeout }, () => {
	const error = (index: number) => ({
		description: `No widget ${index}.`,
		content: { 'application/json': { schema: { properties: { code: { const: `CODE_${index}` }, message: {} } } } },
	});
	const paths = Object.fromEntries(
		Array.from({ length: 20_100 }, (_, index) => [`/${index}`, { get: { responses: { 200: {}, 404: error(index) } } }]),
	);
	const { draft, notes } = readDescription({ openapi: '3.0.0', paths });
	assert.equal(draft.entries.length, 20_001);
	assert.ok(notes.includes('Only the first 20000 codes were taken.'));
});

test('fields of the wrong kind say nothing', () => {
	for (const wrong of [null, 7, 'text', [], [[]], true, [null], { $ref: 7 }, { $ref: '#/openapi' }]) {
		for (const root of [
			{ paths: wrong, components: wrong, info: wrong, servers: wrong, webhooks: wrong, 'x-errors': wrong },
			{
				paths: { '/a': wrong },
				components: { schemas: wrong, responses: wrong },
				info: { title: wrong, version: wrong },
			},
			{
				paths: { '/a': { get: wrong, servers: [wrong] } },
				components: { schemas: { Error: wrong, ErrorCode: wrong } },
			},
			{ paths: { '/a': { get: { responses: wrong } } }, host: wrong, responses: { A: wrong } },
			{ paths: { '/a': { get: { responses: { 409: wrong } } } } },
			{
				paths: {
					'/a': {
						get: {
							responses: {
								409: { content: wrong, headers: wrong, description: wrong, schema: wrong, examples: wrong },
							},
						},
					},
				},
			},
			{ paths: { '/a': { get: { responses: { 409: { content: { json: wrong } } } } } } },
		]) {
			const { draft } = readDescription({ openapi: '3.0.0', ...root });
			assert.ok(
				draft.entries.every(({ value }) => value === 409 || value === 7 || value === 'text'),
				JSON.stringify(root),
			);
		}
		const { draft } = withError({
			schema: { properties: { code: wrong, message: wrong, error: wrong }, enum: wrong, discriminator: wrong },
			example: wrong,
			examples: wrong,
		});
		assert.deepEqual(
			draft.entries.map(({ value }) => value),
			[409],
		);
	}
});
