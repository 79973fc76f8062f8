import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
	type DiffCatalogsParams,
	diffCatalogs,
	type ExportCatalogParams,
	exportCatalog,
	type ImportCatalogAnswer,
	type ImportCatalogParams,
	importCatalog,
	type ListedCatalog,
	listCatalogs,
} from '../../server/src/protocol.ts';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory, connectToWorker } from '../support/connect.ts';
import { workerAssets, workerProgram } from '../support/server-program.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const file = `${folder}/.api-errors/acme.json`;

/** A catalog with these codes. */
function catalogText(...codes: readonly string[]): string {
	const entries = codes.map((value) => ({ value, status: 409, title: value, description: `About ${value}.` }));
	return JSON.stringify({ id: 'acme', name: 'Acme', evidence: { hosts: ['api.acme.example'] }, entries });
}

const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { readFile: true, readFolder: true },
	files: {
		[file]: catalogText('ACME_KEY_OLD', 'ACME_USED_UP', 'ACME_KEY_LOST'),
		[`${folder}/src/renew.ts`]: dispatch("'ACME_KEY_OLD'", "'ACME_USED_UP'"),
		[`${folder}/src/whole.ts`]: dispatch("'ACME_KEY_OLD'", "'ACME_USED_UP'", "'ACME_KEY_LOST'"),
		[`${folder}/src/names.ts`]: "export const Acme = { Old: 'ACME_KEY_OLD', UsedUp: 'ACME_USED_UP' } as const;\n",
		[`${folder}/src/by-name.ts`]: `import { Acme } from './names';\n${dispatch('Acme.Old', 'Acme.UsedUp')}`,
	},
};

/** Code that chooses by these codes of the API. */
function dispatch(...labels: readonly string[]): string {
	const cases = labels.map((label) => `\t\tcase ${label}:\n\t\t\treturn 'x';\n`).join('');
	return `export async function call() {
	const response = await fetch('https://api.acme.example/keys');
	const { error } = await response.json();
	switch (error.code) {
${cases}	}
}
`;
}

function using(use: (client: TestClient) => Promise<void>, options = able): Promise<void> {
	return withClient(connectInMemory(), options, use);
}

const ask = <Answer>({ link }: TestClient, method: string, params: object) =>
	link.connection.sendRequest<Answer>(method, params);

const importing = (client: TestClient, params: ImportCatalogParams) =>
	ask<ImportCatalogAnswer>(client, importCatalog, params);

const table = `| Code | Status | Meaning |
|---|---|---|
| ACME_KEY_OLD | 401 | The key has had its day. |
| ACME_USED_UP | 429 | All calls are used. |
`;

