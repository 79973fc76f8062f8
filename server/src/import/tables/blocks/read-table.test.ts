import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftEntry } from '../../draft.ts';
import { markdown } from '../index.ts';
import { readPage } from '../read-page.ts';

/** The entries of one table beneath the heading “Error codes”. */
function entriesOf(header: readonly string[], ...rows: readonly (readonly string[])[]): readonly DraftEntry[] {
	return readingOf('Error codes', header, ...rows).draft.entries;
}

function readingOf(heading: string, header: readonly string[] | undefined, ...rows: readonly (readonly string[])[]) {
	return readPage({
		titles: [],
		notes: [],
		blocks: [
			{ kind: 'heading', level: 2, text: heading },
			{ kind: 'table', rows, ...(header && { header }) },
		],
	});
}

test('a cell may hold the code in many ways', () => {
	for (const cell of ['CARD_DECLINED', '`CARD_DECLINED`', '**CARD_DECLINED**', '**`CARD_DECLINED`**'])
		assert.deepEqual(entriesOf(['Code', 'Description'], [cell, 'No.']), [
			{ kind: 'code', value: 'CARD_DECLINED', description: 'No.' },
		]);
	assert.deepEqual(
		entriesOf(['Code', 'Description'], ['`card_declined` (402)', 'No.'], ['`old_code` (deprecated)', 'Gone.']),
		[
			{ kind: 'code', value: 'card_declined', status: 402, description: 'No.' },
			{ kind: 'code', value: 'old_code', description: 'Gone.', deprecated: true },
		],
	);
});

test('two codes in one cell are two entries that say the same', () => {
	for (const cell of [
		'`card_declined` / `expired_card`',
		'card_declined\nexpired_card',
		'`card_declined`, `expired_card`',
	])
		assert.deepEqual(
			entriesOf(['Code', 'Description'], [cell, 'No.']).map(({ value, description }) => [value, description]),
			[
				['card_declined', 'No.'],
				['expired_card', 'No.'],
			],
		);
});

test('a cell may hold the status in many ways', () => {
	const cells: readonly (readonly [string, number])[] = [
		['400', 400],
		['400 Bad Request', 400],
		['429 (Too Many Requests)', 429],
		['HTTP 503', 503],
		['HTTP/1.1 503 Service Unavailable', 503],
		['Conflict (409)', 409],
		['`404`', 404],
		['404 - Not Found', 404],
		['**500**', 500],
	];
	for (const [cell, status] of cells)
		assert.deepEqual(
			entriesOf(['Code', 'HTTP status'], ['SOME_CODE', cell]).map((entry) => entry.status),
			[status],
			cell,
		);
});

test('two statuses, or a range of them, are a gap, and two have a note', () => {
	for (const cell of ['401, 403', '401/403', '401 or 403', '401\n403']) {
		const { draft, notes } = readingOf(
			'Error codes',
			['Code', 'HTTP status'],
			['NO_ENTRY', cell],
			['GONE_AWAY', '410'],
		);
		assert.deepEqual(draft.entries, [
			{ kind: 'code', value: 'NO_ENTRY' },
			{ kind: 'code', value: 'GONE_AWAY', status: 410 },
		]);
		assert.deepEqual(notes, ['Documented with more than one status, so none is written down: NO_ENTRY (401, 403).']);
	}
	assert.deepEqual(entriesOf(['Code', 'HTTP status'], ['A_CODE', '5xx'], ['B_CODE', '400'], ['C_CODE', '404']), [
		{ kind: 'code', value: 'A_CODE' },
		{ kind: 'code', value: 'B_CODE', status: 400 },
		{ kind: 'code', value: 'C_CODE', status: 404 },
	]);
});

test('columns are known by their headers, whatever their order', () => {
	assert.deepEqual(
		entriesOf(
			['HTTP', 'What to do', 'Error', 'Retryable?', 'Meaning', 'Since', 'Deprecated', 'Docs'],
			[
				'429',
				'Wait.',
				'TOO_FAST',
				'Yes, with backoff',
				'Too often.',
				'v2',
				'No',
				'[more](https://acme.example/too-fast)',
			],
			['400', 'Mend it.', 'BAD_BODY', 'no', 'The body is wrong.', '', 'yes', '-'],
			['401', 'Log in.', 'OLD_TOKEN', 'After refreshing the token', 'It is old.', 'n/a', '', '/docs'],
		),
		[
			{
				...{ kind: 'code', value: 'TOO_FAST', status: 429, description: 'Too often.', remedy: 'Wait.' },
				...{ retry: 'backoff', url: 'https://acme.example/too-fast', since: 'v2' },
			},
			{
				...{ kind: 'code', value: 'BAD_BODY', status: 400, description: 'The body is wrong.', remedy: 'Mend it.' },
				...{ retry: 'never', deprecated: true },
			},
			{
				...{ kind: 'code', value: 'OLD_TOKEN', status: 401, description: 'It is old.', remedy: 'Log in.' },
				retry: 'after-refresh',
			},
		],
	);
});

