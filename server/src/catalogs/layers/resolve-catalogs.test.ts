import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Catalog } from '../../catalog/catalog.ts';
import { originOf } from '../../catalog/effective-catalog.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { readCatalogFile } from '../files/catalog-file.ts';
import { type Reach, resolveCatalogs } from './resolve-catalogs.ts';

const folder = 'file:///home/ada/shop/.api-errors/';
const fish = { value: 'GONE_FISHING', title: 'Gone fishing', description: 'Nobody is there.' };
const wait = { value: 'WAIT', status: 429, title: 'Wait', description: 'Too fast.', required: true };

const river: Catalog = (() => {
	const value = { id: 'river', name: 'River', evidence: { hosts: ['river.example'] }, entries: [fish, wait] };
	const { catalog } = readCatalog(value, 'builtin:river');
	assert.ok(catalog);
	return catalog;
})();

/** Files by name, the weakest first; each a value, or the text itself. */
function resolved(files: Readonly<Record<string, unknown>>, reach: Reach = {}) {
	const read = Object.entries(files).map(([name, value]) =>
		readCatalogFile(folder + name, typeof value === 'string' ? value : JSON.stringify(value)),
	);
	const { catalogs, problems } = resolveCatalogs([river], read, reach);
	return {
		catalogs,
		/** By file: the problem's name and the text that it is about. */
		problems: read.flatMap(({ uri, text }) =>
			(problems.get(uri) ?? []).map(
				({ code, start, end }) => `${uri.slice(folder.length)} ${code} ${text.slice(start, end)}`,
			),
		),
		messages: [...problems.values()].flat().map(({ message }) => message),
		fixes: [...problems.values()].flat().flatMap(({ fixes }) => fixes.map(({ title }) => title)),
	};
}

function entryOf(catalogs: readonly Catalog[], id: string, value: string | number) {
	const entry = catalogs.find((catalog) => catalog.id === id)?.entries.find((one) => one.value === value);
	assert.ok(entry, `${id} ${value}`);
	return entry;
}

