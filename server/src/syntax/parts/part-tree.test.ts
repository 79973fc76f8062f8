import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';

const code = "\nswitch (error.code) { case 'AUTH_INVALID_TOKEN': break; }\n";

for (const [what, text] of [
	['a union of thousands', `type All = ${Array.from({ length: 20_000 }, (_, index) => `'C${index}'`).join(' | ')};`],
	['a chain of thousands of calls', `start${'.then(next)'.repeat(5_000)};`],
	['a sum of thousands', `const text = ${Array.from({ length: 20_000 }, () => "'RATE_LIMITED'").join(' + ')};`],
	['thousands of brackets', `const list = ${'['.repeat(3_000)}404${']'.repeat(3_000)};`],
	['thousands of conditions', `const found = ${"code === 'RATE_LIMITED' ? 1 : ".repeat(5_000)}0;`],
] as const) {
	test(`${what} beside other code is read`, async () => {
		const { blocks } = await analyzed(text + code);
		const found = blocks.flatMap(({ occurrences }) => occurrences.map(({ value }) => value));
		assert.ok(found.includes('AUTH_INVALID_TOKEN'));
	});
}
