import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription } from '../read-openapi.ts';

/** Reads operations, each given by its responses. */
function read(...operations: readonly object[]) {
	const paths = Object.fromEntries(operations.map((responses, index) => [`/${index}`, { get: { responses } }]));
	return readDescription({ openapi: '3.0.0', paths });
}
const statusesOf = (...operations: readonly object[]) => read(...operations).draft.entries;

test('every status from 400 up is an entry, in order; ranges and `default` are noted', () => {
	const { draft, notes } = read({ 503: {}, 200: {}, 404: {}, '4XX': {}, default: {}, 302: {}, 'x-note': {}, 429: {} });
	assert.deepEqual(
		draft.entries,
		[404, 429, 503].map((value) => ({ kind: 'status', value })),
	);
	assert.ok(notes.includes('Responses for “default” or for a range such as 4XX tell of no one status: 2.'));
});

test('a status is described as its responses are, unless that says nothing', () => {
	const [entry] = statusesOf({ 404: { description: ' No widget has this id. ' } });
	assert.deepEqual(entry, { kind: 'status', value: 404, description: 'No widget has this id.' });
	for (const description of [
		'',
		'Not Found',
		'not found.',
		'404',
		'404 Not Found',
		'Error',
		'Default error response',
		'NotFoundError',
		'Unprocessable Entity',
	]) {
		assert.deepEqual(statusesOf({ 404: { description } }), [{ kind: 'status', value: 404 }], description);
	}
});

test('what most operations say counts, and the rest is noted', () => {
	const said = (description: string) => ({ 404: { description } });
	const { draft, notes } = read(said('No widget.'), said('No  widget'), said('No such page here.'));
	assert.deepEqual(draft.entries, [{ kind: 'status', value: 404, description: 'No widget.' }]);
	assert.ok(notes.includes('Statuses with more than one description, of which the commonest is kept: 404 (2).'));
});

test('of two that are as common the shorter counts', () => {
	const said = (description: string) => ({ 404: { description } });
	const [entry] = statusesOf(said('No widget has the id of the path.'), said('No such widget.'));
	assert.equal(entry?.description, 'No such widget.');
});

test('what only a few operations say is not what the API says', () => {
	const { draft, notes } = read(
		...['cat', 'dog', 'cow', 'hen'].map((pet) => ({ 404: { description: `No ${pet} there.` } })),
	);
	assert.deepEqual(draft.entries, [{ kind: 'status', value: 404 }]);
	assert.ok(notes.includes('Statuses with too many descriptions to keep one of them: 404 (4).'));
});

test('a description beside a reference counts instead of the one that it refers to', () => {
	const { draft } = readDescription({
		openapi: '3.1.0',
		paths: {
			'/a': { get: { responses: { 404: { $ref: '#/components/responses/Gone', description: 'No such widget.' } } } },
		},
		components: { responses: { Gone: { description: 'It is gone.' } } },
	});
	assert.equal(draft.entries[0]?.description, 'No such widget.');
});

test('path items may be references, and may have responses for all of their operations', () => {
	const { draft } = readDescription({
		openapi: '3.1.0',
		paths: { '/a': { $ref: '#/components/pathItems/A' }, '/b': { responses: { 410: {} } }, '/c': null },
		components: { pathItems: { A: { post: { responses: { 409: {} } } } } },
	});
	assert.deepEqual(
		draft.entries.map(({ value }) => value),
		[409, 410],
	);
});

test('`Retry-After` says when to send a request again, in any case and by reference', () => {
	const components = {
		headers: { Wait: { schema: { type: 'integer' } } },
		responses: { Busy: { headers: { 'RETRY-AFTER': { $ref: '#/components/headers/Wait' } } } },
	};
	const responses = {
		429: { headers: { 'retry-after': {} } },
		503: { $ref: '#/components/responses/Busy' },
		401: { headers: { 'WWW-Authenticate': {} } },
	};
	const { draft } = readDescription({ openapi: '3.0.0', paths: { '/a': { get: { responses } } }, components });
	assert.deepEqual(draft.entries, [
		{ kind: 'status', value: 401 },
		{ kind: 'status', value: 429, retry: 'retry-after' },
		{ kind: 'status', value: 503, retry: 'retry-after' },
	]);
});

test('so it does for a code that comes with nothing else', () => {
	const withCode = (code: string) => ({ content: { 'application/json': { example: { code, message: '' } } } });
	const waiting = { headers: { 'Retry-After': {} } };
	const retries = (...operations: readonly object[]) =>
		Object.fromEntries(statusesOf(...operations).map(({ value, retry }) => [value, retry]));
	assert.deepEqual(retries({ 429: { ...waiting, ...withCode('SLOW_DOWN') }, 400: withCode('TOO_LATE') }), {
		SLOW_DOWN: 'retry-after',
		TOO_LATE: undefined,
		400: undefined,
		429: 'retry-after',
	});
	assert.deepEqual(
		retries({ 429: { ...waiting, ...withCode('SLOW_DOWN') } }, { 429: withCode('SLOW_DOWN') }),
		{ SLOW_DOWN: undefined, 429: 'retry-after' },
		'nobody knows whether the header always comes with the code',
	);
});
