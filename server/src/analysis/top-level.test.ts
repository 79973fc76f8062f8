import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../test/support/warned.ts';

const told = '// api-errors: silentchat\n';
const lacking = "switch (error.code) { case 'AUTH_INVALID_TOKEN': a(); break; case 'CONFLICT': b(); }";

const rows: readonly (readonly [title: string, source: string, warned: readonly string[]])[] = [
	['a throw comes after it', `${lacking}\nthrow error;`, []],
	['a throw comes after others', `${lacking}\nconsole.log('failed');\nrun();\nthrow new Error('failed');`, []],
	['a throw for it comes after it', `${lacking}\nif (error) throw error;`, []],
	['a throw for something else comes after it', `${lacking}\nif (!user) throw new Error('no user');`, ['RATE_LIMITED']],
	[
		'a function that throws comes after it',
		`${lacking}\nfunction fail() { throw new Error('failed'); }`,
		['RATE_LIMITED'],
	],
	['a throw comes before it', `if (!user) throw new Error('no user');\n${lacking}`, ['RATE_LIMITED']],
	['a test of the code comes before it', `if (error.code === 'RATE_LIMITED') { await retry(); }\n${lacking}`, []],
	[
		'a test of its status comes before it',
		`const response = await send();\nif (response.status === 429) { await retry(); }\n${lacking}`,
		[],
	],
	[
		'a test that only tells comes before it',
		`if (error.code === 'RATE_LIMITED') console.warn('slow');\n${lacking}`,
		['RATE_LIMITED'],
	],
	['a test of the code comes after it', `${lacking}\nif (error.code === 'RATE_LIMITED') { await retry(); }`, []],
	[
		'a test stands in a function',
		`function again() { if (error.code === 'RATE_LIMITED') { retry(); } }\n${lacking}`,
		['RATE_LIMITED'],
	],
	[
		'it stands in a function itself',
		`if (error.code === 'RATE_LIMITED') { await retry(); }\nfunction f(error) { ${lacking} }`,
		['RATE_LIMITED'],
	],
	[
		'it stands in a try, and a throw comes after that',
		`try { await send(); } catch (error) { ${lacking} }\nthrow new Error('failed');`,
		[],
	],
];

describe('at the top level', () => {
	for (const [title, source, warned] of rows)
		it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
});
