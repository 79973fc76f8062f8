import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription } from '../read-openapi.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };

/** The envelope of operations, each with the properties of its only error. */
function envelopeOf(...bodies: readonly object[]) {
	const paths = Object.fromEntries(
		bodies.map((properties, index) => [
			`/${index}`,
			{ get: { responses: { 200: {}, 400: { content: { 'application/json': { schema: { properties } } } } } } },
		]),
	);
	return readDescription({ openapi: '3.0.0', paths }).draft.envelope;
}

test('the envelope says where code, message and status are', () => {
	assert.deepEqual(envelopeOf({ error: { properties: { code: text, message: text, status: integer } } }), {
		...{ code: 'error.code', message: 'error.message', status: 'error.status' },
	});
	assert.deepEqual(envelopeOf({ errorCode: text, detail: text, title: text, httpStatus: integer }), {
		...{ code: 'errorCode', message: 'detail', status: 'httpStatus' },
	});
	assert.deepEqual(envelopeOf({ errcode: text, error: text }), { code: 'errcode', message: 'error' });
	assert.deepEqual(envelopeOf({ code: text, details: { type: 'array', items: text }, title: text }), {
		code: 'code',
		message: 'title',
	});
});

test('the code comes before the type, and both before a word that only may be a code', () => {
	const type = { enum: ['card_declined', 'request_invalid'] };
	assert.equal(envelopeOf({ error: { properties: { type, code: text, message: text } } })?.code, 'error.code');
	assert.equal(envelopeOf({ error: { properties: { type, param: text, message: text } } })?.code, 'error.type');
	assert.equal(envelopeOf({ error: text, message: text }), undefined);
	assert.equal(envelopeOf({ error: { enum: ['late'] }, message: text })?.code, 'error');
});

test('a number that may be the HTTP status is no code', () => {
	assert.equal(envelopeOf({ code: integer, message: text }), undefined);
	assert.equal(envelopeOf({ code: { ...integer, enum: [400, 404] }, message: text }), undefined);
	assert.equal(envelopeOf({ code: integer, message: text, status: integer })?.code, 'code');
	assert.equal(envelopeOf({ code: { ...integer, enum: [1001] }, message: text })?.code, 'code');
});

test('codes in a list have no path', () => {
	assert.equal(
		envelopeOf({ errors: { items: { properties: { code: { enum: ['A_B'] }, message: text } } } }),
		undefined,
	);
});

test('a code in the lists of most bodies is no code elsewhere', () => {
	const list = { errors: { items: { properties: { code: text, message: text } } } };
	assert.equal(envelopeOf(list, list, { code: text, message: text }), undefined);
	assert.equal(envelopeOf(list, { code: text, message: text }, { code: text, message: text })?.code, 'code');
});

test('what most bodies have counts, and bodies without a code have no say', () => {
	const inner = { error: { properties: { code: text, message: text } } };
	const outer = { code: text, message: text };
	assert.equal(envelopeOf(inner, outer, inner)?.code, 'error.code');
	assert.equal(envelopeOf(inner, outer), undefined);
	assert.equal(envelopeOf(inner, { message: text }, { message: text })?.code, 'error.code');
	assert.equal(
		envelopeOf(inner, ...Array.from({ length: 9 }, () => ({ message: text }))),
		undefined,
		'hardly any has one',
	);
});

test('examples show it where there are no schemas', () => {
	const example = { error: { code: 'TOO_LATE', message: 'Ask again.', status: 409 } };
	const responses = { 409: { content: { 'application/json': { example } } } };
	assert.deepEqual(readDescription({ openapi: '3.0.0', paths: { '/a': { get: { responses } } } }).draft.envelope, {
		...{ code: 'error.code', message: 'error.message', status: 'error.status' },
	});
});
