import type { JsonPath } from '../catalog/json-fields.ts';
import type { Problem } from '../catalog/problem.ts';
import { type PlacedProblem, placedProblem } from '../catalogs/files/catalog-file.ts';
import type { FileText } from '../catalogs/files/kept-files.ts';
import { type DataText, readDataText } from '../catalogs/text/data-text.ts';
import type { Glob } from '../globs/glob.ts';
import { folderOf, keyOf } from '../project/places.ts';
import { type ProjectFields, type ProjectPart, readProjectFields } from './project-fields.ts';

export type { ProjectPart } from './project-fields.ts';

/** What a project says it wants of us in `api-errors.json`. */
export interface ProjectFile {
	readonly uri: string;
	/** As it was read last. */
	readonly text: string;
	/** Paths of files and folders with catalogs, from the file's folder. */
	readonly catalogs: readonly NamedPath[];
	/** The ids of APIs that it speaks of. */
	readonly apiIds: readonly NamedApi[];
	/** What it says of files: of all that are below its folder, then of some; the later, the stronger. */
	readonly parts: readonly ProjectPart[];
	/** Undefined where it leaves that to others. */
	readonly testFiles: readonly Glob[] | undefined;
	/** Globs of files, and of folders with all that is in them. */
	readonly exclude: readonly Glob[];
	/** What is wrong with the text as it is now. */
	readonly problems: readonly PlacedProblem[];
	/** The line, from 1, in which something is written that counts; of a broken file it may have moved since. */
	lineOf(path: JsonPath): number;
}

/** A path as it is written, and how what is wrong with it is said at its place. */
export interface NamedPath {
	readonly path: string;
	problem(message: string): PlacedProblem;
}

/** An id as it is written. */
export interface NamedApi {
	readonly id: string;
	/** The folder, from the file's own, below which it counts; undefined where that cannot be told. */
	readonly base: string | undefined;
	problem(problem: Pick<Problem, 'message' | 'severity' | 'code' | 'fixes'>): PlacedProblem;
	/** Where it is written. */
	readonly path: JsonPath;
}

/** Reads a project's file; one that is broken keeps what it said before. Never throws. */
export function readProjectFile(uri: string, read: FileText, before?: ProjectFile): ProjectFile {
	if ('failure' in read)
		return { ...(before ?? emptyFile(uri)), text: '', apiIds: [], problems: [unread(read.failure)] };
	const { text } = read;
	if (before?.text === text) return before;
	const data = readDataText(text, uri);
	if (data.faults.length > 0) {
		const faults = data.faults.map(
			(fault) => ({ ...fault, severity: 'error', code: 'not-readable', fixes: [] }) as const,
		);
		return { ...(before ?? emptyFile(uri)), text, apiIds: [], problems: faults };
	}
	const problems: Problem[] = [];
	const fields = readProjectFields(data.value, problems);
	return {
		...placedFields(fields, data),
		uri,
		text,
		problems: problems.map((problem) => placedProblem(problem, data)),
	};
}

function emptyFile(uri: string): ProjectFile {
	return {
		...{ uri, text: '', catalogs: [], apiIds: [], parts: [], testFiles: undefined, exclude: [] },
		problems: [],
		lineOf: () => 1,
	};
}

function placedFields(fields: ProjectFields, data: DataText): Omit<ProjectFile, 'uri' | 'text' | 'problems'> {
	const { parts, testFiles, exclude } = fields;
	const placed = (problem: Problem) => placedProblem(problem, data);
	return {
		...{ parts, testFiles, exclude },
		catalogs: fields.catalogs.map(({ path, at }) => ({
			path,
			problem: (message) => placed({ path: at, message, severity: 'error', code: 'wrong-value' }),
		})),
		apiIds: fields.apiIds.map(({ id, base, at }) => ({
			...{ id, base, path: at },
			problem: (problem) => placed({ ...problem, path: at }),
		})),
		lineOf: (path) => data.text.slice(0, data.spanAt(path, 'key').start).split('\n').length,
	};
}

/** A problem with a file of which there is no text. */
export function unread(message: string): PlacedProblem {
	return { start: 0, end: 0, message, severity: 'error', code: 'not-readable', fixes: [] };
}

/** The path of a file from a project's file, with slashes; its name where it is somewhere else. */
export function pathBelow({ uri: projectFile }: Pick<ProjectFile, 'uri'>, uri: string): string {
	const folder = keyOf(folderOf(projectFile) ?? '');
	const key = keyOf(uri).replace(/[?#].*$/s, '');
	return key.startsWith(folder) ? key.slice(folder.length) : key.slice(key.lastIndexOf('/') + 1);
}
