import type { Entry, Retry } from './catalog.ts';
import { type JsonFields, jsonFields, shown, withoutUndefined } from './json-fields.ts';
import { completeEntry, type EntryFields, type LayerEntry } from './layer.ts';
import { limits } from './limits.ts';
import { type JsonPath, type Problem, type Report, removeFix, wrongValue } from './problem.ts';
import { addressRule, readCode, readStatus } from './values.ts';

export { wrongInUrl } from './values.ts';

const retries: readonly Retry[] = ['never', 'backoff', 'retry-after', 'after-refresh'];

const wanted = ['title', 'description'] as const;

/** The fields of an entry that may be named in its `todo`. */
export const openFields = [
	'status',
	'title',
	'otherNames',
	'description',
	'remedy',
	'differsFromHttp',
	'url',
	'specification',
	'required',
	'retry',
	'runbook',
	'sample',
	'standard',
	'since',
	'deprecated',
	'removedIn',
	'replacedBy',
] as const;

const keys: readonly string[] = ['kind', 'value', ...openFields, 'todo'];

/**
 * Reads one entry of a catalog. Undefined where the entry has no usable value: then nothing in code could stand for it.
 * @param source the URI of the file, or nothing where it does not matter where an entry is written
 */
export function readEntry(value: unknown, path: JsonPath, report: Report, source: string): LayerEntry | undefined {
	const fields = jsonFields(value, path, report);
	if (fields === undefined) return undefined;
	fields.allowOnly(keys);
	const kind = fields.choice('kind', ['code', 'status']) ?? 'code';
	fields.demand('value');
	const code = kind === 'status' ? readStatus(fields, 'value') : readCode(fields, 'value');
	const given = readGiven(fields, kind);
	if (code === undefined) return undefined;
	const origins = source === '' ? [] : [{ source, path, fields: ['value', ...Object.keys(given)] }];
	const lacks = wanted.filter((name) => !fields.has(name) && !given.todo?.includes(name));
	return { entry: completeEntry({ kind, value: code }, given, origins), given, lacks, path };
}

function readGiven(fields: JsonFields, kind: Entry['kind']): EntryFields {
	const name = { longest: limits.name };
	const prose = { isProse: true };
	return withoutUndefined({
		status: kind === 'code' ? readStatus(fields, 'status') : noStatus(fields),
		title: fields.text('title', { longest: limits.title, isProse: true }),
		otherNames: fields.texts('otherNames'),
		description: fields.text('description', prose),
		remedy: fields.text('remedy', prose),
		differsFromHttp: fields.text('differsFromHttp', prose),
		url: fields.text('url', addressRule),
		specification: fields.text('specification', { longest: limits.title, isProse: true }),
		required: fields.flag('required'),
		retry: fields.choice('retry', retries),
		runbook: fields.text('runbook', addressRule),
		sample: readSample(fields),
		standard: fields.flag('standard'),
		since: fields.text('since', name),
		deprecated: readDeprecated(fields),
		removedIn: fields.text('removedIn', name),
		replacedBy: readCode(fields, 'replacedBy'),
		todo: readTodo(fields),
	});
}

function noStatus(fields: JsonFields): undefined {
	if (!fields.has('status')) return;
	const path = [...fields.path, 'status'];
	fields.report(wrongValue(path, 'A status has no other status; leave it out.', [removeFix(path)]));
}

function readDeprecated(fields: JsonFields): boolean | string | undefined {
	const value = fields.raw('deprecated');
	return typeof value === 'boolean' ? value : fields.text('deprecated', { isProse: true });
}

/** Each name is told, as it is a gap that somebody may want to fill; one that is filled need not stand there. */
function readTodo(fields: JsonFields): readonly string[] | undefined {
	const names = fields.texts('todo');
	for (const [index, name] of names?.entries() ?? []) {
		const path = [...fields.path, 'todo', index];
		const remove = removeFix(path, `Take "${name}" off the list`);
		const note = { path, severity: 'information' } as const;
		if (!openFields.some((field) => field === name))
			fields.report(wrongValue(path, `${shown(name)} is no field that could be filled in.`, [remove]));
		else if (fields.has(name))
			fields.report({ ...note, message: `"${name}" is filled in.`, code: 'filled-in', fixes: [remove] });
		else
			fields.report({
				...note,
				message: `"${name}" is not filled in yet.`,
				code: 'not-filled-in',
				...fillFixes(name, fields, index),
			});
	}
	return names;
}

/** What can be chosen, where there are few choices. */
function fillFixes(name: string, { path }: JsonFields, index: number): Pick<Problem, 'fixes'> {
	if (name !== 'retry') return {};
	const fixes = retries.map((retry) => ({
		title: `Say that retry is ${retry}`,
		edits: [
			{ path: [...path, 'retry'], value: retry },
			{ path: [...path, 'todo', index], remove: true as const },
		],
	}));
	return { fixes };
}

/** A sample is written as text or, which is easier to read, as the JSON itself. */
function readSample(fields: JsonFields): string | undefined {
	const sample = fields.raw('sample');
	if (typeof sample !== 'object' || sample === null) return fields.text('sample', { longest: limits.sample });
	const path = [...fields.path, 'sample'];
	const text = jsonText(sample);
	if (text === undefined) fields.report(wrongValue(path, 'This cannot be written as JSON.'));
	return text;
}

/** Undefined for what is no JSON, such as a cycle made by a YAML alias, or is nested too deep. */
function jsonText(value: object): string | undefined {
	try {
		return JSON.stringify(value, undefined, 2);
	} catch {
		return undefined;
	}
}
