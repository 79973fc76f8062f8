import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAsset } from '../../../../test/support/test-assets.ts';
import { languages } from '../../languages/index.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import type { DraftEntry, ImportReading } from '../draft.ts';
import { typescriptFormat } from './index.ts';

const format = typescriptFormat(new CodeReader(languages, readAsset));

async function read(text: string, fileName?: string): Promise<ImportReading> {
	return await format.read(fileName === undefined ? { text } : { text, fileName });
}

const code = (value: string | number, facts: Partial<DraftEntry> = {}): DraftEntry => ({
	kind: 'code',
	value,
	...facts,
});

const plain = [code('GONE'), code('SLOW')];

const left: readonly (readonly [title: string, source: string])[] = [
	['a type that is calculated', "type ErrorCode = Exclude<All, 'GONE' | 'SLOW'>;"],
	['a list of a union', "type ErrorCodes = ('GONE' | 'SLOW')[];"],
	['colours and classes', "const ERROR_COLORS = { light: '#f00', dark: '#a00' };"],
	['functions', "const errors = { gone: () => new ApiError('GONE'), slow() { return 'SLOW'; } };"],
	['what stands in a function', "function f() { const ERRORS = { GONE: 'GONE', SLOW: 'SLOW' }; }"],
	['calls that are given texts', "const errors = { gone: translate('It is gone.'), slow: translate('Slow down.') };"],
	['one object with a message', "const defaultError = { title: 'Oh no', message: 'It went wrong.' };"],
	['numbers that may be anything', 'const sizes = { small: 100, large: 400 };'],
	['values that are not there', 'const ErrorCode = { GONE: process.env.GONE, ...others };'],
	['nothing', ''],
	['no code at all', '<p>It is gone | or not</p> {{{ ]] ) \' " `'],
];

describe('what is no list of codes', () => {
	for (const [title, source] of left)
		test(title, async () => {
			const { draft, notes } = await read(source, 'source.ts');
			assert.deepEqual(draft.entries, []);
			assert.equal(notes.length > 0, true);
		});
});

test('names that speak of errors count before others, which a note names', async () => {
	const source =
		"enum Level { Low = 'LOW', High = 'HIGH' }\nenum Status { Open = 'OPEN' }\nenum ApiError { Gone = 'GONE' }";
	const { draft, notes } = await read(source, 'api.ts');
	assert.deepEqual(draft.entries, [code('GONE')]);
	assert.deepEqual(notes, [
		'Passed over, as others speak more of errors by their names: Level (2), Status (1). Import one by itself to take it.',
	]);
});

test('names around a type count where it is itself called a code', async () => {
	const source =
		"namespace Order { namespace LastError { type Code = 'GONE'; type Level = 'HIGH' }\n type Code = 'A' }";
	assert.deepEqual((await read(source)).draft.entries, [code('GONE')]);
});

test('a type that is made of a list lends it its name', async () => {
	const source =
		"const all = ['GONE', 'SLOW'] as const;\nconst sizes = ['S', 'M'] as const;\ntype ErrorCode = (typeof all)[number];";
	assert.deepEqual((await read(source)).draft.entries, plain);
});

test('one alone is taken whatever it is called, and a note says so', async () => {
	const { draft, notes } = await read("export enum Outcome { Gone = 'GONE', Slow = 'SLOW' }", 'outcome.ts');
	assert.deepEqual(draft.entries, plain);
	assert.deepEqual(notes, ['Nothing here says by its name that it has codes of errors; taken is Outcome.']);
});

test('of several without a telling name none is taken', async () => {
	const { draft, notes } = await read("enum Outcome { Gone = 'GONE' }\nenum Level { Low = 'LOW' }", 'outcome.ts');
	assert.deepEqual(draft.entries, []);
	assert.deepEqual(notes, [
		'Passed over, as no name speaks of errors: Outcome (1), Level (1). Import one by itself to take it.',
	]);
});

test('what cannot be told is named', async () => {
	const { notes } = await read("enum ErrorCode { Gone = 'GONE', Slow = slow(), Long = 'It is gone.' }", 'a.ts');
	assert.deepEqual(notes, ['Left out, as no code can be told: ErrorCode.Slow, ErrorCode.Long.']);
	const named = await read('const errors = { GONE: { status: 410 }, SLOW: { status: 429 } };', 'a.ts');
	assert.deepEqual(named.notes, ['Taken for codes are the names of the members of errors.']);
});

test('names of codes that another declaration lists are not taken for codes', async () => {
	const source =
		"type ErrorCode = 'GONE' | 'SLOW';\nconst titles: Record<ErrorCode, string> = { GONE: 'It is gone.', SLOW: 'Wait a bit.' };";
	assert.deepEqual((await read(source, 'a.ts')).notes, []);
});