describe('a source of errors', () => {
	test('becomes a new catalog, with the format that is surest', () =>
		using(async (client) => {
			const answer = await importing(client, {
				text: table,
				fileName: 'acme-errors.md',
				name: 'Acme Keys',
				as: 'yaml',
			});
			assert.equal(answer.formats[0]?.name, answer.format);
			assert.deepEqual([answer.codes, answer.id, answer.name], [2, 'acme-keys', 'Acme Keys']);
			assert.match(answer.text ?? '', /^id: acme-keys$/m);
			assert.match(answer.text ?? '', /The key has had its day\./);
		}));

	test('brings a catalog up to date that is there', () =>
		using(async (client) => {
			const first = await importing(client, { text: table, fileName: 'acme.md' });
			const text = table.replace('All calls are used.', 'The plan allows no more calls.').replace('401', '403');
			const mine = (first.text ?? '').replace('The key has had its day.', 'Renew the key.');
			const again = await importing(client, { text, fileName: 'acme.md', into: { uri: file, text: mine } });
			assert.match(again.text ?? '', /The plan allows no more calls\./);
			assert.match(again.text ?? '', /Renew the key\./);
			assert.match(again.summary, /updated/);
			assert.ok(
				again.changes.some((change) => /ACME_KEY_OLD.*403/.test(change)),
				String(again.changes),
			);
		}));

	test('that names no host gets one from the user, which the next import leaves alone', () =>
		using(async (client) => {
			const first = await importing(client, { text: table, fileName: 'acme.md', host: 'api.acme.example' });
			assert.equal(first.hasEvidence, false);
			assert.match(first.text ?? '', /"evidence": \{ "hosts": \["api\.acme\.example"\] \}/);
			const into = { uri: file, text: first.text ?? '' };
			const again = await importing(client, { text: table, fileName: 'acme.md', into });
			assert.equal(again.text, first.text);
			assert.deepEqual(again.changes, []);
		}));

	test('leaves a catalog alone that is broken, and says where', () =>
		using(async (client) => {
			const answer = await importing(client, {
				text: table,
				fileName: 'acme.md',
				into: { uri: file, text: '{ "id": ' },
			});
			assert.equal(answer.text, undefined);
			assert.match(answer.notes[0] ?? '', /line 1/);
		}));

	test('is read in a web worker, whatever its format', () =>
		withClient(
			connectToWorker(workerProgram, workerAssets),
			{ ...able, initializationOptions: { assets: workerAssets } },
			async (client) => {
				const openapi = `openapi: 3.0.0\ninfo: { title: A }\npaths:\n  /a: { get: { responses: { '404': { description: Gone } } } }\n`;
				const sources: Readonly<Record<string, string>> = {
					'a.yaml': openapi,
					'a.md': table,
					'a.html': '<table><tr><th>Code<th>Meaning<tr><td>ACME_OLD<td>Old<tr><td>ACME_NEW<td>New</table>',
					'a.csv': 'code;status;meaning\nACME_OLD;404;Old\nACME_NEW;409;New\n',
					'a.ts': "export enum ErrorCode { Old = 'ACME_OLD', New = 'ACME_NEW' }\n",
				};
				for (const [fileName, text] of Object.entries(sources)) {
					const { codes, statuses, notes, text: catalog } = await importing(client, { text, fileName, as: 'yaml' });
					assert.ok(codes + statuses > 0, `${fileName}: ${notes.join(' ')}`);
					assert.match(catalog ?? '', /^entries:$/m);
				}
				assert.deepEqual(client.log, []);
			},
		));

	test('without errors makes no catalog, and says why', () =>
		using(async (client) => {
			for (const text of ['Nothing to see here.', '', '{}', '\0\u0001']) {
				const answer = await importing(client, { text });
				assert.equal(answer.text, undefined, text);
				assert.equal(answer.codes + answer.statuses, 0);
				assert.ok(answer.notes.length > 0, 'there is a note');
			}
			const answer = await importing(client, { text: table, format: 'no-such-format' });
			assert.match(answer.notes.join(), /no-such-format/);
		}));
});

describe('catalogs', () => {
	test('are listed with their files and how much is in them, the user’s first', () =>
		using(async (client) => {
			const listed = await ask<readonly ListedCatalog[]>(client, listCatalogs, {});
			const [first, ...others] = listed;
			assert.deepEqual(
				[first?.id, first?.name, first?.uri, first?.codes, first?.statuses],
				['acme', 'Acme', file, 3, 0],
			);
			assert.deepEqual(
				others.map(({ id, uri }) => [id, uri]).sort(),
				['chatness', 'http', 'silentchat'].map((id) => [id, undefined]),
			);
		}));

	test('are listed with what is wrong with them, and so are files that count for nothing', () =>
		using(
			async (client) => {
				const listed = await ask<readonly ListedCatalog[]>(client, listCatalogs, {});
				const about = (name: string) => listed.find(({ uri }) => uri?.endsWith(name));
				assert.equal(about('acme.json')?.codes, 2);
				assert.match(about('acme.json')?.problems.join() ?? '', /ACME_KEY_OLD/);
				assert.equal(about('broken.json')?.name, '.api-errors/broken.json');
				assert.match(about('broken.json')?.problems.join() ?? '', /missing/);
				assert.equal(about('ours.yaml')?.id, 'silentchat');
				assert.equal(listed.filter(({ id }) => id === 'silentchat').length, 1);
			},
			{
				...able,
				files: {
					[file]: catalogText('ACME_KEY_OLD', 'ACME_USED_UP', 'ACME_KEY_OLD'),
					[`${folder}/.api-errors/broken.json`]: '{ "id": ',
					[`${folder}/packages/a/.api-errors/ours.yaml`]: 'extends: silentchat\nentries: []\n',
				},
			},
		));

	test('are exported as TypeScript and Markdown', () =>
		using(async (client) => {
			const exported = (params: ExportCatalogParams) => ask<string | null>(client, exportCatalog, params);
			assert.match((await exported({ id: 'acme', format: 'typescript' })) ?? '', /ACME_KEY_OLD: "ACME_KEY_OLD"/);
			assert.match((await exported({ id: 'acme', uri: file, format: 'markdown' })) ?? '', /\| .*ACME_KEY_OLD/);
			assert.equal(await exported({ id: 'no-such-api', format: 'markdown' }), null);
		}));
});

