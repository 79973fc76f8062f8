import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf } from '../../../test/support/analyzed.ts';
import type { PlacedFinding } from '../rules/rule.ts';
import { diagnostics } from './diagnostics.ts';

const document = documentOf('one\n😀 two\nthree');
const finding: PlacedFinding = {
	rule: 'duplicate-branch',
	severity: 'information',
	at: { start: 7, end: 10 },
	message: 'Handled above',
	tag: 'unnecessary',
	related: [{ at: { start: 0, end: 3 }, message: 'here' }],
};
const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 6 } };

test('an able client gets all that is known', () => {
	const options = { rulePages: 'https://example.com/rules/', tags: true, relatedInformation: true };
	assert.deepEqual(diagnostics(document, [finding], options), [
		{
			range,
			severity: 3,
			source: 'api-errors',
			code: 'duplicate-branch',
			codeDescription: { href: 'https://example.com/rules/duplicate-branch.md' },
			message: 'Handled above',
			tags: [1],
			relatedInformation: [
				{
					location: { uri: document.uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } } },
					message: 'here',
				},
			],
		},
	]);
});

test('a client that can show nothing more gets place, severity, rule and message', () => {
	const options = { rulePages: undefined, tags: false, relatedInformation: false };
	assert.deepEqual(diagnostics(document, [finding], options), [
		{ range, severity: 3, source: 'api-errors', code: 'duplicate-branch', message: 'Handled above' },
	]);
});

test('each severity is the editor’s of the same name', () => {
	const options = { rulePages: undefined, tags: false, relatedInformation: false };
	const all = (['error', 'warning', 'information', 'hint'] as const).map((severity) => ({ ...finding, severity }));
	assert.deepEqual(
		diagnostics(document, all, options).map(({ severity }) => severity),
		[1, 2, 3, 4],
	);
});
