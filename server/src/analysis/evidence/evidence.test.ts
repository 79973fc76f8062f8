import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

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

	it('is two codes among the values of an enum or a table', async () => {
		for (const names of [
			"enum Code { Key = 'WIDGET_KEY_INVALID', Taken = 'CONFLICT' }",
			"const Code = { Key: 'WIDGET_KEY_INVALID', Taken: 'CONFLICT' } as const;",
		]) {
			const source = `${names}\nswitch (error.code) { case Code.Taken: b(); }`;
			assert.deepEqual(await warnedIn(source), ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']);
			assert.deepEqual(await warnedIn(source.replace('WIDGET_KEY_INVALID', 'NOT_FOUND')), []);
		}
	});

	it('is no sign that a view or an action is called like a code', async () => {
		const host = "fetch('https://api.silentchat.de/v1');\n";
		for (const subject of ['view', 'action.type', 'error.kind']) {
			const source = lackingTwo.replace('error.code', subject);
			assert.deepEqual(await warnedIn(host + source), [], subject);
			assert.deepEqual(
				await warnedIn(host + source.replace('CONFLICT', 'WIDGET_KEY_INVALID')),
				['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
				subject,
			);
		}
	});

	it('makes no error of the codes of other things', async () => {
		const chain = 'if (result.exitCode === 404) a(); else if (result.exitCode === 500) b(); else c();';
		assert.deepEqual(await warnedIn(`// api-errors: chatness\n${chain}`), []);
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
