import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const told = '// api-errors: silentchat\n';
const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];

type Row = readonly [title: string, source: string, warned: readonly string[]];

function check(about: string, rows: readonly Row[], languageId?: string): void {
	describe(about, () => {
		for (const [title, source, warned] of rows)
			it(title, async () => assert.deepEqual(await warnedIn(told + source, languageId), warned));
	});
}

check('tests that ask for more than the error', [
	[
		'each asks for something else as well',
		"if (response.status === 403 && body.kind === 'paywall') a(); else if (response.status === 404 && body.kind === 'gone') b();",
		[],
	],
	[
		'one does not',
		"if (response.status === 403 && body.kind === 'paywall') a(); else if (response.status === 404) b();",
		['401', '429'],
	],
	[
		'a range alone is not by value',
		'if (error.status === 400 && isLarge) a(); else if (error.status >= 500) b(); else c();',
		[],
	],
	[
		'whether there is an error at all is no other question',
		"if (error && error.code === 'CONFLICT') a(); else if (isApiError(error) && error.code === 'NOT_FOUND') b();",
		both,
	],
	[
		'nor is its class',
		"if (error instanceof ApiError && error.code === 'CONFLICT') a(); else if ('code' in error && error.code === 'NOT_FOUND') b();",
		both,
	],
]);

check('tests of which nothing can be told', [
	[
		'a link asks for a part of the code',
		"if (error.code === 'CONFLICT') a(); else if (error.code === 'NOT_FOUND') b(); else if (error.code.startsWith('AUTH_')) c();",
		[],
	],
	[
		'a function is asked about the code',
		"if (error.code === 'CONFLICT' || mayComeBack(error.code)) a(); else if (error.code === 'NOT_FOUND') b();",
		[],
	],
	[
		'something else is asked',
		"if (error.code === 'CONFLICT') a(); else if (error.code === 'NOT_FOUND') b(); else if (url.startsWith('https:')) c();",
		both,
	],
	[
		'the code is only brought into another form',
		"if (error.code.toUpperCase() === 'CONFLICT') a(); else if (String(error.code) === 'NOT_FOUND') b();",
		both,
	],
]);

check('functions that are asked', [
	[
		'by its name',
		'function shouldRetry(response, tries) { if (response.status === 408) return { retry: true }; if (response.status === 409) return { retry: tries < 3 }; return { retry: false }; }',
		[],
	],
	[
		'by its answers',
		"const again = (tries, error) => { if (error.code === 'CONFLICT') return false; if (error.code === 'NOT_FOUND') return false; return tries < 3; };",
		[],
	],
	[
		'one that does something',
		"const again = (tries, error) => { if (error.code === 'CONFLICT') return merge(); if (error.code === 'NOT_FOUND') return false; return tries < 3; };",
		both,
	],
]);

check("another system's codes", [
	[
		'most labels are',
		"switch (error.code) { case 'NOT_FOUND': a(); break; case 'BAD_REQUEST': b(); break; case 'TOO_MANY_REQUESTS': c(); }",
		[],
	],
	['half of the labels are', "switch (error.code) { case 'NOT_FOUND': a(); break; case 'BAD_REQUEST': b(); }", both],
	[
		"one is the API's alone",
		"switch (error.code) { case 'WIDGET_KEY_INVALID': a(); break; case 'BAD_REQUEST': b(); break; case 'TOO_MANY_REQUESTS': c(); }",
		both,
	],
	[
		"the runtime's own do not count",
		"switch (error.code) { case 'NOT_FOUND': a(); break; case 'ECONNRESET': b(); break; case 'ETIMEDOUT': c(); }",
		both,
	],
]);

check(
	'elements of a page',
	[
		[
			'each test returns one',
			"function View({ query }) { if (query.error?.code === 'CONFLICT') return <Taken />; if (query.error?.code === 'NOT_FOUND') { return (\n<ErrorPage title=\"Gone\" onRetry={() => query.refetch()} />\n); } return <Items items={query.items} />; }",
			[],
		],
		[
			'one does something else',
			"function View({ query }) { if (query.error?.code === 'CONFLICT') return <Taken />; if (query.error?.code === 'NOT_FOUND') { leave(); return <Gone />; } return <Items items={query.items} />; }",
			both,
		],
	],
	'typescriptreact',
);

check('messages', [
	[
		'ifs in a row return a sentence, and leave the others to what follows',
		"function f(code) { if (error.code === 'CONFLICT') return 'Somebody was faster.'; if (error.code === 'NOT_FOUND') return t('gone'); show(error.message); }",
		[],
	],
	[
		'each case of a switch returns a sentence, and its default ends the matter',
		"function f(code) { switch (error.code) { case 'CONFLICT': return 'Somebody was faster.'; default: return 'Something went wrong.'; } }",
		both,
	],
	[
		'each case of a switch returns a translation',
		"function f(t) { switch (error.code) { case 'CONFLICT': return t('errors.conflict'); case 'NOT_FOUND': { const name = nameOf(error); return t('errors.gone', { name }); } default: return null; } }",
		both,
	],
	[
		'each test gives one to a variable, the last one for all others',
		"let text = ''; if (error.code === 'CONFLICT') text = 'Somebody was faster.'; else if (error.code === 'NOT_FOUND') { text = name + ' is gone.'; } else text = error.message; show(text);",
		both,
	],
	[
		'the default asks further',
		"function f(status) { switch (status) { case 404: return 'It is not there.'; default: if (status >= 500) { return 'The server failed.'; } return 'It failed.'; } }",
		[],
	],
	[
		'one case does something else',
		"function f(code) { switch (error.code) { case 'CONFLICT': merge(); return 'Somebody was faster.'; default: return 'Something went wrong.'; } }",
		both,
	],
	[
		'words are no messages',
		"function f(code) { switch (error.code) { case 'CONFLICT': return 'taken'; default: return 'failed'; } }",
		both,
	],
	[
		'values are no messages',
		"function f(code) { switch (error.code) { case 'CONFLICT': return Outcome.Taken; default: return Outcome.Failed; } }",
		both,
	],
]);

