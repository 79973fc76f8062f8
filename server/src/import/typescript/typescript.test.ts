import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAsset } from '../../../../test/support/test-assets.ts';
import { languages } from '../../languages/index.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import type { DraftEntry, ImportReading } from '../draft.ts';
import { importFormats, importFrom } from '../index.ts';
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
		'constants of a file that is called after errors',
		"/** It is gone. */\nexport const FILE_GONE = 'file/gone' as const;\nexport const SLOW = 'slow_down'; // wait\nconst retries = 'no_code';\nconst TITLE = 'Errors';",
		[
			code('file/gone', { description: 'It is gone.' }),
			code('slow_down', { description: 'wait', otherNames: ['SLOW'] }),
		],
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
		'statuses that several codes share',
		'const ErrorCodes = { gone: 404, lost: 404 };\ntype Status = (typeof ErrorCodes)[keyof typeof ErrorCodes];',
		[code('gone', { status: 404 }), code('lost', { status: 404 })],
	],
	[
		'statuses that a type lists',
		'const ErrorStatus = { Lost: 404, Slow: 429 } as const;\ntype ErrorStatus = (typeof ErrorStatus)[keyof typeof ErrorStatus];',
		[status(404, 'Lost', 'Lost'), status(429, 'Slow', 'Slow')],
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

test('rows of an enum or an object that were pasted are known as code', async () => {
	const formats = importFormats(new CodeReader(languages, readAsset));
	for (const text of ["GONE = 'GONE',\nSLOW = 'SLOW',\n", "\tGONE: 'GONE',\n\t'SLOW': 'SLOW'\n"]) {
		const { format: name, draft } = await importFrom({ text }, formats);
		assert.equal(name, 'typescript');
		assert.deepEqual(draft.entries, plain);
	}
});

test('a line that is drawn around a heading says nothing of the code beneath', async () => {
	const source = "export enum ErrorCode {\n\t// ---- Files ----\n\tGone = 'GONE',\n\tSlow = 'SLOW',\n}";
	assert.deepEqual((await read(source)).draft.entries, plain);
});
