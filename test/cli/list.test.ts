import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith } from './folder-with.ts';

const acme = {
	id: 'acme',
	name: 'Acme\u001b[31m',
	evidence: { packages: ['acme'], hosts: [] },
	entries: [
		{ value: 'CARD_DECLINED', status: 402, title: 'Card declined', description: 'The bank said no.', required: true },
		{ value: 'OLD_CARD', title: 'Old card', description: 'No longer.', deprecated: true },
	],
};

test('catalogs are listed with where they are written and how much they have', async (context) => {
	const folder = await folderWith(context, { '.api-errors/acme.json': JSON.stringify(acme) });
	const { code, out } = await folder.run(['list']);
	assert.equal(code, 0);
	assert.match(out, /^id +name +codes +statuses +must be handled +written in\n/);
	assert.match(out, /\nacme +Acme\S* +2 +0 +1 {2}\.api-errors\/acme\.json\n/);
	assert.match(out, /\nsilentchat +SilentChat +17 +10 +2 {2}comes with us\n/);
	assert.ok(!out.includes('\u001b'));
	const { catalogs } = JSON.parse((await folder.run(['list', '--format', 'json'])).out);
	assert.deepEqual(
		catalogs.map(({ id, required }: { id: string; required: number }) => `${id} ${required}`),
		['acme 1', 'chatness 2', 'http 0', 'silentchat 2'],
	);
});

test('a catalog’s codes are listed, what must be handled marked', async (context) => {
	const folder = await folderWith(context, { '.api-errors/acme.json': JSON.stringify(acme) });
	const { code, out } = await folder.run(['list', 'acme']);
	assert.equal(code, 0);
	assert.match(out, /\n! {2}CARD_DECLINED {2}402 {2}Card declined/);
	assert.match(out, /\n {3}OLD_CARD {12}Old card \(no longer sent\)\n/);
	assert.match(out, /\n2 entries; ! 1 must be handled\.\n$/);
	const only = await folder.run(['list', '.api-errors/acme.json', '--required', '--format', 'json']);
	const { id, entries } = JSON.parse(only.out);
	assert.equal(id, 'acme');
	assert.deepEqual(entries, [
		{ kind: 'code', value: 'CARD_DECLINED', status: 402, title: 'Card declined', required: true, deprecated: false },
	]);
	const wrong = await folder.run(['list', 'acmee']);
	assert.equal(wrong.code, 2);
	assert.match(wrong.errors, /did you mean “acme”\?/);
});

test('codes are found by words, in one catalog or in all', async (context) => {
	const folder = await folderWith(context, { '.api-errors/acme.json': JSON.stringify(acme) });
	const { code, out } = await folder.run(['list', '--search', 'expired token']);
	assert.equal(code, 0);
	assert.match(out, /^! {2}AUTH_INVALID_TOKEN {2}401 {2}SilentChat {2}Token invalid or expired/);
	const bank = JSON.parse((await folder.run(['list', 'acme', '--search', 'bank', '--format', 'json'])).out);
	assert.deepEqual(
		bank.found.map(({ value }: { value: string }) => value),
		['CARD_DECLINED'],
	);
	const none = await folder.run(['list', '--search', 'no such words']);
	assert.deepEqual([none.code, none.out, none.errors], [1, '', 'No code has the words “no such words”.\n']);
	assert.equal((await folder.run(['list', '--search', ' '])).code, 2);
});
