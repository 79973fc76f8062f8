import type { CodeReader } from '../../syntax/code-reader.ts';
import type { ImportReading, ImportSource } from '../draft.ts';

/** Reads what the declarations of a source say about errors. */
export async function readDeclarations(source: ImportSource, reader: CodeReader): Promise<ImportReading> {
	const blocks = await reader.readOnce('', 'typescript', source.text, { mayMatter: () => true });
	return { draft: { entries: [] }, notes: [`There is no enum in ${blocks?.length ?? 0} declarations.`] };
}
