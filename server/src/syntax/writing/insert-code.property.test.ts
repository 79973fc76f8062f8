import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { hasSyntaxError, readBlocks } from '../../../../test/support/read-blocks.ts';
import { write } from '../../languages/ecmascript/write.ts';
import type { Edit } from '../span.ts';
import { newBranches } from './insert-code.ts';

/** How one arm is written, and how it ends. */
interface Arm {
	readonly statements: number;
	readonly ending: 'break' | 'return' | 'value' | 'throw' | 'none';
	readonly braces: boolean;
	readonly oneLine: boolean;
	/** Comments above, in the line of the label, and below. */
	readonly above: string;
	readonly beside: string;
	readonly below: string;
	readonly blank: boolean;
}

interface Style {
	readonly unit: string;
	readonly lineBreak: string;
	readonly quote: string;
	readonly semicolon: string;
	readonly level: boolean;
}

const arm: fc.Arbitrary<Arm> = fc.record({
	statements: fc.nat(2),
	ending: fc.constantFrom('break', 'break', 'return', 'value', 'throw', 'none'),
	braces: fc.boolean(),
	oneLine: fc.boolean(),
	above: fc.constantFrom('', '', '// above', '/* above */', '\n// apart\n'),
	beside: fc.constantFrom('', '', ' // beside', ' /* beside */'),
	below: fc.constantFrom('', '', '\t// below', '// level', '\t/* two\n\t   lines */'),
	blank: fc.boolean(),
});

const style: fc.Arbitrary<Style> = fc.record({
	unit: fc.constantFrom('\t', '  ', '    '),
	lineBreak: fc.constantFrom('\n', '\r\n'),
	quote: fc.constantFrom("'", '"', '`'),
	semicolon: fc.constantFrom(';', ''),
	level: fc.boolean(),
});

const endings = { break: 'break', return: 'return', value: 'return 1', throw: 'throw error', none: '' };

function statementsOf({ statements, ending }: Arm, name: string, loop: boolean): readonly string[] {
	const calls = Array.from({ length: statements }, (_, index) => `trace.push('${name}${index}')`);
	const end = ending === 'break' && !loop ? '' : endings[ending];
	return end === '' ? calls : [...calls, end];
}

/** The statements of an arm after its head, with its comments; every line begins with tabs for its level. */
function armText(head: string, one: Arm, name: string, loop: boolean): string {
	const { braces, oneLine, above, beside, below, blank } = one;
	const statements = statementsOf(one, name, loop).map((statement) => `${statement};`);
	const first = above === '' ? '' : `${above}\n`;
	const last = below === '' ? '' : `\n${below}`;
	const open = braces ? ' {' : '';
	if (oneLine) {
		const inside = [...statements, ...(braces ? ['}'] : [])].map((statement) => ` ${statement}`).join('');
		return `${first}${head}${open}${inside}${beside}${last}\n${blank ? '\n' : ''}`;
	}
	const inside = statements.map((statement) => `\n\t${statement}`).join('');
	return `${first}${head}${open}${beside}${inside}${braces ? '\n}' : ''}${last}\n${blank ? '\n' : ''}`;
}

/** A function whose parameter `error` is looked at, and which notes in `trace` what it does. */
function functionText(body: string, { unit, lineBreak, semicolon }: Style): string {
	const text = `function look(error, trace) {\n\tfor (;;) {\n${indented(indented(body))}\t\ttrace.push('after');\n\t\tbreak;\n\t}\n}\n`;
	const ended = semicolon === '' ? text.replace(/;(?=( \/\/.*| \/\*.*\*\/)?$)/gm, '') : text;
	return ended.replace(/^\t+/gm, (tabs) => unit.repeat(tabs.length)).replaceAll('\n', lineBreak);
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '\t');

const switchText = fc
	.record({ style, arms: fc.array(arm, { maxLength: 5 }), at: fc.nat(6), otherwise: fc.option(arm) })
	.map(({ style: chosen, arms, at, otherwise }) => {
		const cases = arms.map((one, index) =>
			armText(`case ${chosen.quote}${names[index]}${chosen.quote}:`, one, `${names[index]}`, true),
		);
		if (otherwise) cases.splice(at % (cases.length + 1), 0, armText('default:', otherwise, 'rest', true));
		const body = cases.join('');
		return functionText(`switch (error.code) {\n${chosen.level ? body : indented(body)}}\n`, chosen);
	});

