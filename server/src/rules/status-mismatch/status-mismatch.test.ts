import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogs, noContext } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import type { AnalysisContext } from '../../analysis/analyzer.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';

const silentchat = catalogs.byId('silentchat');
assert.ok(silentchat);

const told: AnalysisContext = { ...noContext, told: ['silentchat'] };

/** What is said of a source in which SilentChat is told. */
async function saidOf(text: string, given = told): Promise<readonly string[]> {
	return (await findingsOf('status-mismatch', text, { context: given })).map(({ message }) => message);
}

/** Sources in which `CONFLICT` is under 404, and what is said of each. */
async function checkFound(...sources: readonly string[]): Promise<void> {
	const message = 'CONFLICT of SilentChat comes with 409, never with 404';
	for (const source of sources) assert.deepEqual(await saidOf(source), [message], source);
}

async function checkQuiet(...sources: readonly string[]): Promise<void> {
	for (const source of sources) assert.deepEqual(await saidOf(source), [], source);
}

test('quiet where the same condition asks for the documented status too', () =>
	checkQuiet(
		"if (status === 409 || (status === 404 && code === 'CONFLICT')) f();",
		"const taken = (res.status === 404 && body.error.code === 'CONFLICT') || res.status === 409;",
	));

test('found in every form of test', () =>
	checkFound(
		"if (status === 404 && code === 'CONFLICT') f();",
		"if ('CONFLICT' === e.code && 404 === e.status) f();",
		"const taken = res.status === 404 && body.error.code === 'CONFLICT';",
		"if (res.status === 404) { switch (body.error.code) { case 'CONFLICT': f(); break; case 'NOT_FOUND': g(); } }",
		"switch (res.status) { case 404: if (code === 'CONFLICT') f(); break; case 409: g(); }",
		"switch (true) { case res.status === 404: if (code === 'CONFLICT') f(); }",
		"const t = res.status === 404 ? (code === 'CONFLICT' ? 1 : 2) : 3;",
		"if (res.status === '404' && code === 'CONFLICT') f();",
		"if (res.status === 404 && (code === 'CONFLICT' || x)) f();",
		'if (res.status === HttpStatusCode.NotFound && code === ErrorCode.CONFLICT) f();',
		"const GONE = 404; const TAKEN = 'CONFLICT'; if (res.status === GONE && code === TAKEN) f();",
		"switch (e.code) { case 'CONFLICT': if (e.status === 404) f(); }",
		"if (e.code === 'CONFLICT') { if (e.status === 404) f(); }",
	));

test('found where status and code come from one response', () =>
	checkFound(
		"async function f(res) { if (res.status === 404) { const b = await res.json(); if (b.error.code === 'CONFLICT') g(); } }",
		"function f(e) { if (e.response.status === 404 && e.response.data.error.code === 'CONFLICT') g(); }",
		"async function f() { const { status, error } = await a(); return status === 404 && error.code === 'CONFLICT'; }",
		"function f({ status, error }) { return status === 404 && error.code === 'CONFLICT'; }",
		"function f(res, body) { return res.status === 404 && body.code === 'CONFLICT'; }",
		"async function f(res) { const body = await read(res); if (res.status === 404 && body.error.code === 'CONFLICT') g(); }",
		"class Failure { is() { return this.status === 404 && this.code === 'CONFLICT'; } }",
	));

test('nothing is said of two responses', () =>
	checkQuiet(
		"async function f(e) { if (e.status === 404) { try { await g(); } catch (e) { if (e.code === 'CONFLICT') h(); } } }",
		"async function f(e) { if (e.status === 404) { try { await g(); } catch (error) { if (error.code === 'CONFLICT') h(); } } }",
		"async function f() { const res = await a(); if (res.status === 404) { const res = await b(); if (res.error.code === 'CONFLICT') h(); } }",
		"async function f() { let res = await a(); if (res.status === 404) { res = await b(); if (res.error.code === 'CONFLICT') h(); } }",
		"function f(a, b) { return a.status === 404 && b.code === 'CONFLICT'; }",
		"function f(state) { return state.upload.status === 404 && state.room.code === 'CONFLICT'; }",
		"async function f(res) { const body = await load(); if (res.status === 404 && body.error.code === 'CONFLICT') g(); }",
		"function f(res) { if (res.status === 404) send().catch((error) => { if (error.code === 'CONFLICT') g(); }); }",
	));

