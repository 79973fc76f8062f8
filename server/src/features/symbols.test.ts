import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogs as builtin } from '../../../test/support/analyzed.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { mostSymbols, SymbolSearch, symbolName } from './symbols.ts';

function acme(values: readonly (string | number)[]): Catalog {
	const entries = values.map((value, index): Entry => {
		const origins = [{ source: 'file:///project/.api-errors/acme.json', path: ['entries', index], fields: ['title'] }];
		return { kind: 'code', value, title: `Title ${value}`, description: '', required: false, origins };
	});
	return { id: 'acme', name: 'Acme', evidence: { packages: [], hosts: [] }, entries };
}

function names(query: string, catalogs = builtin): readonly string[] {
	return new SymbolSearch().find(catalogs, query).map(({ entry }) => symbolName(entry));
}

describe('codes are found', () => {
	for (const query of ['RATE_LIMITED', 'rate_limited', 'ratelim', 'RateLimited', 'rtlmtd', 'rate lim'])
		test(`by ${query}`, () => assert.equal(names(query)[0], 'RATE_LIMITED'));

	test('by their number, and those of the HTTP status by that', () => {
		assert.match(`${names('428')}`, /^428 /);
		assert.ok(names('429').includes('RATE_LIMITED'));
	});

	test('the best first: what was asked for, what begins so, what has it, what has its letters', () => {
		const index = buildCatalogIndex([acme(['OLD_KEY', 'KEEP_EVERY', 'MY_KEY', 'KEY_OLD', 'KEY'])]);
		assert.deepEqual(names('key', index), ['KEY', 'KEY_OLD', 'MY_KEY', 'OLD_KEY', 'KEEP_EVERY']);
	});

	test('by letters with others between them only where few have them as they are', () => {
		const many = Array.from({ length: 60 }, (_, at) => `KEY_${at}`);
		assert.ok(names('key', buildCatalogIndex([acme([...many.slice(0, 9), 'KEEP_EVERY'])])).includes('KEEP_EVERY'));
		assert.equal(names('key', buildCatalogIndex([acme([...many, 'KEEP_EVERY'])])).includes('KEEP_EVERY'), false);
	});

	test('where the letters of one do not go on in the next', () => {
		assert.deepEqual(names('ab', buildCatalogIndex([acme(['A', 'B', 'A_B', 'B_A'])])), ['A_B']);
	});

	test('of which objects have some by themselves', () => {
		const index = buildCatalogIndex([acme(['__proto__', 'constructor', 'toString'])]);
		assert.deepEqual(names('proto', index), ['__proto__']);
		assert.deepEqual(names('constructor', index), ['constructor']);
	});

	test('in letters that are not English', () => {
		const index = buildCatalogIndex([acme(['ÜBERLAST', 'ZU_VIEL'])]);
		assert.deepEqual(names('überl', index), ['ÜBERLAST']);
	});
});

describe('statuses of HTTP', () => {
	test('are found by number or phrase', () => {
		assert.equal(
			names('429').find((name) => name.startsWith('429 ')),
			'429 Too Many Requests',
		);
		assert.equal(names('toomanyreq')[0], '429 Too Many Requests');
	});

	test('are not among the answers before three letters', () => {
		const isFound = (query: string) =>
			new SymbolSearch().find(builtin, query).some(({ catalog }) => catalog === builtin.http);
		assert.deepEqual([isFound('42'), isFound('429')], [false, true]);
	});
});

describe('a question without letters', () => {
	test('has no answer but the codes of the user', () => {
		assert.deepEqual(names(''), []);
		const index = buildCatalogIndex(builtinCatalogs, [acme(['ACME_KEY_OLD', 7])]);
		assert.deepEqual(names('', index), ['ACME_KEY_OLD', '7 Title 7']);
		assert.deepEqual(names(' *', index), ['ACME_KEY_OLD', '7 Title 7']);
	});
});

test('there are never more answers than anybody looks through, and what was asked for is among them', () => {
	const index = buildCatalogIndex([acme([...Array.from({ length: 20_000 }, (_, at) => `KEY_OF_${at}`), 'KEY'])]);
	const found = names('key', index);
	assert.equal(found.length, mostSymbols);
	assert.equal(found[0], 'KEY');
	assert.equal(names('', index).length, mostSymbols);
});
