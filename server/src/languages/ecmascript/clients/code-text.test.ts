import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { closingAfter, codeOnly, freeName, splitAtCommas } from './code-text.ts';

describe('Code without comments and strings', () => {
	const rows: readonly (readonly [string, string])[] = [
		['a(\'b c\', "d")', 'a(\'   \', " ")'],
		['a // b\nc', 'a     \nc'],
		['a /* b\nc */ d', 'a     \n     d'],
		['`a \x24{b + `c \x24{d}`} e`', '`  \x24{b + `  \x24{d}`}  `'],
		['`\x24{ { a: 1 } }` + "x"', '`\x24{ { a: 1 } }` + " "'],
		["it's fine; 'x'", "it's fine; ' '"],
		['a / b / c', 'a / b / c'],
		['x = /[/"]+\'/.test(y)', 'x =         .test(y)'],
		['return /"/', 'return    '],
		["'a\\'b' + c", "'    ' + c"],
		['`a', '` '],
		['"a\nb"', '"a\nb"'],
	];
	for (const [text, code] of rows) it(JSON.stringify(text), () => assert.equal(codeOnly(text), code));

	it('keeps every offset and line', () => {
		const piece = fc.constantFrom(
			'`',
			'${',
			'}',
			'{',
			"'",
			'"',
			'/',
			'*',
			'//',
			'\\',
			'\n',
			'\r\n',
			'a',
			' ',
			'😀',
			'$',
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join('');
				const code = codeOnly(text);
				assert.equal(code.length, text.length);
				assert.deepEqual(code.match(/\r?\n/g), text.match(/\r?\n/g));
			}),
		);
	});
});

it('pieces between commas, but not in brackets', () => {
	const code = '(a, { b, c }, d(e, f) , )';
	const pieces = splitAtCommas(code, { start: 1, end: code.length - 1 });
	assert.deepEqual(
		pieces.map(({ start, end }) => code.slice(start, end)),
		['a', '{ b, c }', 'd(e, f)'],
	);
	assert.deepEqual(splitAtCommas('( )', { start: 1, end: 2 }), []);
});

it('the end of a bracket', () => {
	assert.equal(closingAfter('a(b[c]{d})e', 1), 10);
	assert.equal(closingAfter('a(b', 1), 3);
});

it('a name that is free', () => {
	assert.equal(freeName('wait(waited, x.waitMs)', ['wait', 'waitMs', 'other']), 'waitMs');
	assert.equal(freeName('a b', ['a', 'b']), undefined);
});
