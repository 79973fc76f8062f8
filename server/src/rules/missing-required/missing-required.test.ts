import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noContext } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf, plainSettings, shown } from '../../../../test/support/check-rule.ts';
import type { Fix } from '../rule.ts';

async function fixesFor(text: string): Promise<readonly Fix[]> {
	return (await findingsOf('missing-required', text)).flatMap(({ fixes }) => fixes?.() ?? []);
}

/** Checks that a fix adds exactly what is marked, and that nothing is said any more. */
async function checkFix(title: string, source: string): Promise<void> {
	const { before, after } = readChange(`// api-errors: silentchat\n${source}`);
	const fixes = await fixesFor(before);
	const fix = fixes.find((one) => one.title === title);
	assert.ok(fix, `offered are: ${fixes.map((one) => one.title).join(', ')}`);
	assert.equal(applyEdits(before, fix.edits), after);
	assert.deepEqual(await findingsOf('missing-required', after), []);
}

const plain = `// api-errors: silentchat
switch (error.code) {
	case 'NOT_FOUND':
		showGone();
		break;
	default:
		log(error);
}`;

test('fixes for all, for each, and for the default', async () => {
	const fixes = await fixesFor(plain);
	assert.deepEqual(
		fixes.map(({ title, preferred, safe }) => [title, preferred === true, safe]),
		[
			['Add 2 missing required cases', true, false],
			['Add all 16 missing cases', false, false],
			["Add missing case 'AUTH_INVALID_TOKEN'", false, false],
			["Add missing case 'RATE_LIMITED'", false, false],
			['Let default cover AUTH_INVALID_TOKEN, RATE_LIMITED', false, false],
		],
	);
});

test('every case that is missing is added once', async () => {
	const fix = (await fixesFor(plain)).find(({ title }) => title === 'Add all 16 missing cases');
	const after = applyEdits(plain, fix?.edits ?? []);
	assert.equal(after.match(/\tcase /g)?.length, 17);
	assert.deepEqual(await findingsOf('missing-required', after), []);
	assert.deepEqual(await findingsOf('duplicate-branch', after), []);
});

test('one that is missing is named by itself', async () => {
	const text = '// api-errors: chatness\nswitch (error.code) {\n\tcase 400:\n\tcase 429:\n\t\tshow();\n}';
	const [finding] = await findingsOf('missing-required', text);
	assert.equal(finding?.message, '401 of Chatness is not handled: no branch here deals with it');
	assert.equal(finding.fixes?.()[0]?.title, 'Add missing case 401');
});

test('more than three are counted', async () => {
	const context = { ...noContext, requiredCodes: ['CONFLICT', 'FORBIDDEN', 'INTERNAL_ERROR'] };
	const [finding] = await findingsOf('missing-required', plain, { context });
	assert.equal(
		finding?.message,
		'AUTH_INVALID_TOKEN (401), FORBIDDEN (403), CONFLICT (409) + 2 more of SilentChat are not handled: the default treats them like any other error',
	);
});

test('what is said of a default is the user’s choice', async () => {
	const said = async (text: string, whenDefault: 'information' | 'off'): Promise<readonly string[]> =>
		shown(text, await findingsOf('missing-required', text, { settings: { ...plainSettings, whenDefault } }));
	assert.deepEqual(await said(plain, 'information'), ['information: switch (error.code)']);
	assert.deepEqual(await said(plain, 'off'), []);
	const without = plain.replace(/\tdefault:\n.*\n/, '');
	assert.deepEqual(await said(without, 'off'), ['warning: switch (error.code)']);
});

test('a default is said to cover codes', async (t) => {
	const title = 'Let default cover AUTH_INVALID_TOKEN, RATE_LIMITED';
	await t.test('above it', () =>
		checkFix(
			title,
			`switch (error.code) {
	case 'NOT_FOUND':
		break;
	// whatever else
+	// api-errors: default covers AUTH_INVALID_TOKEN, RATE_LIMITED
	default:
		log(error);
}`,
		),
	);
	await t.test('in a line with other things', () =>
		checkFix(
			title,
			"switch (error.code) { case 'NOT_FOUND': break; «/* api-errors: default covers AUTH_INVALID_TOKEN, RATE_LIMITED */ »default: log(error); }",
		),
	);
	await t.test('in a chain', () =>
		checkFix(
			title,
			`if (error.code === 'NOT_FOUND') {
	showGone();
} else if (error.code === 'CONFLICT') {
	merge();
} else {« // api-errors: default covers AUTH_INVALID_TOKEN, RATE_LIMITED»
	log(error);
}`,
		),
	);
	await t.test('in a chain without braces', () =>
		checkFix(
			title,
			`if (error.code === 'NOT_FOUND') showGone();
else if (error.code === 'CONFLICT') merge();
else «/* api-errors: default covers AUTH_INVALID_TOKEN, RATE_LIMITED */ »log(error);`,
		),
	);
	await t.test('beside those that it covers already', () =>
		checkFix(
			'Let default cover RATE_LIMITED',
			`switch (error.code) {
	case 'NOT_FOUND':
		break;
	// api-errors: default covers AUTH_INVALID_TOKEN«, RATE_LIMITED» -- the caller logs in
	default:
		log(error);
}`,
		),
	);
});

