import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzed } from '../../../test/support/analyzed.ts';
import { readMarks } from '../../../test/support/marked-source.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { Fix, PlacedFinding } from '../rules/rule.ts';
import { type CodeActionOptions, codeActions } from './code-actions.ts';

const able: CodeActionOptions = { only: undefined, shown: [], versioned: true, snippets: true };
const plain: CodeActionOptions = { only: undefined, shown: [], versioned: false, snippets: false };

interface Asked {
	readonly document: SourceDocument;
	readonly actions: readonly CodeAction[];
}

/** Asks for the actions at the one mark of the source; the finding there is of the rule that the mark names. */
async function actionsAt(
	source: string,
	options = plain,
	fixes: readonly Fix[] = [],
	languageId?: string,
): Promise<Asked> {
	const { text, marks } = readMarks(source);
	const analysis = await analyzed(text, languageId);
	const findings = marks.map(({ start, end, message }): PlacedFinding => {
		return { rule: message, severity: 'warning', at: { start, end }, message, fixes: () => fixes };
	});
	const [{ start, end } = { start: 0, end: 0 }] = marks;
	return { document: analysis.document, actions: codeActions({ analysis, findings }, { start, end }, options) };
}

function applied({ document, actions }: Asked, title: string): string {
	const action = actions.find((one) => one.title === title);
	assert.ok(action, `${title} is not among ${actions.map((one) => one.title).join(', ')}`);
	const { uri, languageId, version } = document;
	const copy = TextDocument.create(uri, languageId, version, document.getText());
	return TextDocument.applyEdits(copy, action.edit?.changes?.[uri] ?? []);
}

async function checkSuppressed(
	source: string,
	place: 'line' | 'file',
	expected: string,
	languageId?: string,
): Promise<void> {
	const asked = await actionsAt(source, plain, [], languageId);
	assert.equal(applied(asked, `Suppress unknown-code for this ${place}`), expected);
}

test('a line is suppressed by a directive above it, indented like it', () =>
	checkSuppressed(
		"switch (x) {\n\tcase 'A': break;\n//       ^^^ unknown-code\n}",
		'line',
		"switch (x) {\n\t// api-errors-disable-next-line unknown-code -- reason\n\tcase 'A': break;\n}",
	));

test('the first line can be suppressed, and line ends are kept', () =>
	checkSuppressed(
		"f('A');\r\n//^^ unknown-code\r\ng();\r\n",
		'line',
		"// api-errors-disable-next-line unknown-code -- reason\r\nf('A');\r\ng();\r\n",
	));

test('a directive that is there gets one more rule', async () => {
	await checkSuppressed(
		"// api-errors-disable-next-line retry-after -- known\nf('A');\n//^^ unknown-code\n",
		'line',
		"// api-errors-disable-next-line retry-after, unknown-code -- known\nf('A');\n",
	);
	await checkSuppressed(
		"f('A'); // api-errors-disable-line retry-after,duplicate-branch\n//^^ unknown-code\n",
		'line',
		"f('A'); // api-errors-disable-line retry-after,duplicate-branch, unknown-code\n",
	);
	await checkSuppressed(
		"/* api-errors-disable-file retry-after */\nf('A');\n//^^ unknown-code\n",
		'file',
		"/* api-errors-disable-file retry-after, unknown-code */\nf('A');\n",
	);
});

test('a file is suppressed at its top, below the line that names its interpreter', async () => {
	await checkSuppressed(
		"f('A');\n//^^ unknown-code",
		'file',
		"// api-errors-disable-file unknown-code -- reason\nf('A');",
	);
	await checkSuppressed(
		"#!/usr/bin/env node\nf('A');\n//^^ unknown-code",
		'file',
		"#!/usr/bin/env node\n// api-errors-disable-file unknown-code -- reason\nf('A');",
	);
});

test('among elements the directive is an expression', () =>
	checkSuppressed(
		"const a = <p>\n\t{error.code === 'CONFLICT' ? 1 : 2}\n//                ^^^^^^^^^^ unknown-code\n</p>;",
		'line',
		"const a = <p>\n\t{/* api-errors-disable-next-line unknown-code -- reason */}\n\t{error.code === 'CONFLICT' ? 1 : 2}\n</p>;",
		'typescriptreact',
	));

test('where no comment can stand above the line, only the file can be suppressed', async () => {
	for (const source of [
		"const a = <p>\n\tText {error.code === 'CONFLICT' ? 1 : 2}\n//                      ^^^^^^^^^^ unknown-code\n</p>;",
		`const a = \`\n\t\${error.code === 'CONFLICT' ? 1 : 2}\`;\n//                 ^^^^^^^^^^ unknown-code`,
	]) {
		const { actions } = await actionsAt(source, plain, [], 'typescriptreact');
		assert.deepEqual(
			actions.map(({ title }) => title),
			['Suppress unknown-code for this file'],
		);
	}
});

test('an able client gets versioned edits, and a tab stop for the reason', async () => {
	const { actions } = await actionsAt("f('A');\n//^^ unknown-code", able);
	assert.deepEqual(actions[0]?.edit?.documentChanges, [
		{
			textDocument: { uri: 'test:///project/src/source.ts', version: 1 },
			edits: [
				{
					range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
					snippet: { kind: 'snippet', value: `// api-errors-disable-next-line unknown-code -- \${1:reason}\n` },
				},
			],
		},
	]);
});

const replace: Fix = {
	title: "Replace with 'B'",
	edits: [{ start: 2, end: 5, text: "'B'" }],
	safe: true,
	preferred: true,
};
const other: Fix = { title: 'Remove', edits: [{ start: 0, end: 7, text: '' }], safe: false };

test('fixes come before suppressions, the preferred one marked', async () => {
	const asked = await actionsAt("f('A');\n//^^ unknown-code", plain, [replace, other]);
	assert.deepEqual(
		asked.actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
		[
			["Replace with 'B'", 'quickfix', true],
			['Remove', 'quickfix', undefined],
			['Suppress unknown-code for this line', 'quickfix', undefined],
			['Suppress unknown-code for this file', 'quickfix', undefined],
		],
	);
	assert.equal(applied(asked, "Replace with 'B'"), "f('B');");
});

test('fix all is offered when it is asked for, and applies what is safe', async () => {
	const source = "f('A');\n//^^ unknown-code\n//^^ duplicate-branch";
	for (const only of ['source', 'source.fixAll', 'source.fixAll.apiErrors']) {
		const asked = await actionsAt(source, { ...plain, only: [only] }, [other, replace]);
		assert.deepEqual(
			asked.actions.map(({ kind }) => kind),
			['source.fixAll.apiErrors'],
			only,
		);
		assert.equal(applied(asked, 'Fix all safe API error problems'), "f('B');");
	}
	assert.deepEqual((await actionsAt(source, { ...plain, only: ['source.fixAll'] }, [other])).actions, []);
	assert.deepEqual((await actionsAt(source, { ...plain, only: ['refactor'] }, [replace])).actions, []);
});

test('two findings that are mended by the same edit offer it once', async () => {
	const { actions } = await actionsAt("f('A');\n//^^ unknown-code\n//^^ unknown-code", plain, [replace]);
	assert.equal(actions.filter(({ title }) => title === replace.title).length, 1);
});

test('the diagnostic that the client shows is named', async () => {
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
	const shown = [
		{ range, code: 'unknown-code', message: 'ours' },
		{ range, code: 'other', message: 'theirs' },
	];
	const { actions } = await actionsAt("f('A');\n//^^ unknown-code", { ...plain, shown }, [replace]);
	assert.deepEqual(actions[0]?.diagnostics, [shown[0]]);
});
