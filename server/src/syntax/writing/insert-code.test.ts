import { test } from 'node:test';
import { checkRefused } from '../../../../test/support/check-added.ts';

test('nothing is offered', async (t) => {
	const cases: Readonly<Record<string, string>> = {
		'for a switch with a syntax error': "switch (e.code) {\n\tcase 'A': a(;\n\tdefault:\n}",
		'for a table of messages': "const texts = { A: 'a', B: 'b' };",
		'for a table that takes rows from another': 'const handlers = { ...others, A: () => {} };',
		'for a test that is negated': "if (e.code !== 'A') { a(); } else { b(); }",
		'where an else would go to another if': "if (e.code === 'A') if (b) c();",
		'where a comment stands before the brace in the line': "switch (e.code) { case 'A': a(); /* one */ }",
	};
	for (const [name, source] of Object.entries(cases)) await t.test(name, () => checkRefused(source));
	await t.test('after a range that takes it', () =>
		checkRefused('if (r.status >= 400) { a(); } else if (r.status === 301) { b(); }', '429'),
	);
	await t.test('for a label that is there', () => checkRefused("switch (e.code) { case 'NEW': break; }"));
});