suite('layers', () => {
	test('a file without an id adds to the catalog that it extends, and takes its place', () => {
		const { catalogs, problems } = resolved({
			'more.json': {
				extends: 'river',
				evidence: { packages: ['@river/sdk'] },
				hide: ['WAIT'],
				entries: [
					{ value: 'GONE_FISHING', runbook: 'https://wiki.example/fishing' },
					{ ...fish, value: 'NEW' },
				],
			},
		});
		assert.deepEqual(problems, []);
		assert.deepEqual(
			catalogs.map(({ id, name, evidence }) => ({ id, name, evidence })),
			[{ id: 'river', name: 'River', evidence: { packages: ['@river/sdk'], hosts: ['river.example'] } }],
		);
		assert.deepEqual(
			catalogs[0]?.entries.map(({ value }) => value),
			['GONE_FISHING', 'NEW'],
		);
	});

	test('what a layer gives counts, the rest stays, and it can be said where each part is written', () => {
		const { catalogs } = resolved({
			'more.json': { extends: 'river', entries: [{ value: 'WAIT', required: false, remedy: 'Sleep.' }] },
		});
		const entry = entryOf(catalogs, 'river', 'WAIT');
		assert.deepEqual([entry.required, entry.remedy, entry.title], [false, 'Sleep.', 'Wait']);
		assert.equal(originOf(entry, 'remedy')?.source, `${folder}more.json`);
		assert.deepEqual(originOf(entry, 'remedy')?.path, ['entries', 0]);
		assert.deepEqual(originOf(entry, 'title')?.source, 'builtin:river');
		assert.deepEqual(originOf(entry, 'title')?.path, ['entries', 1]);
		assert.equal(originOf(entry, 'url'), undefined);
	});

	test('with an id of its own it is another catalog, with a name of its own', () => {
		const { catalogs } = resolved({ 'brook.json': { id: 'brook', extends: 'river' } });
		assert.deepEqual(
			catalogs.map(({ id, name, entries }) => [id, name, entries.length]),
			[['brook', 'brook', 2]],
		);
	});

	test('of several, the first is the strongest beneath the file', () => {
		const { catalogs } = resolved({
			'one.json': { id: 'one', entries: [{ ...fish, title: 'One' }] },
			'two.yaml':
				'id: two\nentries:\n  - value: GONE_FISHING\n    title: Two\n    description: Two.\n    remedy: Two.\n',
			'all.json': { id: 'all', extends: ['one', './two.yaml', 'river'] },
		});
		const entry = entryOf(catalogs, 'all', 'GONE_FISHING');
		assert.deepEqual([entry.title, entry.remedy, entry.required], ['One', 'Two.', false]);
		assert.deepEqual(
			entry.origins?.map(({ source, fields }) => [source.split('/').at(-1), fields]),
			[
				['one.json', ['title', 'description']],
				['two.yaml', ['remedy']],
				['builtin:river', ['value']],
			],
		);
	});

	test('a layer that two others are on counts beneath both', () => {
		const { catalogs } = resolved({
			'base.json': { id: 'base', entries: [{ ...fish, remedy: 'Base.', retry: 'never' }] },
			'one.json': { id: 'one', extends: 'base' },
			'two.json': { id: 'two', extends: 'base', entries: [{ value: 'GONE_FISHING', remedy: 'Two.' }] },
			'all.json': { id: 'all', extends: ['one', 'two'] },
		});
		assert.equal(entryOf(catalogs, 'all', 'GONE_FISHING').remedy, 'Two.');
	});

	test('additions are put on one another, in whatever order the files come', () => {
		const whole = { id: 'acme', entries: [fish, wait] };
		const first = { extends: 'acme', entries: [{ value: 'WAIT', remedy: 'Sleep.' }] };
		const second = { extends: 'acme', hide: ['GONE_FISHING'] };
		for (const files of [
			{ 'a.json': whole, 'b.json': first, 'c.json': second },
			{ 'a.json': first, 'b.json': second, 'c.json': whole },
		]) {
			const { catalogs, problems } = resolved(files);
			assert.deepEqual(problems, []);
			assert.equal(catalogs.length, 1);
			assert.equal(entryOf(catalogs, 'acme', 'WAIT').remedy, 'Sleep.');
			assert.equal(catalogs[0]?.entries.length, 1);
		}
	});

	test('a file that is only reached by its path does not count by itself', () => {
		const shared = readCatalogFile(
			'file:///home/ada/shop/base/errors.yaml',
			'id: shared\nentries:\n  - value: SHARED\n    title: Shared\n    description: Shared.\n',
		);
		const reach = { extended: [shared], folders: ['file:///home/ada/shop'] };
		const { catalogs, problems } = resolved({ 'a.json': { id: 'acme', extends: '../base/errors.yaml' } }, reach);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			catalogs.map(({ id, entries }) => [id, entries.length]),
			[['acme', 1]],
		);
	});

	test('what one layer marks as unknown another may know', () => {
		const { catalogs } = resolved({
			'a.json': { id: 'acme', entries: [{ value: 'A', title: 'A', todo: ['description', 'retry'] }] },
			'b.json': { extends: 'acme', entries: [{ value: 'A', description: 'Known.' }] },
		});
		const entry = entryOf(catalogs, 'acme', 'A');
		assert.deepEqual([entry.description, entry.retry, entry.todo], ['Known.', undefined, ['retry']]);
	});
});