test('labels are names where the file has them', () =>
	checkFix(
		'Add 2 missing required cases',
		`const Code = { NOT_FOUND: 'NOT_FOUND', LIMITED: 'RATE_LIMITED' } as const;
switch (error.code) {
	case Code.NOT_FOUND:
		showGone();
		break;
+	case 'AUTH_INVALID_TOKEN':
+		// Token invalid or expired: refresh the token once and repeat the request once.
+		break;
+	case Code.LIMITED:
+		// Too many requests: wait as long as Retry-After says
+		break;
}`,
	));

test('a type that another file holds may not take a code that is written out', async () => {
	const text = `// api-errors: silentchat
import { ErrorCode } from './errors';
switch (error.code) {
	case ErrorCode.NOT_FOUND:
		showGone();
		break;
}`;
	const titles = async (languageId: string): Promise<readonly string[]> => {
		const [finding] = await findingsOf('missing-required', text, { languageId });
		return (finding?.fixes?.() ?? []).map(({ title }) => title);
	};
	assert.deepEqual(await titles('typescript'), []);
	assert.equal((await titles('javascript'))[0], 'Add 2 missing required cases');
});

test('a dispatch on the status lacks statuses', async () => {
	const text = `const response = await fetch('https://api.silentchat.de/v1/messages');
switch (response.status) {
	case 404:
		showGone();
		break;
	case 403:
		showForbidden();
		break;
}`;
	const [finding] = await findingsOf('missing-required', text);
	assert.equal(finding?.message, '401 and 429 of SilentChat are not handled: no branch here deals with them');
	const [fix] = finding.fixes?.() ?? [];
	assert.match(applyEdits(text, fix?.edits ?? []), /\tcase 401:\n[\s\S]*\tcase 429:\n/);
});

test('a table is marked at its name, or at its first line', async () => {
	const rows = '{\n\tNOT_FOUND: () => showGone(),\n\tAUTH_INVALID_TOKEN: () => logIn(),\n}';
	const named = `// api-errors: silentchat\nconst handlers = ${rows};\nhandlers[error.code]?.();`;
	assert.deepEqual(shown(named, await findingsOf('missing-required', named)), ['warning: handlers']);
	const inline = `// api-errors: silentchat\n(${rows})[error.code]?.();`;
	assert.deepEqual(shown(inline, await findingsOf('missing-required', inline)), ['warning: {']);
});

test('the preferred fix makes the finding go away, whatever the code looks like', async () => {
	const codes = fc.subarray(['NOT_FOUND', 'CONFLICT', 'RATE_LIMITED', 'WIDGET_KEY_INVALID', 'FORBIDDEN'], {
		minLength: 1,
	});
	const ending = fc.constantFrom('break;', 'return;', 'return 1;', 'throw error;', '');
	const otherwise = fc.constantFrom('', 'default: log(error);', 'case "INTERNAL_ERROR": default: log(error); break;');
	const source = fc.record({ codes, ending, otherwise, lines: fc.boolean() }).map((given) => {
		const cases = given.codes.map((code) => `case '${code}': handle(); ${given.ending}`);
		const body = [...cases, given.otherwise].filter((one) => one !== '');
		const [open, close] = given.lines ? ['\n\t\t', '\n\t'] : [' ', ' '];
		return `// api-errors: silentchat\nfunction f() {\n\tswitch (error.code) {${open}${body.join(open)}${close}}\n}\n`;
	});
	let fixed = 0;
	await fc.assert(
		fc.asyncProperty(source, async (text) => {
			const [fix] = await fixesFor(text);
			if (!fix) return;
			fixed++;
			assert.equal(fix.preferred, true);
			const after = applyEdits(text, fix.edits);
			assert.deepEqual(await findingsOf('missing-required', after), [], after);
			assert.deepEqual(await findingsOf('duplicate-branch', after), [], after);
		}),
		{ numRuns: 100 },
	);
	assert.ok(fixed > 50, `${fixed} were fixed`);
});
