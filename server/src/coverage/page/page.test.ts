import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherCoverage, type NamedCoverage } from '../coverage.ts';
import type { CellState } from '../facts.ts';
import { coveragePage } from './page.ts';

/** A file with one place for each state of the code that must be handled. */
function fileWith(path: string, states: readonly CellState[]): NamedCoverage {
	const row = { kind: 'code', status: undefined, title: 'Busy', isDeprecated: false } as const;
	const rows = [
		{ ...row, value: 'BUSY', required: true },
		{ ...row, value: 'GONE', required: false },
	];
	const others = { state: 'default', reason: 'the default takes it' } as const;
	return {
		path,
		apis: [{ id: 'acme', name: 'Acme', isComplete: true, isSure: true, rows, mentioned: ['BUSY', 'GONE'] }],
		places: states.map((state, index) => ({
			...{
				api: 'acme',
				line: index + 1,
				column: 1,
				name: `send${index}`,
				subject: 'error.code',
				form: 'switch',
				on: 'code',
			},
			...{ cells: [{ value: 'BUSY', required: true, state, reason: undefined }], others },
			...{ suppressedBy: undefined, quiet: undefined },
		})),
	};
}

const pageOf = (files: readonly NamedCoverage[]): string =>
	coveragePage(gatherCoverage(files, files.length), { subtitle: '', policy: "default-src 'none'" });

/** The headings of the columns, and the cells of the code that must be handled. */
function mapIn(page: string): { readonly heads: readonly string[]; readonly cells: readonly string[] } {
	const columns = /<tr class="columns">.*?<\/tr>/.exec(page)?.[0] ?? '';
	const line = /<tr class="must".*?<\/tr>/.exec(page)?.[0] ?? '';
	return {
		heads: [...columns.matchAll(/<span>(.*?)<\/span>/g)].map(([, text = '']) => text),
		cells: [...line.matchAll(/<td class="(?!edge)([^"]*)"[^>]*>(?:<b>(\d+)<\/b>)?/g)].map(([, look, count]) =>
			`${look} ${count ?? ''}`.trim(),
		),
	};
}

test('few places have a column each', () => {
	const { heads, cells } = mapIn(pageOf([fileWith('a.ts', ['handled', 'not-handled']), fileWith('b.ts', ['around'])]));
	assert.deepEqual(heads, ['1 send0', '2 send1', '1 send0']);
	assert.deepEqual(cells, ['handled', 'gap', 'around']);
});

test('many places are shown by files, with how many there are of what is most worth to be seen', () => {
	const many = (state: CellState, other: CellState) => [...Array(40).fill(state), other];
	const page = pageOf([
		fileWith('src/a.ts', many('handled', 'not-handled')),
		fileWith('src/b.ts', many('handled', 'around')),
	]);
	const { heads, cells } = mapIn(page);
	assert.deepEqual(heads, ['a.ts', 'b.ts']);
	assert.deepEqual(cells, ['gap few 1', 'handled 40']);
	assert.match(page, /title="BUSY, src\/a\.ts, 41 places — 1 × not handled, 40 × has a branch of its own"/);
	assert.equal(page.match(/<li id="p1-/g)?.length, 82);
});

test('many files are shown by folders, as deep as there is room for', () => {
	const files = Array.from({ length: 200 }, (_, index) =>
		fileWith(`src/${'abcd'[index % 4]}/${index}/x.ts`, ['handled']),
	);
	const { heads, cells } = mapIn(pageOf(files));
	assert.deepEqual(heads, ['a', 'b', 'c', 'd']);
	assert.deepEqual(cells, Array(4).fill('handled 50'));
});

test('more folders than there is room for are put together', () => {
	const files = Array.from({ length: 100 }, (_, index) => fileWith(`${index}/x.ts`, ['handled']));
	const { heads, cells } = mapIn(pageOf(files));
	assert.equal(heads.length, 60);
	assert.deepEqual([heads.at(-1), cells.at(-1)], ['others', 'handled 41']);
});

test('without an API the page says so', () => {
	assert.match(pageOf([]), /No code speaks of an API that is known\./);
});
