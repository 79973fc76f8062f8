import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAsset } from '../../../test/support/test-assets.ts';
import { languages } from '../languages/index.ts';
import type { Block } from './code.ts';
import { CodeReader } from './code-reader.ts';
import type { Part } from './parts/part.ts';

const everything = { mayMatter: () => true };
const reader = new CodeReader(languages, readAsset);

/** What was read, without what refers back. */
function printed(blocks: readonly Block[] | undefined): unknown {
	const part = ({ kind, fields, start, end, children }: Part): unknown => [
		kind,
		[...fields].sort(),
		start,
		end,
		children.map(part),
	];
	return blocks?.map(({ start, end, code }) => ({
		start,
		end,
		text: code.text,
		root: part(code.root),
		dispatches: code.dispatches.length,
	}));
}

const handler = (name: string): string => `
/** Loads ${name}. */
export async function ${name}(id: string): Promise<unknown> {
	const response = await fetch(\`https://api.silentchat.de/v1/\${id}\`);
	const { error } = await response.json();
	switch (error.code) {
		case 'VALIDATION_ERROR':
			return null; // nothing to repeat
		case 'RATE_LIMITED': {
			await wait(response.headers.get("Retry-After"));
			break;
		}
		default:
			throw error;
	}
	if (response.status === 404 || response.status >= 500) return { [id]: 404, name: "${name}" };
	return names.map((one) => ({ ...one, status: 200 }));
}
`;
const source = ['first', 'second', 'third', 'fourth'].map(handler).join('\nconst between = 1;\n');

/** What people type and paste: letters, quotes, brackets, whole lines. */
const typed = fc.oneof(
	fc.constantFrom(
		'',
		'a',
		"'",
		'"',
		'`',
		'{',
		'}',
		'(',
		')',
		';',
		'\n',
		'//',
		'/*',
		'*/',
		' ',
		'case ',
		'\u{1F600}',
		'\r\n',
		'${',
	),
	fc.constantFrom(
		"case 'CONFLICT': break;\n",
		'if (a.code === "X") return;\n',
		'function f() {}\n',
		'const x = { a: 1 };\n',
	),
);
const edit = fc.record({ at: fc.nat({ max: 10_000 }), length: fc.integer({ min: 0, max: 30 }), text: typed });

