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
const status = (value: number, title: string, name: string): DraftEntry => {
	return { kind: 'status', value, title, otherNames: [name] };
};

const plain = [code('GONE'), code('SLOW')];
const forms: readonly (readonly [title: string, source: string, entries: readonly DraftEntry[]])[] = [
	['an enum', "export enum ErrorCode { Gone = 'GONE', Slow = 'SLOW' }", plain],
	['a const enum of a declaration file', "declare const enum ErrorCode { Gone = 'GONE', Slow = `SLOW` }", plain],
	['a union', 'export type ErrorCode =\n\t| \'GONE\'\n\t| "SLOW";', plain],
	['a union of one', "type ErrorCode = 'GONE';", [code('GONE')]],
	['a union that is open', `type ErrorCode = 'GONE' | 'SLOW' | (string & {}) | \`X_\${string}\` | undefined;`, plain],
	['a union of numbers', 'type ErrorCode = 1001 | -32700;', [code(1001), code(-32_700)]],
	['codes in the type of an error', "interface ApiError { code: 'GONE' | 'SLOW'; kind: 'other' }", plain],
	['a union of errors', "type ApiError = { code: 'GONE'; at: Date } | { code: 'SLOW' };", plain],
	['a constant object', "export const ErrorCode = { GONE: 'GONE', slow: 'SLOW' } as const;", plain],
	['the same in parentheses', "const errors = ({ GONE: 'GONE', 'slow': 'SLOW' }) as const satisfies Errors;", plain],
	['the same with a cast before it', "const errors = <const>{ GONE: 'GONE', ['slow']: 'SLOW' };", plain],
	['a frozen object', "export const Errors = Object.freeze({ GONE: 'GONE', SLOW: 'SLOW' } as const);", plain],
	[
		'objects in an object',
		"const Errors = { file: { GONE: 'GONE' }, rate: { deep: { SLOW: 'SLOW' } } } as const;",
		plain,
	],
	['a list', "const ERROR_CODES = ['GONE', /* 2 */ 'SLOW'] as const;", plain],
	['a set', "const ERROR_CODES = new Set(['GONE', 'SLOW']);", plain],
	['a list that a library checks', "const errorCode = z.enum(['GONE', 'SLOW']);", plain],
	[
		'static fields',
		"class ErrorCodes { static readonly GONE = 'GONE'; public static SLOW = 'SLOW'; other = 'X' }",
		plain,
	],
	[
		'constants',
		"export const ERR_GONE = 'GONE';\nexport const ERR_SLOW = 'SLOW';",
		[code('GONE', { otherNames: ['ERR_GONE'] }), code('SLOW', { otherNames: ['ERR_SLOW'] })],
	],
	[
		'names that differ',
		"enum ErrorCode { Missing = 'GONE', Slow = 'SLOW' }",
		[code('GONE', { otherNames: ['Missing'] }), code('SLOW')],
	],
	[
		'an enum that counts',
		'enum ErrorCode { Gone, SlowDown = 10, /** Third. */ Third, Below = -1 }',
		[
			code(0, { title: 'Gone', otherNames: ['Gone'] }),
			code(10, { title: 'Slow down', otherNames: ['SlowDown'] }),
			code(11, { title: 'Third', otherNames: ['Third'], description: 'Third.' }),
			code(-1, { title: 'Below', otherNames: ['Below'] }),
		],
	],
	[
		'numbers that are calculated',
		"enum ErrorCode { Base = 1_000, Next = Base + 1, Bit = 1 << 4, Hex = 0x1F, Join = 'A_' + 'B' }",
		[
			code(1000, { title: 'Base', otherNames: ['Base'] }),
			code(1001, { title: 'Next', otherNames: ['Next'] }),
			code(16, { title: 'Bit', otherNames: ['Bit'] }),
			code(31, { title: 'Hex', otherNames: ['Hex'] }),
			code('A_B', { otherNames: ['Join'] }),
		],
	],
	[
		'statuses',
		'enum HttpStatus { NotFound = 404, Conflict = 409 }',
		[status(404, 'Not found', 'NotFound'), status(409, 'Conflict', 'Conflict')],
	],
	[
		'codes that are like statuses',
		'enum ErrorCode { NotFound = 404 }',
		[code(404, { title: 'Not found', otherNames: ['NotFound'] })],
	],
	[
		'statuses of codes',
		'const ErrorStatus = { GONE: 410, SLOW: 429 };',
		[code('GONE', { status: 410 }), code('SLOW', { status: 429 })],
	],
	[
		'texts of codes',
		`const ERROR_MESSAGES: Record<string, string> = { GONE: 'It is gone.', SLOW: \`Wait \${n} seconds.\` };`,
		[code('GONE', { description: 'It is gone.' }), code('SLOW', { description: 'Wait … seconds.' })],
	],
	[
		'codes by their statuses',
		"const errors = { [HttpStatus.GONE]: 'GONE', [StatusCodes.TOO_MANY_REQUESTS]: 'SLOW' };",
		[code('GONE', { status: 410 }), code('SLOW', { status: 429 })],
	],
	['codes of several words', "enum ErrorCode { Gone = 'it is gone' }", [code('it is gone', { otherNames: ['Gone'] })]],
	[
		'escapes',
		String.raw`type ErrorCode = 'it\'s' | "\u0041\x42\u{43}\
D" | 'a\nb';`,
		[code("it's"), code('ABCD')],
	],
	[
		'names of prototypes',
		"enum ErrorCode { __proto__ = '__proto__', constructor = 'constructor', toString }",
		[code('__proto__'), code('constructor')],
	],
];

