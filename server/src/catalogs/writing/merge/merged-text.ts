import type { PathEdit } from '../../../catalog/problem.ts';
import { indentationUnit } from '../../../syntax/text-lines.ts';
import { type DataText, readDataText } from '../../text/data-text.ts';
import { editsFor } from '../../text/edit-data-text.ts';
import { type Insertion, insertItems } from '../../text/insert-items.ts';
import { putValue } from '../../text/put-value.ts';
import type { Layout } from '../../text/write-data.ts';
import { catalogLayout } from '../write-catalog.ts';
import { applyEdits } from './apply-edits.ts';
import { type ImportRecord, isObject, recordValue } from './import-record.ts';
import type { MergedCatalog } from './merge-catalog.ts';
import type { Fields } from './source-fields.ts';

/**
 * The text of a catalog after all changes; undefined where it would say something else than it should, as a text with
 * aliases may.
 * @param catalog what the text says
 */
export function mergedText(
	existing: DataText,
	catalog: Fields,
	merged: MergedCatalog,
	record: ImportRecord,
): string | undefined {
	const layout: Layout = { ...catalogLayout, unit: indentationUnit(existing.text) ?? catalogLayout.unit };
	const imported = recordValue(record);
	const expected = sorted(valueAfter(catalog, merged, imported));
	for (const write of [writtenAtOnce, writtenInSteps]) {
		const text = write({ existing, catalog, merged, imported, layout });
		const said = text === undefined ? undefined : readAs(existing, text);
		if (said && said.faults.length === 0 && sorted(said.value) === expected) return text;
	}
	return undefined;
}

interface Writing {
	readonly existing: DataText;
	readonly catalog: Fields;
	readonly merged: MergedCatalog;
	readonly imported: object;
	readonly layout: Layout;
}

/** Reading is what takes long, so the whole is tried on the text as it is; undefined where edits are in each other's way. */
function writtenAtOnce({ existing, catalog, merged, imported, layout }: Writing): string | undefined {
	const { insertions, removed } = merged;
	const hasEntries = Array.isArray(catalog.entries) && catalog.entries.length > 0;
	if (!isObject(catalog.imported) || (insertions.length > 0 && !hasEntries)) return undefined;
	const fields = [...merged.edits, ...removed.map((index) => ({ path: ['entries', index], remove: true as const }))];
	const edits = editsFor(existing, fields);
	if (fields.length > 0 && edits.length === 0) return undefined;
	const inserted = insertions.length > 0 ? insertItems(existing, 'entries', layout, insertions) : [];
	const all = [...edits, ...inserted, putValue(existing, 'imported', imported, layout)];
	const sorted = all.toSorted((one, other) => one.start - other.start || one.end - other.end);
	const isClear = sorted.every((edit, index) => edit.start >= (sorted[index - 1]?.end ?? 0));
	return isClear ? applyEdits(existing.text, all) : undefined;
}

/** Each step reads what the one before has written, so that no two of them get into each other's way. */
function writtenInSteps({ existing, catalog, merged, imported, layout }: Writing): string {
	const { insertions, removed } = merged;
	const grown = withEntries(afterFields(existing, merged.edits), insertions, layout);
	const shrunk = afterFields(
		grown,
		removed.map((index) => ({ path: ['entries', indexAfter(index, insertions)], remove: true as const })),
	);
	const remembering = afterFields(shrunk, isObject(catalog.imported) ? [] : [{ path: ['imported'], value: {} }]);
	return applyEdits(remembering.text, [putValue(remembering, 'imported', imported, layout)]);
}

function afterFields(data: DataText, edits: readonly PathEdit[]): DataText {
	return edits.length === 0 ? data : readAs(data, applyEdits(data.text, editsFor(data, edits)));
}

function withEntries(data: DataText, insertions: readonly Insertion[], layout: Layout): DataText {
	if (insertions.length === 0) return data;
	const entries = isObject(data.value) ? data.value.entries : undefined;
	if (Array.isArray(entries) && entries.length > 0) {
		return readAs(data, applyEdits(data.text, insertItems(data, 'entries', layout, insertions)));
	}
	const listed = afterFields(data, Array.isArray(entries) ? [] : [{ path: ['entries'], value: [] }]);
	const items = insertions.flatMap((insertion) => insertion.items);
	return readAs(data, applyEdits(listed.text, [putValue(listed, 'entries', items, layout)]));
}

function readAs({ format }: DataText, text: string): DataText {
	return readDataText(text, `catalog.${format}`);
}

/** Where an entry stands after others were put in before it. */
function indexAfter(index: number, insertions: readonly Insertion[]): number {
	return insertions.reduce((sum, { after, items }) => sum + (after < index ? items.length : 0), index);
}

/** What the text should say in the end. */
function valueAfter(catalog: Fields, { edits, insertions, removed }: MergedCatalog, imported: object): unknown {
	const fields: Record<string, unknown> = structuredClone(catalog);
	for (const edit of edits) change(fields, edit);
	const entries: readonly unknown[] = Array.isArray(fields.entries) ? fields.entries : [];
	const placed = new Map(insertions.map(({ after, items }) => [after, items]));
	const gone = new Set(removed);
	const all = entries.flatMap((entry, index) => [...(gone.has(index) ? [] : [entry]), ...(placed.get(index) ?? [])]);
	const hasEntries = Array.isArray(fields.entries) || insertions.length > 0;
	return { ...fields, ...(hasEntries && { entries: [...(placed.get(-1) ?? []), ...all] }), imported };
}

/** Changes the value itself. */
function change(root: object, edit: PathEdit): void {
	let target: unknown = root;
	for (const step of edit.path.slice(0, -1)) target = Reflect.get(Object(target), step);
	const key = edit.path.at(-1) ?? '';
	if (typeof target !== 'object' || target === null) return;
	if ('remove' in edit) Reflect.deleteProperty(target, key);
	else if ('value' in edit) Reflect.set(target, key, edit.value);
}

/** The value as text, whatever the order of its keys is. */
function sorted(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
	);
}
