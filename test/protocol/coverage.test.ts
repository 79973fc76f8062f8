import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CoverageParams, coveragePageOf } from '../../server/src/protocol.ts';
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

const files = {
	[`${folder}/src/limited.ts`]: dispatch('RATE_LIMITED'),
	[`${folder}/src/refused.ts`]: dispatch('AUTH_INVALID_TOKEN'),
	[`${folder}/src/left/out.ts`]: dispatch('CONFLICT'),
	[`${folder}/test/send.test.ts`]: dispatch('CONFLICT'),
	[`${folder}/api-errors.json`]: JSON.stringify({ exclude: ['src/left'], requiredCodes: ['!AUTH_INVALID_TOKEN'] }),
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
		assert.equal(leadOf(page), '1 of 2 that must be handled are handled. 4 files looked at.');
		const opened = [...page.matchAll(/data-open="([^"]*)"/g)].map(([, address]) => address);
		assert.deepEqual(opened, [`${folder}/src/limited.ts#3,2`, `${folder}/src/refused.ts#3,2`]);
		assert.match(page, /src\/<wbr>refused\.<wbr>ts/);
	}));

test('what is written and not saved counts', () =>
	withClient(connectInMemory(), options, async (client) => {
		await client.open(dispatch('RATE_LIMITED'), { uri: `${folder}/src/refused.ts` });
		assert.match(leadOf(await ask(client)), /^2 of 2 /);
	}));
