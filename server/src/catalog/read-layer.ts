import type { Envelope, Evidence } from './catalog.ts';
import { type JsonFields, jsonFields, listedWithin, shown, withoutUndefined } from './json-fields.ts';
import { type CatalogLayer, entryKey, type LayerEntry } from './layer.ts';
import { limits } from './limits.ts';
import { type Problem, type Report, removeFix, wrongValue } from './problem.ts';
import { readEntry } from './read-entry.ts';
import { addressRule, dottedRule, hostRule, idFrom, idRule, packageRule } from './values.ts';

/** What could be read of a file, and what could not. */
export interface LayerReading {
	/** Undefined where nothing can be made of the value: it is no object, or one cannot tell which catalog it is. */
	readonly layer: CatalogLayer | undefined;
	readonly problems: readonly Problem[];
}

/** Where the description of the format is; `2` would be the next version. */
export const schemaAddress = 'api-errors:/schemas/catalog-1.json';

const keys = [
	'$schema',
	'id',
	'name',
	'version',
	'url',
	'extends',
	'evidence',
	'envelope',
	'hide',
	'complete',
	'entries',
	'imported',
];

/**
 * Reads what a file says from JSON, or from whatever a parser made of it. Never throws: it keeps the entries and fields
 * that can be read, and names every problem with its place. What only shows with the layers beneath is not looked at.
 * @param source the URI of the file; without it, entries do not say where they are written
 */
export function readLayer(value: unknown, source = ''): LayerReading {
	const problems: Problem[] = [];
	const notes: Problem[] = [];
	let hasProblems = false;
	const take = (problem: Problem) => {
		hasProblems ||= problem.severity === 'error';
		// Gaps, of which there may be thousands, leave room for what is wrong.
		const told = problem.severity === 'information' ? notes : problems;
		if (told.length < limits.problems) told.push(problem);
	};
	const report: Report = Object.assign(take, { isFull: () => problems.length >= limits.problems });
	try {
		const fields = jsonFields(value, [], report);
		const layer = fields && readFields(fields, source);
		return { layer: layer && { ...layer, hasProblems }, problems: [...problems, ...notes] };
	} catch (error) {
		// A value that runs code of its own when it is looked at; a parsed file never does.
		const reason = error instanceof Error ? error.message : 'it fails when looked at';
		const message = `This cannot be read: ${reason}.`;
		return { layer: undefined, problems: [{ path: [], message, severity: 'error', code: 'not-readable' }] };
	}
}

function readFields(fields: JsonFields, source: string): Omit<CatalogLayer, 'hasProblems'> | undefined {
	fields.allowOnly(keys);
	readSchemaVersion(fields);
	const beneath = readExtends(fields);
	if (beneath.length !== 1) fields.demand('id', 'error', idFrom(/([^/]*?)(\.[^./]*)?$/.exec(source)?.[1] ?? ''));
	if (beneath.length === 0) fields.demand('entries', 'error', []);
	const id = fields.text('id', idRule);
	const facts = {
		name: fields.text('name', { longest: limits.name, isProse: true }),
		version: fields.text('version', { longest: limits.name, isProse: true }),
		url: fields.text('url', addressRule),
		evidence: readEvidence(fields),
		envelope: readEnvelope(fields),
		complete: fields.flag('complete'),
		hide: readHide(fields),
		entries: readEntries(fields, source),
	};
	const isNamed = id !== undefined || (beneath.length === 1 && !fields.has('id'));
	return isNamed ? { source, extends: beneath, ...withoutUndefined({ id, ...facts }) } : undefined;
}

function readSchemaVersion(fields: JsonFields): void {
	const schema = fields.raw('$schema');
	const [, version] =
		(typeof schema === 'string' && /^api-errors:\/*schemas\/catalog-(\d{1,9})\.json$/.exec(schema)) || [];
	if (version === undefined || Number(version) <= 1) return;
	const message = `Version ${version} of the format is later than what is known here, which is 1; what is new in it is passed over.`;
	fields.report({ path: ['$schema'], message, severity: 'information', code: 'later-version' });
}

function readExtends(fields: JsonFields): readonly string[] {
	const value = fields.raw('extends');
	if (Array.isArray(value)) {
		const list = listedWithin(value, limits.extends, ['extends'], fields.report);
		const texts = jsonFields({ extends: list }, fields.path, fields.report)?.texts('extends', {
			longest: limits.address,
		});
		return [...new Set(texts ?? [])];
	}
	return fields.has('extends') ? [fields.text('extends', { longest: limits.address }) ?? []].flat() : [];
}

function readEvidence(fields: JsonFields): Evidence {
	const evidence = nested(fields, 'evidence');
	evidence?.allowOnly(['packages', 'hosts']);
	return {
		packages: evidence?.texts('packages', packageRule) ?? [],
		hosts: (evidence?.texts('hosts', hostRule) ?? []).map((host) => host.toLowerCase()),
	};
}

function readEnvelope(fields: JsonFields): Envelope | undefined {
	const envelope = nested(fields, 'envelope');
	envelope?.allowOnly(['code', 'message', 'status']);
	envelope?.demand('code');
	const code = envelope?.text('code', dottedRule);
	const message = envelope?.text('message', dottedRule);
	const status = envelope?.text('status', dottedRule);
	return code === undefined ? undefined : { code, ...withoutUndefined({ message, status }) };
}

function nested(fields: JsonFields, key: string): JsonFields | undefined {
	return fields.has(key) ? jsonFields(fields.raw(key), [...fields.path, key], fields.report) : undefined;
}

function readHide(fields: JsonFields): readonly (string | number)[] {
	return listOf(fields, 'hide', limits.entries).flatMap((value, index) => {
		if ((typeof value === 'string' && value !== '') || Number.isSafeInteger(value)) return [value as string | number];
		const path = ['hide', index];
		fields.report(
			wrongValue(path, `This must be a code or a status, not ${shown(value)}.`, [removeFix(path, 'Remove')]),
		);
		return [];
	});
}

function listOf(fields: JsonFields, key: string, most: number): readonly unknown[] {
	const list = fields.raw(key);
	if (Array.isArray(list)) return listedWithin(list, most, [key], fields.report);
	if (list !== undefined) fields.report(wrongValue([key], `"${key}" must be a list, not ${shown(list)}.`));
	return [];
}

function readEntries(fields: JsonFields, source: string): readonly LayerEntry[] {
	const entries = new Map<string, LayerEntry>();
	for (const [index, value] of listOf(fields, 'entries', limits.entries).entries()) {
		const read = readEntry(value, ['entries', index], fields.report, source);
		if (read === undefined) continue;
		const first = entries.get(entryKey(read.entry));
		if (first === undefined) entries.set(entryKey(read.entry), read);
		else reportDuplicate(read, first, fields.report);
	}
	return [...entries.values()];
}

function reportDuplicate({ entry, path }: LayerEntry, first: LayerEntry, report: Report): void {
	const number = Number(first.path[1]) + 1;
	report({
		path: [...path, 'value'],
		message: `${shown(entry.value)} is there already, as number ${number} of the list; this one is left out.`,
		severity: 'error',
		code: 'duplicate-code',
		fixes: [removeFix(path, 'Remove this one'), removeFix(first.path, 'Remove the other one')],
	});
}
