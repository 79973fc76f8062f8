import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { suite, test } from 'node:test';
import { HttpStatusCode } from 'axios';
import { builtinCatalogs } from './builtin/index.ts';
import type { Catalog, Entry } from './catalog.ts';
import { buildCatalogIndex, closest, type Match, requiredOf, statusOf } from './catalog-index.ts';

const index = buildCatalogIndex(builtinCatalogs);
const asText = (matches: readonly Match[]) =>
	matches.map(({ catalog, entry }) => `${catalog.id} ${entry.kind} ${entry.value}`);

function code(value: string | number, facts: Partial<Entry> = {}): Entry {
	return { title: 'A', description: 'A.', required: false, retry: 'never', ...facts, kind: 'code', value };
}

function catalog(id: string, ...entries: Entry[]): Catalog {
	return { id, name: id, evidence: { packages: [], hosts: [] }, entries };
}

function builtin(id: string): Catalog {
	const found = index.byId(id);
	assert.ok(found);
	return found;
}

suite('the index of the built-in catalogs', () => {
	test('finds a code by its text, exactly', () => {
		assert.deepEqual(asText(index.byString('RATE_LIMITED')), ['silentchat code RATE_LIMITED']);
		assert.deepEqual(asText(index.byString('rate_limited')), []);
		assert.deepEqual(asText(index.byString('429')), []);
		assert.deepEqual(asText(index.byString('constructor')), []);
	});

	test('finds every meaning of a number', () => {
		assert.deepEqual(asText(index.byNumber(429)), ['silentchat status 429', 'chatness code 429', 'http status 429']);
		assert.deepEqual(asText(index.byNumber(428)), ['chatness code 428', 'http status 428']);
		assert.deepEqual(asText(index.byNumber(418)), ['http status 418']);
		for (const nothing of [0, -1, 4.29, 600, Number.NaN]) assert.deepEqual(asText(index.byNumber(nothing)), []);
	});

	for (const name of ['RATE_LIMITED', 'RateLimited', 'rateLimited', 'rate-limited', 'rate_limited', 'RATELIMITED'])
		test(`finds RATE_LIMITED by the name ${name}`, () => {
			assert.deepEqual(asText(index.byName(name)), ['silentchat code RATE_LIMITED']);
		});

	test('finds nothing by a name that is none', () => {
		for (const name of ['', '_', '429', 'RateLimit', 'toString', '__proto__']) assert.deepEqual(index.byName(name), []);
	});

	test('knows each API by its id, and HTTP', () => {
		assert.equal(index.byId('chatness')?.name, 'Chatness');
		assert.equal(index.byId('toString'), undefined);
		assert.equal(index.http.id, 'http');
		assert.equal(index.httpStatus(404)?.title, 'Not Found');
		assert.equal(index.httpStatus(432), undefined);
	});

	test('finds a status by the name that axios has for it', () => {
		const names = Object.keys(HttpStatusCode).filter((name) => Number.isNaN(Number(name)));
		assert.ok(names.length > 60);
		for (const name of names) assert.deepEqual([name, index.byStatusName(name)?.value], [name, statusOfAxios(name)]);
	});

	test('finds a status by the phrase that Node.js has for it', () => {
		for (const [value, phrase = ''] of Object.entries(STATUS_CODES))
			assert.deepEqual([phrase, index.byStatusName(phrase)?.value], [phrase, Number(value)]);
	});

	for (const [name, value] of [
		['StatusTooManyRequests', 429],
		['StatusTeapot', 418],
		['StatusRequestURITooLong', 414],
		['HTTP_429_TOO_MANY_REQUESTS', 429],
		['HTTP_VERSION_NOT_SUPPORTED', 505],
		['SC_MOVED_TEMPORARILY', 302],
		['unprocessable_entity', 422],
		['UNPROCESSABLE_CONTENT', 422],
		['RequestEntityTooLarge', 413],
		['IM_A_TEAPOT', 418],
		['StatusOK', 200],
		['Unauthorized', 401],
	] as const)
		test(`finds ${value} by the name ${name}`, () => {
			assert.equal(index.byStatusName(name)?.value, value);
		});

	test('finds no status by a name that is none', () => {
		for (const name of ['', 'Status', 'HTTP_404', 'RateLimited', 'constructor'])
			assert.equal(index.byStatusName(name), undefined);
	});
});