test('nothing is said where the right status is let in', () =>
	checkQuiet(
		"if (res.status === 409 && code === 'CONFLICT') f();",
		"if ((res.status === 404 || res.status === 409) && code === 'CONFLICT') f();",
		"if ((res.status === 404 || x) && code === 'CONFLICT') f();",
		"if (res.status === 404 || code === 'CONFLICT') f();",
		"if (res.status !== 404 && code === 'CONFLICT') f();",
		"if (!(res.status === 404) && code === 'CONFLICT') f();",
		"if (res.status === 404 && code !== 'CONFLICT') f();",
		"if (!(res.status === 404 && code === 'CONFLICT')) f();",
		"if (res.status === 404) f(); else if (code === 'CONFLICT') g();",
		"if ([404, 409].includes(res.status) && code === 'CONFLICT') f();",
		"if (RETRYABLE.includes(res.status) && code === 'CONFLICT') f();",
		"if (res.status >= 400 && code === 'CONFLICT') f();",
		"switch (res.status) { case 409: case 404: if (code === 'CONFLICT') f(); }",
		"switch (res.status) { case 409: g(); case 404: if (code === 'CONFLICT') f(); }",
		"switch (res.status) { default: g(); case 404: if (code === 'CONFLICT') f(); }",
		"switch (res.status) { case 404: g(); break; default: if (code === 'CONFLICT') f(); }",
		"if (res.status === gone && code === 'CONFLICT') f();",
		"if (size === 404 && code === 'CONFLICT') f();",
	));

test('ranges and lists that leave the right status out', async () => {
	assert.deepEqual(await saidOf("if (res.status >= 500 && code === 'CONFLICT') f();"), [
		'CONFLICT of SilentChat comes with 409, never with 500 and above',
	]);
	assert.deepEqual(await saidOf("if (res.status < 400 && code === 'CONFLICT') f();"), [
		'CONFLICT of SilentChat comes with 409, never with 399 and below',
	]);
	assert.deepEqual(await saidOf("if (res.status >= 400 && res.status < 500 && code === 'INTERNAL_ERROR') f();"), [
		'INTERNAL_ERROR of SilentChat comes with 500, never with 400 to 499',
	]);
	assert.deepEqual(await saidOf("if ([404, 410].includes(res.status) && code === 'CONFLICT') f();"), [
		'CONFLICT of SilentChat comes with 409, never with 404 or 410',
	]);
});

test('a status under several codes fits one of them or none', async () => {
	const text = (status: number): string =>
		`switch (e.code) { case 'CONFLICT': case 'NOT_FOUND': if (e.status === ${status}) f(); break; }`;
	assert.deepEqual(await saidOf(text(404)), []);
	assert.deepEqual(await saidOf(text(403)), [
		'CONFLICT and NOT_FOUND of SilentChat come with 409 or 404, never with 403',
	]);
});

test('found in bodies, wherever the status of the response stands', () =>
	checkFound(
		"const body = { error: { code: 'CONFLICT', message: 'Taken', status: 404 } };",
		"const body = { error: { 'code': 'CONFLICT' }, statusCode: 404 } as const;",
		"res.status(404).json({ error: { code: 'CONFLICT' } });",
		"res.set('a', 'b').status(404).header('c').json({ error: { code: 'CONFLICT' } });",
		"HttpResponse.json({ error: { code: 'CONFLICT' } }, { status: 404 });",
		"new Response(JSON.stringify({ error: { code: 'CONFLICT' } }), { status: 404 });",
		"mock({ status: 404, data: { error: { code: 'CONFLICT' } } });",
		"mock({ ok: false, status: 404, json: async () => ({ error: { code: 'CONFLICT' } }) });",
		"mock({ ok: false, status: 404, json: () => { return { error: { code: 'CONFLICT' } }; } });",
		"scope.get('/').reply(404, { error: { code: 'CONFLICT' } });",
		"get('/', (req, res, ctx) => res(ctx.status(404), ctx.json({ error: { code: 'CONFLICT' } })));",
	));

test('nothing is said of bodies with other statuses', () =>
	checkQuiet(
		"const body = { error: { code: 'CONFLICT', status: 409 } };",
		"const body = { error: { code: 'CONFLICT', status } };",
		"const many = { status: 207, errors: [{ code: 'CONFLICT' }] };",
		"const view = { name: 'CONFLICT', status: 404 };",
		"const route = { label: { code: 'CONFLICT' }, status: 404 };",
		"const page = { status: 404, next: load({ error: { code: 'CONFLICT' } }) };",
		"const body = { error: { code: 'CONFLICT' }, retryAfter: 404 };",
	));

