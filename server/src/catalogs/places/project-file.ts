import { jsonFields, shown } from '../../catalog/json-fields.ts';
import { type Problem, wrongValue } from '../../catalog/problem.ts';
import { type PlacedProblem, placedProblem } from '../files/catalog-file.ts';
import type { FileText } from '../files/kept-files.ts';
import { type DataText, readDataText } from '../text/data-text.ts';

/** Paths that one file may name. */
const mostPaths = 100;

/** What a project says it wants of us in `api-errors.json`. */
export interface ProjectFile {
	readonly uri: string;
	readonly text: string;
	/** Paths of files and folders with catalogs, from the file's folder. */
	readonly catalogs: readonly NamedPath[];
	readonly problems: readonly PlacedProblem[];
}

/** A path as it is written, and how what is wrong with it is said at its place. */
export interface NamedPath {
	readonly path: string;
	problem(message: string): PlacedProblem;
}

/** Reads a project's file; one that is broken keeps what it said before. Never throws. */
export function readProjectFile(uri: string, read: FileText, before?: ProjectFile): ProjectFile {
	if ('failure' in read) return { uri, text: '', catalogs: before?.catalogs ?? [], problems: [unread(read.failure)] };
	const { text } = read;
	if (before?.text === text) return before;
	const data = readDataText(text, uri);
	if (data.faults.length > 0) {
		const faults = data.faults.map(
			(fault) => ({ ...fault, severity: 'error', code: 'not-readable', fixes: [] }) as const,
		);
		return { uri, text, catalogs: before?.catalogs ?? [], problems: faults };
	}
	const problems: Problem[] = [];
	const catalogs = readPaths(data, problems);
	return { uri, text, catalogs, problems: problems.map((problem) => placedProblem(problem, data)) };
}

/** A problem with a file of which there is no text. */
export function unread(message: string): PlacedProblem {
	return { start: 0, end: 0, message, severity: 'error', code: 'not-readable', fixes: [] };
}

function readPaths(data: DataText, problems: Problem[]): readonly NamedPath[] {
	const report = (problem: Problem) => problems.push(problem);
	const fields = jsonFields(data.value, [], report);
	fields?.allowOnly(['$schema', 'catalogs']);
	const list = fields?.raw('catalogs');
	if (list === undefined) return [];
	if (!Array.isArray(list)) {
		report(wrongValue(['catalogs'], `"catalogs" must be a list of paths, not ${shown(list)}.`));
		return [];
	}
	return list.slice(0, mostPaths).flatMap((path: unknown, index): NamedPath[] => {
		const at = ['catalogs', index];
		if (typeof path === 'string') {
			return [{ path, problem: (message) => placedProblem(wrongValue(at, message), data) }];
		}
		report(wrongValue(at, `This must be a path, not ${shown(path)}.`));
		return [];
	});
}
