import assert from 'node:assert/strict';
import { globSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readAsset } from '../../../test/support/test-assets.ts';
import { interestIn } from '../analysis/interest.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { languages } from '../languages/index.ts';
import type { Block } from './code.ts';
import { CodeReader, type Interest } from './code-reader.ts';
import { movedBy, sketchOf } from './idle-blocks.ts';
import type { TopLevel } from './language.ts';
import type { Part } from './parts/part.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const catalogs = buildCatalogIndex(builtinCatalogs);
const interest = interestIn(catalogs, new Set(), 'dispatches');
/** As in the second look at a file that has a constant for a code. */
const named = interestIn(catalogs, new Set(['OWN']), 'dispatches');
const reader = new CodeReader(languages, readAsset);

const isPart = (value: object): value is Part => 'kind' in value && 'children' in value;

const printedPart = ({ kind, fields, start, end, children }: Part): unknown => [
	...[kind, [...fields].sort(), start, end],
	children.map(printedPart),
];

/** All that blocks say. Parts hang together with each other, so that they are named by their kinds and places elsewhere. */
function printed(blocks: readonly Block[] | undefined): unknown {
	const said = (_: string, value: unknown): unknown =>
		typeof value === 'object' && value !== null && isPart(value) ? [value.kind, value.start, value.end] : value;
	return blocks?.map(({ start, end, code }) => ({
		...{ start, end, root: printedPart(code.root) },
		code: JSON.parse(JSON.stringify(code, said)),
	}));
}

/**
 * Compares what is read sparingly, round after round, with what is read of the whole text. Says whether something was left
 * out in the first round.
 */
async function compare(languageId: string, text: string, rounds: readonly Interest[] = [interest]): Promise<boolean> {
	const isSpared: boolean[] = [];
	try {
		for (const wanted of rounds) {
			const whole = await reader.readOnce('whole', languageId, text, wanted);
			const sparing = await reader.readSparingly('sparing', languageId, text, wanted);
			assert.deepEqual(printed(sparing), printed(whole), text);
			// Only a text that was read whole is kept so that another near to it is read sooner.
			isSpared.push(!reader.isNear('sparing', text));
		}
	} finally {
		reader.forget('sparing');
	}
	return isSpared[0] === true;
}

/** Of how many files something is left out. */
async function compareFiles(files: readonly string[]): Promise<number> {
	let count = 0;
	for (const file of files) {
		const dialects = languages.flatMap((language) => language.dialects);
		const dialect = dialects.find(({ extensions }) => extensions.includes(path.extname(file)));
		if (dialect && (await compare(dialect.id, await readFile(path.join(project, file), 'utf8')))) count++;
	}
	return count;
}

interface Pieces {
	/** Blocks that have nothing to do with errors. */
	readonly idle: readonly string[];
	/** A block that chooses by a code. */
	readonly dispatch: string;
	/** What leaves something open or closes too much. */
	readonly broken: readonly string[];
	/** Sound code that is hard to cut without a parser, by what is hard about it. */
	readonly nasty: Readonly<Record<string, string>>;
}

