import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { rules } from '../rules/index.ts';
import { levels } from '../settings.ts';
import { type ProjectFile, readProjectFile } from './project-file.ts';

const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, 'project-file.schema.json'), 'utf8'));
const isValid = new Ajv().addVocabulary(['defaultSnippets']).compile(schema);
const uri = 'file:///home/shop/api-errors.json';

const read = (text: string, before?: ProjectFile): ProjectFile => readProjectFile(uri, { text }, before);

/** Each problem with what stands at its place. */
function wrongIn(text: string): readonly string[] {
	const { problems } = read(text);
	for (const { severity } of problems) assert.equal(severity, 'error');
	return problems.map(({ start, end, message }) => `${text.slice(start, end)} — ${message}`);
}

/** The text once the first fix of the first problem is applied. */
function mended(text: string): string | undefined {
	const edit = read(text).problems[0]?.fixes[0]?.edits[0];
	return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

test('the schema of a project’s file and its reader agree', () => {
	const cases: readonly [unknown, boolean][] = [
		[{}, true],
		[{ $schema: schema.$id, catalogs: [] }, true],
		[{ catalogs: ['docs/errors.yaml', '../elsewhere'] }, true],
		[{ catalog: [] }, false],
		[{ catalogs: 'docs' }, false],
		[{ catalogs: [7] }, false],
		[[], false],
		[{ apis: ['silentchat', 'acme', 'none'] }, true],
		[
			{
				apis: [
					{ files: 'src/**', apis: ['acme'] },
					{ files: ['a', 'b'], apis: [] },
				],
			},
			true,
		],
		[{ apis: 'acme' }, false],
		[{ apis: [7] }, false],
		[{ apis: [{ files: 'src/**' }] }, false],
		[{ apis: [{ apis: ['acme'] }] }, false],
		...levels.map((level): [unknown, boolean] => [{ rules: { 'missing-required': level } }, true]),
		[{ rules: { 'missing-required': 'loud' } }, false],
		[{ rules: { 'missing-requird': 'error' } }, false],
		[{ rules: [] }, false],
		[{ requiredCodes: ['A', '!B'], whenDefault: 'information' }, true],
		[{ requiredCodes: [429] }, false],
		[{ whenDefault: 'error' }, false],
		[{ testFiles: ['**/checks/**'], exclude: [] }, true],
		[{ testFiles: '**/checks/**' }, false],
		[{ exclude: [''] }, false],
		[
			{
				overrides: [{ files: 'a/**', enable: false, apis: ['acme'], rules: {}, requiredCodes: [], whenDefault: 'off' }],
			},
			true,
		],
		[{ overrides: [{ rules: {} }] }, false],
		[{ overrides: [{ files: [] }] }, false],
		[{ overrides: [{ files: 'a', exclude: [] }] }, false],
		[{ overrides: [{ files: 'a', enable: 'no' }] }, false],
		[{ overrides: {} }, false],
	];
	for (const [value, isRight] of cases) {
		const text = JSON.stringify(value);
		assert.equal(isValid(value), isRight, text);
		assert.equal(read(text).problems.length === 0, isRight, text);
	}
});

test('the schema names every rule, with its summary and each level', () => {
	const { properties, definitions } = schema;
	assert.deepEqual(Object.keys(properties.rules.properties).sort(), rules.map(({ name }) => name).sort());
	for (const { name, summary } of rules) assert.ok(properties.rules.properties[name].description.includes(summary));
	assert.deepEqual(definitions.level.oneOf.map((one: { const: string }) => one.const).sort(), [...levels].sort());
});

suite('what is wrong', () => {
	test('stands at its place, and costs nothing else', () => {
		const text = `{
			// comments and trailing commas are fine
			"rule": {},
			"rules": { "missing-requird": "error", "retry-after": "loud", "unknown-code": "hint", },
			"testFiles": ["checks/**", "/abs/**", 7],
			"exclude": "dist",
			"whenDefault": "off",
			"overrides": [{ "files": "!a", "whenDefault": "off" }, { "files": ["b", "{c"], "enable": "no", "rules": { "retry-after": "off" } }],
		}`;
		assert.deepEqual(wrongIn(text), [
			'"rule" — "rule" is not known here. Did you mean "rules"?',
			'"missing-requird" — "missing-requird" is not known here. Did you mean "missing-required"?',
			'"loud" — "retry-after" must be one of error, warning, information, hint, off, not "loud".',
			'"!a" — A glob cannot begin with !, as it says what fits.',
			'"{c" — A brace { or } has no partner.',
			'"no" — "enable" must be true or false, not "no".',
			'"/abs/**" — A glob is no absolute path: it counts from the folder.',
			'7 — This must be a glob, not 7.',
			'"dist" — "exclude" must be a list of globs, not "dist".',
		]);
		const { parts, testFiles } = read(text);
		assert.deepEqual(
			[parts.map((part) => part.rules), parts[0]?.whenDefault, testFiles?.map((glob) => glob.text)],
			[[{ 'unknown-code': 'hint' }, { 'retry-after': 'off' }], 'off', ['checks/**']],
		);
	});

	test('can be mended where it is clear what was meant', () => {
		for (const [before, after] of [
			['{ "catalog": ["a.json"] }', '{ "catalogs": ["a.json"] }'],
			['{ "rules": { "retry-aftr": "off" } }', '{ "rules": { "retry-after": "off" } }'],
			['{ "rules": { "retry-after": "eror" } }', '{ "rules": { "retry-after": "error" } }'],
			['{ "exclude": ["/dist/**"] }', '{ "exclude": ["dist/**"] }'],
			['{ "exclude": ["src\\\\dist"] }', '{ "exclude": ["src/dist"] }'],
			['{ "requiredCodes": [429] }', '{ "requiredCodes": ["429"] }'],
			[
				'{ "overrides": [{ "files": "a", "enable": "false" }] }',
				'{ "overrides": [{ "files": "a", "enable": false }] }',
			],
		] as const)
			assert.equal(mended(before), after);
		assert.deepEqual(JSON.parse(mended('{ "exclude": "dist" }') ?? ''), { exclude: ['dist'] });
	});

	test('as a whole leaves what was said before', () => {
		const before = read('{ "whenDefault": "off", "exclude": ["a"] }');
		const broken = read('{ "whenDefault": "inf', before);
		assert.ok(broken.problems.every(({ code }) => code === 'not-readable') && broken.problems.length > 0);
		assert.deepEqual([broken.parts, broken.exclude], [before.parts, before.exclude]);
		const { problems, parts } = readProjectFile(uri, { failure: 'This cannot be read.' }, broken);
		assert.deepEqual([problems.map(({ message }) => message), parts], [['This cannot be read.'], before.parts]);
	});

	test('the same text is the same object', () => {
		const first = read('{}');
		assert.equal(read('{}', first), first);
	});
});

suite('a hostile file', () => {
	test('of any form is no fault', () => {
		const odd = [
			'',
			'[]',
			'null',
			'7',
			'"x"',
			'\0',
			'[['.repeat(9_999),
			'{"rules": null}',
			'{"overrides": [null, [], 7]}',
		];
		for (const text of odd) assert.equal(read(text).parts.length <= 1, true, text.slice(0, 40));
	});

	test('changes no objects', () => {
		const text =
			'{ "__proto__": { "enable": false }, "rules": { "__proto__": "off", "constructor": "off" }, "overrides": [{ "files": "a", "__proto__": { "enable": false } }] }';
		const { parts, problems } = read(text);
		assert.deepEqual(
			parts.map(({ enable, rules: named }) => [enable, named]),
			[
				[undefined, {}],
				[undefined, undefined],
			],
		);
		assert.equal(problems.length, 4);
		assert.equal(Object.hasOwn(Object.prototype, 'enable'), false);
	});

	test('costs little, however much is in it', () => {
		const files = Array.from({ length: 200 }, (_, index) => `${'*a'.repeat(200)}${index}`);
		const overrides = Array.from({ length: 5_000 }, (_, index) => ({ files: index < 100 ? files : `**/a${index}/*` }));
		const start = performance.now();
		const found = read(JSON.stringify({ overrides, exclude: files, requiredCodes: Array(9_999).fill('A') }));
		const globs = found.parts.flatMap((part) => part.files ?? []);
		const name = `${'a'.repeat(200)}/`.repeat(10);
		assert.equal(globs.filter((glob) => glob.fits(name)).length, 0);
		assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`);
		const told = found.problems.map(({ message }) => message).join('\n');
		assert.match(told, /Only the first 1000 of these 5000 are read/);
		assert.match(told, /These are too many globs/);
	});
});
