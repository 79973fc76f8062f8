import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription } from './read-openapi.ts';

/** Reads the responses of one operation, given as media type objects, and gives the codes and the notes. */
function read(mediaTypes: Readonly<Record<string, unknown>>, components?: unknown) {
	const responses = Object.fromEntries(
		Object.entries(mediaTypes).map(([status, media]) => [status, { content: { 'application/json': media } }]),
	);
	const root = { openapi: '3.1.0', paths: { '/a': { get: { responses: { 204: {}, ...responses } } } }, components };
	const { draft, notes } = readDescription(root);
	return { codes: draft.entries.filter(({ kind }) => kind === 'code'), notes };
}
const valuesOf = (example: unknown) => read({ 400: { example } }).codes.map(({ value }) => value);
const body = (code: unknown) => ({ error: { code, message: 'Ask again.' } });
const sample = (value: unknown) => JSON.stringify(value, undefined, 2);

test('an example shows a code, its status and a body; its message is a sample and no meaning', () => {
	assert.deepEqual(read({ 409: { example: body('TOO_LATE') } }).codes, [
		{ kind: 'code', value: 'TOO_LATE', status: 409, sample: sample(body('TOO_LATE')) },
	]);
});

test('named examples may say what they are about', () => {
	const examples = {
		late: { summary: 'The sale is over', description: 'Nothing is sold after midnight.', value: body('TOO_LATE') },
		soon: { summary: '409 response', value: body('TOO_SOON') },
		shared: { $ref: '#/components/examples/Shared' },
	};
	const components = { examples: { Shared: { summary: 'Not for you', value: body('NOT_YOURS') } } };
	const words = read({ 409: { examples } }, components).codes.map(({ value, title, description }) => [
		value,
		title,
		description,
	]);
	assert.deepEqual(words, [
		['TOO_LATE', 'The sale is over', 'Nothing is sold after midnight.'],
		['TOO_SOON', undefined, undefined],
		['NOT_YOURS', 'Not for you', undefined],
	]);
});

test('words are left out where the examples of a code do not agree', () => {
	const examples = {
		one: { summary: 'The sale is over', value: body('TOO_LATE') },
		two: { summary: 'The shop is closed', value: body('TOO_LATE') },
	};
	assert.equal(read({ 409: { examples } }).codes[0]?.title, undefined);
});

test('an example tells the status of a code that all responses may have', () => {
	const schema = { properties: { error: { properties: { code: { enum: ['TOO_LATE', 'NOT_HERE'] }, message: {} } } } };
	const { codes, notes } = read({ 404: { schema, example: body('NOT_HERE') }, 409: { schema } });
	assert.deepEqual(
		codes.map(({ value, status }) => [value, status]),
		[
			['TOO_LATE', undefined],
			['NOT_HERE', 404],
		],
	);
	assert.ok(notes.includes('Codes that cannot be tied to one status, and so have none: 1 of 2.'));
});

test('a code that examples show with two statuses has none', () => {
	const { codes } = read({ 404: { example: body('NOT_HERE') }, 410: { example: body('NOT_HERE') } });
	assert.equal(codes[0]?.status, undefined);
});

test('the example of a response for many statuses tells its status itself', () => {
	const { codes } = read({ '4XX': { example: { status: 418, code: 'TEAPOT_ONLY', message: '' } } });
	assert.equal(codes[0]?.status, 418);
});

test('the example of a schema tells no status where several responses have the schema', () => {
	const schema = { properties: { code: {}, status: {} }, example: { code: 'TOO_LATE', status: 404, message: '' } };
	assert.equal(read({ 404: { schema }, 409: { schema } }).codes[0]?.status, undefined);
	assert.equal(read({ 409: { schema } }).codes[0]?.status, 409);
});

test('examples may be JSON in a text, lists, and of Swagger 2', () => {
	assert.deepEqual(valuesOf('{"code": "TOO_LATE", "message": ""}'), ['TOO_LATE']);
	assert.deepEqual(valuesOf('<error/>'), []);
	assert.deepEqual(valuesOf('{"code": '), []);
	assert.deepEqual(valuesOf({ errors: [{ code: 'A_B' }, { code: 'C_D' }] }), ['A_B', 'C_D']);
	const { draft } = readDescription({
		swagger: '2.0',
		paths: {
			'/a': {
				get: {
					responses: { 409: { examples: { 'application/json': body('TOO_LATE'), 'text/html': body('NO_CODE') } } },
				},
			},
		},
	});
	assert.deepEqual(
		draft.entries.map(({ value }) => value),
		['TOO_LATE', 409],
	);
});

test('codes in other alphabets of codes are read: numbers, digits, dots, dashes', () => {
	for (const code of [20404, -32601, '14_030', 'auth/too-late', 'Widget.Gone', 'late']) {
		assert.deepEqual(valuesOf(body(code)), [code]);
	}
});

test('what stands in for a code is none, and neither is a sentence or an HTTP status', () => {
	for (const code of [
		'string',
		'',
		'ERROR_CODE',
		'The widget is gone',
		'<code>',
		'{code}',
		'...',
		0,
		404,
		'404',
		null,
		true,
		{},
		'error',
	]) {
		assert.deepEqual(valuesOf(body(code)), [], String(code));
	}
	assert.deepEqual(valuesOf({ error: 'Not Found', message: 'Cannot GET /a' }), []);
	assert.deepEqual(valuesOf({ error: 'The widget is gone', statusCode: 404 }), []);
	assert.deepEqual(valuesOf({ error: 'invalid_grant', error_description: 'It is over.' }), ['invalid_grant']);
});

test('types, names and ids in an example are codes only where they sound like errors', () => {
	assert.deepEqual(valuesOf({ type: 'card_declined', message: '' }), ['card_declined']);
	assert.deepEqual(valuesOf({ id: 'not_found', message: '' }), ['not_found']);
	assert.deepEqual(valuesOf({ type: 'widget', id: 'w_1', name: 'Round', status: 'active', message: '' }), []);
	assert.deepEqual(valuesOf({ message: '', errors: [{ name: 'email', code: 'TAKEN' }] }), ['TAKEN']);
});

test('an example of a thing is no example of an error', () => {
	assert.deepEqual(valuesOf({ id: 'w1', code: 'W1', name: 'Round', price: { currency: { code: 'EUR' } } }), []);
	assert.deepEqual(valuesOf({ message: '', country: { code: 'DE' } }), []);
});

test('long bodies are no samples, and examples that stand elsewhere are named', () => {
	const { codes } = read({ 409: { example: { ...body('TOO_LATE'), trace: 'x'.repeat(5000) } } });
	assert.deepEqual(codes, [{ kind: 'code', value: 'TOO_LATE', status: 409 }]);
	const elsewhere = read({ 409: { examples: { one: { externalValue: 'https://acme.example/late.json' } } } });
	assert.deepEqual(elsewhere.codes, []);
	assert.ok(elsewhere.notes.some((note) => note.includes('externalValue')));
	const file = read({ 409: { examples: { one: { value: { $ref: 'late.json' } } } } });
	assert.ok(file.notes.some((note) => note.includes('late.json')));
});