const idleScript = ['paint', 'fold', 'turn'].map(
	(name) => `/** Makes a picture larger. */
export function ${name}(picture, folder) {
	const wide = picture.width + folder.margin;
	const lines = picture.lines.map((line) => [line.from, line.to, wide]);
	return { wide, lines, name: "${name}", label: \`\${folder.name} and more\` };
}
`,
);
const script: Pieces = {
	idle: idleScript,
	dispatch:
		'export function handle(error) {\n\tswitch (error.code) {\n\t\tcase "RATE_LIMITED":\n\t\t\treturn wait();\n\t\tdefault:\n\t\t\tthrow error;\n\t}\n}\n',
	broken: ['function open() {\n\tif (a) {\n}\n', 'function shut() {\n}}\n', 'const a = call(one;\n'],
	nasty: {
		'code in a template': 'const page = `\nfunction inner() {\n\treturn one;\n}\nconst other = two;\n`;\n',
		'a template with a template': `const a = \`\${list.map((one) => \`\nconst x = \${one};\n\`)}\`;\n`,
		'code in a comment': '/*\nfunction inner() {\n\treturn one;\n}\n*/\n',
		'a comment that opens twice': '/* /*\nconst a = one;\n*/\nconst b = two;\n',
		'a comment opened in a text': "const glob = '/*';\nconst other = '*/';\n",
		'a comment closed in a text': "const glob = 'src/**/*.ts';\n",
		'a body that is not indented':
			'function flat() {\nconst a = one;\nfunction inner() {\nreturn a;\n}\nreturn inner;\n}\n',
		'a class that is not indented': 'class Flat {\nasync\nrun() {\nlet a = one;\nreturn a;\n}\n}\n',
		'a decorator': "@component({\n\tname: 'one',\n})\n@other\nexport class Decorated {\n\trun() {}\n}\n",
		'regular expressions': 'const quotes = /[\'"`({]/;\nconst ends = /[)}\\]]/g;\nconst path = /\\/\\/(?:a|b)/;\n',
		'a regular expression with a comment sign': 'const sign = /[/*]/.test(a);\nconst other = /[*/]/;\n',
		'a regular expression with backticks': 'const tick = /`/, text = `\nconst inner = one;\n`;\n',
		'an export in two lines': 'export default\nfunction whole() {\n\treturn one;\n}\n',
		'a head without a body': 'if (ready)\nfunction late() {\n\treturn one;\n}\n',
		'an else in its line': 'if (ready) go();\nelse\nfunction late() {}\n',
		'a call over lines': 'start(\nfunction () {\n\treturn one;\n}\n);\n',
		'a call after a line': 'const one = two\n(function () {\n\treturn three;\n})()\n',
		'a value in the next line': 'const one =\nfunction () {\n\treturn two;\n}\n',
		'a sum over lines': 'const sum = one +\nclass {}\n',
		'no semicolon': 'const a = one\nlet b = two\nvar c = a\n',
		'a statement beside another': 'const a = one; if (a) go();\nfunction f() {} if (b) go();\n',
		'a name that is a word': 'let type = one\ntype\n= two\nlet async = three\nasync\n',
		'an apostrophe in a comment': "// it's open\nconst a = one; // don't\n",
		'a text over lines': 'const a = "one \\\ntwo \\\nconst three";\n',
		'a constant in use': 'const OWN = "RATE_LIMITED";\n',
	},
};

const markup: Pieces = {
	...script,
	nasty: {
		markup:
			'export function Panel(props) {\n\treturn (\n<div title="a">\n{props.list.map((one) => <b key={one}>{one}</b>)}\n</div>\n);\n}\n',
		'an apostrophe in markup': "const a = <p>don't {one} can't</p>;\n",
		'one apostrophe in markup': "const a = <p>\nconst isn't code\n</p>;\n",
		'code in markup': 'const a = <pre>\nfunction inner() {}\nconst b = one;\n</pre>;\n',
		'a backtick in markup': 'const a = <p>`</p>;\nconst b = <p>`</p>;\n',
		'a comment in markup': 'const a = <p>/*</p>;\nconst b = one;\nconst c = <p>*/</p>;\n',
	},
};

const typed: Pieces = {
	...script,
	nasty: {
		types:
			'export type Name =\n\t| "one"\n\t| "two";\ninterface Shape {\n\tname: string;\n}\nenum Side {\n\tLeft,\n}\n',
		'a type after its name': 'declare\nmodule "a" {\n}\ndeclare global {\n}\n',
		'an abstract class': 'export abstract class Base<T extends\n{ a: string }> {\n\tabstract run(): void;\n}\n',
		'a namespace': 'namespace Inner {\nexport const a = one;\nfunction f() {}\n}\n',
	},
};

const go: Pieces = {
	idle: ['Paint', 'Fold', 'Turn'].map(
		(name) => `// ${name} makes a picture larger.
func ${name}(picture Picture, folder Folder) (Picture, bool) {
	wide := picture.Width + folder.Margin
	for _, line := range picture.Lines {
		wide += line.From - line.To
	}
	return Picture{Width: wide, Name: "${name}"}, true
}

`,
	),
	dispatch:
		'func handle(err APIError) error {\n\tswitch err.Code {\n\tcase "RATE_LIMITED":\n\t\treturn wait()\n\tdefault:\n\t\treturn err\n\t}\n}\n',
	broken: ['func open() {\n\tif a {\n}\n', 'func shut() {\n}}\n', 'var page = `\n'],
	nasty: {
		'the package': 'package shop\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n',
		'code in backticks': 'var page = `\nfunc inner() {\n}\nconst a = one\n`\n',
		'a backslash in backticks': 'var path = `\\`\nvar other = `C:\\`\n',
		'a backtick as a sign': "var tick = '`'\nvar other = '`'\n",
		'quotes as signs': "var quote = '\"'\nvar brace = '{'\nvar shut = '}'\nvar single = '\\''\n",
		'a quote in backticks': 'var page = `it\'s "open`\nvar other = `{`\nvar third = `}`\n',
		'tags of fields': 'type Shape struct {\n\tName string `json:"name"`\n\tSide string `json:"side,omitempty"`\n}\n',
		groups: 'const (\n\tLeft = iota\n\tRight\n)\n\nvar (\n\ta = one\n\tb = two\n)\n',
		'code in a comment': '/*\nfunc inner() {\n}\n*/\n',
		'a body that is not indented': 'func flat() {\nvar a = one\nconst b = two\nuse(a, b)\n}\n',
		'a function as a value': 'var run = func() {\nvar a = one\nuse(a)\n}\n',
		'a value in the next line': 'var sum = one +\n\ttwo\nvar other =\nfunc() int { return one }\n',
		types: 'type Walk func(a string) error\ntype Both interface {\n\tOne\n\tTwo() string\n}\ntype List[T any] []T\n',
		'a name in use': 'const OWN = "RATE_LIMITED"\n',
	},
};