test('headers may be German, French or Spanish', () => {
	const expected = [{ kind: 'code', value: 'NO_ROOM', status: 507, description: 'Voll.', remedy: 'Löschen.' }];
	for (const header of [
		['Fehlercode', 'HTTP-Status', 'Beschreibung', 'Lösung'],
		['Code d’erreur', 'Statut HTTP', 'Signification', 'Que faire ?'],
		['Código de error', 'Código de estado', 'Descripción', 'Solución'],
	])
		assert.deepEqual(entriesOf(header, ['NO_ROOM', '507', 'Voll.', 'Löschen.']), expected, header[0]);
});

test('where no header says it the cells do', () => {
	assert.deepEqual(
		readingOf('Errors', undefined, ['NO_ROOM', '507', 'It is full.'], ['NO_KEY', '401', 'No key.']).draft.entries,
		[
			{ kind: 'code', value: 'NO_ROOM', status: 507, description: 'It is full.' },
			{ kind: 'code', value: 'NO_KEY', status: 401, description: 'No key.' },
		],
	);
});

test('several texts on one error all stay', () => {
	assert.deepEqual(
		entriesOf(['Code', 'Message', 'Description', 'Cause'], ['NO_ROOM', 'Full', 'It is full.', 'Too many files.']),
		[{ kind: 'code', value: 'NO_ROOM', title: 'Full', description: 'It is full.\n\n**Cause:** Too many files.' }],
	);
	assert.deepEqual(entriesOf(['Code', 'Message'], ['NO_ROOM', 'It is full.']), [
		{ kind: 'code', value: 'NO_ROOM', description: 'It is full.' },
	]);
	assert.deepEqual(entriesOf(['Code', 'Name'], ['4711', 'Full'], ['4712', 'Empty']), [
		{ kind: 'code', value: 4711, title: 'Full' },
		{ kind: 'code', value: 4712, title: 'Empty' },
	]);
});

test('numbers that HTTP knows by the words beside them are statuses, even under “Error codes”', () => {
	assert.deepEqual(
		entriesOf(
			['Error Code', 'Meaning'],
			['400', 'Bad Request -- It is wrong.'],
			['404', 'Not Found'],
			['418', 'I’m a teapot.'],
		),
		[
			{ kind: 'status', value: 400, title: 'Bad Request', description: 'It is wrong.' },
			{ kind: 'status', value: 404, title: 'Not Found' },
			{ kind: 'status', value: 418, title: 'I’m a teapot.' },
		],
	);
});

test('a column called Error that holds words only does not make codes of the statuses beside it', () => {
	assert.deepEqual(
		entriesOf(['Status', 'Error', 'Solution'], ['400', 'Wrong id', 'Check it.'], ['401', 'No login', 'Log in.']),
		[
			{ kind: 'status', value: 400, description: 'Wrong id', remedy: 'Check it.' },
			{ kind: 'status', value: 401, description: 'No login', remedy: 'Log in.' },
		],
	);
});

test('codes beneath the heading of a status come with it', async () => {
	const page =
		'# Errors\n\n## 404 Not Found\n\n| Code | Description |\n|-|-|\n| `NO_USER` | Nobody. |\n| `NO_FILE` | Nothing. |\n';
	const { draft } = await markdown.read({ text: page });
	const codes = draft.entries.filter(({ kind }) => kind === 'code');
	assert.deepEqual(
		codes.map(({ value, status }) => [value, status]),
		[
			['NO_USER', 404],
			['NO_FILE', 404],
		],
	);
});

