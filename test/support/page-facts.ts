import assert from 'node:assert/strict';
import { safeMarkdown } from '../../server/src/explain/markdown.ts';
import type { ImportFormat, ImportReading } from '../../server/src/import/draft.ts';

/** Reads a page and checks that its texts are shown to the letter: that there is no Markdown in them but what is safe. */
export async function readingOf(format: ImportFormat, source: string): Promise<ImportReading> {
	const reading = await format.read({ text: source });
	for (const { description = '', remedy = '' } of reading.draft.entries) {
		assert.equal(shown(description), description);
		assert.equal(shown(remedy), remedy);
	}
	return reading;
}

/** What hovers show: a sign of exclamation is escaped, which nobody sees. */
function shown(text: string): string {
	return safeMarkdown(text).replaceAll('\\!', '!');
}

/** What a page says of each error, as a row of those facts that it says. */
export async function factsOf(format: ImportFormat, source: string): Promise<readonly (readonly unknown[])[]> {
	const { draft } = await readingOf(format, source);
	return draft.entries.map(({ kind, value, status, title, description, remedy, retry }) =>
		[kind, value, status, title, description, remedy, retry].filter((fact) => fact !== undefined),
	);
}
