import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentsIn } from '../../server/src/containers/documents-in.ts';
import { explain } from '../../server/src/explain/explain.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { hover } from '../../server/src/features/hover.ts';
import { runRules } from '../../server/src/rules/run-rules.ts';
import { defaultSettings } from '../../server/src/settings.ts';
import { type StartDocument, startDocuments } from '../endurance/start-files.ts';
import { catalogs, newAnalyzer, noContext } from '../support/analyzed.ts';
import { mutated, mutations } from '../support/hostile-texts.ts';

const documents = startDocuments({ disk: 'file:///project', virtual: 'test:///other' }).filter(
	({ languageId }) => !['json', 'yaml'].includes(languageId),
);
const analyzer = newAnalyzer();
const context = { ...noContext, told: ['silentchat'] };
const completing = { snippets: true, insertReplace: true, indents: true, tags: true, deprecated: true };

/** Lets everything be said about a text that can be. */
async function sayAll({ uri, languageId }: StartDocument, text: string): Promise<void> {
	const container = TextDocument.create(uri, languageId, 1, text);
	for (const document of documentsIn(container)) {
		const code = document.getText();
		const analysis = await analyzer.analyze(document, context);
		await analyzer.outline({ languageId: document.languageId, text: code }, catalogs);
		const offsets = [0, code.length, ...[...code.matchAll(/RATE_LIMITED|429|case /g)].map(({ index }) => index + 3)];
		for (const offset of offsets.slice(0, 6)) {
			const site = await analyzer.labelSite(document, offset, context);
			if (site) completion(document, site, completing);
			if (!analysis) continue;
			hover(analysis, offset, { verbosity: 'full', format: 'markdown' });
			explain({ analysis, offset, told: context.told, settings: defaultSettings, written: [] });
		}
		if (!analysis) continue;
		const findings = runRules(analysis, defaultSettings, (rule, error) => {
			throw new Error(`${rule} failed`, { cause: error });
		});
		const options = { only: undefined, shown: [], versioned: true, snippets: true };
		codeActions({ analysis, findings }, { start: 0, end: code.length }, options);
	}
	analyzer.forget(uri);
}

test('no text makes anything throw, in any language', async () => {
	const property = fc.asyncProperty(fc.constantFrom(...documents), mutations, async (document, mutations) => {
		const text = mutated(document.text, mutations);
		await sayAll(document, text).catch((error: unknown) => {
			assert.fail(`${document.languageId}: ${error instanceof Error ? error.stack : error}\n${text.slice(0, 2_000)}`);
		});
	});
	await fc.assert(property, {
		numRuns: 100,
		seed: 7,
		endOnFailure: true,
	});
});
