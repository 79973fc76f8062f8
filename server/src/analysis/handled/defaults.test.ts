import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const told = '// api-errors: silentchat\n';
const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];

/** What a default does, and whether that passes the error on. */
const defaults: readonly (readonly [statements: string, passesOn: boolean])[] = [
	['throw error;', true],
	["throw new Error('failed');", true],
	['if (last) throw new Error(message); wait();', true],
	["return new ApiError('failed');", true],
	["return err({ type: 'failed' });", true],
	["return createApiError('failed');", true],
	["return showError('failed');", false],
	["callback(new Error('failed')); return;", true],
	['callback(error); return;', true],
	["this.emit('error', error); return;", true],
	['lastError = error; break;', true],
	["this.emit('warning', error); return;", false],
	['lastMessage = error.message; break;', false],
	['_fail(context, error.code); return;', true],
	['return null;', false],
	['toast.error(error.message); return;', false],
	['', false],
];

describe('a default', () => {
	for (const [statements, passesOn] of defaults) {
		it(`${statements || 'that is empty'} ${passesOn ? 'passes on' : 'ends'}`, async () => {
			const text = `${told}async function f(error, callback) {
	let lastError, lastMessage;
	for (let tries = 0; tries < 3; tries++) {
		switch (error.code) { case 'CONFLICT': return a(); default: ${statements} }
	}
	show(lastMessage);
	if (lastError) throw lastError;
}`;
			assert.deepEqual(await warnedIn(text), passesOn ? [] : both);
		});
	}
});

const lacking = "switch (error.code) { case 'CONFLICT': return a(); }";

/** What stands around or after a dispatch without a default. */
const after: readonly (readonly [title: string, source: string, warned: readonly string[]])[] = [
	[
		'a throw below the block around it',
		`function f(error) { if (error instanceof ApiError) { ${lacking} } throw error; }`,
		[],
	],
	[
		'a throw below two blocks around it',
		`function f(error) { if (known) { if (error.code) { ${lacking} } else { log(error); } } throw error; }`,
		[],
	],
	[
		'a throw behind the try around it',
		`async function f() { try { return await send(); } catch (error) { ${lacking} } throw new Error('failed'); }`,
		[],
	],
	[
		'a throw behind the loop around it',
		`async function f() { for (;;) { try { return await send(); } catch (error) { ${lacking} } } throw new Error('failed'); }`,
		[],
	],
	['a throw in the function around it', `function f(error) { onError((error) => { ${lacking} }); throw error; }`, both],
	['a throw that is not reached', `function f(error) { if (known) { ${lacking} return null; } throw error; }`, both],
	[
		'a result with the body of the response',
		"async function f(response) { const body = (await response.json().catch(() => undefined)) as Body; if (response.status === 403) return { error: 'closed' }; if (response.status === 404) return { error: 'gone' }; if (!response.ok) return { error: body?.error ?? 'failed' }; return { body }; }",
		[],
	],
	[
		'an answer that nobody dealt with it',
		"function f(error) { if (error.code === 'CONFLICT') { merge(); return true; } if (error.code === 'NOT_FOUND') { return create(); } return false; }",
		[],
	],
	[
		'an answer that is always the same',
		"function f(error) { if (error.code === 'CONFLICT') { merge(); return false; } if (error.code === 'NOT_FOUND') { return create(); } return false; }",
		both,
	],
	[
		'a later throw for another reason',
		`function f(error, user) { ${lacking} if (!user) throw new Error('no user'); }`,
		both,
	],
	[
		'a later throw of the error for another reason',
		`function f(error, user) { ${lacking} if (!user) throw error; }`,
		[],
	],
	[
		'a last test that takes all others and throws',
		"function f(error) { if (error.code === 'CONFLICT') a(); else if (error.code !== 'NOT_FOUND') throw new Error('failed', { cause: error }); }",
		[],
	],
	[
		'a last test that takes all others and logs',
		"function f(error) { if (error.code === 'CONFLICT') a(); else if (error.code !== 'NOT_FOUND') console.error(error); }",
		both,
	],
	[
		'a throw for all others between two tests',
		"function f(response) { if (response.status === 403) return a(); if (!response.ok) throw new Error('failed'); if (response.status === 404) return b(); }",
		[],
	],
	[
		'a throw for something else between two tests',
		"function f(response, user) { if (response.status === 403) return a(); if (!user) throw new Error('failed'); if (response.status === 404) return b(); }",
		['401', '429'],
	],
];

describe('without a default', () => {
	for (const [title, source, warned] of after) {
		it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
	}
});
