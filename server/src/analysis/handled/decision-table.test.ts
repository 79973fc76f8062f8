import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const told = '// api-errors: silentchat\n';

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
		[],
	],
	[
		'a table of handlers with a fallback of the file that rejects',
		'const handlers = { CONFLICT: () => a(), RATE_LIMITED: wait };\nconst giveUp = (e) => Promise.reject(e);\n(handlers[error.code] ?? giveUp)(error);',
		[],
	],
	[
		'a table of handlers with a fallback that logs',
		'const handlers = { CONFLICT: () => a(), RATE_LIMITED: wait };\n(handlers[error.code] ?? ((e) => console.error(e)))(error);',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'a table of handlers with a fallback of another file',
		"import { other } from '../other';\nconst handlers = { CONFLICT: () => a(), RATE_LIMITED: wait };\n(handlers[error.code] ?? other)(error);",
		['AUTH_INVALID_TOKEN'],
	],
	[
		'a default that calls a function that throws',
		"function giveUp(text) { log(text); throw new Error(text); }\nswitch (error.code) { case 'CONFLICT': a(); break; default: giveUp('failed'); }",
		[],
	],
	[
		'a default that calls a function that does not',
		"function giveUp(text) { log(text); }\nswitch (error.code) { case 'CONFLICT': a(); break; default: giveUp('failed'); }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a table of classes',
		'const classes = { CONFLICT: Taken, NOT_FOUND: Missing };\nthrow new (classes[error.code] ?? ApiError)(error.message);',
		[],
	],
	[
		'a switch that answers yes or no',
		"function f(error) { switch (error.code) { case 'RATE_LIMITED': case 'INTERNAL_ERROR': return true; default: return false; } }",
		[],
	],
	[
		'ifs that answer yes or no',
		'function f(res) { if (res.status >= 500) return true; if (res.status === 429) return true; return false; }',
		[],
	],
	[
		'a default that returns the error in a result',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); default: return { ok: false, error }; } }",
		[],
	],
	[
		'a default that returns the error in a pair',
		"function f(error) { switch (error.code) { case 'CONFLICT': return [a(), null]; default: return [null, error]; } }",
		[],
	],
	[
		'a default that returns a result without the error',
		"function f(error) { switch (error.code) { case 'CONFLICT': return a(); default: return { ok: false }; } }",
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a default that returns an error made of the code',
		"function f({ code, message }) { switch (code) { case 'CONFLICT': return new Taken(message); default: return new ApiError(code, message); } }",
		[],
	],
	[
		'a default that fails an observable',
		"function f(subscriber, error) { switch (error.code) { case 'CONFLICT': a(); break; default: subscriber.error(error); } }",
		[],
	],
	[
		'ifs before an observable that fails',
		'function f(error) { if (error.status === 404) return EMPTY; if (error.status === 403) return EMPTY; return throwError(() => error); }',
		[],
	],
	[
		'a default that hands on what the code was read from',
		"async function f(res) { const body = await res.json(); const code = body.error.code as Code; switch (code) { case 'CONFLICT': return a(); default: return err(body.error); } }",
		[],
	],
	[
		'a chain that throws on another condition',
		'if (res.status === 404) a(); else if (res.status === 409) b(); else if (!res.ok) throw new ApiError(res);',
		[],
	],
	[
		'a chain that logs on another condition',
		'if (res.status === 404) a(); else if (res.status === 409) b(); else if (!res.ok) console.error(res);',
		['401', '429'],
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

describe('what is warned about', () => {
	for (const [title, source, warned] of rows) {
		it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
	}
});
