import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { findingsOf, plainSettings } from '../../../../test/support/check-rule.ts';

async function messagesFor(text: string, given: Parameters<typeof findingsOf>[2] = {}): Promise<readonly string[]> {
	return (await findingsOf('unused-directive', text, given)).map(({ message }) => message);
}

/** A switch about which missing-required speaks, after comments. */
function afterComments(...comments: readonly string[]): string {
	return [
		'// api-errors: silentchat',
		...comments,
		'switch (error.code) {',
		"\tcase 'NOT_FOUND':",
		'\t\tshowGone();',
		'}',
	].join('\n');
}

test('a directive that does its work is left alone', async () => {
	for (const word of ['-next-line', '-file', '']) {
		assert.deepEqual(await messagesFor(afterComments(`// api-errors-disable${word} missing-required`)), [], word);
		assert.deepEqual(await messagesFor(afterComments(`// api-errors-disable${word} -- for now`)), [], word);
	}
});

test('of two that silence the same, the one further away does nothing', async () => {
	const text = afterComments('// api-errors-disable-file', '// api-errors-disable-next-line missing-required');
	assert.deepEqual(await messagesFor(text), ['This silences nothing']);
});

test('of several rules, each is judged', async () => {
	const text = afterComments('// api-errors-disable-next-line retry-after, missing-required, no-such');
	const found = await findingsOf('unused-directive', text);
	assert.deepEqual(
		found.map(({ at, message }) => [text.slice(at.start, at.end), message]),
		[
			['retry-after', 'This silences nothing of retry-after'],
			['no-such', "There is no rule 'no-such'"],
		],
	);
});

test('of a rule that is off, it cannot be told', async () => {
	const settings = { ...plainSettings, rules: { 'missing-required': 'off' } } as const;
	const text = afterComments('// api-errors-disable-next-line missing-required');
	assert.deepEqual(await messagesFor(text, { settings }), []);
});

test('it is silenced only by its own name', async () => {
	const comment = '// api-errors-disable-next-line retry-after';
	assert.deepEqual(await messagesFor(`// api-errors-disable-file unused-directive\n${comment}`), []);
	assert.deepEqual(await messagesFor(`// api-errors-disable-file\n${comment}`), [
		'This silences nothing',
		'This silences nothing of retry-after',
	]);
});

test('what a default covers', async (t) => {
	const text = (cover: string, before = ''): string =>
		`// api-errors: silentchat\nswitch (error.code) {\n\tcase 'NOT_FOUND':\n\t\tbreak;\n\t// api-errors: default covers ${cover}\n${before}\tdefault:\n\t\tconsole.error(error);\n}`;
	await t.test('may be more than must be handled', async () =>
		assert.deepEqual(await messagesFor(text('RATE_LIMITED, AUTH_INVALID_TOKEN, CONFLICT')), []),
	);
	await t.test('must get there', async () =>
		assert.deepEqual(await messagesFor(text('NOT_FOUND')), ['NOT_FOUND never gets to the default: it has a branch']),
	);
	await t.test('must stand at a default', async () =>
		assert.deepEqual(await messagesFor(text('RATE_LIMITED', '\n\n')), [
			'There is no default here that gets the errors of an API',
		]),
	);
	await t.test('in a chain', async () => {
		const chain = `// api-errors: silentchat
if (error.code === 'NOT_FOUND') {
	showGone();
} else if (error.code === 'CONFLICT') {
	merge();
} else { // api-errors: default covers RATE_LIMITED, AUTH_INVALID_TOKEN
	console.error(error);
}`;
		assert.deepEqual(await messagesFor(chain), []);
		assert.deepEqual(await findingsOf('missing-required', chain), []);
	});
});

test('the fix removes the comment and nothing else', async () => {
	const cases = [
		['f();\n\t// api-errors-disable-next-line\ng();', 'f();\ng();'],
		['f(); // api-errors-disable-line -- why\ng();', 'f();\ng();'],
		['f();\r\n/* api-errors-disable-file */\r\ng();', 'f();\r\ng();'],
		['f(); // api-errors-disable-line', 'f();'],
	] as const;
	for (const [before, after] of cases) {
		const [fix] = (await findingsOf('unused-directive', before)).flatMap(({ fixes }) => fixes?.() ?? []);
		assert.equal(fix && applyEdits(before, fix.edits), after);
		assert.equal(fix?.safe, true);
	}
	const within = 'f(/* api-errors-disable-line */ a);';
	assert.deepEqual((await findingsOf('unused-directive', within))[0]?.fixes?.(), []);
});

test('among elements of JSX the braces go as well', async () => {
	const text = 'const a = (\n\t<b>\n\t\t{/* api-errors-disable-next-line */}\n\t\t<c />\n\t</b>\n);';
	const [finding] = await findingsOf('unused-directive', text, { languageId: 'typescriptreact' });
	const [fix] = finding?.fixes?.() ?? [];
	assert.equal(fix && applyEdits(text, fix.edits), 'const a = (\n\t<b>\n\t\t<c />\n\t</b>\n);');
});

/** What each fix of each finding makes of a source, by its title. */
async function fixedBy(text: string, title: string): Promise<string | undefined> {
	const fixes = (await findingsOf('unused-directive', text)).flatMap(({ fixes }) => fixes?.() ?? []);
	const fix = fixes.find((one) => one.title === title);
	return fix && applyEdits(text, fix.edits);
}

test('a word is taken out of a list wherever it stands', async () => {
	const text = (rules: string): string => afterComments(`// api-errors-disable-next-line ${rules} -- why`);
	const title = 'Remove retry-after from the comment';
	assert.equal(await fixedBy(text('retry-after, missing-required'), title), text('missing-required'));
	assert.equal(await fixedBy(text('missing-required, retry-after'), title), text('missing-required'));
	assert.equal(
		await fixedBy(text('missing-required, retry-after, unused-directive'), title),
		text('missing-required, unused-directive'),
	);
	assert.equal(await fixedBy(text('retry-after missing-required'), title), text('missing-required'));
});

test('what was meant is written in its place', async () => {
	assert.equal(
		await fixedBy('// api-errors-disable-file unknow-code -- why', 'Replace with unknown-code'),
		'// api-errors-disable-file unknown-code -- why',
	);
	assert.equal(
		await fixedBy('/* api-errors: silentchat chatness */', 'Replace with silentchat, chatness'),
		'/* api-errors: silentchat, chatness */',
	);
	assert.equal(
		await fixedBy('// api-errors-disabel-line', 'Replace with api-errors-disable-line'),
		'// api-errors-disable-line',
	);
	assert.equal(
		await fixedBy('// api-errors: silentchat, none', 'Remove none from the comment'),
		'// api-errors: silentchat',
	);
});

test('what cannot be followed can go, but not unseen', async () => {
	const text = 'f();\n// api-errors-disable-file no-such-thing\n';
	const [finding] = await findingsOf('unused-directive', text);
	assert.deepEqual(
		finding?.fixes?.().map(({ title, safe, edits }) => [title, safe, applyEdits(text, edits)]),
		[['Remove the comment', false, 'f();\n']],
	);
});
