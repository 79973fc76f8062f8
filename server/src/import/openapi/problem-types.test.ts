import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription } from './read-openapi.ts';

/** Reads responses that have a problem (RFC 9457) as their body. */
function read(mediaTypes: Readonly<Record<string, unknown>>) {
	const responses = Object.fromEntries(
		Object.entries(mediaTypes).map(([status, media]) => [status, { content: { 'application/problem+json': media } }]),
	);
	return readDescription({ openapi: '3.1.0', paths: { '/a': { get: { responses: { 200: {}, ...responses } } } } })
		.draft;
}
const codesOf = (mediaTypes: Readonly<Record<string, unknown>>) =>
	read(mediaTypes).entries.filter(({ kind }) => kind === 'code');
const address = 'https://acme.example/problems/out-of-credit';

test('the code of a problem is its whole type, as that is what is sent and compared', () => {
	const schema = {
		properties: {
			type: { const: address },
			title: { const: 'Out of credit' },
			status: { const: 403 },
			detail: { type: 'string' },
		},
	};
	assert.deepEqual(codesOf({ default: { schema } }), [
		{ kind: 'code', value: address, status: 403, title: 'Out of credit' },
	]);
});

test('the title of an example is that of the type', () => {
	const example = { type: address, title: 'Out of credit', status: 403, detail: 'Your balance is 30.' };
	assert.deepEqual(codesOf({ '4XX': { example } }), [
		{
			kind: 'code',
			value: address,
			status: 403,
			title: 'Out of credit',
			sample: JSON.stringify(example, undefined, 2),
		},
	]);
});

test('types may be of any form, and an enum of them lists many', () => {
	const types = [address, 'urn:acme:problem:late', 'tag:acme.example,2024:gone', '/problems/full', 'too-soon'];
	assert.deepEqual(
		codesOf({ 400: { schema: { properties: { type: { enum: types }, title: {} } } } }).map(({ value }) => value),
		types,
	);
});

test('types of any problem are none of this API', () => {
	for (const type of [
		'about:blank',
		'https://tools.ietf.org/html/rfc9110#section-15.5.5',
		'https://example.com/probs/out-of-credit',
		'https://httpstatuses.io/404',
		'string',
		'error',
		'two words',
	]) {
		assert.deepEqual(codesOf({ 404: { example: { type, title: 'A', status: 404 } } }), [], type);
	}
});

test('a code beside the type is a code too, and where the code is', () => {
	const draft = read({
		409: {
			schema: {
				properties: {
					type: { enum: [address] },
					title: {},
					detail: {},
					status: { type: 'integer' },
					code: { enum: ['TOO_LATE'] },
				},
			},
		},
	});
	assert.deepEqual(
		draft.entries.map(({ value }) => value),
		[address, 'TOO_LATE', 409],
	);
	assert.deepEqual(draft.envelope, { code: 'code', message: 'detail', status: 'status' });
});

test('without one the type is where the code is', () => {
	const schema = {
		properties: {
			type: { type: 'string' },
			title: { type: 'string' },
			status: { type: 'integer' },
			detail: { type: 'string' },
		},
	};
	assert.deepEqual(read({ 409: { schema } }).envelope, { code: 'type', message: 'detail', status: 'status' });
});