describe('what lists codes', () => {
	for (const [title, source, entries] of forms)
		test(title, async () => assert.deepEqual((await read(source, 'errors.ts')).draft.entries, entries));
});

const facts: readonly (readonly [title: string, source: string, entries: readonly DraftEntry[]])[] = [
	[
		'fields beside a code',
		`export const ErrorCodes = {
	gone: { code: 'GONE', httpStatus: 410, message: 'It is gone.', description: 'Nobody has it.', docsUrl: 'https://acme.example/gone' },
	slow: { code: 'SLOW', status: HttpStatus.TOO_MANY_REQUESTS, message: 'Slow ' + 'down', retryable: false, hint: 'Wait a bit.' },
} as const;`,
		[
			code('GONE', {
				status: 410,
				title: 'It is gone.',
				description: 'Nobody has it.',
				url: 'https://acme.example/gone',
			}),
			code('SLOW', { status: 429, description: 'Slow down', retry: 'never', remedy: 'Wait a bit.' }),
		],
	],
	[
		'fields under the code',
		"const errors = { GONE: { statusCode: 410, message: 'Gone, all of it' }, SLOW: { statusCode: 429, deprecated: 'Not since 2.' } };",
		[
			code('GONE', { status: 410, description: 'Gone, all of it' }),
			code('SLOW', { status: 429, deprecated: 'Not since 2.' }),
		],
	],
	[
		'statuses that are called codes',
		"const errors = { GONE: { code: 404, message: 'Gone, all of it' }, LOST: { code: 404, message: 'Lost for good' } };",
		[
			code('GONE', { status: 404, description: 'Gone, all of it' }),
			code('LOST', { status: 404, description: 'Lost for good' }),
		],
	],
	[
		'a list of objects',
		"const errors = [{ code: 'GONE', status: 410 }, { code: 'SLOW', status: 429, title: 'Too fast for us' }];",
		[code('GONE', { status: 410 }), code('SLOW', { status: 429, title: 'Too fast for us' })],
	],
	[
		'arguments of a call, and lists',
		"class Errors { static readonly GONE = new ApiError('GONE', 410, 'It is gone.'); static readonly SLOW = [429, 'Slow down, please']; }",
		[
			code('GONE', { status: 410, description: 'It is gone.' }),
			code('SLOW', { status: 429, description: 'Slow down, please' }),
		],
	],
	[
		'several objects that are an error each',
		"export const Gone = { title: 'Gone away', message: 'It is gone.' } satisfies ErrorData;\nexport const Slow = { title: 'Too fast' } satisfies ErrorData;\nexport const Full = { title: 'All full' } satisfies ErrorData;",
		[
			code('Gone', { title: 'Gone away', description: 'It is gone.' }),
			code('Slow', { title: 'Too fast' }),
			code('Full', { title: 'All full' }),
		],
	],
	[
		'doc comments with tags',
		`enum ErrorCode {
	/**
	 * Nobody has it.
	 *
	 * Sent with HTTP 410.
	 * @see https://acme.example/gone
	 * @since 2.1
	 */
	Gone = 'GONE',
	/** @deprecated Use {@link ErrorCode.Gone} instead. */
	Lost = 'LOST',
	/** Old. @deprecated no tag here */
	Old = 'OLD',
	/** @deprecated */
	Older = 'OLDER',
	/** See {@link https://acme.example the page} of {@link Gone}; not *\\/ here. */
	See = 'SEE',
}`,
		[
			code('GONE', {
				description: 'Nobody has it.\n\nSent with HTTP 410.',
				status: 410,
				url: 'https://acme.example/gone',
				since: '2.1',
			}),
			code('LOST', { deprecated: 'Use `ErrorCode.Gone` instead.', replacedBy: 'GONE' }),
			code('OLD', { description: 'Old. @deprecated no tag here' }),
			code('OLDER', { deprecated: true }),
			code('SEE', { description: 'See [the page](https://acme.example) of `Gone`; not */ here.' }),
		],
	],
	[
		'comments behind and above',
		`const ErrorCode = {
	// Files
	GONE: 'GONE', // it is gone
	LOST: 'LOST', // 404

	// Rates
	SLOW: 'SLOW', /* too fast */
	FULL: 'FULL', // eslint-disable-line
	// OLD: 'OLD',
	LAST: 'LAST',
} as const;`,
		[
			code('GONE', { description: 'it is gone' }),
			code('LOST', { status: 404 }),
			code('SLOW', { description: 'too fast' }),
			code('FULL'),
			code('LAST'),
		],
	],
	[
		'a comment above each',
		"type ErrorCode =\n\t// It is gone.\n\t| 'GONE'\n\t// It is too fast.\n\t| 'SLOW' // really\n\t| 'FULL'",
		[
			code('GONE', { description: 'It is gone.' }),
			code('SLOW', { description: 'It is too fast.\n\nreally' }),
			code('FULL'),
		],
	],
	[
		'what another declaration says of the codes',
		`enum Code { Gone = 'GONE', Slow = 'SLOW' }
const texts: Record<Code, string> = { [Code.Gone]: 'It is gone.', [Code.Slow]: 'Too fast, please wait.' };
const byCode = { [Code.Gone]: { status: 410, code: 'NOT_THIS' }, [Code.Slow]: { status: 429 } };
const colors = { red: '#f00', blue: 'blue' };`,
		[
			code('GONE'),
			code('SLOW'),
			code('GONE', { description: 'It is gone.' }),
			code('SLOW', { description: 'Too fast, please wait.' }),
			code('GONE', { status: 410 }),
			code('SLOW', { status: 429 }),
		],
	],
	[
		'names of numbers',
		"const ErrorCodeName = { [-32700]: 'PARSE_ERROR', 17: 'RESOURCE_FULL' };",
		[
			code(-32_700, { title: 'Parse error', otherNames: ['PARSE_ERROR'] }),
			code(17, { title: 'Resource full', otherNames: ['RESOURCE_FULL'] }),
		],
	],
];

