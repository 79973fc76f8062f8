import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogs } from '../../../test/support/analyzed.ts';
import type { Catalog, ErrorCode } from '../catalog/catalog.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { describeEntry, detailOf, mentionEntry } from './describe-entry.ts';

const entry: ErrorCode = {
	kind: 'code',
	value: 'SLOW_DOWN',
	status: 429,
	title: 'Too fast',
	description: 'Too many requests. <b>Really</b>.',
	remedy: 'Wait as `Retry-After` says.',
	required: true,
	retry: 'retry-after',
	url: 'https://example.com/errors#slow',
	sample: '{ "error": "SLOW_DOWN" }',
};
const catalog: Catalog = { id: 'post', name: 'Post', evidence: { packages: [], hosts: [] }, entries: [entry] };

test('a short description has what a caller must know, in the order in which it is asked', () => {
	assert.equal(
		describeEntry(entry, catalog, { verbosity: 'compact', catalogs, reason: 'the file imports post' }),
		[
			'**`SLOW_DOWN`** · 429 Too Many Requests — Too fast',
			'Too many requests. &lt;b>Really&lt;/b>.',
			'**What to do:** Wait as `Retry-After` says.',
			'**Must be handled** · Retry once the time in `Retry-After` is over',
			'[Post](https://example.com/errors#slow), because the file imports post',
		].join('\n\n'),
	);
});

test('a full description has a sample too', () => {
	const full = describeEntry(entry, catalog, { verbosity: 'full', catalogs });
	assert.ok(full.includes('```json\n{ "error": "SLOW_DOWN" }\n```'));
});

test('a code that is no longer sent names the one that replaces it', () => {
	const old = { ...entry, required: false, replacedBy: 'WAIT' };
	assert.match(
		describeEntry(old, catalog, { verbosity: 'compact', catalogs }),
		/\*\*No longer sent\.\*\* Replaced by `WAIT`\./,
	);
});

test('a code that is deprecated says so, and since when it is no longer sent', () => {
	const compact = { verbosity: 'compact', catalogs } as const;
	const describe = (facts: Partial<ErrorCode>) => describeEntry({ ...entry, ...facts }, catalog, compact);
	assert.match(describe({ deprecated: true }), /^\*\*Deprecated\.\*\*$/m);
	assert.match(describe({ deprecated: 'Use <b>`WAIT`</b>.' }), /^\*\*Deprecated\.\*\* Use &lt;b>`WAIT`&lt;\/b>\.$/m);
	assert.match(
		describe({ deprecated: 'Wait.', removedIn: '3.0', replacedBy: 'WAIT' }),
		/^\*\*No longer sent since 3\.0\.\*\* Replaced by `WAIT`\. Wait\.$/m,
	);
});

test('the team’s page is linked, and the version that brought a code stands in a full description', () => {
	const known = { ...entry, runbook: 'https://wiki.example/slow', since: '2.1' };
	const compact = describeEntry(known, catalog, { verbosity: 'compact', catalogs });
	assert.match(compact, /^\[Runbook\]\(https:\/\/wiki\.example\/slow\)$/m);
	assert.doesNotMatch(compact, /2\.1/);
	assert.match(describeEntry(known, catalog, { verbosity: 'full', catalogs }), /^Sent since 2\.1\.$/m);
});

test('nothing is said about what nobody has filled in', () => {
	const { catalog: read } = readCatalog({
		id: 'post',
		entries: [{ value: 'NEW', todo: ['title', 'description', 'retry', 'status', 'remedy'] }],
	});
	assert.equal(
		read && describeEntry(read.entries[0] ?? entry, read, { verbosity: 'full', catalogs }),
		'**`NEW`**\n\npost',
	);
	assert.equal(read && mentionEntry(read.entries[0] ?? entry, read), 'post: NEW.');
});

test('a status names a few of many codes', () => {
	const codes = Array.from({ length: 50 }, (_, index) => ({ ...entry, value: `C${index}`, required: index === 49 }));
	const status = { ...entry, kind: 'status', value: 429 } as const;
	const many = { ...catalog, entries: [...codes, status] };
	const said = describeEntry(status, many, { verbosity: 'compact', catalogs });
	assert.match(said, /\*\*Codes:\*\* `C49` \(must be handled\), `C0`, .+, `C18` and 30 more/);
});

test('where an API means something else than HTTP, it is said', () => {
	const chatness = catalogs.byId('chatness');
	const required = chatness?.entries.find(({ value }) => value === 428);
	assert.ok(chatness && required);
	assert.match(describeEntry(required, chatness, { verbosity: 'compact', catalogs }), /\*\*Unlike HTTP:\*\* .+428/);
});

test('a status of an API names the codes that come with it', () => {
	const silentchat = catalogs.byId('silentchat');
	const status = silentchat?.entries.find(({ kind, value }) => kind === 'status' && value === 429);
	assert.ok(silentchat && status);
	const description = describeEntry(status, silentchat, { verbosity: 'compact', catalogs });
	assert.match(description, /^\*\*429 Too Many Requests\*\*\n/);
	assert.match(description, /\*\*Codes:\*\* `RATE_LIMITED` \(must be handled\)/);
});

test('success is not to be retried, and nothing is said about it', () => {
	const ok = catalogs.httpStatus(200);
	assert.ok(ok);
	assert.doesNotMatch(describeEntry(ok, catalogs.http, { verbosity: 'compact', catalogs }), /retry/i);
});

test('a mention is one line', () => {
	assert.equal(
		mentionEntry(entry, catalog),
		'[Post](https://example.com/errors#slow): SLOW_DOWN Too fast. Too many requests.',
	);
});

test('a detail has the status and whether the code must be handled', () => {
	assert.equal(detailOf(entry), '429 · must be handled');
	assert.equal(detailOf({ ...entry, required: false }), '429');
	const status = catalogs.httpStatus(404);
	assert.equal(status && detailOf(status), 'Not Found');
});

test('every entry of every catalog can be described', () => {
	for (const one of catalogs.catalogs)
		for (const entry of one.entries) {
			const description = describeEntry(entry, one, { verbosity: 'full', catalogs });
			assert.doesNotMatch(description, /undefined|\[object|\n\n\n/, `${one.id} ${entry.value}`);
		}
});
