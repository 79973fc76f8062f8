import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed, noContext } from '../../../test/support/analyzed.ts';
import { plainSettings } from '../../../test/support/check-rule.ts';
import type { Finding, PlacedFinding, Rule, RuleSettings } from './rule.ts';
import { runRules } from './run-rules.ts';

/** Says something of every code in the text. */
const speaking: Rule = {
	name: 'speaking',
	summary: '',
	severity: 'warning',
	whySilent: () => undefined,
	check: (block) => block.code.literals.map(({ start, end, text }) => ({ at: { start, end }, message: text })),
};

function saying(name: string, finding: Partial<Finding>, severity: Rule['severity'] = 'warning'): Rule {
	const check = () => [{ at: { start: 0, end: 1 }, message: name, ...finding }];
	return { name, summary: '', severity, check, whySilent: () => undefined };
}

interface Run {
	readonly settings?: RuleSettings;
	readonly testGlob?: string;
	readonly crashes?: string[];
}

async function run(text: string, rules: readonly Rule[], given: Run = {}): Promise<readonly PlacedFinding[]> {
	const { settings = plainSettings, testGlob, crashes = [] } = given;
	const analysis = await analyzed(text, 'typescript', { ...noContext, testGlob });
	return runRules(analysis, settings, (rule) => crashes.push(rule), rules);
}

test('findings have their places in the document, in its order', async () => {
	const text = "f('CONFLICT');\ng('NOT_FOUND', 'RATE_LIMITED');";
	const found = await run(text, [speaking]);
	assert.deepEqual(
		found.map(({ at, message, rule }) => [text.slice(at.start, at.end) === message, message, rule]),
		[
			[true, "'CONFLICT'", 'speaking'],
			[true, "'NOT_FOUND'", 'speaking'],
			[true, "'RATE_LIMITED'", 'speaking'],
		],
	);
});

test('places that are related move with them', async () => {
	const related = [{ at: { start: 2, end: 12 }, message: 'here' }];
	const text = "let a;\nf('CONFLICT');";
	const [finding] = await run(text, [saying('one', { related })]);
	const at = finding?.related?.[0]?.at;
	assert.equal(at && text.slice(at.start, at.end), "'CONFLICT'");
});

test('a rule that throws costs only itself', async () => {
	const failing: Rule = {
		...saying('failing', {}),
		check() {
			throw new Error('no');
		},
	};
	const crashes: string[] = [];
	const found = await run("f('CONFLICT');", [failing, saying('other', {})], { crashes });
	assert.deepEqual([found.map(({ rule }) => rule), crashes], [['other'], ['failing']]);
});

test('the user chooses severities; a finding may weigh less, never more', async () => {
	const rules = [saying('plain', {}), saying('light', { severity: 'information' })];
	const severities = async (level?: Rule['severity']): Promise<readonly string[]> => {
		const levels = level === undefined ? {} : { plain: level, light: level };
		const found = await run("f('CONFLICT');", rules, { settings: { ...plainSettings, rules: levels } });
		return found.map(({ rule, severity }) => `${rule} ${severity}`).sort();
	};
	assert.deepEqual(await severities(), ['light information', 'plain warning']);
	assert.deepEqual(await severities('error'), ['light information', 'plain error']);
	assert.deepEqual(await severities('hint'), ['light hint', 'plain hint']);
	assert.deepEqual(await severities('off'), []);
});

test('a rule that is off until it is switched on', async () => {
	const rule = saying('extra', {}, 'off');
	assert.deepEqual(await run("f('CONFLICT');", [rule]), []);
	const settings = { ...plainSettings, rules: { extra: 'hint' } } as const;
	assert.equal((await run("f('CONFLICT');", [rule], { settings }))[0]?.severity, 'hint');
});

test('a setting that bears a name of every object changes nothing', async () => {
	assert.equal((await run("f('CONFLICT');", [saying('constructor', {})]))[0]?.severity, 'warning');
});

test('directives silence findings of their lines', async () => {
	const text = "// api-errors-disable-next-line speaking\nf('CONFLICT');\nf('NOT_FOUND');";
	assert.deepEqual(
		(await run(text, [speaking])).map(({ message }) => message),
		["'NOT_FOUND'"],
	);
});

test('nothing is warned about in a test, but mistakes in its directives are', async () => {
	const text = "// api-errors: silentcat\n// api-errors-disable-next-line speeking\nf('CONFLICT');";
	const { rules } = await import('./index.ts');
	const found = await run(text, [speaking, ...rules], { testGlob: '**/*.test.*' });
	assert.deepEqual(
		found.map(({ message }) => message),
		["There is no API 'silentcat'; did you mean silentchat?", "There is no rule 'speeking'; did you mean speaking?"],
	);
});

test('a file that speaks of no API is left alone', async () => {
	const text =
		"// api-errors: none\nswitch (error.code) {\n\tcase 'AUTH_INVALID_TOKEN':\n\tcase 'WIDGET_KEY_INVALID':\n}";
	const { rules } = await import('./index.ts');
	assert.deepEqual(await run(text, rules), []);
});