test('nothing is said without evidence, or where two APIs fit', async () => {
	const text = "if (res.status === 404 && error.code === 'WIDGET_KEY_INVALID') f();";
	const message = 'WIDGET_KEY_INVALID of SilentChat comes with 401, never with 404';
	const workspace = [{ catalog: silentchat, step: 'workspace' as const, reason: 'it is used' }];
	assert.deepEqual(await saidOf(text), [message]);
	assert.deepEqual(await saidOf(text, noContext), []);
	assert.deepEqual(await saidOf(text, { ...noContext, workspace }), [message]);
	assert.deepEqual(await saidOf(text.replace('error.code', 'kind'), { ...noContext, workspace }), []);
	const body = "const body = { error: { code: 'WIDGET_KEY_INVALID', status: 404 } };";
	assert.deepEqual(await saidOf(body, noContext), []);
	assert.deepEqual(await saidOf(body, { ...noContext, workspace }), [message]);
	assert.deepEqual(await saidOf(body.replace('WIDGET_KEY_INVALID', 'CONFLICT'), { ...noContext, workspace }), []);
});

test('a catalog that could be read only in part warns about nothing', async () => {
	const broken = { ...silentchat, hasProblems: true };
	const given: AnalysisContext = { ...told, catalogs: buildCatalogIndex([catalogs.http, broken]) };
	assert.deepEqual(await saidOf("if (e.status === 404 && e.code === 'CONFLICT') f();", given), []);
	assert.deepEqual(await saidOf("const body = { error: { code: 'CONFLICT', status: 404 } };", given), []);
});

test('a code that is a number has no status of its own', async () => {
	const text = 'if (res.status === 404 && error.code === 428) f();\nsend({ error: { code: 428, status: 404 } });';
	assert.deepEqual(await saidOf(text, { ...noContext, told: ['chatness'] }), []);
});

test('the fixes change the one or the other, and then nothing is said any more', async () => {
	const fixes = async (text: string): Promise<Readonly<Record<string, string>>> => {
		const [finding] = await findingsOf('status-mismatch', text, { context: told });
		const made = (finding?.fixes?.() ?? []).map(({ title, edits, safe }) => {
			assert.equal(safe, false);
			return [title, applyEdits(text, edits)] as const;
		});
		for (const [, after] of made) assert.deepEqual(await saidOf(after), [], after);
		return Object.fromEntries(made);
	};
	assert.deepEqual(await fixes('if (e.status === "429" && e.code === "CONFLICT") f();'), {
		'Change the status to 409': 'if (e.status === "409" && e.code === "CONFLICT") f();',
		"Change the code to 'RATE_LIMITED'": 'if (e.status === "429" && e.code === "RATE_LIMITED") f();',
	});
	assert.deepEqual(
		Object.keys(await fixes("if (e.status === 404 && e.code === 'CONFLICT') f();")),
		['Change the status to 409'],
		'two codes come with 404',
	);
	assert.deepEqual(
		await fixes("switch (e.status) { case 404: if (e.code === 'CONFLICT') f(); break; case 409: g(); }"),
		{},
		'409 has a branch of its own',
	);
	assert.deepEqual(
		await fixes("if (e.status === 429) switch (e.code) { case 'CONFLICT': f(); break; case 'RATE_LIMITED': g(); }"),
		{},
		'RATE_LIMITED is right there, and has a branch',
	);
	assert.deepEqual(await fixes("const GONE = 429;\nif (e.status === GONE && e.code === 'CONFLICT') f();"), {
		"Change the code to 'RATE_LIMITED'": "const GONE = 429;\nif (e.status === GONE && e.code === 'RATE_LIMITED') f();",
	});
});

test('code that is not complete, and a test file, are left alone', async () => {
	const text = "if (e.status === 404 && e.code === 'CONFLICT') {\n\tif (\n}";
	assert.deepEqual(await saidOf(text), []);
	const given = { ...told, testGlob: '**/*.test.*' };
	assert.deepEqual(await saidOf("if (e.status === 404 && e.code === 'CONFLICT') f();", given), []);
});
