import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readBlocks } from '../../../../test/support/read-blocks.ts';
import { write } from '../../languages/ecmascript/write.ts';
import { newBranches } from './insert-code.ts';

const strict =
	'--noEmit --ignoreConfig --strict --noImplicitReturns --noFallthroughCasesInSwitch --noUnusedLocals --noUnusedParameters --allowUnreachableCode false --target es2022 --module esnext';
const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

const endings = [
	'break;',
	'return;',
	'return 1;',
	'throw error;',
	'throw new Error();',
	'',
	'{ log(); break; }',
	'{ return 2; }',
];
const names = ['A', 'B', 'C', 'D'];

const source = fc
	.record({
		form: fc.constantFrom('switch', 'chain', 'row', 'table'),
		bodies: fc.array(fc.constantFrom(...endings), { minLength: 1, maxLength: 4 }),
		otherwise: fc.option(fc.constantFrom(...endings)),
		tail: fc.constantFrom('', 'return 3;', 'throw error;', 'log();'),
		type: fc.constantFrom(': number', ': void', '', ': number | undefined'),
	})
	.map(({ form, bodies, otherwise, tail, type }) => {
		const head = 'declare const log: () => void;\n';
		if (form === 'table') {
			const rows = bodies.map((body, index) => `\t${names[index]}: () => { ${body.replace('break;', '')} },\n`);
			const result = type === ': number' ? 'number' : 'void';
			return `${head}declare const error: { code: string };\nconst table: Record<string, () => ${result}> = {\n${rows.join('')}};\ntable[error.code]?.();\nexport {};\n`;
		}
		const statements = { switch: switchOf, chain: chainOf, row: rowOf }[form](bodies, otherwise);
		return `${head}export function look(error: { code: string })${type} {\n${statements}\t${tail}\n}\n`;
	});

function switchOf(bodies: readonly string[], otherwise: string | null): string {
	const cases = bodies.map((body, index) => `\t\tcase '${names[index]}':\n\t\t\tlog();\n\t\t\t${body}\n`);
	const rest = otherwise === null ? '' : `\t\tdefault:\n\t\t\tlog();\n\t\t\t${otherwise}\n`;
	return `\tswitch (error.code) {\n${cases.join('')}${rest}\t}\n`;
}

function chainOf(bodies: readonly string[], otherwise: string | null): string {
	const links = bodies.map((body, index) => `if (error.code === '${names[index]}') {\n\t\tlog();\n\t\t${body}\n\t}`);
	const rest = otherwise === null ? [] : [`{\n\t\t${otherwise}\n\t}`];
	return `\t${[...links, ...rest].join(' else ').replaceAll('break;', '')}\n`;
}

function rowOf(bodies: readonly string[]): string {
	return bodies
		.map((body, index) => `\tif (error.code === '${names[index]}') ${/return|throw/.test(body) ? body : 'return;'}\n`)
		.join('');
}

async function withNew(text: string): Promise<string> {
	const labels = ['NEW_ONE', 'NEW_TWO'].map((code) => ({ label: `'${code}'`, comment: 'Do it' }));
	for (const { code, start } of await readBlocks(text)) {
		const asked = code.dispatches.find(
			({ form, subject }) => subject.path === 'error.code' && (form === 'switch' || form === 'chain'),
		);
		const [table] = code.tables;
		const subject = table && { path: 'error.code', source: 'error.code', part: table.part };
		const dispatch = asked ?? (table && subject && { ...table, form: 'table' as const, subject, head: table.part });
		const edits = dispatch && newBranches(dispatch, code, start, text, labels, write);
		if (edits) return applyEdits(text, edits);
	}
	throw new Error(`Nothing was added to: ${text}`);
}

/** Writes the texts as files, and gives what the compiler says against each. */
function problemsIn(texts: readonly string[]): readonly string[] {
	const folder = mkdtempSync(path.join(tmpdir(), 'branches-'));
	const files = texts.map((text, index) => {
		const file = path.join(folder, `${index}.ts`);
		writeFileSync(file, text);
		return file;
	});
	const { stdout, error } = spawnSync(process.execPath, [tsc, ...strict.split(' '), ...files], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	assert.equal(error, undefined);
	const lines = stdout.split('\n').map((line) => [/(\d+)\.ts\(/.exec(line)?.[1], line] as const);
	return texts.map((_, index) => lines.flatMap(([file, line]) => (file === String(index) ? [line] : [])).join('\n'));
}

test('what compiled compiles with new branches, however branches end', async () => {
	const samples = fc.sample(source, { numRuns: 250, seed: 7 });
	const before = problemsIn(samples);
	const whole = samples.filter((_, index) => before[index] === '');
	assert.ok(whole.length > 80 && whole.length < samples.length, `${whole.length} compile`);
	const after = await Promise.all(whole.map(withNew));
	const problems = problemsIn(after);
	for (const [index, problem] of problems.entries()) assert.equal(problem, '', after[index]);
});
