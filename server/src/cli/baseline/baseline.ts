import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Mistake, type Terminal } from '../command.ts';
import { problemWithPath } from '../read-text.ts';
import { counted } from '../reports/counts.ts';
import type { FileReport } from '../reports/report.ts';
import { writeWhole } from '../write-file.ts';
import { type BaselineEntry, readBaseline, writeBaseline } from './baseline-file.ts';
import { type Comparison, compare } from './compare.ts';

/** Holds what was found against what is known. */
export interface Baseline {
	compare(files: readonly FileReport[]): Comparison;
	/** Makes all that was found known. Rejects with a `Mistake` where the baseline cannot be written. */
	adopt(comparison: Comparison): Promise<void>;
}

/**
 * Reads a baseline. Rejects with a `Mistake` where there is none, unless one is to be written.
 * @param path as the user names it
 */
export async function openBaseline(path: string, isWritten: boolean, terminal: Terminal): Promise<Baseline> {
	const file = resolve(terminal.folder, path);
	const folder = dirname(file);
	const entries = await entriesIn(file, path, isWritten);
	return {
		compare: (files) =>
			compare(
				files.map((report) => ({ path: pathBetween(folder, resolve(terminal.folder, report.path)), report })),
				entries,
				(one) => existsSync(resolve(folder, one)),
			),
		adopt: ({ now }) => writeWhole(file, writeBaseline(now), path),
	};
}

function pathBetween(folder: string, file: string): string {
	return relative(folder, file).split(sep).join('/');
}

async function entriesIn(file: string, path: string, isWritten: boolean): Promise<readonly BaselineEntry[]> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		if (isMissing && isWritten) return [];
		const hint = isMissing ? '; --update-baseline writes it' : '';
		throw new Mistake(`${path}: ${problemWithPath(error)}${hint}`);
	}
	if (text === '' && isWritten) return [];
	const read = readBaseline(text);
	if ('problem' in read) throw new Mistake(`${path}: ${read.problem}`);
	return read;
}

/** Entries that are told one by one. */
const mostTold = 10;

/** What is to be said of a comparison, in lines; nothing where the code and the baseline say the same. */
export function comparisonInWords({ known, gone }: Comparison, path: string): readonly string[] {
	const lines = known > 0 ? [`${path} has ${counted(known, 'problem')} of these; ${told(known)} not told again.`] : [];
	if (gone.length === 0) return lines;
	const count = gone.reduce((sum, one) => sum + one.count, 0);
	const named = gone.slice(0, mostTold).map((one) => `  ${one.path}: ${one.rule}: ${one.line}`);
	const more = gone.length > mostTold ? [`  and ${gone.length - mostTold} more`] : [];
	return [
		...lines,
		`${path} has ${counted(count, 'problem')} that are no longer there; --update-baseline prunes them:`,
		...named,
		...more,
	];
}

const told = (count: number): string => (count === 1 ? 'it is' : 'they are');