test('JavaScript and TSX are read, and what is exported without a name goes by the file', async () => {
	const module =
		"module.exports = Object.freeze({ GONE: 'GONE', SLOW: 'SLOW' });\nmodule.exports.Level = { LOW: 'LOW' };";
	assert.deepEqual((await read(module, 'error-codes.js')).draft.entries, plain);
	assert.deepEqual((await read("export default { GONE: 'GONE', SLOW: 'SLOW' };", 'errors.mjs')).draft.entries, plain);
	const element = "const view = <p>{a}</p>;\nenum ErrorCode { Gone = 'GONE', Slow = 'SLOW' }";
	assert.deepEqual((await read(element, 'page.tsx')).draft.entries, plain);
	const crlf = "\uFEFF/** Codes. */\r\nexport enum ErrorCode {\r\n\t/** Gone. */\r\n\tGone = 'GONE', // all\r\n}";
	assert.deepEqual((await read(crlf, 'a.mts')).draft.entries, [code('GONE', { description: 'Gone.\n\nall' })]);
});

test('what was pasted may be a part of a declaration', async () => {
	for (const text of [
		"'GONE' | 'SLOW'",
		"| 'GONE'\n| 'SLOW'",
		"Gone = 'GONE',\nSlow = 'SLOW'",
		"GONE: 'GONE',\n'SLOW': 'SLOW',",
	])
		assert.deepEqual((await read(text)).draft.entries, plain, text);
});

test('the source is known by its file, or by what it declares', () => {
	const likelihood = (text: string, fileName?: string) =>
		format.likelihood(fileName === undefined ? { text } : { text, fileName });
	for (const name of ['a.ts', 'a.d.ts', 'a.tsx', 'a.mts', 'a.js', 'a.cjs', 'b/A.JSX'])
		assert.ok(likelihood('', name) > 0.9, name);
	for (const name of ['a.json', 'a.md', 'a.yaml', 'a.py']) assert.equal(likelihood('enum A { B }', name), 0, name);
	for (const text of ['export enum A { B }', 'declare const enum A {', 'type A =\n', 'export const A = {', "'A' | 'B'"])
		assert.ok(likelihood(text) > 0.5, text);
	const page = 'Errors\n\nRATE_LIMITED: too fast.\n\nconst response = await fetch(url);';
	assert.ok(likelihood(page) < 0.3);
	for (const text of ['', 'code: A', '| Code | Status |', '{"a": 1}', 'An enum of codes.', 'openapi: 3.0.0'])
		assert.equal(likelihood(text), 0, text);
});

test('time grows with the text alone', { timeout: 60_000 }, async () => {
	const rows = Array.from(
		{ length: 2_000 },
		(_, index) => `\t/** Says ${index}. */\n\tCODE_${index} = 'CODE_${index}',`,
	);
	const many = await read(`enum ErrorCode {\n${rows.join('\n')}\n}`, 'a.ts');
	assert.equal(many.draft.entries.length, 2_000);
	assert.deepEqual(many.draft.entries.at(-1), code('CODE_1999', { description: 'Says 1999.' }));
	const union = Array.from({ length: 2_000 }, (_, index) => `\t| 'CODE_${index}' // ${index}`).join('\n');
	assert.equal((await read(`export type ErrorCode =\n${union};`, 'a.ts')).draft.entries.length, 2_000);
	const spaces = ' '.repeat(200_000);
	const hostile = [
		`const errors: Record<${'err'.repeat(100_000)}> = { A: 'A' };`,
		`enum ErrorCode { /** {@link ${'a'.repeat(200_000)} */ A = 'A', /** {@link${spaces}{ */ B = 'B' }`,
		`enum ErrorCode { // a: 'x${spaces}b\n\tA = 'A' }`,
		`enum ErrorCode { /* a: 'x${spaces}\n * b */ A = 'A' }`,
		`type ErrorCode = (typeof ErrorCode${spaces}!${spaces})[keyof typeof ErrorCode];`,
		`/* ${'*'.repeat(200_000)} ${'-'.repeat(200_000)}x ${'-'.repeat(200_000)} */ enum ErrorCode { A = 'A' }`,
		`const errors = ${'{ a: '.repeat(5_000)}'A'${' }'.repeat(5_000)};`,
		`type ErrorCode = ${"'A' | ".repeat(5_000)}'B';`,
		`const errors = { a: \`${'${'.repeat(2_000)}\` };`,
		`const errors = ${'f('.repeat(5_000)}{}${')'.repeat(5_000)};`,
	];
	for (const text of hostile) await read(text, 'a.ts');
});
