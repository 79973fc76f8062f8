import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';

const api = "const base = 'https://api.silentchat.de';\n";

/** The labels that stand for a code of the API, as they are written, with the code. */
async function covered(source: string): Promise<readonly string[]> {
	const { blocks } = await analyzed(api + source);
	return blocks.flatMap(({ dispatches }) =>
		dispatches.flatMap(({ labels }) =>
			labels.flatMap(({ label, entries }) => entries.map(({ value }) => `${label.part.text} is ${value}`)),
		),
	);
}

const names: Readonly<Record<string, readonly [string, readonly string[]]>> = {
	'a member of an enum': [
		"enum Code { Slow = 'RATE_LIMITED' }\nswitch (error.code) { case Code.Slow: break; }",
		['Code.Slow is RATE_LIMITED'],
	],
	'a row of a table': [
		"const codes = { slow: 'RATE_LIMITED' } as const;\nswitch (error.code) { case codes.slow: break; }",
		['codes.slow is RATE_LIMITED'],
	],
	'a row of a table in a table': [
		"const codes = { auth: { old: 'AUTH_INVALID_TOKEN' } };\nswitch (error.code) { case codes.auth.old: break; }",
		['codes.auth.old is AUTH_INVALID_TOKEN'],
	],
	'a row by its key in quotes': [
		"const codes = { slow: 'RATE_LIMITED' };\nswitch (error.code) { case codes['slow']: break; }",
		["codes['slow'] is RATE_LIMITED"],
	],
	'a name that the file takes out of a table': [
		"const codes = { slow: 'RATE_LIMITED' };\nconst { slow } = codes;\nswitch (error.code) { case slow: break; }",
		['slow is RATE_LIMITED'],
	],
	'a name that the function takes out of a table': [
		"const codes = { slow: 'RATE_LIMITED' };\nfunction f(error) { const { slow: S } = codes; switch (error.code) { case S: break; } }",
		['S is RATE_LIMITED'],
	],
	'a part of a table under another name': [
		"const codes = { auth: { old: 'AUTH_INVALID_TOKEN' } };\nconst auth = codes.auth;\nswitch (error.code) { case auth.old: break; }",
		['auth.old is AUTH_INVALID_TOKEN'],
	],
	'a static field': [
		"class Codes { static readonly SLOW = 'RATE_LIMITED'; }\nswitch (error.code) { case Codes.SLOW: break; }",
		['Codes.SLOW is RATE_LIMITED'],
	],
	'a member whose value is no code': [
		"enum Code { RateLimited = 'slow down' }\nswitch (error.code) { case Code.RateLimited: break; case 'AUTH_INVALID_TOKEN': break; }",
		["'AUTH_INVALID_TOKEN' is AUTH_INVALID_TOKEN"],
	],
};

describe('names that stand for codes', () => {
	for (const [name, [source, expected]] of Object.entries(names)) {
		test(name, async () => assert.deepEqual(await covered(source), expected));
	}
});
