import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readSettings } from './settings.ts';

test('nothing given means the defaults', () => {
	for (const nothing of [undefined, null, {}])
		assert.deepEqual(readSettings(nothing), { given: {}, settings: defaultSettings, problems: [] });
});

test('what is given replaces the defaults', () => {
	const { settings, problems } = readSettings({
		hovers: false,
		hoverVerbosity: 'full',
		rules: { 'unknown-code': 'hint', 'missing-required': 'off' },
		apis: [
			{ files: 'src/chat/**', apis: ['silentchat'] },
			{ files: 'legacy/**', apis: 'none' },
		],
		requiredCodes: ['CONFLICT', '!RATE_LIMITED'],
		whenDefault: 'off',
	});
	assert.deepEqual(problems, []);
	assert.deepEqual(settings, {
		...defaultSettings,
		hovers: false,
		hoverVerbosity: 'full',
		rules: { 'unknown-code': 'hint', 'missing-required': 'off' },
		apis: [
			{ files: 'src/chat/**', apis: ['silentchat'] },
			{ files: 'legacy/**', apis: ['none'] },
		],
		requiredCodes: ['CONFLICT', '!RATE_LIMITED'],
		whenDefault: 'off',
	});
});

test('a wrong value is named and costs no other', () => {
	const { settings, problems } = readSettings({
		enable: 'yes',
		hovers: false,
		rules: { 'unknown-code': 'loud', 'missing-required': 'error', 'no-such': 'error' },
		requiredCodes: ['CONFLICT', 7],
		apis: [{ files: 3 }, { files: '**', apis: ['chatness'] }],
		whenDefault: 'sometimes',
		testFiles: 'none',
		colour: 'red',
		trace: { server: 'verbose' },
	});
	assert.equal(settings.enable, true);
	assert.equal(settings.hovers, false);
	assert.deepEqual(settings.rules, { 'missing-required': 'error' });
	assert.deepEqual(settings.requiredCodes, ['CONFLICT']);
	assert.deepEqual(settings.apis, [{ files: '**', apis: ['chatness'] }]);
	assert.equal(settings.whenDefault, 'warning');
	assert.deepEqual(settings.testFiles, defaultSettings.testFiles);
	assert.deepEqual(problems, [
		'apiErrors.enable: expected true or false.',
		'apiErrors.rules: unknown-code: expected one of error, warning, information, hint, off.',
		'apiErrors.rules: there is no rule no-such.',
		'apiErrors.requiredCodes: item 2 is not a string.',
		'apiErrors.apis: item 1: expected an object with "files", a glob, and "apis", a list of ids.',
		'apiErrors.whenDefault: expected one of warning, information, off.',
		'apiErrors.testFiles: expected a list of strings.',
		'apiErrors.colour: there is no such setting.',
	]);
});

test('a level that is the rule’s own counts as not chosen', () => {
	assert.deepEqual(readSettings({ rules: { 'missing-required': 'warning' } }).settings.rules, {});
});

test('anything at all can be read', () => {
	for (const odd of [1, 'x', [], [[]], { rules: [] }, { apis: {} }, { __proto__: null }, { constructor: 1 }]) {
		const { settings } = readSettings(odd);
		assert.deepEqual(settings, defaultSettings);
	}
});
