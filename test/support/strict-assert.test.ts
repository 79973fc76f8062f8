import node from 'node:assert/strict';
import { describe, it } from 'node:test';
import standIn from '../vscode/hosts/strict-assert.ts';

type Assertion = (assert: Pick<typeof node, keyof typeof standIn & keyof typeof node>) => unknown;

/** Each holds, or does not, whoever judges. */
const assertions: Readonly<Record<string, Assertion>> = {
	'something is truthy': (assert) => assert.ok('text'),
	'an empty text is truthy': (assert) => assert.ok(''),
	'a number equals itself': (assert) => assert.equal(1, 1),
	'a number equals its text': (assert) => assert.equal(1, '1'),
	'NaN equals itself': (assert) => assert.equal(Number.NaN, Number.NaN),
	'a number differs from another': (assert) => assert.notEqual(1, 2),
	'a number differs from itself': (assert) => assert.notEqual(1, 1),
	'lists of the same are equal': (assert) => assert.deepEqual(['a', { b: [1] }], ['a', { b: [1] }]),
	'a longer list is equal': (assert) => assert.deepEqual(['a', 'b'], ['a']),
	'a shorter list is equal': (assert) => assert.deepEqual(['a'], ['a', 'b']),
	'lists in another order are equal': (assert) => assert.deepEqual(['a', 'b'], ['b', 'a']),
	'objects in another order are equal': (assert) => assert.deepEqual({ a: 1, b: 2 }, { b: 2, a: 1 }),
	'objects with other values are equal': (assert) => assert.deepEqual({ a: 1 }, { a: 2 }),
	'an object with a field that is undefined is empty': (assert) => assert.deepEqual({ a: undefined }, {}),
	'an object with other names is equal': (assert) => assert.deepEqual({ a: undefined }, { b: undefined }),
	'a list is an object with its fields': (assert) => assert.deepEqual(['a'], { 0: 'a', length: 1 }),
	'nothing is no object': (assert) => assert.deepEqual(null, {}),
	'nothing is not known': (assert) => assert.deepEqual(null, undefined),
	'a text has words': (assert) => assert.match('some words', /words/),
	'a text has other words': (assert) => assert.match('some words', /others/),
	'a text has not those words': (assert) => assert.doesNotMatch('some words', /others/),
	'a text has not its words': (assert) => assert.doesNotMatch('some words', /words/),
	'a promise is rejected': (assert) => assert.rejects(Promise.reject(new Error('no')), /no/),
	'a function is rejected': (assert) => assert.rejects(async () => Promise.reject(new Error('no'))),
	'a promise is rejected with something else': (assert) => assert.rejects(Promise.reject(new Error('no')), /yes/),
	'what resolves is rejected': (assert) => assert.rejects(Promise.resolve()),
	'failing does not fail': (assert) => assert.fail('failed'),
};

describe('the assertions that stand in for those of Node.js', () => {
	for (const [claim, assertion] of Object.entries(assertions)) {
		it(`judge as those do that ${claim}`, async () => {
			const [expected, given] = [
				await holds(() => assertion(node)),
				await holds(() => assertion(standIn as typeof node)),
			];
			node.equal(given, expected);
		});
	}

	it('have both kinds of judgements to make here', async () => {
		const judged = await Promise.all(Object.values(assertions).map((one) => holds(() => one(node))));
		node.deepEqual(new Set(judged), new Set([true, false]));
	});
});

async function holds(assertion: () => unknown): Promise<boolean> {
	try {
		await assertion();
		return true;
	} catch {
		return false;
	}
}
