import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith } from './folder-with.ts';

const send = `// api-errors: silentchat
export function send(error) {
	switch (error.code) {
		case 'NOT_FOUND':
			return gone();
		default:
			log(error, 'NOTHING');
	}
}
if (error.code === 'CONFLICT' || error.code === 'FORBIDDEN') tell();
`;

test('a place is explained with the line, the API, the rules, the catalogs and the settings', async (context) => {
	const folder = await folderWith(context, {
		'src/send.js': send,
		'api-errors.json': JSON.stringify({ requiredCodes: ['CONFLICT'], rules: { 'retry-after': 'off' } }),
	});
	const { code, out, errors } = await folder.run(['explain', 'src/send.js:3:5']);
	assert.deepEqual([code, errors], [0, '']);
	assert.match(out, /^src\/send\.js:3:5\n\n\tswitch \(error\.code\) \{\n\t {3}\^\n/);
	assert.match(out, /\nThe switch over error\.code\nIt looks at error codes of SilentChat\.\nIt has 'NOT_FOUND'/);
	assert.match(out, /\n- missing-required says: “AUTH_INVALID_TOKEN \(401\), .* are not handled/);
	assert.match(out, /\n- SilentChat is in play, because the file names it in a comment: enough for warnings\.\n/);
	assert.match(out, /\n- SilentChat: 17 codes, 10 statuses, of which 2 must be handled; comes with us\.\n/);
	assert.match(
		out,
		/\n- They are written in api-errors\.json\.\n- requiredCodes has CONFLICT\.\n- retry-after is off\.\n$/,
	);
});

test('of a line it is what stands for an error there', async (context) => {
	const folder = await folderWith(context, { 'send.js': send });
	assert.match(
		(await folder.run(['explain', 'send.js:4'])).out,
		/^send\.js:4:8\n[\s\S]*\nNOT_FOUND\n- An error code of SilentChat/,
	);
	assert.match((await folder.run(['explain', 'send.js:10'])).out, /\nMore stands in this line, in column 49\.\n/);
	assert.match((await folder.run(['explain', 'send.js:7'])).out, /\n'NOTHING' is not read as a code\n/);
	assert.match((await folder.run(['explain', 'send.js:5'])).out, /^send\.js:5:4\n/);
});

test('a place that is not there is said so', async (context) => {
	const folder = await folderWith(context, {
		'send.js': send,
		'page.css': 'a{}',
		'.api-errors/a.json': JSON.stringify({ extends: 'silentchat', entries: [] }),
		'doc.md': '# Title\n',
	});
	const wrong = [
		['send.js:0:1', 'send.js has 11 lines; there is no line 0.'],
		['send.js:99', 'send.js has 11 lines; there is no line 99.'],
		['send.js:1:99', 'Line 1 of send.js has 25 columns; there is no column 99.'],
		['gone.js:1:1', 'gone.js: there is no such file or folder'],
		['C:/gone/send.js:1:1', 'C:/gone/send.js: there is no such file or folder'],
		['page.css:1', 'page.css is in no language that is read.'],
		['doc.md:1', 'doc.md:1:1: this is no code that is read.'],
		[
			'.api-errors/a.json:1',
			'.api-errors/a.json is a catalog. Of one of its codes, api-errors explain CODE --origins says where it is written.',
		],
	] as const;
	for (const [place, message] of wrong) {
		const { code, errors } = await folder.run(['explain', place]);
		assert.deepEqual([code, errors], [2, `${message}\n`], place);
	}
});

test('code in a page, a text with a mark at its beginning, and a name with colons are read', async (context) => {
	const fence = '# Title\n\n```js\n// api-errors: silentchat\nif (error.code === "CONFLICT") merge();\n```\n';
	const folder = await folderWith(context, { 'doc.md': fence, 'a:1:b.js': `\uFEFF${send}` });
	assert.match((await folder.run(['explain', 'doc.md:5:21'])).out, /\nCONFLICT\n- An error code of SilentChat/);
	assert.match((await folder.run(['explain', 'a:1:b.js:4:9'])).out, /\nNOT_FOUND\n- An error code of SilentChat/);
});

test('a code may look like a place', async (context) => {
	const catalog = { id: 'odd', name: 'Odd', evidence: { packages: ['odd'], hosts: [] } };
	const entries = [{ value: 'ERR:404', title: 'Odd', description: 'Odd.' }];
	const folder = await folderWith(context, { '.api-errors/odd.json': JSON.stringify({ ...catalog, entries }) });
	const { code, out } = await folder.run(['explain', 'ERR:404']);
	assert.equal(code, 0);
	assert.match(out, /^ERR:404 \(Odd\)/);
});