const chainText = fc
	.record({ style, arms: fc.array(arm, { minLength: 1, maxLength: 4 }), otherwise: fc.option(arm), near: fc.boolean() })
	.map(({ style: chosen, arms, otherwise, near }) => {
		const links = arms.map((one, index) => {
			const head = `if (error.code === ${chosen.quote}${names[index]}${chosen.quote})`;
			return armText(head, { ...one, braces: true, below: '', blank: false, above: '' }, `${names[index]}`, false);
		});
		if (otherwise)
			links.push(
				armText('', { ...otherwise, braces: true, below: '', blank: false, above: '' }, 'rest', false).trimStart(),
			);
		const joined = links.map((link) => link.trimEnd()).join(near ? ' else ' : '\nelse ');
		return functionText(`${near ? joined.replace(/(\/\/ beside) else/g, '$1\nelse') : joined}\n`, chosen);
	});

const rowText = fc
	.record({ style, arms: fc.array(arm, { minLength: 2, maxLength: 4 }) })
	.map(({ style: chosen, arms }) => {
		const rows = arms.map((one, index) => {
			const ending = one.ending === 'break' || one.ending === 'none' ? 'return' : one.ending;
			const head = `if (error.code === ${chosen.quote}${names[index]}${chosen.quote})`;
			const single = !one.braces && one.statements > 0;
			return armText(head, { ...one, ending, statements: single ? 0 : one.statements }, `${names[index]}`, false);
		});
		return functionText(rows.join(''), chosen);
	});

const names = ['A', 'B', 'C', 'D', 'E'];

/** What a function does with a code: what it noted, what it gave and what it threw. */
function outcome(text: string, code: string): string {
	const trace: string[] = [];
	const error = { code };
	const run = new Function('error', 'trace', `${text}\nreturn look(error, trace);`) as (
		error: object,
		trace: string[],
	) => unknown;
	try {
		return JSON.stringify([trace, run(error, trace) ?? 'nothing']);
	} catch (thrown) {
		return JSON.stringify([trace, thrown === error ? 'error' : String(thrown)]);
	}
}

async function editsFor(text: string): Promise<readonly Edit[] | undefined> {
	const labels = ['NEW_ONE', 'NEW_TWO'].map((code) => ({ label: write.string(code), comment: `Do what ${code} asks` }));
	for (const { code, start } of await readBlocks(text, 'javascript')) {
		const dispatch = code.dispatches.find(({ subject }) => subject.path === 'error.code');
		if (dispatch) return newBranches(dispatch, code, start, text, labels, write);
	}
	return undefined;
}

async function checkText(text: string): Promise<boolean> {
	assert.equal(hasSyntaxError(await readBlocks(text, 'javascript')), false, text);
	const edits = await editsFor(text);
	if (!edits) return false;
	const after = applyEdits(text, edits);
	assert.ok(!hasSyntaxError(await readBlocks(after, 'javascript')), after);
	for (const { start, end } of edits) assert.ok(text.slice(start, end).trim() === '', 'nothing that was there is lost');
	assert.equal(await editsFor(after), undefined, `nothing is added twice:\n${after}`);
	for (const code of [...names, 'OTHER'])
		assert.equal(outcome(after, code), outcome(text, code), `${code} in:\n${after}`);
	assert.doesNotMatch(outcome(after, 'NEW_ONE'), /[A-E]\d|rest/, `the new branch does nothing else:\n${after}`);
	if (text.includes('\r')) assert.doesNotMatch(after, /[^\r]\n/);
	else assert.doesNotMatch(after, /\r/);
	return true;
}

/** Checks texts of one kind, and that hardly any is refused: what is refused is not checked. */
async function checkAll(texts: fc.Arbitrary<string>): Promise<void> {
	let offered = 0;
	let all = 0;
	await fc.assert(
		fc.asyncProperty(texts, async (text) => {
			all++;
			if (await checkText(text)) offered++;
		}),
		{ numRuns: 300 },
	);
	assert.ok(offered / all > 0.9, `offered for ${offered} of ${all}`);
}

test('a switch does the same for all other codes once a case is added', () => checkAll(switchText));
test('a chain of ifs does the same for all other codes once a test is added', () => checkAll(chainText));
test('ifs in a row do the same for all other codes once one is added', () => checkAll(rowText));
