import type { Entry, Origin } from '../../catalog/catalog.ts';
import type { JsonPath } from '../../catalog/problem.ts';
import type { Span } from '../../syntax/span.ts';
import type { DataText } from '../text/data-text.ts';
import { valueAt } from '../text/path-at.ts';

/** What one file says of an entry. */
export interface WrittenLayer extends Pick<Origin, 'source' | 'fields'> {
	/** The whole entry in the file's text. */
	readonly whole: Span;
	/** The code or the status by which it is known. */
	readonly value: Span;
	/** All that is written there, whether or not it counts. */
	readonly written: Readonly<Record<string, unknown>>;
}

/** What the files of an entry say of it, the one on top first; those that cannot be read are left out. */
export function writtenLayers(entry: Entry, dataOf: (source: string) => DataText | undefined): readonly WrittenLayer[] {
	return (entry.origins ?? []).flatMap((origin) => {
		const data = dataOf(origin.source);
		const layer = data && writtenLayer(entry, origin, data);
		return layer ? [layer] : [];
	});
}

/** What a file says of an entry; undefined where the file has changed so much that the entry is not found in it. */
export function writtenLayer(entry: Entry, origin: Origin, data: DataText): WrittenLayer | undefined {
	const path = isAt(entry, origin.path, data) ? origin.path : pathOf(entry, data);
	const written = path && valueAt(data, path);
	if (!path || !isRecord(written)) return undefined;
	const { source, fields } = origin;
	return { source, fields, written, whole: data.spanAt(path), value: data.spanAt([...path, 'value']) };
}

/** Where an entry is in a text that has changed since it was read. */
function pathOf(entry: Entry, data: DataText): JsonPath | undefined {
	const entries = valueAt(data, ['entries']);
	const index = Array.isArray(entries) ? entries.findIndex((_, at) => isAt(entry, ['entries', at], data)) : -1;
	return index < 0 ? undefined : ['entries', index];
}

function isAt({ kind, value }: Entry, path: JsonPath, data: DataText): boolean {
	const writtenKind = valueAt(data, [...path, 'kind']);
	return valueAt(data, [...path, 'value']) === value && (writtenKind === undefined || writtenKind === kind);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
