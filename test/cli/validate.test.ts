import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folderWith } from './folder-with.ts';

const entry = { value: 'USED_UP', title: 'Used up', description: 'All calls are made.' };
const good = JSON.stringify({ id: 'acme', entries: [entry] });
const twice = `{
	"id": "twice",
	"entries": [
		{ "value": "USED_UP", "title": "Used up", "description": "All calls are made." },
		{ "value": "USED_UP", "title": "Used up", "description": "All calls are made." }
	]
}
`;
const impossible = `id: odd
entries:
  - value: USED_UP
    status: 4290
    title: Used up
    todo: [description, retry]
`;

suite('api-errors validate', () => {
	test('finds nothing wrong with good catalogs, at any depth', async (context) => {
		const folder = await folderWith(context, {
			'.api-errors/acme.json': good,
			'packages/a/.api-errors/pay.yaml': good.replace('acme', 'pay'),
			'packages/a/other.json': '{}',
			'node_modules/x/.api-errors/x.json': '{',
		});
		assert.deepEqual(await folder.run(['validate']), { code: 0, out: 'No problems in 2 files.\n', errors: '' });
	});

	test('says what is wrong, at its line and column, in JSON and in YAML', async (context) => {
		const folder = await folderWith(context, { '.api-errors/odd.yaml': impossible, '.api-errors/twice.json': twice });
		const { code, out } = await folder.run(['validate']);
		assert.equal(code, 1);
		assert.match(out, /^\.api-errors\/odd\.yaml\n {2}4:13 {2}error {2}.+ 4290.* {2}impossible-status\n\n/m);
		assert.match(out, /^\.api-errors\/twice\.json\n {2}5:14 {2}error {2}.+ {2}duplicate-code\n\n/m);
		assert.match(out, /\n2 problems in 2 files: 2 errors, .+\n2 fields not filled in yet; --gaps lists them\.\n$/);
		const { out: withGaps } = await folder.run(['validate', '--gaps', '.api-errors/odd.yaml']);
		assert.match(withGaps, /\n {2}6:12 {2}information {2}.+ {2}not-filled-in\n/);
	});

	test('says where a file is no JSON or YAML', async (context) => {
		const folder = await folderWith(context, {
			'.api-errors/a.json': '{\n\t"id": "a",\n',
			'.api-errors/b.yaml': 'id: b\nentries: [\n',
		});
		const { code, out } = await folder.run(['validate']);
		assert.equal(code, 1);
		for (const file of ['a.json', 'b.yaml'])
			assert.match(out, new RegExp(`^\\.api-errors/${file}\n( {2}\\d:\\d+ {2}error {2}.+ {2}not-readable\n)+\n`, 'm'));
	});

	test('takes files wherever they are, and what they extend from where it is', async (context) => {
		const files = {
			'errors/mine.yaml': 'extends: ./base.json\nentries:\n  - value: USED_UP\n    required: true\n',
			'errors/base.json': good,
			'errors/lost.yaml': 'id: lost\nextends: silentchatt\nentries: []\n',
			'words.txt': 'x',
		};
		const folder = await folderWith(context, files);
		assert.equal((await folder.run(['validate', 'errors/mine.yaml'])).out, 'No problems in 1 file.\n');
		const lost = await folder.run(['validate', 'errors/lost.yaml']);
		assert.match(lost.out, /^errors\/lost\.yaml\n {2}2:10 {2}error {2}.+silentchat.+ {2}unknown-extends\n/);
		assert.equal(lost.code, 1);
		const wrong = await folder.run(['validate', 'words.txt', 'nowhere.json', 'errors/mine.yaml']);
		assert.equal(wrong.code, 2);
		assert.match(wrong.errors, /^words\.txt: this is no catalog.+\nnowhere\.json: there is no such file or folder\n$/);
		assert.match(wrong.out, /No problems in 1 file\./);
	});

	test('reads what the project’s file names, and says what is wrong with it', async (context) => {
		const folder = await folderWith(context, {
			'api-errors.json': '{\n\t"catalogs": ["errors/acme.json", "../out.json"]\n}\n',
			'errors/acme.json': twice,
		});
		const { code, out } = await folder.run(['validate']);
		assert.equal(code, 1);
		assert.match(out, /^api-errors\.json\n {2}2:35 {2}error {2}.+\n\n/m);
		assert.match(out, /^errors\/acme\.json\n {2}5:14 {2}error /m);
	});

	test('says how to begin where there is nothing', async (context) => {
		const folder = await folderWith(context, {});
		const { code, out } = await folder.run(['validate']);
		assert.equal(code, 0);
		assert.match(out, /There are no catalogs here.+ api-errors import/);
	});
});
