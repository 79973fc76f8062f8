import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { hasSyntaxError, readBlocks } from '../../../../test/support/read-blocks.ts';
import type { Dispatch, Label } from '../code.ts';
import { removeLabel } from './remove-branch.ts';

/** Removes the second label with the value `TWICE`, or in a table of rows the first. */
async function without(text: string): Promise<string | undefined> {
	for (const { code, start } of await readBlocks(text)) {
		for (const dispatch of [...code.dispatches, ...tablesOf(code)]) {
			const twice = dispatch.branches.flatMap(({ labels }) => labels).filter(isTwice);
			const label = dispatch.form === 'table' ? twice[0] : twice[1];
			if (twice.length < 2 || !label) continue;
			const edits = removeLabel(dispatch, code, start, text, label);
			return edits && applyEdits(text, edits);
		}
	}
	throw new Error(`No duplicate in: ${text}`);
}

const isTwice = (label: Label): boolean => label.kind === 'literal' && label.literal.value === 'TWICE';

function tablesOf({ tables }: Awaited<ReturnType<typeof readBlocks>>[number]['code']): readonly Dispatch[] {
	return tables.map((table) => {
		const subject = { path: 'code', source: 'code', part: table.part };
		return { ...table, form: table.isList ? 'membership' : 'table', subject, head: table.part };
	});
}

/** Checks that exactly what is marked as added goes. */
async function checkRemoved(source: string): Promise<void> {
	const { before: expected, after: text } = readChange(source);
	const result = await without(text);
	assert.equal(result, expected);
	assert.equal(hasSyntaxError(await readBlocks(expected)), false);
}

async function checkRefused(source: string): Promise<void> {
	assert.equal(await without(source), undefined);
}

test('a case that nothing reaches goes with its comments', () =>
	checkRemoved(`
switch (error.code) {
	case 'TWICE':
		one();
		break;
	// about A
	case 'A':
		a();
		break; // a
+	// about the second
+	case 'TWICE': {
+		const two = 2;
+		use(two);
+	} // two
+		// more
	// the rest
	default:
}`));

test('a label goes where others lead to the same statements', async (t) => {
	await t.test('before it', () =>
		checkRemoved(`
switch (error.code) {
	case 'TWICE':
		one();
		break;
	case 'A':
+	case 'TWICE':
		a();
}`),
	);
	await t.test('after it', () =>
		checkRemoved(`
switch (error.code) {
	case 'TWICE':
	case 'A':
+	case 'TWICE': // again
	case 'B':
		a();
}`),
	);
	await t.test('in one line', () =>
		checkRemoved("switch (error.code) { case 'TWICE': one(); break; «case 'TWICE': two(); break; »default: rest(); }"),
	);
});

test('a test that an earlier one hides goes', async (t) => {
	await t.test('in the middle of a chain', () =>
		checkRemoved(`
if (error.code === 'TWICE') {
	one();
} else if (error.code === 'A') {
	a();
«} else if (error.code === 'TWICE') {
	two();
»} else {
	rest();
}`),
	);
	await t.test('at its end', () =>
		checkRemoved(
			"if (error.code === 'TWICE') one();\nelse if (error.code === 'A') a();«\nelse if (error.code === 'TWICE') two();»",
		),
	);
	await t.test('in a row', () =>
		checkRemoved(`
function f() {
	if (error.code === 'TWICE') return 1;
+	if (error.code === 'TWICE') return 2; // two
	return 3;
}`),
	);
});

test('a row that a later one replaces goes', async (t) => {
	await t.test('in its own line', () =>
		checkRemoved(`
const handlers = {
+	TWICE: () => one(), // one
	A: a,
	TWICE: () => two(),
};`),
	);
	await t.test('in one line', () => checkRemoved('const handlers = { «TWICE: one, »A: a, TWICE: two };'));
});

test('an element of a list goes with its comma', () => checkRemoved("const CODES = ['TWICE', 'A'«, 'TWICE'», 'B'];"));

test('one side of a test goes, and the branch stays for the other', async () => {
	await checkRemoved("if (e.code === 'TWICE') { a(); } else if (e.code === 'B'« || e.code === 'TWICE'») { b(); }");
	await checkRemoved("if (e.code === 'TWICE') { a(); } else if («e.code === 'TWICE' || »e.code === 'B') { b(); }");
	await checkRemoved("if (e.code === 'TWICE') { a(); } else if (x« || e.code === 'TWICE'») { b(); }");
	await checkRemoved("if (e.code === 'TWICE') a(); else if (x || y« || e.code === 'TWICE'») b();");
});

test('an element of a list in a test goes', async () => {
	await checkRemoved("if (e.code === 'TWICE') a(); else if (['B'«, 'TWICE'»].includes(e.code)) b();");
	await checkRemoved("if (e.code === 'TWICE') a(); else if ([«'TWICE', »'B'].includes(e.code)) b();");
});

test('nothing is removed', async (t) => {
	const cases: Readonly<Record<string, string>> = {
		'where another case runs into it': "switch (e.code) { case 'TWICE': break; case 'A': a(); case 'TWICE': b(); }",
		'where others may need what it declares':
			"switch (e.code) {\n\tcase 'TWICE':\n\t\tbreak;\n\tcase 'TWICE':\n\t\tlet b = 1;\n\tdefault:\n\t\tb = 2;\n}",
		'where a row is called for': 'const handlers = { TWICE: one(), A: a, TWICE: two };',
		'where a comment would be torn off':
			"if (e.code === 'TWICE') { a(); }\n// two\nelse if (e.code === 'TWICE') { b(); }",
		'where it is hidden in a test':
			"if (e.code === 'TWICE') { a(); } else if ((e.code === 'TWICE' && x) || e.code === 'B') { b(); }",
	};
	for (const [name, source] of Object.entries(cases)) await t.test(name, () => checkRefused(source));
});