function statusOfAxios(name: string): unknown {
	return Object.entries(HttpStatusCode).find(([key]) => key === name)?.[1];
}

suite('an index', () => {
	test('of nothing finds nothing', () => {
		const empty = buildCatalogIndex([]);
		assert.deepEqual(empty.catalogs, []);
		assert.deepEqual(empty.http.entries, []);
		assert.equal(empty.httpStatus(404), undefined);
		assert.deepEqual(empty.byNumber(404), []);
	});

	test('has the later of two catalogs with one id, in the earlier one’s place', () => {
		const both = buildCatalogIndex([catalog('a', code('OLD')), catalog('b'), catalog('a', code('NEW'))]);
		assert.deepEqual(
			both.catalogs.map(({ id }) => id),
			['a', 'b'],
		);
		assert.deepEqual(asText(both.byString('NEW')), ['a code NEW']);
		assert.deepEqual(asText(both.byString('OLD')), []);
	});

	test('finds each API that has a code', () => {
		const both = buildCatalogIndex([catalog('a', code('GONE')), catalog('b', code('GONE'))]);
		assert.deepEqual(asText(both.byString('GONE')), ['a code GONE', 'b code GONE']);
	});

	test('takes names of objects’ own parts for plain codes', () => {
		const names = buildCatalogIndex([catalog('a', code('constructor'), code('__proto__'))]);
		assert.deepEqual(asText(names.byString('constructor')), ['a code constructor']);
		assert.deepEqual(asText(names.byString('__proto__')), ['a code __proto__']);
		assert.deepEqual(asText(names.byString('toString')), []);
	});

	test('finds codes by other names that the catalog gives, numbers too', () => {
		const named = buildCatalogIndex([catalog('a', code(4010, { otherNames: ['TokenExpired'] }))]);
		assert.deepEqual(asText(named.byName('TOKEN_EXPIRED')), ['a code 4010']);
	});

	test('takes no longer for 10,000 codes than for ten', () => {
		const codes = Array.from({ length: 10_000 }, (_, number) => code(`CODE_${number}`));
		const few = buildCatalogIndex([catalog('few', ...codes.slice(0, 10))]);
		const many = buildCatalogIndex([catalog('many', ...codes)]);
		assert.deepEqual(asText(many.byString('CODE_9999')), ['many code CODE_9999']);
		assert.deepEqual(asText(many.byName('code9999')), ['many code CODE_9999']);
		const ratio = Math.min(...Array.from({ length: 5 }, () => timeOf(many, 'CODE_7') / timeOf(few, 'CODE_7')));
		assert.ok(ratio < 20, `${ratio} times as long for 1,000 times the codes`);
	});
});

function timeOf(looked: ReturnType<typeof buildCatalogIndex>, text: string): number {
	const start = performance.now();
	for (let times = 0; times < 20_000; times++) {
		looked.byString(text);
		looked.byName(text);
		looked.byNumber(times);
	}
	return performance.now() - start;
}

suite('closest', () => {
	const silentchat = builtin('silentchat');
	for (const [text, expected] of [
		['RATE_LIMTED', 'RATE_LIMITED'],
		['RATE_LIMITTED', 'RATE_LIMITED'],
		['RATE_LIMIT', 'RATE_LIMITED'],
		['rate_limited', 'RATE_LIMITED'],
		['RateLimited', 'RATE_LIMITED'],
		['AUTH_TOKEN_INVALID', 'AUTH_INVALID_TOKEN'],
		['AUTH_INVALID_TOKENS', 'AUTH_INVALID_TOKEN'],
		['CONFLIT', 'CONFLICT'],
		['NOTFOUND', 'NOT_FOUND'],
		['VALIDATION_EROR', 'VALIDATION_ERROR'],
		['RATE_LIMITED', 'RATE_LIMITED'],
		['TIMEOUT', undefined],
		['CARD_DECLINED', undefined],
		['INVALID_TOKEN', undefined],
		['RATE_LIMIT_EXCEEDED', undefined],
		['ERR', undefined],
		['', undefined],
		['429', undefined],
		['A'.repeat(100_000), undefined],
	] as const)
		test(`to ${text.slice(0, 30) || 'nothing'} is ${expected ?? 'no code'}`, () => {
			assert.equal(closest(text, silentchat)?.value, expected);
		});

	test('is no code where two are equally near', () => {
		assert.equal(closest('TOKEN_C', catalog('a', code('TOKEN_A'), code('TOKEN_B'))), undefined);
	});

	test('never is a status', () => {
		assert.equal(closest('404', silentchat), undefined);
		assert.equal(closest('Not Found', index.http), undefined);
	});
});