const python: Pieces = {
	idle: ['paint', 'fold', 'turn'].map(
		(name) => `def ${name}(picture, folder):
    """Makes a picture larger."""
    wide = picture.width + folder.margin
    for line in picture.lines:
        wide += line.start - line.end
    return {"wide": wide, "name": "${name}", "label": f"{folder.name} and more"}


`,
	),
	dispatch:
		'def handle(error):\n    if error.code == "RATE_LIMITED":\n        return wait()\n    elif error.code == "NOT_FOUND":\n        return None\n    raise error\n',
	broken: ['def open():\n    call(one, [two)\n', 'def shut():\n    call(one))\n', 'PAGE = """\n'],
	nasty: {
		'code in a text': 'PAGE = """\ndef inner():\n    return one\n"""\n',
		'texts one after the other': 'A = """\ndef inner():\n    return one\n"""\nB = \'\'\'\nclass Inner: pass\n\'\'\'\n',
		'code between two texts': 'A = """\ndef a(): pass\n"""\nif ready:\n    go()\nB = """\ndef b(): pass\n"""\n',
		'a text that is described': 'def told():\n    """\nclass Inner:\n    is not code\n    """\n    return one\n',
		'a body that is not indented': 'def flat():\nreturn one\n',
		decorators: '@cached\n@other(\n    name="one",\n)\nclass Decorated:\n    def run(self):\n        pass\n',
		'a condition': 'if ready:\n    def late():\n        pass\nelse:\n    def late():\n        return one\n',
		'a condition after a function': 'def one():\n    pass\nif ready:\n    one()\n',
		'a try': 'try:\n    import json\nexcept ImportError:\n    json = None\n',
		'a try after a function': 'def one():\n    pass\ntry:\n    one()\nfinally:\n    two()\n',
		'a line that goes on': 'total = one + \\\n    two + \\\nthree\n',
		'a call over lines': 'start(\nlambda: one,\n)\n',
		'a comment at the left': "def told():\n    a = one\n# it's open ( {\n    return a\n",
		'an apostrophe in a comment': "# don't\nclass Told:  # isn't\n    pass\n",
		'a class with an empty line': 'class Shape:\n    side = one\n\n\n    def turn(self):\n        return self.side\n',
		'the match of a value': 'match side:\n    case "left":\n        go()\n',
		tabs: 'def tabbed():\n\ta = one\n\treturn a\n',
		'an awaited function': 'async def later():\n    await one\n\nasync \\\ndef other():\n    pass\n',
		'a name in use': 'OWN = "RATE_LIMITED"\n',
	},
};

const dialects: readonly (readonly [string, Pieces])[] = [
	['javascript', script],
	['typescript', typed],
	['typescriptreact', { ...markup, nasty: { ...typed.nasty, ...markup.nasty } }],
	['go', go],
	['python', python],
];

/** A piece among blocks of which some matter: at the beginning, at the end, in between, and on both sides of what matters. */
function around(piece: string, { idle, dispatch }: Pieces): readonly string[] {
	const [first = '', ...others] = [...idle, ...idle, ...idle];
	const filler = others.join('');
	return [
		piece + filler + dispatch,
		first + filler + piece,
		first + piece + filler + dispatch,
		first + filler + dispatch + piece + filler,
		filler + piece + dispatch + piece + filler,
	].flatMap((text) => [text, `\ufeff${text.replaceAll('\n', '\r\n')}`]);
}

