import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../index.ts';

async function entriesOf(source: string) {
	return (await text.read({ text: source })).draft.entries;
}

test('columns that have run together are parted where a code ends, whatever its spelling', async () => {
	const page = `Errors

Error CodeDescription
NO_FILEA file is missing.
NotAllowedThis is not allowed.
rate_limitedToo often.
E1001Something else.
`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', description: 'A file is missing.' },
		{ kind: 'code', value: 'NotAllowed', description: 'This is not allowed.' },
		{ kind: 'code', value: 'rate_limited', description: 'Too often.' },
		{ kind: 'code', value: 'E1001', description: 'Something else.' },
	]);
});

test('a code may end in a digit right before the status, and a sentence may begin like HTTP’s phrase', async () => {
	const page = `Errors

CodeHTTP StatusDescription
LEVEL_2403Only the first level.
NO_FILE404Not found in the folder.
`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'LEVEL_2', status: 403, description: 'Only the first level.' },
		{ kind: 'code', value: 'NO_FILE', status: 404, description: 'Not found in the folder.' },
	]);
});

test('a row may go over several lines where its cells have paragraphs', async () => {
	const page = `Errors

Error CodeDescriptionHTTP Status Code
NoFileThere is no file.404 Not Found

NoKeyAtAll

There is no key; with one you get 200 OK, and all is well.400 Bad Request
NoLuckTry again.503 Service Unavailable
`;
	assert.deepEqual(
		(await entriesOf(page)).map(({ value, status }) => [value, status]),
		[
			['NoFile', 404],
			['NoKeyAtAll', 400],
			['NoLuck', 503],
		],
	);
});

test('cells between tabs may have paragraphs, and may be empty', async () => {
	const page =
		'Errors\n\nCode\tStatus\tDescription\nNO_FILE\t404\t\nNO_KEY\t\n\n401\n\n\tNo key.\nNO_LUCK\t503\tTry again.\n\nMore\n';
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', status: 404 },
		{ kind: 'code', value: 'NO_KEY', status: 401, description: 'No key.' },
		{ kind: 'code', value: 'NO_LUCK', status: 503, description: 'Try again.' },
	]);
});

test('columns may be parted by several spaces', async () => {
	const page = 'Errors\n\nCode      Status   Description\nNO_FILE   404      No file.\nNO_KEY    401      No key.\n';
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', status: 404, description: 'No file.' },
		{ kind: 'code', value: 'NO_KEY', status: 401, description: 'No key.' },
	]);
});

test('codes on lines of their own, with the status and the text beneath', async () => {
	const page = `Error codes

NO_FILE
404
There is no file.

NO_KEY
401
There is no key.
Send one.

NO_LUCK
503
Try again.

Was this helpful?
`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', status: 404, description: 'There is no file.' },
		{ kind: 'code', value: 'NO_KEY', status: 401, description: 'There is no key.\nSend one.' },
		{ kind: 'code', value: 'NO_LUCK', status: 503, description: 'Try again.' },
	]);
});

test('text without errors gives a note, and no entry', async () => {
	const { draft, notes } = await text.read({ text: 'Release notes\n\nWe made it faster.\n\nVersion 2.1\n' });
	assert.deepEqual(draft.entries, []);
	assert.deepEqual(notes, ['No table, list or heading here names an error.']);
});

test('cells on lines of their own: the headers above them are no codes', async () => {
	const page =
		'Error codes\n\nCode\nHTTP status\nDescription\nNO_FILE\n404\nNo file.\nNO_KEY\n401\nNo key.\nNO_LUCK\n503\nAgain.\n';
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', status: 404, description: 'No file.' },
		{ kind: 'code', value: 'NO_KEY', status: 401, description: 'No key.' },
		{ kind: 'code', value: 'NO_LUCK', status: 503, description: 'Again.' },
	]);
});

test('a last line that tells of an error does not name the API', async () => {
	const { draft } = await text.read({ text: 'Errors\n\nNO_FILE — Missing\nNO_KEY — Absent\nNO_LUCK — Bad Luck\n' });
	assert.equal(draft.name, undefined);
	assert.equal(draft.entries.length, 3);
});
