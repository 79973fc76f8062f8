import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, shown } from '../../../../test/support/check-rule.ts';
import { readMarks } from '../../../../test/support/marked-source.ts';

async function checkFound(text: string, ...expected: readonly string[]): Promise<void> {
	const source = `// api-errors: silentchat\n${text}`;
	assert.deepEqual(
		shown(source, await findingsOf('duplicate-branch', source)),
		expected.map((label) => `warning: ${label}`),
	);
}

test('found in every form of dispatch', async () => {
	await checkFound('switch (e.code) { case \'CONFLICT\': a(); break; case "CONFLICT": b(); break; }', '"CONFLICT"');
	await checkFound("if (e.code === 'CONFLICT') a(); else if ('CONFLICT' === e.code) b();", "'CONFLICT'");
	await checkFound(
		"function f() { if (e.code === 'CONFLICT') return 1; if (e.code === 'CONFLICT') return 2; }",
		"'CONFLICT'",
	);
	await checkFound("x = e.code === 'CONFLICT' ? 1 : e.code === 'CONFLICT' ? 2 : 3;", "'CONFLICT'");
	await checkFound(
		"switch (true) { case e.code === 'CONFLICT': a(); break; case e.code === 'CONFLICT': b(); }",
		"'CONFLICT'",
	);
	await checkFound("const L = ['CONFLICT', 'NOT_FOUND', 'CONFLICT']; if (L.includes(e.code)) a();", "'CONFLICT'");
	await checkFound("if (e.code === 'CONFLICT' || e.code === 'CONFLICT') a();", "'CONFLICT'");
});

test('constants count as what they stand for, unknown names as themselves', async () => {
	await checkFound(
		"const C = { TAKEN: 'CONFLICT' } as const;\nswitch (e.code) { case C.TAKEN: a(); break; case 'CONFLICT': b(); }",
		"'CONFLICT'",
	);
	await checkFound('switch (e.code) { case Codes.CONFLICT: a(); break; case Codes.CONFLICT: b(); }', 'Codes.CONFLICT');
	await checkFound("switch (e.code) { case Codes.CONFLICT: a(); break; case 'CONFLICT': b(); }");
});

test('nothing is said where both may be reached', async () => {
	await checkFound("if (e.code === 'CONFLICT' && a) b(); else if (e.code === 'CONFLICT') c();");
	await checkFound("if (!(e.code === 'CONFLICT')) b(); else if (e.code === 'CONFLICT') c();");
	await checkFound("switch (e.code) { case 'CONFLICT': switch (f.code) { case 'CONFLICT': a(); } }");
	await checkFound("if (e.code === 'CONFLICT') a(); if (e.code === 'CONFLICT') b();");
	await checkFound("switch (e.status) { case 404: a(); break; case '404': b(); }");
});

test('it points at the branch that counts', async () => {
	const { text, marks } = readMarks(`// api-errors: silentchat
switch (e.code) {
	case 'CONFLICT':
//       ^^^^^^^^^^ handled here
		break;
	case 'CONFLICT':
//       ^^^^^^^^^^ 'CONFLICT' is already handled above
		a();
}`);
	const [finding] = await findingsOf('duplicate-branch', text);
	const [counts, dead] = marks;
	assert.deepEqual(finding?.at, { start: dead?.start, end: dead?.end });
	assert.deepEqual(finding.related, [{ at: { start: counts?.start, end: counts?.end }, message: 'handled here' }]);
	assert.equal(finding.tag, 'unnecessary');
});

test('only a label without statements is removed unseen', async () => {
	const safe = async (text: string): Promise<readonly boolean[] | undefined> => {
		const [finding] = await findingsOf('duplicate-branch', `// api-errors: silentchat\n${text}`);
		return finding?.fixes?.().map((fix) => fix.safe);
	};
	assert.deepEqual(await safe("switch (e.code) {\n\tcase 'CONFLICT':\n\tcase 'CONFLICT':\n\t\ta();\n}"), [true]);
	assert.deepEqual(
		await safe(
			"switch (e.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n\tcase 'CONFLICT':\n\tcase 'NOT_FOUND':\n\t\ta();\n}",
		),
		[true],
	);
	assert.deepEqual(await safe("switch (e.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n\tcase 'CONFLICT':\n\t\ta();\n}"), [
		false,
	]);
});
