import type { Entry } from '../../../catalog/catalog.ts';

/**
 * What a catalog remembers of its import, in its field `imported`: for each code, and for the catalog itself, a short
 * hash of what the source said in each field. A field whose hash is another was changed by hand.
 */
export interface ImportRecord {
	/** The name of the source, such as `openapi.yaml`. */
	readonly from?: string;
	/** The format that read it, such as `openapi`. */
	readonly format?: string;
	/** By `catalog`, or by what `recordKey` gives for an entry; then by the field's name. */
	readonly fields: ReadonlyMap<string, Hashes>;
}

export type Hashes = Readonly<Record<string, string>>;

/** Under what the catalog's own fields are remembered. */
export const catalogKey = 'catalog';

/** Under what an entry is remembered: `code RATE_LIMITED`, `status 429`; a text that looks like a number has quotes. */
export function recordKey(kind: Entry['kind'], value: string | number): string {
	const isUnclear = typeof value === 'string' && /^[-\d"]/.test(value);
	return `${kind} ${isUnclear ? JSON.stringify(value) : value}`;
}

/** A short hash of a value of JSON: 32 bits by FNV-1a, enough to tell a text from what it was. */
export function hashOf(value: unknown): string {
	const text = JSON.stringify(value) ?? '';
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return (hash >>> 0).toString(36);
}

/** Reads the field `imported`. Undefined where the catalog was never imported; what is no hash is passed over. */
export function readImportRecord(value: unknown): ImportRecord | undefined {
	if (!isObject(value)) return undefined;
	const fields = new Map<string, Hashes>();
	for (const [key, hashes] of Object.entries(isObject(value.fields) ? value.fields : {})) {
		const entries = Object.entries(isObject(hashes) ? hashes : {});
		fields.set(key, Object.fromEntries(entries.map(([field, hash]) => [field, String(hash)])));
	}
	return {
		...(typeof value.from === 'string' && { from: value.from }),
		...(typeof value.format === 'string' && { format: value.format }),
		fields,
	};
}

/** What is written in the file. */
export function recordValue({ from, format, fields }: ImportRecord): object {
	return { ...(from !== undefined && { from }), ...(format !== undefined && { format }), fields: ordinary(fields) };
}

/** A key such as `__proto__` cannot come up: each begins with a word of ours. */
function ordinary(fields: ReadonlyMap<string, Hashes>): object {
	return Object.fromEntries([...fields].filter(([, hashes]) => Object.keys(hashes).length > 0));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
