import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { catalogText, type OpenedCatalogs, opened } from '../../../test/support/opened-catalogs.ts';

const paths = [
	...['.api-errors/a.json', '.api-errors/b.yaml', 'src/.api-errors/a.json', 'src/deep/.api-errors/c.yml'],
	...[
		'api-errors.json',
		'src/api-errors.json',
		'docs/named.json',
		'docs/more.json',
		'package.json',
		'src/package.json',
	],
	...['node_modules/acme/package.json', 'node_modules/acme/errors.json', 'src/node_modules/acme/package.json'],
	...['src/node_modules/acme/errors.json', 'base.json'],
];
const texts = [
	...['a', 'b', 'c'].map((id) => catalogText(id, `CODE_${id}`)),
	...[
		'{ "catalogs": ["docs"] }',
		'{ "catalogs": ["docs/named.json", "../docs/more.json", "../../x.json"] }',
		'{}',
		'',
		'{',
	],
	...['{ "dependencies": { "acme": "1" } }', '{ "apiErrors": "errors.json" }'],
	...['{ "id": "d", "extends": "../base.json", "entries": [] }', '{ "extends": ["a", "b"], "entries": [] }'],
];
const documents = ['x.ts', 'src/x.ts', 'src/deep/x.ts', 'docs/x.ts', 'src/.api-errors/a.json'];

const change = fc.record({
	path: fc.constantFrom(...paths),
	text: fc.option(fc.constantFrom(...texts), { nil: undefined }),
});
const move = fc.record({ from: fc.constantFrom('src', 'docs', 'src/deep'), to: fc.constantFrom('src', 'lib', 'docs') });

/** What counts, leaving out what a file said before it broke. */
async function told({ of }: OpenedCatalogs): Promise<readonly string[]> {
	const indexes = await Promise.all(documents.map((path) => of(path, { named: ['docs/more.json'] })));
	return indexes.map(({ ofFolder }) => JSON.stringify([...ofFolder]));
}

test('however files come, go and move, what counts is as if they were read for the first time', () =>
	fc.assert(
		fc.asyncProperty(
			fc.array(fc.oneof({ arbitrary: change, weight: 5 }, { arbitrary: move, weight: 1 }), { maxLength: 15 }),
			async (steps) => {
				const files: Record<string, string> = {};
				const followed = opened(files);
				for (const step of steps) {
					// What was broken a moment ago may stay in use, so nothing here breaks what was whole.
					if ('from' in step) followed.move(step.from, step.to);
					else if (isLoss(files[step.path], step.text)) continue;
					else followed.change(step.path, step.text);
					// An install tells of itself by its lock file.
					if ('path' in step && step.path.includes('node_modules/'))
						followed.change('package-lock.json', String(steps.indexOf(step)));
					await followed.catalogs.reports();
					assert.deepEqual(await told(followed), await told(opened({ ...files })));
				}
			},
		),
		{ numRuns: 60, seed: 7 },
	));

function isLoss(before: string | undefined, after: string | undefined): boolean {
	return before !== undefined && after !== undefined;
}
