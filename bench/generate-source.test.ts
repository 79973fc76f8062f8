import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, describe, test } from 'node:test';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { editText } from './edited-text.ts';
import { generateSource } from './generate-source.ts';
import { labelPositions, typeLabels, typeStatements } from './typing.ts';

const sizes = [200, 2_000, 10_000];
const grammar = '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm';

describe('generated sources', () => {
	let parser: Parser;

	before(async () => {
		await Parser.init();
		parser = new Parser();
		parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve(grammar)));
	});

	function parse(text: string): Node {
		const tree = parser.parse(text);
		assert.ok(tree);
		return tree.rootNode;
	}

	for (const lines of sizes) {
		test(`${lines} lines: long enough, by at most one declaration`, () => {
			const written = generateSource(lines).text.split('\n').length;
			assert.ok(written >= lines && written <= lines + 50, `${written} lines`);
		});

		test(`${lines} lines: no syntax error`, () => {
			assert.equal(parse(generateSource(lines).text).hasError, false);
		});

		test(`${lines} lines: a third of the functions look at the API's errors`, () => {
			const { text, functions, handlers } = generateSource(lines);
			assert.ok(handlers / functions > 0.3 && handlers / functions < 0.4, `${handlers} of ${functions}`);
			const written = parse(text)
				.descendantsOfType(['function_declaration', 'generator_function_declaration'])
				.filter((node) => node?.parent?.type === 'export_statement');
			assert.equal(written.length, functions);
			const asking = written.filter((node) => node?.text.includes('(id: string, session: Session): Promise<Outcome>'));
			assert.equal(asking.length, handlers);
		});

		test(`${lines} lines: no two declarations share a name`, () => {
			const names = [...generateSource(lines).text.matchAll(/^export .*?(\w+\d+)\b/gm)].map((match) => match[1]);
			assert.ok(names.length > 0);
			assert.equal(new Set(names).size, names.length);
		});

		test(`${lines} lines: there are labels to hover over, and places to type labels and statements at`, () => {
			const text = generateSource(lines).text;
			assert.ok(labelPositions(editText(text)).length > 0);
			assert.ok(typeLabels(editText(text)).next().value.change);
			assert.ok(typeStatements(editText(text)).next().value);
		});
	}

	test('the same seed yields the same text, another seed another', () => {
		assert.equal(generateSource(2_000, 5).text, generateSource(2_000, 5).text);
		assert.notEqual(generateSource(2_000, 5).text, generateSource(2_000, 6).text);
	});

	test('of the switches over a code, some handle RATE_LIMITED and some do not', () => {
		const switches = parse(generateSource(2_000).text)
			.descendantsOfType('switch_statement')
			.flatMap((node) => (node ? [node.text] : []))
			.filter((text) => /^switch \((body\.)?error\.code\)/.test(text));
		const complete = switches.filter((text) => text.includes("case 'RATE_LIMITED'"));
		assert.ok(complete.length > switches.length / 4, `${complete.length} of ${switches.length}`);
		assert.ok(complete.length < (switches.length * 3) / 4, `${complete.length} of ${switches.length}`);
	});

	test('every form of handler, and the host, occur', () => {
		const { text } = generateSource(2_000);
		for (const sign of [
			'https://api.silentchat.de/v1',
			'switch (error.code) {',
			'switch (body.error.code) {',
			"} else if (error.code === '",
			'switch (response.status) {',
			'table[error.code] ??',
			'export class ',
			'export interface ',
			'} as const;',
			'/*',
		]) {
			assert.ok(text.includes(sign), sign);
		}
	});

	test('a statement typed to its end leaves no syntax error, though its beginning does', () => {
		const text = editText(generateSource(200).text);
		const verdicts: boolean[] = [];
		for (const _ of typeStatements(text)) {
			verdicts.push(parse(text.toString()).hasError);
			if (
				verdicts.length > 1 &&
				text.lines.some((line) => line.endsWith("console.warn('asked for', id, response.status);"))
			)
				break;
		}
		assert.equal(verdicts.at(-1), false);
		assert.ok(verdicts.includes(true));
	});
});