describe('what is read sparingly says the same as the whole text', () => {
	it('in sources of this project, of which many are cut', async () => {
		const all = globSync('server/src/**/*.ts', { cwd: project }).sort();
		const large = all.filter((file) => statSync(path.join(project, file)).size > 1_500);
		const count = await compareFiles(large.filter((_, index) => index % Math.ceil(large.length / 60) === 0));
		assert.ok(count >= 10, `only ${count} are cut`);
	});

	it('in the examples and the benchmarks', async () => {
		assert.ok((await compareFiles(globSync(['examples/*.*', 'bench/*.ts'], { cwd: project }).sort())) >= 3);
	});

	for (const [languageId, pieces] of dialects) {
		it(`around code that is broken or hard to cut: ${languageId}`, async () => {
			for (const piece of [...pieces.broken, ...Object.values(pieces.nasty)])
				for (const text of around(piece, pieces)) {
					assert.ok(text.length > 1_500, piece);
					await compare(languageId, text, [interest, named]);
				}
		});

		it(`in whatever order blocks stand: ${languageId}`, async () => {
			const { idle, dispatch, nasty } = pieces;
			const block = fc.oneof(
				{ weight: 3, arbitrary: fc.constantFrom(...idle) },
				{ weight: 1, arbitrary: fc.constantFrom(dispatch, ...Object.values(nasty)) },
			);
			const blocks = fc.array(block, { minLength: 6, maxLength: 16 });
			let spared = 0;
			const isSame = fc.asyncProperty(blocks, fc.constantFrom('', '\n'), async (list, between) => {
				if (await compare(languageId, list.join(between), [interest, named])) spared++;
			});
			await fc.assert(isSame, { numRuns: 60 });
			assert.ok(spared >= 10, `only ${spared} are cut`);
		});
	}

	it('in a language whose blocks are told by its parser alone', async () => {
		const text = `${'def paint(picture)\n  picture.width\nend\n'.repeat(50)}retry if error.code == "RATE_LIMITED"\n`;
		assert.equal(await compare('ruby', text), false);
	});
});

describe('what is left out', () => {
	for (const [languageId, pieces] of dialects) {
		it(`is read in a second round, where its names matter then: ${languageId}`, async () => {
			const [first = '', ...others] = pieces.idle;
			const using = first.replace(/margin/i, 'OWN');
			const text = [using, ...others, ...pieces.idle, pieces.dispatch].join('');
			const read = async (wanted: Interest) =>
				(await reader.readSparingly('rounds', languageId, text, wanted))?.map(({ start, end }) =>
					text.slice(start, end),
				);
			const dispatch = pieces.dispatch.trim();
			assert.deepEqual(await read(interest), [dispatch]);
			assert.equal(reader.isNear('rounds', text), false);
			const second = await read(named);
			assert.equal(second?.length, 2);
			assert.match(second[0] ?? '', /folder\.OWN/);
			assert.equal(second[1], dispatch);
			assert.equal((await read(interest))?.length, 1);
			reader.forget('rounds');
			assert.equal(await compare(languageId, text, [interest, named, interest, named]), true);
		});
	}

	it('is told from what is kept by its place', () => {
		const text = [...idleScript, script.dispatch, ...idleScript, ...idleScript, script.dispatch].join('');
		const sketch = sketchOf(text, topLevelOf('typescript'), interest);
		assert.ok(sketch);
		assert.equal(sketch.text, sketch.pieces.map(({ start, end }) => text.slice(start, end)).join(''));
		assert.equal(sketch.text.length + sketch.idle.join('').length, text.length);
		const places = [...sketch.text.matchAll(/export function handle/g)].map(({ index }) => index);
		assert.deepEqual(
			places.map((start) => start + (movedBy({ start, end: start + 10 }, sketch) ?? Number.NaN)),
			[...text.matchAll(/export function handle/g)].map(({ index }) => index),
		);
	});

	it('moves nothing that goes on from one piece to the next', () => {
		const pieces = [0, 20].map((start, index) => ({ start, end: start + 4, at: 4 * index }));
		const sketch = { text: '01234567', pieces, idle: [] };
		assert.equal(movedBy({ start: 0, end: 4 }, sketch), 0);
		assert.equal(movedBy({ start: 4, end: 8 }, sketch), 16);
		assert.equal(movedBy({ start: 3, end: 5 }, sketch), undefined);
	});

	it('is nothing where a text is short, where nearly all of it matters, or where its lines end oddly', () => {
		const topLevel = topLevelOf('typescript');
		const cut = (text: string) => sketchOf(text, topLevel, interest) !== undefined;
		const filler = idleScript.join('');
		assert.equal(cut(idleScript[0] + script.dispatch), false);
		assert.equal(cut(idleScript[0] + script.dispatch.repeat(40)), false);
		assert.equal(cut(script.dispatch + filler + filler), true);
		for (const sign of ['\r', '\u2028', '\f'])
			assert.equal(cut(`${script.dispatch}${filler}// ${sign} \n${filler}`), false);
	});
});

function topLevelOf(languageId: string): TopLevel {
	const topLevel = reader.find(languageId)?.language.topLevel;
	assert.ok(topLevel);
	return topLevel;
}
