import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Hover } from 'vscode-languageserver';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { documentStatus: true, readFile: true, readFolder: true },
};

function using(
	files: Readonly<Record<string, string>>,
	use: (client: TestClient) => Promise<void>,
	options = able,
): Promise<void> {
	const uris = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
	return withClient(connectInMemory(), { ...options, files: uris }, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

const shownIn = (hover: Hover | null): string => JSON.stringify(hover?.contents ?? '');

/** What is warned about: the rule, and the code it is said of. */
async function warnedIn(document: OpenDocument): Promise<readonly string[]> {
	return (await document.diagnostics()).map(({ code, range }) => `${code}: ${document.covered(range)}`);
}

const component = `<template>
	<p v-if="error.code === 'AUTH_INVALID_TOKEN'">{{ error.code === 'RATE_LIMITED' ? 'Wait' : 'Go' }}</p>
</template>

<script setup lang="ts">
import { api } from './api';
const url = 'https://api.silentchat.de/v1';

export function handle(error: { code: string }) {
	switch (error.code) {
		case 'NOT_FOUND':
			reload();
			break;
	}
}
</script>
`;

describe('a component of Vue', () => {
	const as = { uri: `${folder}/Chat.vue`, languageId: 'vue' };

	test('is warned about in its script, and mended there', () =>
		using({}, async (client) => {
			const document = client.open(component, as);
			const diagnostics = await document.diagnostics();
			assert.deepEqual(await warnedIn(document), ['missing-required: switch (error.code)']);
			const at = component.indexOf('switch');
			const actions = await document.codeActions(at, at, { shown: diagnostics });
			const add = actions.find(({ title }) => title.startsWith('Add'));
			assert.ok(add);
			const mended = document.applied(add);
			assert.match(mended, /case 'RATE_LIMITED':/);
			assert.ok(mended.startsWith(component.slice(0, at)), 'what stands before the switch stays');
			assert.ok(mended.endsWith('\t}\n}\n</script>\n'));
			assert.deepEqual(await warnedIn(client.open(mended, { ...as, uri: `${folder}/Mended.vue` })), []);
		}));

	test('explains codes in its script and in its template, and nothing in its markup', () =>
		using({}, async (client) => {
			const document = client.open(component, as);
			const hoverAt = async (word: string) => shownIn(await document.hover(component.indexOf(word) + 2));
			assert.match(await hoverAt("'NOT_FOUND'"), /NOT_FOUND/);
			assert.match(await hoverAt("'RATE_LIMITED'"), /RATE_LIMITED/);
			assert.match(await hoverAt("'AUTH_INVALID_TOKEN'"), /AUTH_INVALID_TOKEN/);
			assert.equal(await hoverAt('<template>'), '""');
		}));

	test('completes a case while the component is being written', () =>
		using({}, async (client) => {
			const text = component.replace("case 'NOT_FOUND':", "case 'RA':");
			const document = client.open(text, as);
			const items = await document.complete(text.lastIndexOf("'RA") + 3);
			const item = items.find(({ label }) => label === 'RATE_LIMITED');
			assert.ok(item);
			assert.equal(document.accept(item), component.replace('NOT_FOUND', 'RATE_LIMITED'));
		}));

	test('is followed as it changes, in front of the script too', () =>
		using({}, async (client) => {
			const document = client.open(component, as);
			await document.diagnostics();
			await document.change(0, 0, '<!-- a comment\n<script> -->\n');
			assert.deepEqual(await warnedIn(document), ['missing-required: switch (error.code)']);
			const at = document.text().indexOf('\t\tcase');
			await document.change(at, at, "\t\tcase 'RATE_LIMITED':\n\t\tcase 'AUTH_INVALID_TOKEN':\n");
			assert.deepEqual(await warnedIn(document), ["retry-after: 'RATE_LIMITED'"]);
		}));

	test('knows the constants of the files that it imports, and lends its own', () =>
		using(
			{
				'codes.ts': "export const slow = 'RATE_LIMITED';\n",
				'Other.vue': `<script>\nfetch('https://api.silentchat.de/v1')\n</script>\n`,
			},
			async (client) => {
				const text = `<script lang="ts">
import { slow } from './codes';
import Other from './Other.vue';
export const handle = (error: { code: string }) => {
	switch (error.code) {
		case slow: return wait();
		case 'NOT_FOUND': return reload();
	}
};
</script>
`;
				const document = client.open(text, as);
				assert.deepEqual(await warnedIn(document), ['missing-required: switch (error.code)', 'retry-after: slow']);
				assert.match(await document.explain(text.indexOf("'NOT_FOUND'") + 1), /Other\.vue, which the file imports/);
			},
		));

	test('stays unread where everything is switched off', () =>
		using(
			{},
			async (client) => {
				const document = client.open(component, as);
				assert.equal(await document.hover(component.indexOf("'NOT_FOUND'") + 2), null);
				assert.deepEqual(await document.diagnostics(), []);
			},
			{ ...able, configuration: { enable: false } },
		));
});

describe('a text in Markdown', () => {
	const fences = `# Errors

\`\`\`ts
await fetch('https://api.silentchat.de/v1');
switch (error.code) {
	case 'NOT_FOUND': reload();
}
\`\`\`

\`\`\`python
if error["code"] == "RATE_LIMITED":
    wait()
\`\`\`
`;
	const as = { uri: `${folder}/README.md`, languageId: 'markdown' };

	test('has its codes explained in each language, and is not warned about', () =>
		using({}, async (client) => {
			const document = client.open(fences, as);
			assert.match(shownIn(await document.hover(fences.indexOf("'NOT_FOUND'") + 2)), /NOT_FOUND/);
			assert.match(shownIn(await document.hover(fences.indexOf('"RATE_LIMITED"') + 2)), /RATE_LIMITED/);
			assert.deepEqual(await warnedIn(document), []);
		}));

	test('is warned about where the code says of which API it speaks', () =>
		using({}, async (client) => {
			const text = fences.replace('switch', '// api-errors: silentchat\nswitch');
			const document = client.open(text, as);
			assert.deepEqual(await warnedIn(document), ['missing-required: switch (error.code)']);
		}));
});

describe('a notebook in an editor', () => {
	const cell = (id: string) => ({ uri: `vscode-notebook-cell:/project/chat.ipynb#${id}`, languageId: 'python' });
	const handler = `%%time
match error.code:
    case "NOT_FOUND":
        reload()
    case slow:
        wait()
`;

	test('knows in one cell what another names, as soon as that is there', () =>
		using({}, async (client) => {
			const document = client.open(handler, cell('W1'));
			assert.deepEqual(await warnedIn(document), []);
			const other = client.open('base = "https://api.silentchat.de/v1"\nslow = "TOO_SLOW"\n', cell('W0'));
			await other.diagnostics();
			while (client.refreshes() === 0) await new Promise((resolve) => setImmediate(resolve));
			assert.deepEqual(await warnedIn(document), ['missing-required: match error.code']);
			const said = await document.explain(handler.indexOf('NOT_FOUND'));
			assert.match(said, /because another cell of the notebook names api\.silentchat\.de/);
		}));

	test('is not told of the cells of another notebook', () =>
		using({}, async (client) => {
			const other = { uri: 'vscode-notebook-cell:/project/other.ipynb#W0', languageId: 'python' };
			await client.open('base = "https://api.silentchat.de/v1"\n', other).diagnostics();
			assert.deepEqual(await warnedIn(client.open(handler, cell('W1'))), []);
		}));
});

test('a page has its scripts read', () =>
	using({}, async (client) => {
		const page = `<script>
fetch('https://api.silentchat.de/v1');
function handle(error) {
	if (error.code === 'NOT_FOUND') reload();
	else if (error.code === 'CONFLICT') merge();
}
</script>
`;
		const document = client.open(page, { uri: `${folder}/index.html`, languageId: 'html' });
		assert.match(shownIn(await document.hover(page.indexOf("'CONFLICT'") + 2)), /CONFLICT/);
		assert.equal((await document.diagnostics()).length, 1);
	}));
