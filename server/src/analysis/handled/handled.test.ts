import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const told = '// api-errors: silentchat\n';

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
		'an interceptor that gets another token',
		"client.interceptors.response.use(undefined, async (failure) => { if (failure.response?.status === 401) { await refresh(); return client(failure.config); } throw failure; });\nfunction f(error) { switch (error.code) { case 'RATE_LIMITED': a(); break; case 'CONFLICT': b(); } }",
		[],
	],
	[
		'an interceptor for something else',
		"client.interceptors.response.use(undefined, async (failure) => { if (failure.response?.status === 503) { await rest(); return client(failure.config); } throw failure; });\nfunction f(error) { switch (error.code) { case 'RATE_LIMITED': a(); break; case 'CONFLICT': b(); } }",
		['AUTH_INVALID_TOKEN'],
	],
	[
		'an earlier test of a list that leaves',
		`const slow = ['RATE_LIMITED'];\nfunction f(error) { if (slow.includes(error.code)) return retry(); ${lacking} }`,
		[],
	],
	[
		'an earlier test of a set that leaves',
		`const slow = new Set(['RATE_LIMITED', 'INTERNAL_ERROR']);\nfunction f(error) { if (slow.has(error.code)) { return retry(); } ${lacking} }`,
		[],
	],
	[
		'an earlier test of a list without the code',
		`const slow = ['INTERNAL_ERROR'];\nfunction f(error) { if (slow.includes(error.code)) return retry(); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'an earlier test of a list of another file',
		`import { SLOW } from '../codes';\nfunction f(error) { if (SLOW.includes(error.code)) return retry(); ${lacking} }`,
		[],
	],
	[
		'an earlier test of a list of another file that only logs',
		`import { SLOW } from '../codes';\nfunction f(error) { if (SLOW.includes(error.code)) console.log(error); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'an earlier test of a list of something else',
		`import { SLOW } from '../codes';\nfunction f(error, url) { if (SLOW.includes(url)) return retry(); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'a test of a list that lets only others through',
		`const known = ['AUTH_INVALID_TOKEN', 'CONFLICT'];\nfunction f(error) { if (!known.includes(error.code)) throw error; ${lacking} }`,
		[],
	],
	[
		'a guard that lets only others through',
		`function f(error) { if (error.code !== 'AUTH_INVALID_TOKEN' && error.code !== 'CONFLICT') throw error; ${lacking} }`,
		[],
	],
	[
		'a guard that asks something else as well',
		`function f(error) { if (error.code !== 'AUTH_INVALID_TOKEN' && isLast) throw error; ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'a class that says it by its name',
		`function f(error) { if (error instanceof RateLimitError) return retry(error); ${lacking} }`,
		[],
	],
	[
		'a predicate of another file that says it by its name',
		`import { isRateLimited } from '../errors';\nfunction f(error) { if (isRateLimited(error)) return retry(); ${lacking} }`,
		[],
	],
	[
		'a class for another error',
		`function f(error) { if (error instanceof AuthError) return login(); ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'a later test of the same function',
		`function f(error) { ${lacking}\nif (error.code === 'RATE_LIMITED') return retry(); }`,
		[],
	],
];

describe('what is handled around a dispatch', () => {
	for (const [title, source, warned] of around) {
		it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
	}
});
