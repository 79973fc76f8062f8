import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folderWith } from './folder-with.ts';

function catalog(...codes: readonly string[]): string {
	const entries = codes.map((value) => ({ value, title: value, description: `What ${value} means.` }));
	return JSON.stringify({ id: 'acme', name: 'Acme', evidence: { packages: ['acme'] }, entries });
}

const code = `import { pay } from 'acme';
pay().catch((error) => {
	switch (error.code) {
		case 'CARD_DECLINED':
			return ask();
		case 'CARD_LOST':
			return stop();
	}
});
`;

suite('api-errors export', () => {
	test('prints a catalog that comes with us, or the effective one of a folder', async (context) => {
		const layer = 'extends: silentchat\nentries:\n  - value: RATE_LIMITED\n    remedy: Ask the *platform team*.\n';
		const folder = await folderWith(context, { '.api-errors/ours.yaml': layer });
		const { code, out, errors } = await folder.run(['export', 'silentchat', '--format', 'markdown']);
		assert.deepEqual([code, errors], [0, '']);
		assert.match(out, /^# Errors of SilentChat\n/);
		assert.match(out, /\| `RATE_LIMITED` \|.+Ask the \*platform team\*\./);
		assert.equal((await folder.run(['export', '.api-errors/ours.yaml', '--format', 'markdown'])).out, out);
	});

	test('writes a file, writes it again, and leaves those of others alone', async (context) => {
		const folder = await folderWith(context, { '.api-errors/acme.json': catalog('ONE'), 'mine.ts': 'export {};\n' });
		const args = ['export', 'acme', '--output'];
		assert.match((await folder.run([...args, 'src/acme.ts'])).out, /^Written: src\/acme\.ts\.\n$/);
		assert.match(await folder.read('src/acme.ts'), /AcmeErrorCode = \{[\s\S]+"ONE"/);
		assert.match((await folder.run([...args, 'src/acme.ts'])).out, /^Up to date: /);
		await folder.write('.api-errors/acme.json', catalog('ONE', 'TWO'));
		assert.match((await folder.run([...args, 'src/acme.ts'])).out, /^Written over: /);
		assert.match(await folder.read('src/acme.ts'), /"TWO"/);
		assert.match((await folder.run([...args, 'acme.md'])).out, /^Written: /);
		assert.match(await folder.read('acme.md'), /^# Errors of Acme\n/);
		const refused = await folder.run([...args, 'mine.ts']);
		assert.equal(refused.code, 2);
		assert.match(refused.errors, /^mine\.ts was not written by this command/);
		assert.equal(await folder.read('mine.ts'), 'export {};\n');
		assert.equal((await folder.run([...args, 'mine.ts', '--force'])).code, 0);
		assert.match(await folder.read('mine.ts'), /AcmeErrorCode/);
	});

	test('tells where a catalog is wrong in parts', async (context) => {
		const odd = catalog('ONE', 'TWO').replace('"value":"TWO"', '"value":[2]');
		const folder = await folderWith(context, { '.api-errors/acme.json': odd });
		for (const name of ['acme', '.api-errors/acme.json']) {
			const { code, out, errors } = await folder.run(['export', name]);
			assert.equal(code, 0);
			assert.match(out, /"ONE"/);
			assert.match(errors, /^Parts of the catalog “acme” are wrong .+ api-errors validate/m);
		}
	});

	test('says which catalogs and formats there are', async (context) => {
		const folder = await folderWith(context, { 'broken.json': '{\n' });
		const cases: readonly (readonly [readonly string[], RegExp])[] = [
			[[], /^Name one catalog/],
			[['silentchatt'], /did you mean “silentchat”\? In reach are silentchat, chatness, http\.\n/],
			[['silentchat', '--format', 'word'], /^There is no format “word”; there are typescript, markdown\./],
			[['acme'], /^There is no catalog “acme”\. In reach are silentchat, chatness, http\.\n$/],
			[['nowhere.json'], /^nowhere\.json: there is no such file/],
			[['broken.json'], /^broken\.json is no catalog: line \d, column \d+: /],
		];
		for (const [args, message] of cases) {
			const { code, out, errors } = await folder.run(['export', ...args]);
			assert.deepEqual([code, out], [2, ''], args.join(' '));
			assert.match(errors, message);
		}
	});
});

suite('api-errors diff', () => {
	const files = {
		'old.json': catalog('CARD_DECLINED', 'CARD_LOST', 'GONE'),
		'new.json': catalog('CARD_DECLINED', 'CARD_LOST', 'CARD_STOLEN'),
		'src/pay.ts': code,
		'src/other.ts': "console.log('CARD_LOST');\n",
	};

	test('says what changed, and which place does not know what is new', async (context) => {
		const folder = await folderWith(context, files);
		const { code, out, errors } = await folder.run(['diff', 'old.json', 'new.json']);
		assert.deepEqual([code, errors], [1, '']);
		assert.match(out, /^Acme/);
		assert.match(out, /GONE/);
		assert.match(out, /\n\nsrc\/pay\.ts\n {2}3:\d+ {2}information {2}No branch for CARD_STOLEN; .+ {2}new-code\n\n/);
		assert.match(out, /\n1 place does not know what is new, in 2 files\.\n$/);
		const elsewhere = await folder.run(['diff', 'old.json', 'new.json', 'src/other.ts']);
		assert.match(elsewhere.out, /\nNo place is unaware of what is new, in 1 file\.\n$/);
	});

	test('reads one version from standard input, as version control gives it', async (context) => {
		const folder = await folderWith(context, { ...files, '.api-errors/acme.json': files['new.json'] });
		const { code, out } = await folder.run(['diff', '-', 'acme', 'src'], files['old.json']);
		assert.equal(code, 1);
		assert.match(out, /CARD_STOLEN/);
		assert.equal((await folder.run(['diff', '-', 'new.json'], files['new.json'])).code, 0);
	});

	test('says what it cannot read', async (context) => {
		const folder = await folderWith(context, { ...files, 'broken.json': '[' });
		const cases: readonly (readonly [readonly string[], RegExp])[] = [
			[['old.json'], /^Name two catalogs/],
			[['-', '-'], /once only/],
			[['nowhere.json', 'new.json'], /^nowhere\.json: there is no such file/],
			[['old.json', 'broken.json'], /^broken\.json is no catalog/],
			[['old.json', 'new.json', 'nowhere'], /^nowhere: there is no such file or folder/],
		];
		for (const [args, message] of cases) {
			const { code, errors } = await folder.run(['diff', ...args]);
			assert.equal(code, 2, args.join(' '));
			assert.match(errors, message);
		}
	});
});

suite('api-errors explain', () => {
	test('says what a code means, and in which file each part is written', async (context) => {
		const layer = 'extends: silentchat\nentries:\n  - value: RATE_LIMITED\n    runbook: https://acme.example/limits\n';
		const folder = await folderWith(context, { '.api-errors/ours.yaml': layer });
		const { code, out } = await folder.run(['explain', 'RATE_LIMITED', '--origins']);
		assert.equal(code, 0);
		assert.match(out, /^RATE_LIMITED \(SilentChat, status 429\) Too many requests\n/);
		assert.match(out, /\n {2}Runbook: https:\/\/acme\.example\/limits\n/);
		assert.match(out, /\n {2}Written in \.api-errors\/ours\.yaml: .*runbook\n/);
		assert.match(out, /\n {2}Written in the catalog silentchat, which comes with us: .*title/);
		assert.match((await folder.run(['explain', '429'])).out, /429 \(HTTP\)/);
	});

	test('knows the catalogs of folders below, of two with one id the one that counts here, and export does too', async (context) => {
		const catalog = (title: string) =>
			JSON.stringify({ id: 'shop', entries: [{ value: 'SHOP_SHUT', title, description: 'Come back later.' }] });
		const below = { 'packages/shop/.api-errors/shop.json': catalog('Shut below') };
		const folder = await folderWith(context, below);
		assert.match((await folder.run(['explain', 'SHOP_SHUT'])).out, /^SHOP_SHUT \(shop\) Shut below\n/);
		assert.match((await folder.run(['export', 'shop'])).out, /SHOP_SHUT: "SHOP_SHUT"/);
		const both = await folderWith(context, { ...below, '.api-errors/shop.json': catalog('Shut here') });
		assert.match((await both.run(['explain', 'SHOP_SHUT'])).out, /^SHOP_SHUT \(shop\) Shut here\n/);
	});

	test('ends with 1 where no catalog has it, and names the one that was meant', async (context) => {
		const folder = await folderWith(context, {});
		const { code, out, errors } = await folder.run(['explain', 'RATE_LIMTED']);
		assert.deepEqual([code, out], [1, '']);
		assert.match(errors, /did you mean “RATE_LIMITED”\?/);
	});
});
