import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesIn } from './references.ts';

const root = {
	plain: { is: 'plain' },
	'a/b': { 'c~d': { is: 'escaped' } },
	'with space': { is: 'spaced' },
	list: [{ is: 'first' }],
	one: { $ref: '#/two' },
	two: { $ref: '#/plain' },
	round: { $ref: '#/about' },
	about: { $ref: '#/round' },
	self: { $ref: '#/self/inside' },
};
const endOf = (reference: string) => referencesIn(root).objectOf({ $ref: reference });

test('a reference stands for the place that it names', () => {
	assert.deepEqual(endOf('#/plain'), { is: 'plain' });
	assert.deepEqual(endOf('#/a~1b/c~0d'), { is: 'escaped' });
	assert.deepEqual(endOf('#/with%20space'), { is: 'spaced' });
	assert.deepEqual(endOf('#/list/0'), { is: 'first' });
	assert.equal(endOf('#'), root);
});

test('a reference to a reference is followed to the end', () => {
	assert.deepEqual(endOf('#/one'), { is: 'plain' });
	assert.equal(endOf('#/one/is'), undefined, 'a text is no object');
});

test('what is no reference stands for itself', () => {
	const references = referencesIn(root);
	const property = { $ref: { type: 'string' } };
	assert.equal(references.objectOf(property), property);
	assert.equal(references.objectOf('text'), undefined);
	assert.deepEqual(references.notes(), []);
});

test('circles and places that are not there lead nowhere, and a note names them once', () => {
	const references = referencesIn(root);
	for (const reference of ['#/nowhere', '#/nowhere', '#/round', '#/self', '#/list/-1', '#/toString', '#/%E0%A4%A']) {
		assert.equal(references.objectOf({ $ref: reference }), undefined, reference);
	}
	const [note] = references.notes();
	assert.match(note ?? '', /^These references lead nowhere: .* and \d+ more\.$/);
	assert.equal(note?.split('#/nowhere').length, 2);
});

test('other files and addresses are named and not read', () => {
	const references = referencesIn(root);
	for (const reference of ['errors.yaml#/NotFound', 'https://acme.example/errors.json', '../common.json']) {
		assert.equal(references.objectOf({ $ref: reference }), undefined);
	}
	assert.deepEqual(references.notes(), [
		'Other files and addresses are not read, so these references were left out: errors.yaml#/NotFound, ' +
			'https://acme.example/errors.json, ../common.json.',
	]);
});

test('a chain without an end is given up', () => {
	const chain: Record<string, unknown> = {};
	for (let index = 0; index < 100_000; index++) chain[`n${index}`] = { $ref: `#/n${index + 1}` };
	assert.equal(referencesIn(chain).objectOf({ $ref: '#/n0' }), undefined);
});