test('tables that are not about errors are passed over, and a note names their columns', () => {
	const others: readonly (readonly [heading: string, header: readonly string[], row: readonly string[]])[] = [
		['Query parameters', ['Parameter', 'Type', 'Description'], ['page_size', 'integer', 'How many.']],
		['The error object', ['Name', 'Type', 'Description'], ['error_code', 'string', 'What went wrong.']],
		['Error fields', ['Field', 'Description'], ['error_code', 'What went wrong.']],
		['Rate limits', ['Plan', 'Requests per minute'], ['Small', '100']],
		['Changelog', ['Version', 'Date', 'Changes'], ['2.1.0', '2024-01-02', 'New errors.']],
		['Countries', ['Code', 'Country'], ['CHE', 'Switzerland']],
		['Scopes', ['Scope', 'Description'], ['users_read', 'Read users.']],
		['Gateway opcodes', ['Code', 'Name'], ['10', 'Hello']],
	];
	for (const [heading, header, row] of others) {
		const { draft, notes } = readingOf(heading, header, row, row);
		assert.deepEqual(draft.entries, [], heading);
		assert.deepEqual(notes, [
			'No table, list or heading here names an error.',
			`A table with the columns ${header.join(', ')} is no table of errors.`,
		]);
	}
});

test('rows without a code are counted, and a header that comes again is no row', () => {
	const { draft, notes } = readingOf(
		'Errors',
		['Code', 'Description'],
		['NO_ROOM', 'Full.'],
		['', 'Nothing.'],
		['Code', 'Description'],
		['NO_KEY', 'No key.'],
	);
	assert.deepEqual(
		draft.entries.map(({ value }) => value),
		['NO_ROOM', 'NO_KEY'],
	);
	assert.deepEqual(notes, ['1 row of the table under “Errors” names no error.']);
});

test('the mark of a footnote is no part of a code', () => {
	const codes = ['NO_ROOM[^1]', 'NO_KEY*', '`NO_LUCK`\\*', 'NO_TIME†'];
	const entries = entriesOf(['Code', 'Description'], ...codes.map((cell) => [cell, 'No.']));
	assert.deepEqual(
		entries.map(({ value }) => value),
		['NO_ROOM', 'NO_KEY', 'NO_LUCK', 'NO_TIME'],
	);
});

test('a number is no title', () => {
	assert.deepEqual(entriesOf(['ID', 'Error code', 'Description'], ['1', 'NO_ROOM', 'Full.'], ['2', 'NO_KEY', 'No.']), [
		{ kind: 'code', value: 'NO_ROOM', description: 'Full.' },
		{ kind: 'code', value: 'NO_KEY', description: 'No.' },
	]);
});

test('what may be sent again at once need not wait', () => {
	assert.deepEqual(
		entriesOf(['Code', 'Description', 'Retry'], ['NO_ROOM', 'Full.', 'Yes'], ['NO_KEY', 'No.', 'Yes, immediately']),
		[
			{ kind: 'code', value: 'NO_ROOM', description: 'Full.', retry: 'backoff' },
			{ kind: 'code', value: 'NO_KEY', description: 'No.', remedy: 'Yes, immediately' },
		],
	);
});

test('a first line in bold is the title, and a label where it is the word for a column', () => {
	assert.deepEqual(
		entriesOf(
			['Code', 'Description'],
			['NO_ROOM', '**No room left**\nAll is full.'],
			['NO_KEY', '**Cause**\nNo key.\n**Solution**\nSend one.'],
			['NO_LUCK', '**Deprecated.** Never sent. Use `NO_ROOM` instead. Removed in 3.'],
		),
		[
			{ kind: 'code', value: 'NO_ROOM', title: 'No room left', description: 'All is full.' },
			{ kind: 'code', value: 'NO_KEY', description: 'No key.', remedy: 'Send one.' },
			{ kind: 'code', value: 'NO_LUCK', deprecated: 'Never sent.', removedIn: '3', replacedBy: 'NO_ROOM' },
		],
	);
});

test('a range of codes is no code', () => {
	const { draft, notes } = readingOf(
		'Error codes',
		['Code', 'Message'],
		['-32700', 'Parse error'],
		['-32601', 'Not found'],
		['-32000 to -32099', 'Server error'],
		['1000 – 1999', 'Reserved'],
		['1001', 'Bad name'],
	);
	assert.deepEqual(
		draft.entries.map(({ value }) => value),
		[-32_700, -32_601, 1001],
	);
	assert.deepEqual(notes, ['2 rows name a range, which is no entry.']);
});

test('what is said of the age of a code is no part of it', () => {
	const entries = entriesOf(['Code', 'Description'], ['`no_room` new', 'Full.'], ['`no_key` (beta)', 'No.']);
	assert.deepEqual(
		entries.map(({ value }) => value),
		['no_room', 'no_key'],
	);
});
