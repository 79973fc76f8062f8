import type { Draft } from '../../import/draft.ts';
import type { Edit } from '../../syntax/span.ts';
import type { DataText } from '../text/data-text.ts';
import { editBetween } from './merge/apply-edits.ts';
import type { ImportChange } from './merge/import-changes.ts';
import { type ImportRecord, isObject, readImportRecord, recordValue } from './merge/import-record.ts';
import { type MergedCatalog, mergeCatalog } from './merge/merge-catalog.ts';
import { mergedText } from './merge/merged-text.ts';

export { countImport, describeImport, type ImportChange, importChangeText } from './merge/import-changes.ts';

/** What is imported into a catalog that is there, and how. */
export interface ImportAgain {
	/** The name of the source, such as `openapi.yaml`. */
	readonly from: string;
	/** The name of the format that read it, such as `openapi`. */
	readonly importFormat: string;
	/** Whether codes that are no longer in the source, and that nobody has touched, are taken out. */
	readonly removeGone?: boolean;
}

/** A catalog that was brought up to date. */
export interface Merge {
	readonly isRefused: false;
	readonly text: string;
	/** From the text that was there to the new one; none where nothing changes. */
	readonly edits: readonly Edit[];
	readonly changes: readonly ImportChange[];
}

/** A catalog that cannot be brought up to date, and why, in a sentence that says where. */
export interface RefusedMerge {
	readonly isRefused: true;
	readonly message: string;
}

/**
 * Brings a catalog up to date with a source. What is as an import wrote it becomes what the source says now; what was
 * written or changed by hand stays, and so do comments, order and layout. The same source again changes nothing.
 */
export function mergeImport(existing: DataText, draft: Draft, about: ImportAgain): Merge | RefusedMerge {
	const wrong = wrongWith(existing);
	if (wrong !== undefined || !isObject(existing.value)) return { isRefused: true, message: wrong ?? noCatalog };
	const before = readImportRecord(existing.value.imported);
	const merged = mergeCatalog(existing.value, draft, {
		before,
		isSameKind: isSameKind(before, about),
		removeGone: about.removeGone ?? false,
	});
	const record = recordAfter(before, merged, about);
	const text = record ? mergedText(existing, existing.value, merged, record) : existing.text;
	if (text === undefined) return { isRefused: true, message: notInPlace };
	return { isRefused: false, text, edits: editBetween(existing.text, text), changes: merged.changes };
}

const noCatalog = 'The file holds no catalog: it is no object.';
const notInPlace =
	'The catalog cannot be changed in place: it has aliases or merged keys where the import would write.';

/** Undefined where the file can be brought up to date. */
function wrongWith({ text, value, faults, spanAt }: DataText): string | undefined {
	const [fault] = faults;
	if (fault) return `${placeAt(text, fault.start)}: ${fault.message} The file must be mended first.`;
	if (!isObject(value)) return noCatalog;
	if ((value.entries ?? undefined) === undefined || Array.isArray(value.entries)) return undefined;
	return `${placeAt(text, spanAt(['entries']).start)}: “entries” must be a list. The file must be mended first.`;
}

function placeAt(text: string, offset: number): string {
	const before = text.slice(0, offset);
	return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
}

/** What is remembered from now on; undefined where that is what is remembered already. */
function recordAfter(
	before: ImportRecord | undefined,
	{ fields, edits, insertions, removed }: MergedCatalog,
	about: ImportAgain,
): ImportRecord | undefined {
	const asText = (record: ImportRecord['fields']) => JSON.stringify(recordValue({ fields: record }));
	const isSame = asText(fields) === asText(before?.fields ?? new Map());
	if (isSame && edits.length + insertions.length + removed.length === 0) return undefined;
	if (isSameKind(before, about)) return { from: about.from, format: about.importFormat, fields };
	return { from: joined(before?.from, about.from), format: joined(before?.format, about.importFormat), fields };
}

/** A source of another kind says other things, and so its silence says nothing of what is there. */
function isSameKind(before: ImportRecord | undefined, { importFormat }: ImportAgain): boolean {
	return before?.format !== undefined && joined(before.format) === joined(importFormat);
}

/** Names with commas between, each once and in order. */
function joined(...names: readonly (string | undefined)[]): string {
	const all = names.flatMap((name) => name?.split(', ') ?? []);
	return [...new Set(all)].sort().join(', ');
}
