import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from './csv.ts';

async function entriesOf(source: string) {
	return (await csv.read({ text: source })).draft.entries;
}

const expected = [
	{ kind: 'code', value: 'NO_FILE', status: 404, description: 'No file.' },
	{ kind: 'code', value: 'NO_KEY', status: 401, description: 'No key.' },
];

test('any delimiter will do, with or without a header and a byte order mark', async () => {
	for (const sign of [',', ';', '\t', '|']) {
		const rows = [`NO_FILE${sign}404${sign}No file.`, `NO_KEY${sign}401${sign}No key.`].join('\r\n');
		assert.deepEqual(await entriesOf(`\uFEFFcode${sign}http_status${sign}description\r\n${rows}\r\n`), expected, sign);
		assert.deepEqual(await entriesOf(rows), expected, sign);
	}
});

test('quoted cells keep their commas, quotes and line breaks', async () => {
	const source = 'Error Code,Message,What to do\nNO_FILE,"No file, or\nno ""folder"".",Look.\n';
	assert.deepEqual(await entriesOf(source), [
		{ kind: 'code', value: 'NO_FILE', description: 'No file, or\nno "folder".', remedy: 'Look.' },
	]);
});

test('numbers are statuses where the header says so, and codes otherwise', async () => {
	assert.deepEqual(await entriesOf('status,title\n404,Not Found\n500,Internal Server Error\n'), [
		{ kind: 'status', value: 404, title: 'Not Found' },
		{ kind: 'status', value: 500, title: 'Internal Server Error' },
	]);
	assert.deepEqual(await entriesOf('code,status,description\n1001,404,No file.\n1002,400,No name.\n'), [
		{ kind: 'code', value: 1001, status: 404, description: 'No file.' },
		{ kind: 'code', value: 1002, status: 400, description: 'No name.' },
	]);
});

test('it is known by its name, or by lines with as many commas each', () => {
	assert.ok(csv.likelihood({ text: '', fileName: 'errors.csv' }) > 0.9);
	assert.ok(csv.likelihood({ text: 'code,status\nNO_FILE,404\nNO_KEY,401\n' }) > 0.5);
	assert.equal(csv.likelihood({ text: 'Errors, and more\n\nAll of them.\n' }), 0);
	assert.equal(csv.likelihood({ text: '{"a": 1,\n"b": 2,\n"c": 3}' }), 0);
});

test('what spreadsheets write above the header is no row', async () => {
	const rows = 'code;http_status;description\nNO_FILE;404;No file.\nNO_KEY;401;No key.\n';
	assert.deepEqual(await entriesOf(`sep=;\n${rows}`), expected);
	assert.deepEqual(await entriesOf(`All our errors;;\n;;\n${rows}`), expected);
});
