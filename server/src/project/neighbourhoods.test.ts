import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyzer, callsPost, catalogs, root, ways } from '../../../test/support/project-of.ts';
import { textFiles } from '../../../test/support/text-files.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { Neighbourhoods } from './neighbourhoods.ts';

const [main, client] = [`${root}src/main.ts`, `${root}src/client.ts`];
const imports = [{ module: './client', names: [], start: 0, end: 0, isHandedOn: false }];

/** Files by their paths, which can be changed, and what is asked of `main`. */
function neighboursOf(texts: Record<string, string>, read = Promise.resolve()) {
	let changes = 0;
	const neighbourhoods = new Neighbourhoods({
		...ways,
		readFile: (uri) => textFiles(root, texts).readFile(uri),
		readFolder: (uri) => textFiles(root, texts).readFolder(uri),
		async outline(source, all) {
			await read;
			return analyzer.outline(source, all);
		},
		onChange: () => changes++,
	});
	const ask = async (all = catalogs) => {
		const { inPlay } = await neighbourhoods.of({ uri: main, imports, catalogs: all, showing: [] });
		return inPlay.map(({ reason }) => reason);
	};
	return { neighbourhoods, ask, changes: () => changes };
}

describe('a document that is written', () => {
	for (const how of ['note', 'changed'] as const)
		test(`while it is asked what its neighbours are is asked again (${how})`, async () => {
			const { promise, resolve } = Promise.withResolvers<void>();
			const texts: Record<string, string> = { 'src/main.ts': '', 'src/client.ts': callsPost };
			const { neighbourhoods, ask, changes } = neighboursOf(texts, promise);
			const mark = neighbourhoods.markOf(main);
			const asked = ask();
			// Until the file is being read.
			await new Promise((resolve) => setImmediate(resolve));
			texts['src/client.ts'] = '';
			const noted = how === 'note' ? neighbourhoods.note(client) : neighbourhoods.changed([client]);
			resolve();
			await Promise.all([asked, noted]);
			assert.equal(changes(), 1);
			assert.notEqual(neighbourhoods.markOf(main), mark);
			assert.deepEqual(await ask(), []);
			assert.equal(changes(), 1);
		});

	test('says something else to each that asked, with its catalogs', async () => {
		const texts: Record<string, string> = { 'src/main.ts': '', 'src/client.ts': '' };
		const { neighbourhoods, ask } = neighboursOf(texts);
		const nothing = buildCatalogIndex([]);
		assert.deepEqual(await ask(), []);
		assert.equal(await neighbourhoods.note(client), false);
		await neighbourhoods.of({ uri: `${root}src/other.ts`, imports, catalogs: nothing, showing: [] });
		texts['src/client.ts'] = callsPost;
		assert.equal(await neighbourhoods.note(client), true);
		assert.deepEqual(await ask(), ['./client, which the file imports, names api.post.example']);
	});
});
