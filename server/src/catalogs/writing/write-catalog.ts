import { schemaAddress } from '../../catalog/read-layer.ts';
import { titleFor } from '../../catalog/words-for.ts';
import type { Draft, DraftEntry } from '../../import/draft.ts';
import { type Layout, writeJson, writeYaml } from '../text/write-data.ts';
import { catalogKey, type Hashes, hashOf, recordKey, recordValue } from './merge/import-record.ts';
import { catalogFields, entryFields, type Fields, gapsIn, usableEntries } from './merge/source-fields.ts';

export { proposedId } from './proposed-id.ts';

/** What a new catalog is called, and where it comes from. */
export interface NewCatalog {
	readonly id: string;
	/** Unless given, what the source says. */
	readonly name?: string;
	/** A host that shows the API, where the source names none. It counts as written by hand. */
	readonly host?: string;
	readonly format: 'json' | 'yaml';
	/** The name of the source, such as `openapi.yaml`. */
	readonly from: string;
	/** The name of the format that read it, such as `openapi`. */
	readonly importFormat: string;
}

/** The text of a catalog with all that the draft says. What nobody knows yet is named in `todo`. */
export function writeCatalog(draft: Draft, { id, name, host, format, from, importFormat }: NewCatalog): string {
	const entries = usableEntries(draft);
	const said = catalogFields(draft);
	const fields = new Map<string, Hashes>([[catalogKey, hashesOf(said)]]);
	for (const entry of entries)
		fields.set(recordKey(entry.kind, entry.value), hashesOf(withTitle(entry, entryFields(entry))));
	const value = {
		// The YAML extension takes every address but those of files and of the web for a path; it goes by the file's name.
		...(format === 'json' && { $schema: schemaAddress }),
		id,
		...nested({ ...said, name: name ?? said.name, ...(host !== undefined && { 'evidence.hosts': [host] }) }),
		// No source says that it has every code; who knows it may say so.
		complete: false,
		entries: entries.map(newEntry),
		imported: recordValue({ from, format: importFormat, fields }),
	};
	return format === 'json' ? `${writeJson(value, catalogLayout)}\n` : writeYaml(value, catalogLayout);
}

/** An entry as it is written for the first time. */
export function newEntry(entry: DraftEntry): Fields {
	const fields = withTitle(entry, entryFields(entry));
	const todo = gapsIn(entry.kind, entry.value, fields);
	const kind = entry.kind === 'status' && { kind: 'status' };
	return { ...kind, value: entry.value, ...fields, ...(todo.length > 0 && { todo }) };
}

/** With a title made of the code, where the source has none. */
export function withTitle({ kind, value }: Pick<DraftEntry, 'kind' | 'value'>, fields: Fields): Fields {
	const { status, title = titleFor({ kind, value }), ...others } = fields;
	return { ...(status !== undefined && { status }), title, ...others };
}

export function hashesOf(fields: Fields): Hashes {
	return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, hashOf(value)]));
}

/** Fields with a dot in their names as an object of their own: `evidence`. */
function nested({ name, version, url, envelope, ...evidence }: Fields): Fields {
	const parts = Object.entries(evidence).map(([field, value]) => [field.replace(/^evidence\./, ''), value]);
	return {
		...(name !== undefined && { name }),
		...(version !== undefined && { version }),
		...(url !== undefined && { url }),
		...(parts.length > 0 && { evidence: Object.fromEntries(parts) }),
		...(envelope !== undefined && { envelope }),
	};
}

/** Each entry has lines of its own; what is remembered of one shares a line. */
export const catalogLayout: Layout = {
	unit: '\t',
	indentation: '',
	linesOf: (path) => {
		if (path.length === 0) return 'many';
		if (path[0] === 'entries') return path.length <= 2 ? 'many' : undefined;
		if (path[0] !== 'imported') return undefined;
		return path.length < 3 ? 'many' : 'one';
	},
};