describe('CodeReader', () => {
	it('reads an edited text as it reads a new one, through random edits', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
				let text = source;
				reader.forget('edited');
				await reader.read('edited', 'typescript', text, everything);
				for (const { at, length, text: inserted } of edits) {
					const start = at % (text.length + 1);
					text = text.slice(0, start) + inserted + text.slice(start + length);
					const incremental = await reader.read('edited', 'typescript', text, everything);
					const fresh = await reader.readOnce('fresh', 'typescript', text, everything);
					assert.deepEqual(printed(incremental), printed(fresh));
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('reads large texts without errors after an edit as it reads new ones', async () => {
		const large = Array.from({ length: 200 }, (_, index) => handler(`load${index}`)).join('\n');
		assert.ok(large.length > 100_000);
		await reader.read('large', 'typescript', large, everything);
		for (const [from, to] of [
			["'VALIDATION_ERROR'", "'CONFLICT'"],
			['nothing to repeat', 'nothing'],
			['export async function load7(', 'async function renamed('],
			["case 'RATE_LIMITED': {", "case 'RATE_LIMITED': { log();"],
		] as const) {
			const text = large.replace(from, to);
			assert.notEqual(text, large);
			const incremental = await reader.read('large', 'typescript', text, everything);
			assert.deepEqual(printed(incremental), printed(await reader.readOnce('fresh', 'typescript', text, everything)));
		}
	});

	it('keeps the code of blocks that an edit only moved', async () => {
		const before = await reader.read('moved', 'typescript', source, everything);
		const after = await reader.read('moved', 'typescript', `const added = 1;\n${source}`, everything);
		assert.equal(after?.at(-1)?.code, before?.at(-1)?.code);
		assert.equal(after?.at(-1)?.start, (before?.at(-1)?.start ?? 0) + 'const added = 1;\n'.length);
	});

	it('leaves out blocks that cannot matter', async () => {
		const blocks = await reader.read('gated', 'javascript', "const a = 1;\nconst b = 'RATE_LIMITED';\n", {
			mayMatter: (text) => text.includes('RATE_LIMITED'),
		});
		assert.deepEqual(
			blocks?.map(({ code }) => code.text),
			["const b = 'RATE_LIMITED';"],
		);
	});

	it('leaves out blocks that matter no longer, though the text is the same', async () => {
		const text = "const a = 1;\nconst b = 'RATE_LIMITED';\n";
		const read = async (word: string) => {
			const blocks = await reader.read('ungated', 'javascript', text, { mayMatter: (part) => part.includes(word) });
			return blocks?.map(({ code }) => code.text);
		};
		assert.deepEqual(await read('const'), ['const a = 1;', "const b = 'RATE_LIMITED';"]);
		assert.deepEqual(await read('const a'), ['const a = 1;']);
		assert.deepEqual(await read('const'), ['const a = 1;', "const b = 'RATE_LIMITED';"]);
	});

	it('answers nothing for a language it does not know and for texts beyond its limit', async () => {
		assert.equal(await reader.read('x', 'cobol', 'x', everything), undefined);
		assert.equal(await reader.read('x', 'javascript', 'x'.repeat(10_000_001), everything), undefined);
	});

	it('leaves a text alone for a while that took too long, and only that', async () => {
		let asked = 0;
		const counted = languages.map((language) => ({
			...language,
			readAs: (text: string): string => {
				asked++;
				return text;
			},
		}));
		const hurried = new CodeReader(counted, readAsset, 50);
		await hurried.read('small', 'javascript', 'a();', everything);
		const large = 'if (a) { b(); }\n'.repeat(200_000);
		assert.equal(await hurried.read('large', 'javascript', large, everything), undefined);
		assert.equal(asked, 2);
		assert.equal(await hurried.read('large', 'javascript', `${large}b`, everything), undefined);
		assert.equal(asked, 2);
		assert.ok(await hurried.read('small', 'javascript', 'a(b);', everything));
		hurried.forget('large');
		assert.ok(await hurried.read('large', 'javascript', 'a();', everything));
	});

	it('reads a text again that came back while another was read', async () => {
		const [first, second] = ["const a = 'A';\n", "const b = 'B';\n"];
		await reader.read('undone', 'typescript', first, everything);
		await Promise.all([
			reader.read('undone', 'typescript', second, everything),
			reader.read('undone', 'typescript', first, everything),
		]);
		const blocks = await reader.read('undone', 'typescript', first, { mayMatter: () => true });
		assert.deepEqual(
			blocks?.map(({ code }) => code.text),
			["const a = 'A';"],
		);
	});

	it('reads binary rubbish, lone surrogates and a byte order mark without an error', async () => {
		for (const text of [
			'\u0000\u0001\ufffd'.repeat(500),
			"case '\ud800': {",
			'\ufeffconst a = 404;',
			'',
			'\r',
			'/*',
			'`${`${',
		]) {
			assert.ok(await reader.read('rubbish', 'typescript', text, everything));
		}
	});

	it('loads a grammar when the first file of its language is read, and no other', async () => {
		const loaded: string[] = [];
		const lazy = new CodeReader(languages, (name) => {
			loaded.push(name);
			return readAsset(name);
		});
		assert.deepEqual(loaded, []);
		await lazy.read('a', 'go', 'package a', everything);
		await lazy.read('b', 'go', 'package b', everything);
		assert.deepEqual(loaded, ['web-tree-sitter.wasm', 'tree-sitter-go.wasm']);
		await lazy.read('c', 'java', 'class C {}', everything);
		assert.deepEqual(loaded.slice(2), ['tree-sitter-java.wasm']);
	});

	it('asks again for a grammar that could not be had', async () => {
		let asked = 0;
		const flaky = new CodeReader(languages, async (name) => {
			if (name.includes('typescript') && asked++ === 0) throw new Error('gone');
			return readAsset(name);
		});
		await assert.rejects(flaky.read('a', 'typescript', 'a', everything), /gone/);
		assert.ok(await flaky.read('a', 'typescript', 'a', everything));
	});
});

it('places that cannot be parsed are counted', async () => {
	assert.equal(await reader.countErrors('typescript', source), 0);
	assert.equal(await reader.countErrors('typescript', `${source}\nswitch (a) {\n`), 1);
	assert.equal(await reader.countErrors('php', '<?php if ($a) { b(); }'), 0);
	assert.equal(await reader.countErrors('cobol', 'MOVE A TO B'), undefined);
});
