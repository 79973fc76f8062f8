import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzed } from '../../../../test/support/analyzed.ts';
import type { PlacedFinding } from '../../rules/rule.ts';
import { runRules } from '../../rules/run-rules.ts';
import { defaultSettings } from '../../settings.ts';
import { reportedFinding } from './reported-finding.ts';

const crashes: string[] = [];
const onCrash = (rule: string) => void crashes.push(rule);

/** What is reported of a text: of all that is found, or of what is given. */
async function reported(text: string, given?: PlacedFinding) {
	const analysis = await analyzed(text);
	const findings = given ? [given] : runRules(analysis, defaultSettings, onCrash);
	const file = TextDocument.create(analysis.document.uri, analysis.document.languageId, 1, text);
	return findings.map((finding) => reportedFinding(analysis, finding, file, onCrash));
}

test('a finding has its lines, the API of what chooses there, and the text of its line', async () => {
	const text = "// api-errors: silentchat\n\n  switch (\n\t\terror.code) { // 😀\n\tcase 'NOT_FOUND':\n}\n";
	const [finding] = await reported(text);
	const { line, column, endLine, endColumn, api, code } = finding ?? {};
	assert.deepEqual([line, column, endLine, endColumn], [3, 3, 4, 14]);
	assert.deepEqual([api, code], ['silentchat', 'switch (']);
});

test('what stands for itself is about the API that it is of, and a comment is about none', async () => {
	const text = "// api-errors: silentchat\n// api-errors-disable-next-line retry-after\nsend(429, 'CONFLICT');\n";
	const found = await reported(text);
	assert.deepEqual(
		found.map(({ rule, api }) => [rule, api]),
		[['unused-directive', undefined]],
	);
	const start = text.indexOf("'CONFLICT'");
	const placed = { at: { start, end: start + 10 }, message: 'a', rule: 'b', severity: 'hint' } as const;
	const [code] = await reported(text, placed);
	assert.deepEqual([code?.api, code?.code], ['silentchat', "send(429, 'CONFLICT');"]);
});

test('a finding is fixable where a fix may be applied unseen, and a fix that fails costs nothing else', async () => {
	const finding = { at: { start: 0, end: 1 }, message: 'a', rule: 'unknown-code', severity: 'hint' } as const;
	const fix = (safe: boolean) => ({ title: 'a', edits: [], safe });
	const fixable = async (fixes: NonNullable<PlacedFinding['fixes']>) =>
		(await reported('a();', { ...finding, fixes })).map((one) => one.fixable);
	assert.deepEqual(await fixable(() => [fix(false), fix(true)]), [true]);
	assert.deepEqual(await fixable(() => [fix(false)]), [false]);
	assert.deepEqual(await fixable(() => []), [false]);
	crashes.length = 0;
	assert.deepEqual(
		await fixable(() => {
			throw new Error('broken');
		}),
		[false],
	);
	assert.deepEqual(crashes, ['unknown-code']);
});
