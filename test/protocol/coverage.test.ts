import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type CoverageParams, coveragePageOf } from '../../server/src/protocol.ts';
import { folderWith } from '../cli/folder-with.ts';
import { commitAll } from '../cli/git-in.ts';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { folder, type TestClient, withClient } from '../support/test-client.ts';

const dispatch = (code: string) => `// api-errors: silentchat
export function send(error) {
	switch (error.code) {
		case '${code}':
			return act();
	}
}
`;

const projectFile = JSON.stringify({ exclude: ['src/left'], requiredCodes: ['!AUTH_INVALID_TOKEN'] });

const files = {
	[`${folder}/src/limited.ts`]: dispatch('RATE_LIMITED'),
	[`${folder}/src/refused.ts`]: dispatch('AUTH_INVALID_TOKEN'),
	[`${folder}/src/left/out.ts`]: dispatch('CONFLICT'),
	[`${folder}/test/send.test.ts`]: dispatch('CONFLICT'),
	[`${folder}/api-errors.json`]: projectFile,
};

const options = {
	capabilities: ableClient,
	initializationOptions: { readFile: true, readFolder: true },
	files,
};

const ask = ({ link }: TestClient, params: Partial<CoverageParams> = {}) =>
	link.connection.sendRequest<string>(coveragePageOf, { uri: folder, name: 'chat <b>', nonce: 'n0nce', ...params });

/** What the page says first, without its tags. */
const leadOf = (page: string) => (/<p class="lead">(.*?)<\/p>/.exec(page)?.[1] ?? '').replaceAll(/<[^>]*>/g, '');

test('a folder’s coverage is a page by the project’s settings, with places that can be opened', () =>
	withClient(connectInMemory(), options, async (client) => {
		const page = await ask(client);
		assert.match(
			page,
			/content="default-src &#39;none&#39;; style-src &#39;nonce-n0nce&#39;; script-src &#39;nonce-n0nce&#39;"/,
		);
		assert.deepEqual(page.match(/<(?:style|script)[^>]*>/g), ['<style nonce="n0nce">', '<script nonce="n0nce">']);
		assert.match(page, /<p class="subtitle">chat &lt;b&gt;<\/p>/);
		assert.equal(leadOf(page), '1 of 2 that must be handled are handled. 3 files looked at.');
		const opened = [...page.matchAll(/data-open="([^"]*)"/g)].map(([, address]) => address);
		assert.deepEqual(opened, [`${folder}/src/limited.ts#3,2`, `${folder}/src/refused.ts#3,2`]);
		assert.match(page, /src\/<wbr>refused\.<wbr>ts/);
	}));

test('what is written and not saved counts', () =>
	withClient(connectInMemory(), options, async (client) => {
		await client.open(dispatch('RATE_LIMITED'), { uri: `${folder}/src/refused.ts` });
		assert.match(leadOf(await ask(client)), /^2 of 2 /);
	}));

const addressesOn = (page: string) => [...page.matchAll(/data-open="([^"]*)"/g)].map(([, address]) => address);

const onDisk = {
	'.gitignore': '/made/\n*.gen.ts\n!kept.gen.ts\n',
	'api-errors.json': projectFile,
	'src/limited.ts': dispatch('RATE_LIMITED'),
	'src/left/out.ts': dispatch('RATE_LIMITED'),
	'made/bundle.ts': dispatch('RATE_LIMITED'),
	'src/some.gen.ts': dispatch('RATE_LIMITED'),
	'src/kept.gen.ts': dispatch('RATE_LIMITED'),
	'src/a ü#%/.gitignore': 'not.ts\n',
	'src/a ü#%/not.ts': dispatch('RATE_LIMITED'),
	'src/a ü#%/yes.ts': dispatch('CONFLICT'),
	'node_modules/chat/index.js': dispatch('RATE_LIMITED'),
	// Left out as what is made from sources where nobody can say what is ignored.
	'build/tracked.ts': dispatch('CONFLICT'),
};

/** The addresses of the places, below the folder. */
const placesOnDisk = [
	'build/tracked.ts#3,2',
	'src/a%20%C3%BC%23%25/yes.ts#3,2',
	'src/kept.gen.ts#3,2',
	'src/limited.ts#3,2',
];

for (const isRepository of [true, false])
	test(`on a disk it is of the files that the command line reads, ${isRepository ? 'in' : 'without'} a repository`, async (context) => {
		const there = await folderWith(context, onDisk);
		if (isRepository) commitAll(there.path);
		const uri = pathToFileURL(there.path).href;
		const roots = { rootUri: uri, workspaceFolders: [{ uri, name: 'project' }] };
		const { out } = await there.run(['coverage', '--format', 'html']);
		assert.equal(leadOf(out), '2 of 4 that must be handled are handled. 4 files looked at.');
		await withClient(connectInMemory(), { capabilities: ableClient, roots }, async (client) => {
			const page = await ask(client, { uri });
			assert.equal(leadOf(page), leadOf(out));
			assert.deepEqual(
				addressesOn(page).toSorted(),
				placesOnDisk.map((place) => `${uri}/${place}`),
			);
			const [, opened = ''] = placesOnDisk;
			client.open(dispatch('RATE_LIMITED'), { uri: `${uri}/${opened.replace(/#.*/, '')}` });
			assert.match(leadOf(await ask(client, { uri })), /^3 of 4 /);
			assert.deepEqual(client.log, []);
		});
	});
