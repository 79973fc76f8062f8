import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed } from '../../../test/support/analyzed.ts';
import { applyEdits } from '../../../test/support/apply-edits.ts';
import { plainSettings } from '../../../test/support/check-rule.ts';
import { readCursor } from '../../../test/support/marked-source.ts';
import type { HttpClient } from '../syntax/language.ts';
import { actionsAt } from './actions-at.ts';
import type { Fix, RuleSettings } from './rule.ts';
import { runRules } from './run-rules.ts';

/** Writes a word in front of the branch, so that it shows who was asked about what. */
function client(name: string, answers: boolean): HttpClient {
	const edit = (word: string) => (place: Parameters<HttpClient['retryAfter']>[0]) => {
		const start = place.offset + place.branch.start;
		return answers ? [{ start, end: start, text: `/* ${name} ${word} */ ` }] : undefined;
	};
	return { name, imports: [], retryAfter: edit('waits'), refreshToken: edit('refreshes') };
}

async function fixesAt(source: string): Promise<{ readonly text: string; readonly fixes: readonly Fix[] }> {
	const { text, offset } = readCursor(source);
	const analysis = await analyzed(text);
	const language = { ...analysis.language, clients: [client('first', false), client('second', true)] };
	return { text, fixes: actionsAt({ ...analysis, language }, offset) };
}

/** The titles of what is offered at the cursor. */
async function titlesAt(source: string): Promise<readonly string[]> {
	return (await fixesAt(source)).fixes.map(({ title }) => title);
}

function inFunction(label: string, statements = 'break;'): string {
	return `// api-errors: silentchat
async function load(url: string): Promise<unknown> {
	const response = await fetch(url);
	const { error } = await response.json();
	switch (error.code) {
		${label}
			${statements}
		default:
			throw error;
	}
}`;
}

test('an empty switch over the errors of an API gets all cases', async () => {
	const text =
		"const error = await ask('https://api.silentchat.de/v1/messages');\nfunction f() {\n\tif (error.status === 404) return;\n\tswi█tch (error.code) {\n\t}\n}";
	assert.deepEqual(await titlesAt(text), ['Add all 17 missing cases']);
	assert.deepEqual(await titlesAt(text.replace('█', '').replace('{\n\t}', '{\n█\t}')), []);
	assert.deepEqual(await titlesAt('swi█tch (error.code) {\n}'), []);
});

test('all cases are those of which nothing else is said', async () => {
	const { text, offset } = readCursor(`// api-errors: silentchat
swi█tch (error.code) {
	case 'NOT_FOUND':
	case 'AUTH_INVALID_TOKEN':
	case 'RATE_LIMTED':
		show();
}`);
	const titles = async (source: string, rules: RuleSettings['rules']): Promise<readonly string[]> => {
		const analysis = await analyzed(source);
		const findings = runRules(analysis, { ...plainSettings, rules }, () => undefined);
		return actionsAt(analysis, offset, findings).map(({ title }) => title);
	};
	assert.deepEqual(await titles(text, {}), ['Add all 14 missing cases'], 'the label was meant to be one of 15');
	assert.deepEqual(await titles(text, { 'unknown-code': 'off' }), [], 'the warning offers them');
	assert.deepEqual(await titles(text, { 'unknown-code': 'off', 'missing-required': 'off' }), [
		'Add all 15 missing cases',
	]);
});

test('a branch for a rate limit gets the wait, until it has it', async () => {
	const title = 'Add Retry-After handling';
	assert.deepEqual(await titlesAt(inFunction("case 'RATE_█LIMITED':")), [title]);
	assert.deepEqual(await titlesAt(inFunction("case 'RATE_LIMITED':", 'bre█ak;')), [title]);
	assert.deepEqual(
		await titlesAt(inFunction("case 'RATE_LIMITED':", "await wait(response.headers.get('█Retry-After'));")),
		[],
	);
	assert.deepEqual(await titlesAt(inFunction("case 'CON█FLICT':")), []);
});

test('a branch for an expired token gets the refresh, until it has it', async () => {
	const title = 'Refresh the token and repeat once';
	assert.deepEqual(await titlesAt(inFunction("case 'AUTH_█INVALID_TOKEN':")), [title]);
	assert.deepEqual(await titlesAt(inFunction("case 'AUTH_█INVALID_TOKEN':", 'return refreshToken();')), []);
	assert.deepEqual(await titlesAt(inFunction("case 'AUTH_TOKEN_█REVOKED':")), []);
});

test('the first client that can writes it', async () => {
	const { text, fixes } = await fixesAt(inFunction("case 'RATE_█LIMITED':"));
	assert.match(applyEdits(text, fixes[0]?.edits ?? []), /\t\/\* second waits \*\/ case 'RATE_LIMITED':/);
});

test('a branch of a chain ends where the next begins', async () => {
	const text = `// api-errors: silentchat
async function load(url: string): Promise<unknown> {
	const response = await fetch(url);
	const { error } = await response.json();
	if (error.code === 'RATE_LIMITED') {
		note();
	} else if (error.code === 'CONFLICT') {
		mer█ge();
	}
	throw error;
}`;
	assert.deepEqual(await titlesAt(text), []);
	assert.deepEqual(await titlesAt(text.replace('█', '').replace('note', 'no█te')), ['Add Retry-After handling']);
});

test('a request at the top level is found in the statement before its branch', async () => {
	const { text, offset } = readCursor(
		'# api-errors: silentchat\nimport requests\n\nanswer = requests.get(url)\nif answer.status_code == █429:\n    print("limited")\n',
	);
	const titles = actionsAt(await analyzed(text, 'python'), offset).map(({ title }) => title);
	assert.ok(titles.includes('Add Retry-After handling'), titles.join());
});
