import type { CodeReader } from '../syntax/code-reader.ts';
import { csv } from './csv.ts';
import type { ImportFormat, ImportReading, ImportSource } from './draft.ts';
import { mergedEntries } from './merged-entries.ts';
import { openApi } from './openapi/index.ts';
import { html, markdown, text } from './tables/index.ts';
import { typescriptFormat } from './typescript/index.ts';

/**
 * Every kind of source that catalogs are made from. Of two that are equally sure the first reads.
 * @param reader parses sources that are code
 */
export function importFormats(reader: CodeReader): readonly ImportFormat[] {
	return [openApi, typescriptFormat(reader), markdown, html, csv, text];
}

/** What was read, and by which format. */
export interface Imported extends ImportReading {
	/** The name of the format; undefined where none knows the source. */
	readonly format: string | undefined;
}

/**
 * Reads a source by the format of the name, or else by the one that is surest of those given. Never throws: where there is no such
 * format, or none that knows the source, there are no entries and a note that says why. Each code and status stands once.
 */
export async function importFrom(
	source: ImportSource,
	formats: readonly ImportFormat[],
	formatName?: string,
): Promise<Imported> {
	const format =
		formatName === undefined ? surestFormat(source, formats) : formats.find(({ name }) => name === formatName);
	if (!format) return { draft: { entries: [] }, notes: [unknown(formats, formatName)], format: undefined };
	const { draft, notes } = await format.read(source);
	const merged = mergedEntries(draft.entries);
	return { draft: { ...draft, entries: merged.entries }, notes: [...notes, ...merged.notes], format: format.name };
}

/** The format that is surest to know the source; undefined where none knows it at all. */
function surestFormat(source: ImportSource, formats: readonly ImportFormat[]): ImportFormat | undefined {
	let surest: { readonly format: ImportFormat; readonly likelihood: number } | undefined;
	for (const format of formats) {
		const likelihood = format.likelihood(source);
		if (likelihood > (surest?.likelihood ?? 0)) surest = { format, likelihood };
	}
	return surest?.format;
}

function unknown(formats: readonly ImportFormat[], formatName: string | undefined): string {
	const names = formats.map(({ name }) => name).join(', ');
	return formatName === undefined
		? `None of the formats (${names}) knows this source.`
		: `There is no format “${formatName}”; there are ${names}.`;
}
