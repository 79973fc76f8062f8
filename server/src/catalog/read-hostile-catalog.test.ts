import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readCatalog } from './read-catalog.ts';

const entry = { value: 'GONE_FISHING', title: 'Gone fishing', description: 'Nobody is there.' };
const catalogWith = (...entries: unknown[]) => ({ id: 'acme', entries });

/** The problems of a catalog as `path: message`. */
function problemsOf(value: unknown): string[] {
	return readCatalog(value).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

suite('a hostile catalog', () => {
	test('says nothing that turns the direction of writing, or orders a terminal', () => {
		const { catalog } = readCatalog(
			catalogWith({ ...entry, title: 'A\u001b[2J\u202eB', description: 'One\r\ntwo\r.\u0000' }),
		);
		assert.equal(catalog?.entries[0]?.title, 'A[2JB');
		assert.equal(catalog?.entries[0]?.description, 'One\ntwo\n.');
	});

	test('with a cycle loses the sample alone', () => {
		const cycle: { self?: unknown } = {};
		cycle.self = cycle;
		const { catalog, problems } = readCatalog(catalogWith({ ...entry, sample: cycle }));
		assert.deepEqual(
			problems.map(({ path, message }) => ({ path, message })),
			[{ path: ['entries', 0, 'sample'], message: 'This cannot be written as JSON.' }],
		);
		assert.equal(catalog?.entries.length, 1);
	});

	test('nested very deep loses the sample alone', () => {
		const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
		assert.deepEqual(problemsOf(catalogWith({ ...entry, sample: deep })), [
			'entries.0.sample: This cannot be written as JSON.',
		]);
	});

	test('with fields that its prototype has is read without them', () => {
		const inherited: unknown = Object.create({ id: 'acme', entries: [entry] });
		assert.deepEqual(problemsOf(inherited), [': "id" is missing.', ': "entries" is missing.']);
	});

	test('cannot reach the prototype of all objects', () => {
		const value: unknown = JSON.parse(
			'{"id":"acme","entries":[{"value":"A","title":"A","description":"A.","__proto__":{"required":true}}]}',
		);
		const { catalog } = readCatalog(value);
		assert.deepEqual(problemsOf(value), ['entries.0.__proto__: "__proto__" is not known here.']);
		assert.equal(catalog?.entries[0]?.required, false);
		assert.equal(({} as { required?: boolean }).required, undefined);
	});

	test('that fails when it is looked at is no catalog', () => {
		const trap = new Proxy({}, { getOwnPropertyDescriptor: () => assert.fail('do not look') });
		assert.deepEqual(readCatalog(trap), {
			catalog: undefined,
			problems: [{ path: [], message: 'This cannot be read: do not look.', severity: 'error', code: 'not-readable' }],
		});
	});

	test('names a long value briefly', () => {
		const [problem = ''] = problemsOf({ id: 'A'.repeat(1_000_000), entries: [] });
		assert.ok(problem.length < 200, problem);
	});

	test('of any shape is read without an error', () => {
		const anyKey = fc.constantFrom(
			'id',
			'name',
			'url',
			'evidence',
			'envelope',
			'entries',
			'value',
			'kind',
			'status',
			'title',
			'sample',
			'hosts',
			'otherNames',
		);
		const { tree } = fc.letrec((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 5 },
				fc.anything({ withBigInt: true, withNullPrototype: true }),
				fc.array(tie('tree')),
				fc.dictionary(anyKey, tie('tree')),
			),
		}));
		fc.assert(
			fc.property(tree, (value) => {
				const { catalog, problems } = readCatalog(value);
				// Without a catalog there is a reason; and what was read is itself a good catalog.
				assert.ok(catalog !== undefined || problems.length > 0);
				if (problems.length === 0) assert.deepEqual(readCatalog(catalog), { catalog, problems: [] });
			}),
			{ numRuns: 2000 },
		);
	});
});