const lacking = "switch (error.code) { case 'AUTH_INVALID_TOKEN': a(); break; case 'CONFLICT': b(); }";

check('guards', [
	[
		'whatever is no success has left',
		`async function f(response) { if (!response.ok) return fail(response); const { error } = await response.json(); ${lacking} }`,
		[],
	],
	[
		'whatever is no success, or something else, has left',
		`async function f(response) { if (!response.ok || empty) { throw new Error('failed'); } const { error } = await response.json(); ${lacking} }`,
		[],
	],
	[
		'only some of them have left',
		`async function f(response) { if (!response.ok && last) return fail(response); const { error } = await response.json(); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'another response has left',
		`async function f(response, other) { if (!other.ok) return fail(other); const { error } = await response.json(); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'nothing has left',
		`async function f(response) { if (!response.ok) log(response); const { error } = await response.json(); ${lacking} }`,
		['RATE_LIMITED'],
	],
]);

check('chains of promises', [
	[
		'an earlier link has dealt with the status',
		`send().then((response) => { if (response.status === 429) return retry(); return response.json(); }).then(({ error }) => { ${lacking} });`,
		[],
	],
	[
		'an earlier link has dealt with the code, in a catch',
		`send().catch((error) => { if (error.code === 'RATE_LIMITED') return retry(); throw error; }).catch((error) => { ${lacking} });`,
		[],
	],
	[
		'a later link comes too late',
		`send().then(({ error }) => { ${lacking} }).then((response) => { if (response.status === 429) return retry(); });`,
		['RATE_LIMITED'],
	],
	[
		'another chain is another matter',
		`function f() { other().then((response) => { if (response.status === 429) return retry(); }); send().catch((error) => { ${lacking} }); }`,
		['RATE_LIMITED'],
	],
]);

const statuses = 'if (error.status === 404) a(); else if (error.status === 403) b();';

check("a server's own answers", [
	['an error handler', `app.use((error, request, response, next) => { ${statuses} });`, []],
	['an error handler with names that it does not use', `app.use((error, _req, res, _next) => { ${statuses} });`, []],
	[
		'a handler that takes the error apart',
		`app.use((err, req, res, next) => { const { status } = err; switch (status) { case 404: a(); break; case 403: b(); } });`,
		[],
	],
	[
		'what the rest of the server threw',
		`async function f(ctx, next) { try { await next(); } catch (error) { ${statuses} } }`,
		[],
	],
	[
		'an answer that is being made',
		"app.use((req, res, next) => { res.on('finish', () => { if (res.statusCode === 404) a(); else if (res.statusCode === 403) b(); }); next(); });",
		[],
	],
	[
		'a status that is set here',
		'function f(ctx, error) { ctx.status = statusFor(error); if (ctx.status === 404) a(); else if (ctx.status === 403) b(); }',
		[],
	],
	[
		'codes in common use',
		"app.use((err, req, res, next) => { switch (err.code) { case 'NOT_FOUND': a(); break; case 'CONFLICT': b(); } });",
		[],
	],
	[
		'a code that only the API has',
		"app.use((err, req, res, next) => { switch (err.code) { case 'WIDGET_KEY_INVALID': a(); break; case 'CONFLICT': b(); } });",
		both,
	],
	[
		'an error of a request that a handler makes',
		`app.get('/', async (req, res) => { try { await send(); } catch (error) { ${statuses} } });`,
		['401', '429'],
	],
	[
		'a response that a handler asks for',
		"app.get('/', async (req, res) => { const response = await send(); if (response.status === 404) a(); else if (response.status === 403) b(); });",
		['401', '429'],
	],
	["a client's callback", `request(url, (error, response, body) => { ${statuses} });`, ['401', '429']],
	[
		"a client's hook",
		'const afterResponse = [(request, options, response) => { if (response.status === 404) a(); else if (response.status === 403) b(); }];',
		['401', '429'],
	],
	[
		"a callback of a client's cache",
		`useSend({ onError: (error, variables, context) => { ${statuses} } });`,
		['401', '429'],
	],
]);

check('names of what is called', [
	['a helper for it', `function f(error) { if (error.status) handleRateLimit(error); ${lacking} }`, []],
	[
		'a default that logs in',
		"switch (error.code) { case 'CONFLICT': a(); break; default: await signIn(); }",
		['RATE_LIMITED'],
	],
	[
		'a default that gets another token',
		"switch (error.code) { case 'CONFLICT': a(); break; default: await session.refreshToken(); }",
		['RATE_LIMITED'],
	],
]);
