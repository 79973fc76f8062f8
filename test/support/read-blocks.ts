import { languages } from '../../server/src/languages/index.ts';
import type { Block } from '../../server/src/syntax/code.ts';
import { CodeReader } from '../../server/src/syntax/code-reader.ts';
import { readAsset } from './test-assets.ts';

/** Used for one text after the other, because loading a grammar takes longer than reading a text. */
const reader = new CodeReader(languages, readAsset);

/** What every block of a source says. Throws where it cannot be read. */
export async function readBlocks(text: string, languageId = 'typescript'): Promise<readonly Block[]> {
	const blocks = await reader.readOnce('source', languageId, text, { mayMatter: () => true });
	if (!blocks) throw new Error(`Could not be read: ${text}`);
	return blocks;
}

/** Whether a syntax error lies anywhere in the blocks. */
export function hasSyntaxError(blocks: readonly Block[]): boolean {
	return blocks.some(({ code }) => JSON.stringify(kindsIn(code.root)).includes('"error"'));
}

function kindsIn({ kind, children }: Block['code']['root']): unknown {
	return [kind, children.map(kindsIn)];
}
