import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setValues } from './set-values.ts';

test('only what the user set is sent, wherever that was', () => {
	const settings: Readonly<Record<string, object>> = {
		hovers: { key: 'apiErrors.hovers', defaultValue: true },
		completions: { key: 'apiErrors.completions', defaultValue: true, globalValue: false },
		testFiles: { defaultValue: ['a'], workspaceFolderValue: [] },
		'rules.retry-after': { defaultValue: 'information', workspaceValue: 'information' },
		'rules.unknown-code': { defaultValue: 'warning', defaultLanguageValue: 'off' },
		'rules.missing-required': { defaultValue: 'warning', globalLanguageValue: 'off', languageIds: ['go'] },
	};
	const values = setValues([...Object.keys(settings), 'gone'], (name) => ({
		places: settings[name],
		value: `what counts of ${name}`,
	}));
	assert.deepEqual(values, {
		completions: 'what counts of completions',
		testFiles: 'what counts of testFiles',
		rules: {
			'retry-after': 'what counts of rules.retry-after',
			'missing-required': 'what counts of rules.missing-required',
		},
	});
});

test('where nothing is set, nothing is sent', () => {
	assert.deepEqual(
		setValues(['hovers', 'rules.retry-after'], () => ({ places: { defaultValue: 1 }, value: 1 })),
		{},
	);
});