suite('what a file extends', () => {
	test('and is not there is a problem at the name, and the file counts without it', () => {
		const { catalogs, problems, messages, fixes } = resolved({
			'a.json': { id: 'acme', extends: 'rivr', entries: [fish] },
		});
		assert.deepEqual(problems, ['a.json unknown-extends "rivr"']);
		assert.deepEqual(messages, ['There is no catalog with the id "rivr". Did you mean "river"?']);
		assert.deepEqual(fixes, ['Replace with "river"', 'Remove']);
		assert.deepEqual(
			catalogs.map(({ id, hasProblems }) => [id, hasProblems]),
			[['acme', true]],
		);
	});

	test('may be a path that somebody forgot the dot of', () => {
		const { fixes } = resolved({ 'a.json': { id: 'a', extends: ['b.json'] }, 'b.json': { id: 'b', entries: [fish] } });
		assert.deepEqual(fixes, ['Replace with "./b.json"', 'Remove']);
	});

	test('cannot be on the file itself: one, two or three of them', () => {
		for (const names of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
			const files = Object.fromEntries(
				names.map((name, index) => {
					const next = names[(index + 1) % names.length];
					return [`${name}.json`, { id: name, extends: `./${next}.json`, entries: [fish] }];
				}),
			);
			const { catalogs, problems } = resolved(files);
			assert.deepEqual(
				problems.map((problem) => problem.split(' ').slice(0, 2).join(' ')),
				names.map((name) => `${name}.json extends-cycle`),
			);
			assert.deepEqual(
				catalogs.map(({ id, entries }) => [id, entries.length]),
				names.map((name) => [name, 1]),
			);
		}
	});

	test('cannot be itself by its id, nor by each other’s', () => {
		assert.deepEqual(resolved({ 'a.json': { id: 'a', extends: 'a', entries: [fish] } }).problems, [
			'a.json unknown-extends "a"',
		]);
		const { problems } = resolved({ 'a.json': { id: 'a', extends: 'b' }, 'b.json': { id: 'b', extends: 'a' } });
		assert.deepEqual(problems, ['a.json extends-cycle "b"', 'b.json extends-cycle "a"']);
	});

	test('cannot lie outside the workspace', () => {
		const reach = { folders: ['file:///home/ada/shop'] };
		const names = ['../../../../etc/passwd', '../../other/a.json', './%2e%2e/x.json'];
		const { problems, catalogs } = resolved({ 'a.json': { id: 'a', extends: names, entries: [fish] } }, reach);
		assert.deepEqual(problems, [
			'a.json extends-outside "../../../../etc/passwd"',
			'a.json extends-outside "../../other/a.json"',
			'a.json unknown-extends "./%2e%2e/x.json"',
		]);
		assert.equal(catalogs.length, 1);
	});

	test('is no address and no absolute path', () => {
		for (const name of [
			'https://evil.example/a.json',
			'/etc/passwd',
			'file:///etc/passwd',
			'//evil.example/a',
			'..\\..\\a',
		])
			assert.deepEqual(resolved({ 'a.json': { id: 'a', extends: name, entries: [fish] } }).problems, [
				`a.json unknown-extends ${JSON.stringify(name)}`,
			]);
	});
});

suite('problems that show with the layers', () => {
	test('a code that neither has a description', () => {
		const { problems, fixes } = resolved({ 'a.json': { extends: 'river', entries: [{ value: 'NEW_ONE' }] } });
		assert.deepEqual(problems, ['a.json missing-field "NEW_ONE"', 'a.json missing-field "NEW_ONE"']);
		assert.deepEqual(fixes, ['Add "title"', 'Add "description"']);
	});

	test('a code that is required beneath and deprecated here', () => {
		const { problems, fixes } = resolved({
			'a.json': { extends: 'river', entries: [{ value: 'WAIT', deprecated: 'Use `SLOW`.' }] },
		});
		assert.deepEqual(problems, ['a.json required-deprecated "WAIT"']);
		assert.deepEqual(fixes, ['Say that it is not required']);
	});

	test('a code beneath that is written otherwise, and one that is not there', () => {
		const { problems, fixes } = resolved({
			'a.json': {
				extends: 'river',
				hide: ['GONE_FISHNG'],
				entries: [{ ...fish, value: 'Gone_Fishing', replacedBy: 'WAI' }],
			},
		});
		assert.deepEqual(problems.sort(), [
			'a.json differs-by-case "Gone_Fishing"',
			'a.json nothing-to-hide "GONE_FISHNG"',
			'a.json unknown-replacement "WAI"',
		]);
		assert.ok(fixes.includes('Replace with "GONE_FISHING"'), fixes.join());
	});

	test('one catalog that takes the place of another says so, and the other that it does not count', () => {
		const whole = { id: 'acme', entries: [fish] };
		const { problems, messages, catalogs } = resolved({ 'a.json': whole, 'b.json': whole });
		assert.deepEqual(problems, ['a.json same-id "acme"', 'b.json same-id "acme"']);
		assert.match(messages[0] ?? '', /^\.\/b\.json has the id "acme" too and takes the place/);
		assert.equal(catalogs[0]?.hasProblems, undefined);
		const { fixes } = resolved({ 'river.json': { id: 'river', entries: [fish] } });
		assert.deepEqual(fixes, ['Extend "river"']);
	});
});
