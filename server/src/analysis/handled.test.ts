import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../test/support/analyzed.ts';

const told = '// api-errors: silentchat\n';

/** The required codes that a source is warned about, dispatch by dispatch. */
async function warnedIn(source: string, languageId = 'typescript'): Promise<readonly string[]> {
	const { blocks } = await analyzed(source, languageId);
	return blocks.flatMap(({ dispatches }) =>
		dispatches.flatMap(({ silence, missingRequired }) =>
			silence === undefined ? missingRequired.map(({ value }) => String(value)) : [],
		),
	);
}

/** Rows of the decision table: what the code is, and what it is warned about. */
const rows: readonly (readonly [title: string, source: string, warned: readonly string[]])[] = [
	[
		'no default',
		"switch (error.code) { case 'CONFLICT': a(); break; case 'RATE_LIMITED': wait(); }",
		['AUTH_INVALID_TOKEN'],
	],
	[
		'a default that logs',
		"switch (error.code) { case 'CONFLICT': a(); break; default: console.error(error); }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a default that breaks',
		"switch (error.code) { case 'CONFLICT': a(); break; default: break; }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a default that returns a fallback',
		"function f(error) { switch (error.code) { case 'CONFLICT': return 1; default: return null; } }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	['a default that throws the error', "switch (error.code) { case 'CONFLICT': a(); break; default: throw error; }", []],
	[
		'a default that rejects with the error',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); default: return Promise.reject(error); } }",
		[],
	],
	[
		'a default that calls next',
		"function f(err, next) { switch (err.code) { case 'CONFLICT': return a(); default: next(err); } }",
		[],
	],
	[
		'a default that returns the error',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); default: return error; } }",
		[],
	],
	[
		'a default that breaks to a throw',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); default: break; } throw error; }",
		[],
	],
	[
		'no default, but a throw after it',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); } throw error; }",
		[],
	],
	[
		'no default, and a log after it',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); } console.error(error); }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	['a label that cannot be told', "switch (error.code) { case 'CONFLICT': a(); break; case 'AUTH_' + kind: b(); }", []],
	['a name that does not resolve', "switch (error.code) { case 'CONFLICT': a(); break; case Codes.other: b(); }", []],
	['a single if', "if (error.code === 'CONFLICT') { a(); }", []],
	['a single if with an else', "if (error.code === 'CONFLICT') { a(); } else { b(); }", []],
	[
		'a chain',
		"if (error.code === 'CONFLICT') { a(); } else if (error.code === 'RATE_LIMITED') { b(); } else { c(); }",
		['AUTH_INVALID_TOKEN'],
	],
	[
		'ifs that each leave',
		"function f(error) { if (error.code === 'CONFLICT') return a(); if (error.code === 'NOT_FOUND') return b(); return undefined; }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	['a membership test', "if (['CONFLICT', 'NOT_FOUND'].includes(error.code)) a();", []],
	['a predicate', "const gone = (error) => error.code === 'NOT_FOUND' || error.code === 'CONFLICT';", []],
	[
		'a table of messages',
		"const texts = { CONFLICT: 'Taken', NOT_FOUND: 'Gone' };\nshow(texts[error.code] ?? 'Failed');",
		[],
	],
	[
		'a table of handlers',
		'const handlers = { CONFLICT: () => a(), RATE_LIMITED: wait };\nhandlers[error.code]?.();',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'a table of handlers with a fallback that throws',
		'const handlers = { CONFLICT: () => a(), RATE_LIMITED: wait };\n(handlers[error.code] ?? ((e) => { throw e; }))(error);',
		['AUTH_INVALID_TOKEN'],
	],
	['a syntax error inside', "switch (error.code) { case 'CONFLICT': a(; break; case 'NOT_FOUND': b(); }", []],
	[
		'a constant as the label',
		"const LIMITED = 'RATE_LIMITED';\nswitch (error.code) { case LIMITED: wait(); break; case 'CONFLICT': a(); }",
		['AUTH_INVALID_TOKEN'],
	],
	[
		'an enum as the labels',
		"enum Code { Limited = 'RATE_LIMITED', Token = 'AUTH_INVALID_TOKEN' }\nswitch (error.code) { case Code.Limited: wait(); break; case Code.Token: b(); }",
		[],
	],
	['statuses', 'switch (response.status) { case 404: a(); break; case 500: b(); }', ['401', '429']],
	[
		'statuses, a range over the missing ones',
		'if (response.status === 500) a(); else if (response.status >= 400) b();',
		[],
	],
	['statuses that are no errors', 'switch (response.status) { case 200: a(); break; case 204: b(); }', []],
	['a state that is named like a code', "switch (view.state) { case 'RATE_LIMITED': a(); break; default: b(); }", []],
	['other codes', "switch (error.code) { case 'ENOENT': a(); break; case 'EACCES': b(); }", []],
];

