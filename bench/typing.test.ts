import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editText } from './edited-text.ts';
import { generateSource } from './generate-source.ts';
import { labelPositions, typeLabels, typeStatements } from './typing.ts';

const source = generateSource(2_000).text;

/** A document as a server keeps it, which knows the text only by the changes it is sent. */
function follow(text: string): {
	receive(change: TextDocumentContentChangeEvent): void;
	readonly document: TextDocument;
} {
	const document = TextDocument.create('file:///client.ts', 'typescript', 1, text);
	return { document, receive: (change) => TextDocument.update(document, [change], document.version + 1) };
}

test('who follows the changes of typed statements has the text', () => {
	const text = editText(source);
	const { document, receive } = follow(source);
	const keystrokes = typeStatements(text);
	for (let count = 0; count < 1_000; count++) receive(keystrokes.next().value);
	assert.equal(document.getText(), text.toString());
	assert.notEqual(document.getText(), source);
});

test('statements are typed near the middle, at more than one place, a character at a time', () => {
	const keystrokes = typeStatements(editText(source));
	const changes = Array.from({ length: 1_000 }, () => keystrokes.next().value);
	const lines = changes.flatMap((change) => ('range' in change ? [change.range.start.line] : []));
	assert.equal(lines.length, changes.length);
	assert.ok(Math.min(...lines) > 800 && Math.max(...lines) < 1_200, `${Math.min(...lines)} to ${Math.max(...lines)}`);
	assert.ok(new Set(lines).size > 8);
	assert.ok(changes.every(({ text }) => text.length === 1 || /^\n\t+$/.test(text)));
});

test('a label is asked for at each letter between its quotes, and its line is taken out again', () => {
	const text = editText(source);
	const { document, receive } = follow(source);
	const seen: string[] = [];
	for (const { change, cursor } of typeLabels(text)) {
		receive(change);
		assert.equal(document.getText(), text.toString());
		if (cursor === undefined) break;
		const line = text.lines[cursor.line] ?? '';
		seen.push(`${line.slice(0, cursor.character)}|${line.slice(cursor.character)}`.trim());
	}
	assert.deepEqual(seen, ["case '|'", "case 'R|'", "case 'RA|'", "case 'RAT|'", "case 'RATE|'"]);
	assert.equal(document.getText(), source);
});

test('the positions of labels are inside codes', () => {
	const text = editText(
		"switch (error.code) {\n\tcase 'CONFLICT':\n}\nif (error.code === 'FORBIDDEN') log('NOT_FOUND');",
	);
	assert.deepEqual(labelPositions(text), [
		{ line: 1, character: 8 },
		{ line: 3, character: 21 },
	]);
});

test('a text without handlers is refused', () => {
	assert.throws(() => typeStatements(editText('const one = 1;\n')).next(), /no place/);
	assert.throws(() => typeLabels(editText('const one = 1;\n')).next(), /no place/);
});