suite('an API is found', () => {
	const evidence = { packages: ['acme', '@shop/acme-client'], hosts: [] };
	const acme = { ...catalog('acme-billing', code('A')), evidence };
	const again = { ...catalog('acme-mail', code('A')), evidence: { ...evidence, packages: ['acme'] } };
	const both = buildCatalogIndex([acme, again]);
	const ids = (found: readonly Catalog[]) => found.map(({ id }) => id);

	test('by its packages, exactly', () => {
		assert.deepEqual(ids(both.byPackage('acme')), ['acme-billing', 'acme-mail']);
		assert.deepEqual(ids(both.byPackage('@shop/acme-client')), ['acme-billing']);
		for (const none of ['shop', 'acme/a', 'constructor', '']) assert.deepEqual(ids(both.byPackage(none)), []);
	});

	test('by the word that code has for it', () => {
		assert.deepEqual(ids(both.byWord('ACME')), ['acme-billing', 'acme-mail']);
		for (const none of ['SHOP', 'BILLING', 'acme', '']) assert.deepEqual(ids(both.byWord(none)), []);
	});
});

suite('the catalogs that a folder brings', () => {
	test('are told from those that come with us, whose place they may take', () => {
		const [own, first, second] = [catalog('http'), catalog('acme', code('A')), catalog('acme', code('B'))];
		const brought = buildCatalogIndex([...builtinCatalogs], [own, first, second]);
		assert.deepEqual([...brought.ofFolder], [own, second]);
		assert.equal(brought.http, own);
		assert.deepEqual(asText(brought.byString('A')), []);
		assert.equal(index.ofFolder.size, 0);
	});
});

suite('what must be handled', () => {
	test('is what the catalogs mark', () => {
		assert.deepEqual(
			requiredOf(builtin('silentchat')).map(({ value }) => value),
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		);
		assert.deepEqual(
			requiredOf(builtin('chatness')).map(({ value }) => value),
			[401, 429],
		);
		assert.deepEqual(requiredOf(index.http), []);
	});

	test('comes with a status', () => {
		assert.deepEqual(requiredOf(builtin('silentchat')).map(statusOf), [401, 429]);
		assert.deepEqual(requiredOf(builtin('chatness')).map(statusOf), [401, 429]);
	});
});

suite('statusOf', () => {
	test('is the status that the catalog gives, else the number itself where it can be one', () => {
		assert.equal(statusOf(code('A', { kind: 'code', status: 409 })), 409);
		assert.equal(statusOf(code('A')), undefined);
		assert.equal(statusOf(code(428)), 428);
		assert.equal(statusOf({ ...code(428), kind: 'code', status: 400 }), 400);
		assert.equal(statusOf(code(40_001)), undefined);
		assert.equal(statusOf(code(-32_600)), undefined);
	});
});

test('the nearest of ten thousand codes is found as among a few, and each question is answered once', () => {
	const codes = Array.from({ length: 10_000 }, (_, index) => ({
		kind: 'code' as const,
		value: `SERVICE_${index % 97}_FAILED_${index}`,
		title: 'Failed',
		description: 'It failed.',
		required: false,
	}));
	const wait = { kind: 'code', value: 'SLOW_DOWN', title: 'Wait', description: 'Wait.', required: false } as const;
	const big: Catalog = { id: 'big', name: 'Big', evidence: { packages: [], hosts: [] }, entries: [...codes, wait] };
	const index = buildCatalogIndex([big]);
	for (const text of ['SLOW_DWN', 'slowDown', 'DOWN_SLOW', 'SLOWDOWN'])
		assert.equal(index.closestCode(text, big), wait, text);
	assert.equal(index.closestCode('QUICKER', big), undefined);
	assert.ok(index.has(big, 'SLOW_DOWN') && !index.has(big, 'QUICKER'));
	const asked = performance.now();
	for (let times = 0; times < 1_000; times++) index.closestCode('SLOW_DWN', big);
	assert.ok(performance.now() - asked < 500);
});