/** A switch that lacks RATE_LIMITED, with something around it. */
const lacking = "switch (error.code) { case 'AUTH_INVALID_TOKEN': a(); break; case 'CONFLICT': b(); }";
const around: readonly (readonly [title: string, source: string, warned: readonly string[]])[] = [
	[
		'an earlier test on its status that leaves',
		`function f(res, error) { if (res.status === 429) return retry(); ${lacking} }`,
		[],
	],
	[
		'an earlier test on the code that leaves',
		`function f(error) { if (error.code === 'RATE_LIMITED') return retry(); ${lacking} }`,
		[],
	],
	[
		'an earlier test that only logs',
		`function f(error) { if (error.code === 'RATE_LIMITED') console.warn('slow'); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'a test of another function',
		`function g(res) { if (res.status === 429) return retry(); }\nfunction f(error) { ${lacking} }`,
		['RATE_LIMITED'],
	],
	['a branch around it for another status', `function f(res, error) { if (res.status === 409) { ${lacking} } }`, []],
	[
		'a branch around it for all errors',
		`function f(res, error) { if (res.status >= 400) { ${lacking} } }`,
		['RATE_LIMITED'],
	],
	[
		'the other side of a test of the status',
		`function f(res, error) { if (res.status === 429) { retry(); } else { ${lacking} } }`,
		[],
	],
	['a test that lets all others in', `function f(res, error) { if (res.status !== 429) { ${lacking} } }`, []],
	['a test that only successes fail', `function f(res, error) { if (!res.ok) { ${lacking} } }`, ['RATE_LIMITED']],
	[
		'a predicate that is asked',
		`const limited = (error) => error.code === 'RATE_LIMITED';\nfunction f(error) { if (limited(error)) return retry(); ${lacking} }`,
		[],
	],
	[
		'a predicate that is not asked',
		`const limited = (error) => error.code === 'RATE_LIMITED';\nfunction f(error) { ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'a flag that is asked',
		`function f(res, error) { const limited = res.status === 429; if (limited) return retry(); ${lacking} }`,
		[],
	],
	[
		'a flag that is not asked',
		`function f(res, error) { const limited = res.status === 429; ${lacking} }`,
		['RATE_LIMITED'],
	],
	['a retry library', `import axiosRetry from 'axios-retry';\nfunction f(error) { ${lacking} }`, []],
	[
		'a client with its retries switched on',
		`import ky from 'ky';\nconst api = ky.create({ retry: { limit: 3 } });\nfunction f(error) { ${lacking} }`,
		[],
	],
	[
		'a client with its retries switched off',
		`import ky from 'ky';\nconst api = ky.create({ retry: 0 });\nfunction f(error) { ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'a later test of the same function',
		`function f(error) { ${lacking}\nif (error.code === 'RATE_LIMITED') return retry(); }`,
		[],
	],
];

describe('what is warned about', () => {
	for (const [title, source, warned] of rows) {
		it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
	}
});

describe('what is handled around a dispatch', () => {
	for (const [title, source, warned] of around) {
		it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
	}
});

describe('evidence', () => {
	const lackingTwo = "switch (error.code) { case 'CONFLICT': a(); break; case 'NOT_FOUND': b(); }";

	it('is none where only the values speak', async () => {
		assert.deepEqual(await warnedIn(lackingTwo), []);
	});

	it('is the host in a string, not in a comment, nor in a longer name', async () => {
		assert.deepEqual(await warnedIn(`fetch('https://api.silentchat.de/v1');\n${lackingTwo}`), [
			'AUTH_INVALID_TOKEN',
			'RATE_LIMITED',
		]);
		assert.deepEqual(await warnedIn(`fetch(\`https://api.silentchat.de/\${id}\`);\n${lackingTwo}`), [
			'AUTH_INVALID_TOKEN',
			'RATE_LIMITED',
		]);
		assert.deepEqual(await warnedIn(`// https://api.silentchat.de/v1\n${lackingTwo}`), []);
		assert.deepEqual(await warnedIn(`fetch('https://api.silentchat.de.example.org');\n${lackingTwo}`), []);
		assert.deepEqual(await warnedIn(`fetch('https://old-api.silentchat.de');\n${lackingTwo}`), []);
	});

	it('is two codes of one dispatch, one of them not in common use', async () => {
		assert.deepEqual(
			await warnedIn("switch (error.code) { case 'WIDGET_KEY_INVALID': a(); break; case 'CONFLICT': b(); }"),
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		);
		assert.deepEqual(
			await warnedIn("switch (error.code) { case 'VALIDATION_ERROR': a(); break; case 'NOT_FOUND': b(); }"),
			[],
		);
	});

	it('is switched off by a comment', async () => {
		assert.deepEqual(await warnedIn(`// api-errors: none\nfetch('https://api.silentchat.de/v1');\n${lackingTwo}`), []);
	});

	it('warns of nothing where two APIs are told that fit equally', async () => {
		assert.deepEqual(
			await warnedIn(
				'// api-errors: silentchat, chatness\nswitch (response.status) { case 404: a(); break; case 500: b(); }',
			),
			[],
		);
	});

	it('reads numbers as the codes of an API that has such, and else as statuses', async () => {
		const chain = 'if (error.code === 428) a(); else if (error.code === 404) b(); else c();';
		assert.deepEqual(await warnedIn(`// api-errors: chatness\n${chain}`), ['401', '429']);
		assert.deepEqual(await warnedIn(chain), []);
	});
});
