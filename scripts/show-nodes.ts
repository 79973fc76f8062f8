// Shows how a piece of code is read: the nodes of its grammar, the parts that they are to us, and what is found in them.

import { readFileSync } from 'node:fs';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import { languages } from '../server/src/languages/index.ts';
import { CodeReader } from '../server/src/syntax/code-reader.ts';
import type { Part } from '../server/src/syntax/parts/part.ts';
import { readAsset } from '../test/support/test-assets.ts';

const help = `Usage: npm run nodes -- GRAMMAR [FILE]

GRAMMAR is the name of a grammar, such as tree-sitter-java.wasm. Without FILE the code is read from the standard input.
A language that is listed is shown as we read it as well.
`;

const [grammar, file] = process.argv.slice(2);
if (grammar === undefined) {
	process.stdout.write(help);
} else {
	const text = readFileSync(file ?? 0, 'utf8');
	await showNodes(grammar, text);
	const dialect = languages.flatMap(({ dialects }) => dialects).find((one) => one.grammar === grammar);
	if (dialect) await showParts(dialect.id, text);
}

/** Every node and token, with the name of its field and its text where it is short. */
async function showNodes(name: string, text: string): Promise<void> {
	await Parser.init();
	const parser = new Parser();
	parser.setLanguage(await Language.load(await readAsset(name)));
	const tree = parser.parse(text);
	if (!tree) return;
	const cursor = tree.walk();
	console.log('# Nodes; what is quoted is a token\n');
	showNode(cursor, 0);
}

function showNode(cursor: TreeCursor, depth: number): void {
	const { nodeIsNamed, nodeIsMissing, nodeType, currentFieldName: field } = cursor;
	const type = nodeIsNamed ? nodeType : JSON.stringify(nodeType);
	const own = nodeIsNamed ? ` ${shortened(cursor.nodeText)}` : '';
	console.log(`${'  '.repeat(depth)}${field ? `${field}: ` : ''}${type}${nodeIsMissing ? ' (missing)' : ''}${own}`);
	if (!cursor.gotoFirstChild()) return;
	do showNode(cursor, depth + 1);
	while (cursor.gotoNextSibling());
	cursor.gotoParent();
}

/** The parts of every block, and the dispatches and tables in it. */
async function showParts(languageId: string, text: string): Promise<void> {
	const blocks = await new CodeReader(languages, readAsset).read('', languageId, text, { mayMatter: () => true });
	for (const { code } of blocks ?? []) {
		console.log(`\n# Block ${shortened(code.text)}\n`);
		for (const child of code.root.children) showPart(child, 0);
		for (const { form, subject, branches } of code.dispatches) {
			const labels = branches.flatMap((branch) => branch.labels.map(({ part }) => part.text));
			console.log(`\n${form} on ${subject.path}: ${labels.join(', ')}`);
		}
		for (const { name } of code.tables) console.log(`\ntable ${name}`);
	}
}

function showPart({ kind, fields, text, children }: Part, depth: number): void {
	const role = fields.length > 0 ? `${fields.join('+')}: ` : '';
	console.log(`${'  '.repeat(depth)}${role}${kind ?? '-'} ${shortened(text)}`);
	for (const child of children) showPart(child, depth + 1);
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ');
	return JSON.stringify(line.length > 60 ? `${line.slice(0, 57)}...` : line);
}
