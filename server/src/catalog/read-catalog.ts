import type { Catalog, Entry, Envelope, Evidence } from './catalog.ts';
import { type JsonFields, jsonFields, type Problem, shown, withoutUndefined } from './json-fields.ts';
import { readEntry, wrongInUrl } from './read-entry.ts';

export type { JsonPath, Problem } from './json-fields.ts';

/** What could be read of a catalog, and what could not. */
export interface CatalogReading {
	/** Undefined where nothing can be made of the value: it is no object, or it has no usable `id`. */
	readonly catalog: Catalog | undefined;
	readonly problems: readonly Problem[];
}

/** Words that a directive uses for something else, so that no API can have them for its id. */
const reservedIds = ['none', 'default'];

/**
 * Reads a catalog from JSON, or from whatever a parser made of the file. Never throws: it keeps the entries and fields
 * that can be read, fills in defaults, and names every problem with its place.
 */
export function readCatalog(value: unknown): CatalogReading {
	const problems: Problem[] = [];
	const report = (path: Problem['path'], message: string) => problems.push({ path, message });
	try {
		const fields = jsonFields(value, [], report);
		return { catalog: fields && readFields(fields), problems };
	} catch (error) {
		// A value that runs code of its own when it is looked at; a parsed file never does.
		report([], `This cannot be read: ${error instanceof Error ? error.message : 'it fails when looked at'}.`);
		return { catalog: undefined, problems };
	}
}

function readFields(fields: JsonFields): Catalog | undefined {
	fields.allowOnly(['$schema', 'id', 'name', 'url', 'evidence', 'envelope', 'entries']);
	fields.demand('id');
	fields.demand('entries');
	const id = fields.text('id', wrongInId);
	const name = fields.text('name');
	const url = fields.text('url', wrongInUrl);
	const evidence = readEvidence(fields);
	const envelope = readEnvelope(fields);
	const entries = readEntries(fields);
	return id === undefined
		? undefined
		: { id, name: name ?? id, ...withoutUndefined({ url, envelope }), evidence, entries };
}

function wrongInId(id: string): string | undefined {
	if (reservedIds.includes(id)) return 'is a word that directives use for something else';
	return /^[a-z][a-z0-9-]*$/.test(id) ? undefined : 'must be small letters, digits and hyphens, a letter first';
}

function readEvidence(fields: JsonFields): Evidence {
	const evidence = nested(fields, 'evidence');
	evidence?.allowOnly(['packages', 'hosts']);
	return {
		packages: evidence?.texts('packages', wrongInPackage) ?? [],
		hosts: (evidence?.texts('hosts', wrongInHost) ?? []).map((host) => host.toLowerCase()),
	};
}

function wrongInPackage(name: string): string | undefined {
	return /\s/.test(name) ? 'is no name of a package' : undefined;
}

function wrongInHost(host: string): string | undefined {
	return /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*(:\d+)?$/u.test(host)
		? undefined
		: 'must be a host alone, such as api.example.com';
}

function readEnvelope(fields: JsonFields): Envelope | undefined {
	const envelope = nested(fields, 'envelope');
	envelope?.allowOnly(['code', 'message', 'status']);
	envelope?.demand('code');
	const code = envelope?.text('code', wrongInPath);
	const message = envelope?.text('message', wrongInPath);
	const status = envelope?.text('status', wrongInPath);
	return code === undefined ? undefined : { code, ...withoutUndefined({ message, status }) };
}

function wrongInPath(path: string): string | undefined {
	return /^[^\s.]+(\.[^\s.]+)*$/.test(path) ? undefined : 'must be names with dots between, such as error.code';
}

function nested(fields: JsonFields, key: string): JsonFields | undefined {
	return fields.has(key) ? jsonFields(fields.raw(key), [...fields.path, key], fields.report) : undefined;
}

function readEntries(fields: JsonFields): readonly Entry[] {
	const list = fields.raw('entries');
	if (!Array.isArray(list)) {
		if (list !== undefined) fields.report(['entries'], `"entries" must be a list, not ${shown(list)}.`);
		return [];
	}
	const entries = new Map<string, { readonly entry: Entry; readonly index: number }>();
	for (const [index, value] of list.entries()) {
		const entry = readEntry(value, ['entries', index], fields.report);
		if (entry === undefined) continue;
		const first = entries.get(entryKey(entry.kind, entry.value));
		if (first === undefined) entries.set(entryKey(entry.kind, entry.value), { entry, index });
		else
			fields.report(
				['entries', index, 'value'],
				`${shown(entry.value)} is there already, as number ${first.index + 1} of the list; this one is left out.`,
			);
	}
	for (const { entry, index } of entries.values()) {
		const { replacedBy } = entry;
		if (replacedBy === undefined) continue;
		if (replacedBy === entry.value || !entries.has(entryKey(entry.kind, replacedBy)))
			fields.report(['entries', index, 'replacedBy'], `${shown(replacedBy)} is not another code of this catalog.`);
	}
	return [...entries.values()].map(({ entry }) => entry);
}

/** Text and number differ, and so do a code and a status of the same number. */
function entryKey(kind: Entry['kind'], value: string | number): string {
	return `${kind} ${typeof value} ${value}`;
}
