import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlocks } from '../../../test/support/read-blocks.ts';

/** What a file takes from others, as `module name alias`, with `>` where it is handed on. */
async function importsOf(text: string): Promise<readonly string[]> {
	const blocks = await readBlocks(text);
	return blocks.flatMap(({ code }) =>
		code.imports.flatMap(({ module, names, isHandedOn }) =>
			names.map(({ name, alias }) => `${module} ${name} ${isHandedOn ? '> ' : ''}${alias}`),
		),
	);
}

/** What a file lets others import, as `name local`. */
async function exportsOf(text: string): Promise<readonly string[]> {
	const blocks = await readBlocks(text);
	return blocks.flatMap(({ code }) => code.exports.map(({ name, local }) => `${name} ${local}`));
}

async function constantsOf(text: string): Promise<readonly string[]> {
	const blocks = await readBlocks(text);
	return blocks.flatMap(({ code }) => code.constants.map(({ name, literal }) => `${name} ${literal.value}`));
}

const imports: readonly (readonly [string, readonly string[]])[] = [
	["import Codes, { A, B as C, type D } from './x';", ['./x default Codes', './x A A', './x B C', './x D D']],
	["import * as codes from './x';", ['./x * codes']],
	["import codes = require('./x');", ['./x default codes']],
	["export { A, B as C } from './x';", ['./x A > A', './x B > C']],
	["export * from './x';", ['./x * > *']],
	["export * as codes from './x';", ['./x * > codes']],
	["const codes = require('./x');", ['./x * codes']],
	["const { A, B: C } = require('./x');", ['./x A A', './x B C']],
	["const limited = require('./x').Codes.limited;", ['./x Codes.limited limited']],
	["const { A } = await import('./x');", ['./x A A']],
	["module.exports = require('./x');", ['./x * > *']],
	["module.exports = { ...require('./x') };", ['./x * > *']],
];

for (const [text, expected] of imports) {
	test(`imports: ${text}`, async () => assert.deepEqual(await importsOf(text), expected));
}

const exports: readonly (readonly [string, readonly string[]])[] = [
	['export { A, B as C };', ['A A', 'C B']],
	['export default codes;', ['default codes']],
	['module.exports = codes;', ['default codes']],
	['module.exports = { A, B: C };', ['A A', 'B C']],
	['module.exports.A = B;', ['A B']],
	['exports.A = A;', ['A A']],
];

for (const [text, expected] of exports) {
	test(`exports: ${text}`, async () => assert.deepEqual(await exportsOf(text), expected));
}

const constants: readonly (readonly [string, readonly string[]])[] = [
	["const Codes = { auth: { expired: 'TOKEN' } } as const;", ['Codes.auth.expired TOKEN']],
	["export default { limited: 'RATE_LIMITED' };", ['default.limited RATE_LIMITED']],
	["export default Object.freeze({ limited: 'RATE_LIMITED' } as const);", ['default.limited RATE_LIMITED']],
	["module.exports = { limited: 'RATE_LIMITED' };", ['module.exports.limited RATE_LIMITED']],
	["exports.Codes = { limited: 'RATE_LIMITED' };", ['exports.Codes.limited RATE_LIMITED']],
	["exports.LIMITED = 'RATE_LIMITED';", ['exports.LIMITED RATE_LIMITED']],
];

for (const [text, expected] of constants) {
	test(`constants that are exported: ${text}`, async () => assert.deepEqual(await constantsOf(text), expected));
}