describe('what is said of a code', () => {
	for (const [title, source, entries] of facts)
		test(title, async () => assert.deepEqual((await read(source, 'errors.ts')).draft.entries, entries));
});

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
	for (const text of ['', 'code: A', '| Code | Status |', '{"a": 1}', 'An enum of codes.', 'openapi: 3.0.0'])
		assert.equal(likelihood(text), 0, text);
});

test('time grows with the text alone', async () => {
	const rows = Array.from(
		{ length: 10_000 },
		(_, index) => `\t/** Says ${index}. */\n\tCODE_${index} = 'CODE_${index}',`,
	);
	const many = await read(`enum ErrorCode {\n${rows.join('\n')}\n}`, 'a.ts');
	assert.equal(many.draft.entries.length, 2_000);
	assert.deepEqual(many.draft.entries.at(-1), code('CODE_1999', { description: 'Says 1999.' }));
	const union = Array.from({ length: 2_000 }, (_, index) => `\t| 'CODE_${index}' // ${index}`).join('\n');
	assert.equal((await read(`export type ErrorCode =\n${union};`, 'a.ts')).draft.entries.length, 2_000);
	const hostile = [
		`/* ${'*'.repeat(200_000)} ${'-'.repeat(200_000)}x ${'-'.repeat(200_000)} */ enum ErrorCode { A = 'A' }`,
		`const errors = ${'{ a: '.repeat(5_000)}'A'${' }'.repeat(5_000)};`,
		`type ErrorCode = ${"'A' | ".repeat(5_000)}'B';`,
		`const errors = { a: \`${'${'.repeat(2_000)}\` };`,
		`const errors = ${'f('.repeat(5_000)}{}${')'.repeat(5_000)};`,
	];
	for (const text of hostile) await read(text, 'a.ts');
});
