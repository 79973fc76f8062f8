import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { readAsset } from '../../../../test/support/test-assets.ts';
import type { Block } from '../../syntax/code.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import type { Part } from '../../syntax/parts/part.ts';
import { languages } from '../index.ts';
import { readMacros } from './read-macros.ts';

/** What the grammar is given for a piece of code. */
const spelled: readonly (readonly [text: string, spelled: string])[] = [
	['assert_eq!(a, b)', 'assert_eq (a, b)'],
	['std::assert!(a == b, "x!(")', '     assert (a == b, "x!(")'],
	['let a = vec![429, 503];', 'let a =     [429, 503];'],
	['phf_map! { "A" => f, "B" => |x| { y } }', '         [ "A"  = f, "B"  = |x| { y } ]'],
	['json!({ "a": [{ "b": 1 }], "c": x::y })', 'json ([ "a"= [[ "b"= 1 ]], "c"= x::y ])'],
	['matches!(e, "A" | "B")', 'matches (e, "A" , "B")'],
	['matches!(e, Some("A" | "B") if x || y)', 'matches (e,     ("A" , "B") ,  x || y)'],
	['matches!(e, Err(Api { code: 429, .. }) | Ok(_))', 'matches (e,    (Api { code: 429,    }) ,   (_))'],
	['matches!(s, ref n @ (408 | 429) | 500..=599)', 'matches (s,         (408 , 429) , 500..=599)'],
	['lazy_static! { static ref A: u8 = 1; }', 'mod lazies   { static     A: u8 = 1; }'],
	['macro_rules! m { ($a:expr) => { f($a); }; }', 'mod m          { fn r()       { f(_a); }  }'],
	['select! { a = b() => c }', 'select! { a = b() => c }'],
	['check!(a, b)', 'check (a, b)'],
	['check!(a => b)', 'check!(a => b)'],
	['let a = "json!({"; // vec![', 'let a = "json!({"; // vec!['],
	['if !(a) { b != c }', 'if !(a) { b != c }'],
	['assert!(a', 'assert (a'],
	['json!({ "a": 1', 'json!({ "a": 1'],
];

describe('macros are spelled out for the grammar', () => {
	for (const [text, expected] of spelled) it(text, () => assert.equal(readMacros(text), expected));

	it('in a text of the same length and lines, whatever is written', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces)), (words) => {
				const text = words.join('');
				const read = readMacros(text);
				assert.equal(read.length, text.length);
				assert.deepEqual(lineBreaks(read), lineBreaks(text));
			}),
			{ numRuns: 2000, seed: 1 },
		);
	});
});

const pieces = [
	...['json!(', 'vec![', 'matches!(', 'phf_map! {', 'macro_rules! m {', 'lazy_static! {', 'assert!(', 'x!(', '!'],
	...[
		'(',
		')',
		'[',
		']',
		'{',
		'}',
		',',
		';',
		':',
		'=>',
		'|',
		'..',
		'@',
		'$',
		'$(',
		')*',
		'"A"',
		'"',
		"'",
		'//',
		'/*',
		'*/',
	],
	...['\n', '\r\n', ' ', 'if ', 'ref ', 'static ref X', 'Some(', '429', '_', 'r#"', '"#', '\u{1f600}'],
];
const lineBreaks = (text: string): readonly number[] => [...text.matchAll(/\n/g)].map(({ index }) => index);

const shown = ({ kind, fields, start, end, children }: Part): unknown => [
	kind,
	fields,
	start,
	end,
	children.map(shown),
];
const printed = (blocks: readonly Block[] | undefined): unknown =>
	blocks?.map(({ start, code }) => [start, code.text, shown(code.root)]);

test('what is read after an edit is what would be read anew', async () => {
	const all = { mayMatter: () => true };
	const source =
		'fn f() {\n    assert_eq!(a, 404);\n    let b = json!({ "code": "A" });\n    matches!(c, "A" | "B");\n}\nfn g() { vec![1]; }\n';
	const edit = fc.record({
		at: fc.nat(source.length),
		away: fc.nat(4),
		put: fc.constantFrom('', '!', '(', ')', '{', '}', '"', ' | ', 'x', 'json!('),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(edit, { maxLength: 6 }), async (edits) => {
			const kept = new CodeReader(languages, readAsset);
			let text = source;
			await kept.read('a', 'rust', text, all);
			for (const { at, away, put } of edits) {
				text = text.slice(0, at) + put + text.slice(at + away);
				const again = await kept.read('a', 'rust', text, all);
				assert.deepEqual(
					printed(again),
					printed(await new CodeReader(languages, readAsset).read('b', 'rust', text, all)),
				);
			}
			kept.forget('a');
		}),
		{ numRuns: 40, seed: 7 },
	);
});
