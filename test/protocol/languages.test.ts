import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { CompletionItem, Diagnostic } from 'vscode-languageserver';
import { languages } from '../../server/src/languages/index.ts';
import { languageIdOf } from '../../server/src/languages/language-of-path.ts';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, folder, withClient } from '../support/test-client.ts';

/** One program for each language, which does the same in the way of its people. */
const programs = new URL('../vscode/workspace/languages/', import.meta.url);
const files = readdirSync(programs);

const able: ClientOptions = { capabilities: ableClient, initializationOptions: { readFile: true, readFolder: true } };
const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const bySortText = (one: CompletionItem, other: CompletionItem) =>
	(one.sortText ?? one.label) < (other.sortText ?? other.label) ? -1 : 1;

describe('every language has what an editor shows', () => {
	for (const { name, dialects } of languages) {
		test(name, () =>
			withClient(connectInMemory(), able, async (client) => {
				const file = files.find((one) => dialects.some(({ id }) => id === languageIdOf(one)));
				assert.ok(file, `test/vscode/workspace/languages has no program in ${name}`);
				const text = readFileSync(new URL(file, programs), 'utf8');
				const document = client.open(text, { uri: `${folder}/${file}`, languageId: languageIdOf(file) ?? '' });

				const diagnostics = await document.diagnostics();
				assert.deepEqual(rulesOf(diagnostics), ['missing-required']);

				const hover = JSON.stringify(await document.hover(text.indexOf('CONFLICT') + 1));
				assert.match(hover, /SilentChat, because the file names api\.silentchat\.de/);

				const at = text.indexOf('CONFLICT');
				const items = await document.complete(at + 'CON'.length);
				const codes = items.filter(({ label }) => /^[A-Z_]+$/.test(label)).sort(bySortText);
				const [first, second] = codes.map(({ label }) => label);
				assert.deepEqual([first, second], ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']);

				const { start } = diagnostics[0]?.range ?? { start: { line: 0, character: 0 } };
				const lines = text.split('\n').slice(0, start.line);
				const offset = lines.reduce((sum, line) => sum + line.length + 1, start.character);
				const actions = await document.codeActions(offset, offset, { shown: diagnostics });
				const fix = actions.find(({ title }) => title === 'Add 2 missing required cases');
				assert.ok(fix, actions.map(({ title }) => title).join('\n'));
				const mended = document.applied(fix);
				const again = client.open(mended, { uri: `${folder}/mended/${file}`, languageId: languageIdOf(file) ?? '' });
				assert.deepEqual(
					rulesOf(await again.diagnostics()).filter((rule) => rule !== 'retry-after'),
					[],
					mended,
				);
				assert.deepEqual(client.log, []);
			}),
		);
	}
});
