import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOrigins, type NamedLayer } from './describe-origins.ts';

const nowhere = { start: 0, end: 0 };
const builtin: NamedLayer = {
	source: 'builtin:silentchat',
	name: 'silentchat.json',
	line: 62,
	address: 'api-errors:/catalogs/silentchat.json#L62',
	fields: ['value', 'title', 'status'],
	written: { value: 'RATE_LIMITED', title: 'Too many requests', status: 429, required: true },
	whole: nowhere,
	value: nowhere,
};
const own: NamedLayer = {
	...builtin,
	source: 'file:///project/.api-errors/ours.yaml',
	name: '.api-errors/ours.yaml',
	line: 4,
	address: undefined,
	fields: ['required', 'runbook'],
	written: { value: 'RATE_LIMITED', required: false, runbook: 'https://wiki.example/limits' },
};

test('each file has a line with what counts of it, and what that stands for', () => {
	assert.deepEqual(describeOrigins([own, builtin]), [
		'- .api-errors/ours.yaml, line 4: `required` (`false` instead of `true`), `runbook`',
		'- [silentchat.json, line 62](api-errors:/catalogs/silentchat.json#L62), which comes with us: `title`, `status`',
	]);
});

test('a file of which nothing counts is named all the same', () => {
	assert.deepEqual(describeOrigins([{ ...own, fields: ['value'] }]), [
		'- .api-errors/ours.yaml, line 4: nothing that counts',
	]);
});

test('what files say does no harm: signs of Markdown stay signs, and long texts are cut', () => {
	const hostile: NamedLayer = {
		...own,
		name: '<img src=x>[a](command:b).yaml',
		address: 'file:///<img src=x>[a](command:b).yaml#L4',
		fields: ['remedy'],
		written: { remedy: `\`${'x'.repeat(5_000)}` },
	};
	const [line = ''] = describeOrigins([hostile, { ...builtin, written: { remedy: '<b>' } }]);
	assert.match(line, /^- \[&lt;img src=x>\\\[a\\\]\(command:b\)\.yaml, line 4\]\([^\s()<>[\]]+#L4\): `remedy` \(/);
	assert.ok(line.length < 300);
});
