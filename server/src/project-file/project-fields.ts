import { closestName } from '../catalog/closest.ts';
import { type JsonFields, type JsonPath, jsonFields, listedWithin, shown } from '../catalog/json-fields.ts';
import { limits } from '../catalog/limits.ts';
import { type Problem, type Report, removeFix, wrongValue } from '../catalog/problem.ts';
import type { Glob } from '../globs/glob.ts';
import { rules } from '../rules/index.ts';
import { defaultLevels, type Level, levels, type Settings } from '../settings.ts';
import { type GlobReader, globReader } from './glob-fields.ts';

/** Paths that one file may name. */
const mostPaths = 100;
/** Overrides, or globs with APIs, that one file may have. */
const mostParts = 1_000;

/** What a project's file says of some files, or of all below its folder. */
export interface ProjectPart {
	/** Where it is written. */
	readonly path: JsonPath;
	/** The files that it is about; undefined for all. */
	readonly files: readonly Glob[] | undefined;
	readonly enable?: boolean | undefined;
	/** Ids of APIs that the files speak of. */
	readonly apis?: readonly string[] | undefined;
	/** Ids of APIs that the project as a whole uses. */
	readonly inUse?: readonly string[] | undefined;
	readonly rules?: Readonly<Record<string, Level>> | undefined;
	readonly requiredCodes?: readonly string[] | undefined;
	readonly whenDefault?: Settings['whenDefault'] | undefined;
}

/** A project's file as it is understood; places are paths in its JSON. */
export interface ProjectFields {
	readonly catalogs: readonly { readonly path: string; readonly at: JsonPath }[];
	readonly apiIds: readonly FieldOfApi[];
	readonly parts: readonly ProjectPart[];
	readonly testFiles: readonly Glob[] | undefined;
	readonly exclude: readonly Glob[];
}

export interface FieldOfApi {
	readonly id: string;
	readonly base: string | undefined;
	readonly at: JsonPath;
}

/** What the fields are read with. */
interface Reading {
	readonly report: Report;
	readonly globs: GlobReader;
	readonly apiIds: FieldOfApi[];
}

const ownFields = [
	'$schema',
	'catalogs',
	'apis',
	'rules',
	'requiredCodes',
	'whenDefault',
	'testFiles',
	'exclude',
	'overrides',
];
const overrideFields = ['files', 'enable', 'apis', 'rules', 'requiredCodes', 'whenDefault'];

/** Reads the fields one by one: one that is wrong never costs the others. What is wrong goes to the problems. */
export function readProjectFields(value: unknown, problems: Problem[]): ProjectFields {
	const report: Report = (problem) => {
		// Whatever is wrong here, something that somebody wants does not count.
		if (problems.length < limits.problems) problems.push({ ...problem, severity: 'error' });
	};
	const isFull = () => problems.length >= limits.problems;
	const reading: Reading = { report: Object.assign(report, { isFull }), globs: globReader(report), apiIds: [] };
	const fields = jsonFields(value, [], reading.report);
	if (!fields) return { catalogs: [], apiIds: [], parts: [], testFiles: undefined, exclude: [] };
	fields.allowOnly(ownFields);
	const { inUse, told } = readApis(fields, reading);
	const all: ProjectPart = { path: [], files: undefined, inUse, ...readChoices(fields, reading) };
	return {
		catalogs: readPaths(fields, reading),
		// Of the globs in `apis` the first that fits counts, of the overrides the last.
		parts: [all, ...told.toReversed(), ...readOverrides(fields, reading)],
		testFiles: fields.has('testFiles') ? reading.globs.list(fields, 'testFiles') : undefined,
		exclude: fields.has('exclude') ? reading.globs.list(fields, 'exclude') : [],
		apiIds: reading.apiIds,
	};
}

/** What can be said of all files and of some. */
function readChoices(
	fields: JsonFields,
	{ report }: Reading,
): Pick<ProjectPart, 'rules' | 'requiredCodes' | 'whenDefault'> {
	return {
		rules: readRules(fields, report),
		requiredCodes: fields.texts('requiredCodes'),
		whenDefault: fields.choice('whenDefault', defaultLevels),
	};
}

function readRules(fields: JsonFields, report: Report): ProjectPart['rules'] {
	if (!fields.has('rules')) return undefined;
	const named = jsonFields(fields.raw('rules'), [...fields.path, 'rules'], report);
	const names = rules.map(({ name }) => name);
	named?.allowOnly(names);
	const chosen = names.flatMap((name): [string, Level][] => {
		const level = named?.choice(name, levels);
		return level === undefined ? [] : [[name, level]];
	});
	return Object.fromEntries(chosen);
}