describe('two versions of a catalog', () => {
	const compare = (client: TestClient, params: DiffCatalogsParams) => ask<string>(client, diffCatalogs, params);
	const old = { uri: file, text: catalogText('ACME_KEY_OLD', 'ACME_USED_UP') };
	const newer = { uri: file, text: catalogText('ACME_KEY_OLD', 'ACME_USED_UP', 'ACME_KEY_LOST') };

	test('are compared, with links to the code that does not know what is new', () =>
		using(async (client) => {
			const page = await compare(client, { old, new: newer });
			assert.match(page, /## Added\n\n- `ACME_KEY_LOST`/);
			const lines = page.slice(page.indexOf('## Code that')).match(/^- .*/gm) ?? [];
			assert.equal(lines.length, 2, page);
			assert.match(
				lines.join('\n'),
				/\[src\/by-name\.ts, line 5\]\(<.*by-name\.ts#L5>\) has no branch for `ACME_KEY_LOST`/,
			);
			assert.match(lines.join('\n'), /\[src\/renew\.ts, line 4\]/);
		}));

	test('say that nothing differs, without looking at any code', () =>
		using(async (client) => {
			const page = await compare(client, { old, new: old });
			assert.match(page, /No code and no status differs/);
			assert.doesNotMatch(page, /## Code/);
		}));

	test('of which one is no catalog are not compared, and it is said which', () =>
		using(async (client) => {
			const broken = { uri: `${folder}/before.json`, text: '[' };
			await assert.rejects(compare(client, { old: broken, new: newer }), /before\.json is no catalog/);
		}));

	test('are compared with what they extend, by id and by path', () =>
		using(
			async (client) => {
				const layer = (fields: string) => ({ uri: `${folder}/.api-errors/ours.yaml`, text: `extends: ${fields}\n` });
				const must = 'entries: [{ value: ACME_KEY_OLD, required: true }]';
				const byPath = await compare(client, { old: layer('./acme.json'), new: layer(`./acme.json\n${must}`) });
				assert.match(byPath, /1 changed\.[\s\S]*`ACME_KEY_OLD`\n {2}- must be handled: no → yes/);
				const byId = await compare(client, { old: layer('acme'), new: layer('acme\nhide: [ACME_USED_UP]') });
				assert.match(byId, /1 removed\.[\s\S]*`ACME_USED_UP`/);
			},
			{ ...able, files: { ...able.files, [`${folder}/.api-errors/ours.yaml`]: 'extends: acme\n' } },
		));

	test('that are not in use are compared without code', () =>
		using(async (client) => {
			const elsewhere = { uri: file, text: catalogText('ACME_KEY_OLD', 'ACME_OTHER') };
			const page = await compare(client, { old, new: elsewhere });
			assert.match(page, /No code was looked at/);
		}));
});
