import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { interestIn } from './interest.ts';

const catalogs = buildCatalogIndex(builtinCatalogs);
const everything = interestIn(catalogs, new Set());
const dispatches = interestIn(catalogs, new Set(), 'dispatches');

/** A line in a block that says nothing else: what begins with `if` at the top level matters for that alone. */
const inBlock = (line: string): string => `function paint(picture) {\n\t${line}\n\tturn(picture);\n}\n`;

/** Where something may be chosen by a number. */
const choosing = {
	'a comparison': [
		'if (x === 404) go();',
		'if (x == 404) go();',
		'go(x !== 404);',
		'go(x != 404);',
		'if (404 === x) go();',
	],
	'a comparison with a text': ["if (x === '404') go();", 'if x == "404":'],
	'a branch': ['case 404:', 'case 404, 410:', "case '404':", 'when 404', 'when 404 then go', 'case (404):'],
	'a branch with an arrow': ['404 => go(),', '404 -> go()', '404 | 410 => go(),', '400..=404 => go(),'],
	'a row of a table': ['404: go,', "'404': go,", '"404" => go,', '{ 404: go }'],
	'one of several': ['if ([400, 404].includes(x)) go();', 'new Set([400, 404])', 'x in (400, 404)'],
	'a list of one': ['if ([404].includes(x)) go();', 'x in (404,)'],
	'a number alone in its line': ['404', '404,', "'404',", '\t\t404,\r'],
	'a member of an enum': ['NOT_FOUND(404),', 'NOT_FOUND(404, "Gone"),', 'NotFound = 404,', 'GONE = 410'],
	'a constant': ['const GONE = 410;', 'const gone = 410;', 'val gone = 410', 'static final int GONE = 410;'],
	'a constant with a type': ['const gone: number = 410;', 'const GONE: u16 = 410;', 'GONE: int = 410'],
	'a call that compares': ['if (x.equals(404)) go();', 'x.eql?(404)', 'range.contains(404)', 'between(400, 499)'],
	'a comparison of what holds a status': [
		'if (status >= 500) go();',
		'if (response.status > 399) go();',
		'if (500 <= statusCode) go();',
		'if (res.code < 400) go();',
	],
	'numbers in other spellings': ['if (x === 0x194) go();', 'if (x == 4_04) go();'],
} as const;

/** Numbers by which nothing is chosen. */
const idle = [
	'setTimeout(go, 400);',
	'go({ limit: 100 });',
	'limit: 100,',
	'#limit = 404;',
	'this.#limit = 404;',
	'if (width > 200) go();',
	'if (200 < width) go();',
	'picture.width = 300;',
	'picture.width += 100 * 2;',
	'go(100);',
	'return picture.width / 100;',
];

describe('a number that may be a status', () => {
	for (const [where, lines] of Object.entries(choosing))
		it(`matters in ${where}`, () => {
			for (const line of lines)
				for (const interest of [dispatches, everything]) assert.equal(interest.mayMatter(inBlock(line)), true, line);
		});

	it('matters elsewhere only where everything is wanted', () => {
		for (const line of idle) {
			assert.equal(dispatches.mayMatter(inBlock(line)), false, line);
			assert.equal(everything.mayMatter(inBlock(line)), true, line);
		}
	});

	it('matters where one of many does', () => {
		const text = idle.join('\n');
		assert.equal(dispatches.mayMatter(text), false);
		assert.equal(dispatches.mayMatter(`${text}\nif (x === 404) go();\n${text}`), true);
	});

	it('is not told from the line before it or after it', () => {
		assert.equal(dispatches.mayMatter('go(picture.code);\nwait(400);\ngo(picture.error);'), false);
	});

	it('may be anything in a line that is too long to be looked at', () => {
		assert.equal(dispatches.mayMatter(`${'go(); '.repeat(200)}wait(400);`), true);
		assert.equal(dispatches.mayMatter(`${'go();\n'.repeat(200)}wait(400);`), false);
	});
});

describe('a number that is no status', () => {
	it('never matters', () => {
		for (const number of ['99', '600', '4040', '1404', '40.4', 'x404', '404px', '0x2ff'])
			for (const line of [`if (x === ${number}) go();`, `case ${number}:`, `const gone = ${number};`])
				for (const interest of [dispatches, everything]) assert.equal(interest.mayMatter(inBlock(line)), false, line);
	});
});

describe('without any number', () => {
	it('codes and their names matter, whatever is wanted', () => {
		for (const interest of [dispatches, everything])
			for (const line of ["go('RATE_LIMITED');", 'go(Codes.RATE_LIMITED);', '// api-errors: silentchat'])
				assert.equal(interest.mayMatter(inBlock(line)), true, line);
	});

	it('the names of a file matter once they are known', () => {
		const line = inBlock('go(SLOW);');
		assert.equal(dispatches.mayMatter(line), false);
		assert.equal(interestIn(catalogs, new Set(['SLOW']), 'dispatches').mayMatter(line), true);
	});

	it('other code does not', () => {
		for (const interest of [dispatches, everything]) assert.equal(interest.mayMatter(inBlock('go(picture);')), false);
	});
});
