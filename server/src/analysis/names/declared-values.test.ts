import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const told = '// api-errors: silentchat\n';
/** A switch over `code` that lacks both codes that are required. */
const on = (subject: string): string =>
	`switch (${subject}) { case 'CONFLICT': a(); break; case 'NOT_FOUND': b(); break; case 'RATE_LIMITED': c(); }`;
const warned = ['AUTH_INVALID_TOKEN'];

/** Where the type says that AUTH_INVALID_TOKEN cannot come. */
const closed: readonly (readonly [title: string, source: string])[] = [
	['a union of a parameter', `function f(code: 'CONFLICT' | 'NOT_FOUND' | 'RATE_LIMITED') { ${on('code')} }`],
	[
		'a union with nothing',
		`function f(code?: 'CONFLICT' | 'NOT_FOUND' | 'RATE_LIMITED' | undefined) { ${on('code')} }`,
	],
	[
		'a union with a name',
		`type ErrorCode =\n\t| 'CONFLICT'\n\t| 'NOT_FOUND'\n\t| "RATE_LIMITED";\nfunction f(code: ErrorCode) { ${on('code')} }`,
	],
	[
		'a union of names',
		`type Soft = 'CONFLICT' | 'NOT_FOUND';\nexport type ErrorCode = Soft | 'RATE_LIMITED';\nfunction f(code: ErrorCode) { ${on('code')} }`,
	],
	[
		'an enum',
		`enum Code { Conflict = 'CONFLICT', Gone = 'NOT_FOUND', Limited = 'RATE_LIMITED' }\nfunction f(code: Code) { ${on('code')} }`,
	],
	[
		'some members of an enum',
		`enum Code { Conflict = 'CONFLICT', Token = 'AUTH_INVALID_TOKEN' }\nfunction f(code: Code.Conflict | 'RATE_LIMITED') { ${on('code')} }`,
	],
	[
		'a constant with a type',
		`type Code = 'CONFLICT' | 'RATE_LIMITED';\nasync function f() { const code: Code = await ask(); ${on('code')} }`,
	],
	['a value that is cast', `function f(error: Error) { ${on("(error as any).code as 'CONFLICT' | 'RATE_LIMITED'")} }`],
	[
		'a constant with a value that is cast',
		`function f(body: any) { const code = body.code as 'CONFLICT' | 'RATE_LIMITED'; ${on('code')} }`,
	],
	[
		'an element of a list',
		`const CODES = ['CONFLICT', 'RATE_LIMITED'] as const;\nfunction f(code: (typeof CODES)[number]) { ${on('code')} }`,
	],
	[
		'a type of an element of a list',
		`const CODES = ['CONFLICT', 'RATE_LIMITED'] as const;\ntype Code = typeof CODES[number];\nfunction f(code: Code) { ${on('code')} }`,
	],
	[
		'a key of a table',
		`const texts = { CONFLICT: 'Taken', RATE_LIMITED: 'Slow' };\nfunction f(code: keyof typeof texts) { ${on('code')} }`,
	],
	[
		'a value of a table',
		`const Code = { Conflict: 'CONFLICT', Limited: 'RATE_LIMITED' } as const;\ntype Code = (typeof Code)[keyof typeof Code];\nfunction f(code: Code) { ${on('code')} }`,
	],
	[
		'a member of an interface',
		`type Code = 'CONFLICT' | 'RATE_LIMITED';\ninterface Failure { message: string; code: Code }\nfunction f(error: Failure) { ${on('error.code')} }`,
	],
	[
		'a member of a member',
		`interface Body { error: { code: 'CONFLICT' | 'RATE_LIMITED' } }\nfunction f(body: Body) { const { code } = body.error; ${on('code')} }`,
	],
	[
		'a member of what is written in place',
		`function f(error: { code: 'CONFLICT' | 'RATE_LIMITED'; text: string }) { ${on('error.code')} }`,
	],
	['a parameter that is taken apart', `function f({ code }: { code: 'CONFLICT' | 'RATE_LIMITED' }) { ${on('code')} }`],
	[
		'a field of a class',
		`class Failure extends Error { code: 'CONFLICT' | 'RATE_LIMITED'; }\nfunction f(error: Failure) { ${on('error.code')} }`,
	],
	[
		'statuses',
		`// too\nfunction f(response: { status: 404 | 429 | 409 }) { switch (response.status) { case 404: a(); break; case 409: b(); break; case 429: c(); } }`,
	],
];

/** Where it may come all the same. */
const open: readonly (readonly [title: string, source: string])[] = [
	['a string', `function f(code: string) { ${on('code')} }`],
	['a union with a string', `function f(code: 'CONFLICT' | string) { ${on('code')} }`],
	['a union that has it', `function f(code: 'CONFLICT' | 'AUTH_INVALID_TOKEN') { ${on('code')} }`],
	[
		'a type of another file',
		`import type { ErrorCode } from '../codes';\nfunction f(code: ErrorCode) { ${on('code')} }`,
	],
	[
		'a union with a type of another file',
		`import type { More } from '../codes';\ntype Code = 'CONFLICT' | More;\nfunction f(code: Code) { ${on('code')} }`,
	],
	['a type that is made of others', `type Code = Exclude<All, 'CONFLICT'>;\nfunction f(code: Code) { ${on('code')} }`],
	[
		'a list that may change',
		`const CODES = ['CONFLICT', 'RATE_LIMITED'];\nfunction f(code: (typeof CODES)[number]) { ${on('code')} }`,
	],
	[
		'a list of them',
		`type Code = 'CONFLICT' | 'RATE_LIMITED';\nfunction f(codes: Code[]) { const [code] = codes; ${on('code')} }`,
	],
	['an enum that counts', `enum Code { Conflict, Limited }\nfunction f(code: Code) { ${on('code')} }`],
	['a type that names itself', `type Code = Code | 'CONFLICT';\nfunction f(code: Code) { ${on('code')} }`],
	[
		'a member of another name',
		`interface Failure { kind: 'CONFLICT'; code: string }\nfunction f(error: Failure) { ${on('error.code')} }`,
	],
	['a name of another function', `function g(code: 'CONFLICT') {}\nfunction f(code: string) { ${on('code')} }`],
];

describe('a type that lists what may come', () => {
	for (const [title, source] of closed) it(title, async () => assert.deepEqual(await warnedIn(told + source), []));
});

describe('a type that leaves open what may come', () => {
	for (const [title, source] of open) it(title, async () => assert.deepEqual(await warnedIn(told + source), warned));
});