/** A list of ids that the project uses, of globs with the ids that their files speak of, or of both. */
function readApis(
	fields: JsonFields,
	reading: Reading,
): { readonly inUse: readonly string[]; readonly told: readonly ProjectPart[] } {
	const inUse: string[] = [];
	const told: ProjectPart[] = [];
	for (const [item, at] of itemsOf(fields, 'apis', mostParts, reading.report)) {
		if (typeof item === 'string') {
			if (item.trim() === '') reading.report(wrongValue(at, 'An id of an API is missing here.', [removeFix(at)]));
			else inUse.push(item);
			reading.apiIds.push({ id: item, base: '', at });
		} else {
			const part = readTold(item, at, reading);
			if (part) told.push(part);
		}
	}
	return { inUse, told };
}

function readTold(item: unknown, at: JsonPath, reading: Reading): ProjectPart | undefined {
	if (typeof item !== 'object' || item === null || Array.isArray(item)) {
		const message = `This must be the id of an API, or an object with "files" and "apis", not ${shown(item)}.`;
		reading.report(wrongValue(at, message));
		return undefined;
	}
	const fields = jsonFields(item, at, reading.report);
	fields?.allowOnly(['files', 'apis']);
	fields?.demand('apis', 'error', []);
	const files = fields && readFiles(fields, reading);
	const apis = fields && files && readIds(fields, files, reading);
	return files && apis && { path: at, files, apis };
}

function readOverrides(fields: JsonFields, reading: Reading): readonly ProjectPart[] {
	return itemsOf(fields, 'overrides', mostParts, reading.report).flatMap(([item, at]) => {
		const override = jsonFields(item, at, reading.report);
		override?.allowOnly(overrideFields);
		const files = override && readFiles(override, reading);
		if (!override || !files) return [];
		const apis = override.has('apis') ? readIds(override, files, reading) : undefined;
		return [{ path: at, files, apis, enable: override.flag('enable'), ...readChoices(override, reading) }];
	});
}

/** One glob, or several. Undefined where none is right. */
function readFiles(fields: JsonFields, { globs, report }: Reading): readonly Glob[] | undefined {
	fields.demand('files', 'error', '**');
	if (!fields.has('files')) return undefined;
	const at = [...fields.path, 'files'];
	const given = fields.raw('files');
	if (Array.isArray(given) && given.length === 0) report(wrongValue(at, 'A glob is missing here.'));
	const found =
		typeof given === 'string' ? [globs.one(given, at)].flatMap((glob) => glob ?? []) : globs.list(fields, 'files');
	return found.length > 0 ? found : undefined;
}

function readIds(fields: JsonFields, files: readonly Glob[], { apiIds }: Reading): readonly string[] | undefined {
	const ids = fields.texts('apis');
	const [base] = files.length === 1 ? files.map((glob) => glob.base) : [''];
	const list = fields.raw('apis');
	if (Array.isArray(list))
		for (const [index, id] of list.slice(0, limits.items).entries())
			if (typeof id === 'string') apiIds.push({ id, base: base || undefined, at: [...fields.path, 'apis', index] });
	return ids;
}

function readPaths(fields: JsonFields, { report }: Reading): ProjectFields['catalogs'] {
	return itemsOf(fields, 'catalogs', mostPaths, report).flatMap(([path, at]) => {
		if (typeof path === 'string') return [{ path, at }];
		report(wrongValue(at, `This must be a path, not ${shown(path)}.`));
		return [];
	});
}

/** The items of a list, each with its place; one that is no list is reported. */
function itemsOf(
	fields: JsonFields,
	key: string,
	most: number,
	report: Report,
): readonly (readonly [unknown, JsonPath])[] {
	if (!fields.has(key)) return [];
	const [list, at] = [fields.raw(key), [...fields.path, key]];
	if (Array.isArray(list)) return listedWithin(list, most, at, report).map((item, index) => [item, [...at, index]]);
	const fix = typeof list === 'string' ? { title: 'Make it a list', edits: [{ path: at, value: [list] }] } : undefined;
	report(wrongValue(at, `"${key}" must be a list, not ${shown(list)}.`, [fix]));
	return [];
}

/** What is said where an id names no API that is known. */
export function unknownApi(
	id: string,
	known: readonly string[],
	at: JsonPath,
): Omit<Problem, 'path'> & { readonly isNear: boolean } {
	const near = id.length > limits.name ? undefined : closestName(id, known);
	const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
	return {
		message: `There is no catalog ${shown(id)} here.${meant} There are ${known.slice(0, 20).join(', ')}.`,
		severity: 'error',
		code: 'unknown-api',
		fixes: near === undefined ? [] : [{ title: `Replace with "${near}"`, edits: [{ path: at, value: near }] }],
		isNear: near !== undefined,
	};
}
