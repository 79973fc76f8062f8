import { readDataText } from '../../catalogs/text/data-text.ts';
import { countImport, importChangeText, mergeImport } from '../../catalogs/writing/merge-import.ts';
import { proposedId } from '../../catalogs/writing/proposed-id.ts';
import { writeCatalog } from '../../catalogs/writing/write-catalog.ts';
import type { ImportFormat, ImportSource } from '../../import/draft.ts';
import type { Imported } from '../../import/index.ts';
import type { ImportCatalogAnswer, ImportCatalogParams } from '../../protocol.ts';
import type { CodeReader } from '../../syntax/code-reader.ts';

/**
 * What a catalog would be like with the errors of a source; nothing is written.
 * @param reader parses sources that are code
 */
export async function answerImport(params: ImportCatalogParams, reader: CodeReader): Promise<ImportCatalogAnswer> {
	// Their parsers would delay every start, and few sessions import anything.
	const { importFormats, importFrom } = await import('../../import/index.ts');
	const formats = importFormats(reader);
	const { text, fileName } = params;
	const source: ImportSource = { text, ...(fileName !== undefined && { fileName }) };
	const imported = await importFrom(source, formats, params.format);
	const { draft, notes, format } = imported;
	const name = params.name ?? draft.name;
	const id = params.id ?? proposedId(name, fileName);
	const codes = draft.entries.filter(({ kind }) => kind === 'code').length;
	return {
		formats: candidates(source, formats, format),
		...(format !== undefined && { format }),
		codes,
		statuses: draft.entries.length - codes,
		id,
		name: name ?? id,
		hasEvidence: [...(draft.hosts ?? []), ...(draft.packages ?? [])].length > 0,
		notes,
		...(draft.entries.length === 0 ? unchanged : outcome(imported, params, { id, name })),
	};
}

const unchanged = { summary: '', changes: [] };

/** The formats that the source may have, the one that it was read in among them. */
function candidates(
	source: ImportSource,
	formats: readonly ImportFormat[],
	read: string | undefined,
): ImportCatalogAnswer['formats'] {
	return formats
		.map((format) => ({ name: format.name, title: format.title, likelihood: format.likelihood(source) }))
		.filter(({ name, likelihood }) => likelihood > 0 || name === read)
		.sort((one, other) => other.likelihood - one.likelihood);
}

/** The new text of the catalog; none, and a note that says why, where it cannot be brought up to date. */
function outcome(
	{ draft, notes, format = '' }: Imported,
	{ fileName = 'pasted text', as = 'json', host, into }: ImportCatalogParams,
	{ id, name }: { readonly id: string; readonly name: string | undefined },
): Partial<ImportCatalogAnswer> & Pick<ImportCatalogAnswer, 'summary' | 'changes'> {
	const about = { from: fileName, importFormat: format };
	if (!into) {
		const given = { ...(name !== undefined && { name }), ...(host !== undefined && { host }) };
		return { ...unchanged, text: writeCatalog(draft, { id, ...given, format: as, ...about }) };
	}
	const merge = mergeImport(readDataText(into.text, into.uri), draft, about);
	if (merge.isRefused) return { ...unchanged, notes: [merge.message, ...notes] };
	return { text: merge.text, summary: countImport(merge.changes), changes: merge.changes.map(importChangeText) };
}
