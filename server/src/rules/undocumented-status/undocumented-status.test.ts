import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogs, noContext } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { findingsOf, shown } from '../../../../test/support/check-rule.ts';
import type { AnalysisContext } from '../../analysis/analyzer.ts';
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';
import { documentedStatuses } from './documented-statuses.ts';

const told: AnalysisContext = { ...noContext, told: ['silentchat'] };

async function saidOf(text: string, context = told): Promise<readonly string[]> {
	return shown(text, await findingsOf('undocumented-status', text, { context }));
}

test('found in every form of test', async () => {
	for (const [source, at] of [
		['switch (res.status) { case 404: f(); break; case 422: g(); }', '422'],
		['if (res.status === 422) f();', '422'],
		['if (err.response?.status === 410) f();', '410'],
		['const isLocked = res.status === 423;', '423'],
		['const is = (res) => res.status === 423;', '423'],
		['if ([401, 422].includes(res.status)) f();', '422'],
		["if (res.status === '422') f();", "'422'"],
		['if (res.status === HttpStatus.UNPROCESSABLE_ENTITY) f();', 'HttpStatus.UNPROCESSABLE_ENTITY'],
		['const handlers = { 404: () => f(), 422: () => g() };\nhandlers[res.status]?.();', '422'],
		['if (res.status === 442) f();', '442'],
	] as const)
		assert.deepEqual(await saidOf(source), [`information: ${at}`], source);
});

test('nothing is said of what others send, of ranges, of negations and of successes', async () => {
	for (const test of [
		...[403, 405, 408, 413, 414, 429, 431, 499, 502, 503, 504, 511, 520].map((status) => `res.status === ${status}`),
		...['res.status !== 422', 'res.status >= 422', '!(res.status === 422)', 'res.status === 206', 'size === 422'],
	])
		assert.deepEqual(await saidOf(`if (${test}) f();`), [], test);
});

test('nothing is said where the response may be another’s', async () => {
	const text = 'if (res.status === 422) f();';
	assert.deepEqual(await saidOf(text, noContext), []);
	assert.deepEqual(await saidOf(`call('https://pay.example.com/v1');\n${text}`), []);
	assert.deepEqual(await saidOf(text, { ...noContext, told: ['silentchat', 'chatness'] }), []);
	assert.deepEqual(await saidOf(`call('https://api.silentchat.de/v1', 'http://localhost:80');\n${text}`), [
		'information: 422',
	]);
	assert.deepEqual(await saidOf(`// as https://pay.example.com says\n${text}`), ['information: 422']);
	const [http, silentchat] = [catalogs.http, catalogs.byId('silentchat')];
	assert.ok(silentchat);
	const workspace = [{ catalog: silentchat, step: 'workspace' as const, reason: 'it is used' }];
	const around = { ...noContext, catalogs: buildCatalogIndex([http, silentchat]), workspace };
	assert.deepEqual(await saidOf(text, around), []);
});

test('a catalog has a full list, or has none', () => {
	const entry = { title: '', description: '', required: false, retry: 'never' } as const;
	const statusesOf = (...entries: readonly Entry[]): readonly number[] | undefined => {
		const catalog: Catalog = { id: 'a', name: 'A', evidence: { packages: [], hosts: [] }, entries };
		const found = documentedStatuses(catalog);
		return found && [...found];
	};
	const code = (value: string | number, status?: number): Entry => ({
		...entry,
		kind: 'code',
		value,
		...(status === undefined ? {} : { status }),
	});
	const listed = (value: number): Entry => ({ ...entry, kind: 'status', value });
	assert.deepEqual(statusesOf(code('B', 404), code('A', 400)), [400, 404]);
	assert.deepEqual(statusesOf(code('A', 400), listed(404)), [400, 404]);
	assert.equal(statusesOf(code('A', 400), code('B')), undefined);
	assert.equal(statusesOf(code(404), listed(200)), undefined);
	assert.equal(statusesOf(), undefined);
	const partly: Catalog = {
		...{ id: 'a', name: 'A', evidence: { packages: [], hosts: [] }, entries: [listed(404)] },
		complete: false,
	};
	assert.equal(documentedStatuses(partly), undefined);
});

test('the fix takes the test away, and nothing is said any more', async () => {
	const checkFix = async (before: string, after: string | undefined): Promise<void> => {
		const [finding] = await findingsOf('undocumented-status', before, { context: told });
		const [fix] = finding?.fixes?.() ?? [];
		assert.equal(fix && applyEdits(before, fix.edits), after);
		assert.equal(fix?.title, after === undefined ? undefined : 'Remove the test for 422');
		if (after !== undefined) assert.deepEqual(await saidOf(after), []);
	};
	await checkFix(
		'if (res.status === 404) {\n\tf();\n} else if (res.status === 422) {\n\tg();\n}',
		'if (res.status === 404) {\n\tf();\n}',
	);
	await checkFix('if (res.status === 404 || res.status === 422) f();', 'if (res.status === 404) f();');
	await checkFix('if (res.status === 422 || body === undefined) f();', 'if (body === undefined) f();');
	await checkFix('if ([422, 404].includes(res.status)) f();', 'if ([404].includes(res.status)) f();');
	await checkFix('const is = res.status === 422;', undefined);
	await checkFix('if (res.status === 422) {\n\tf();\n} else {\n\tg();\n}', undefined);
});
