import { createHash } from 'node:crypto';
import type { FileReport, ReportedFinding } from '../reports/report.ts';
import type { BaselineEntry } from './baseline-file.ts';

/** A file that was checked, as a baseline calls it. */
export interface ComparedFile {
	/** From the folder of the baseline, with slashes. */
	readonly path: string;
	readonly report: FileReport;
}

export interface Comparison {
	/** The files with what is not in the baseline. */
	readonly files: readonly FileReport[];
	/** How many findings are in the baseline. */
	readonly known: number;
	/** What the baseline has and the code no longer: entries with how often they are gone. */
	readonly gone: readonly BaselineEntry[];
	/** The baseline as it would be now: what is found, and what is known of files that were not checked. */
	readonly now: readonly BaselineEntry[];
}

/**
 * Tells findings that are known from those that are new. Of several that are alike, the first ones are the known ones.
 * @param isThere says of a path in the baseline whether there is such a file; what is known of one that is not is gone
 */
export function compare(
	files: readonly ComparedFile[],
	entries: readonly BaselineEntry[],
	isThere: (path: string) => boolean,
): Comparison {
	const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
	const found: BaselineEntry[] = [];
	let known = 0;
	const fresh = files.map(({ path, report }) => {
		const findings = report.findings.filter((finding) => {
			const entry = entryFor(path, finding);
			found.push(entry);
			const count = left.get(keyOf(entry)) ?? 0;
			if (count > 0) left.set(keyOf(entry), count - 1);
			if (count > 0) known++;
			return count === 0;
		});
		return { ...report, findings };
	});
	const checked = new Set(files.map(({ path }) => path));
	const isKept = ({ path }: BaselineEntry) => !checked.has(path) && isThere(path);
	const gone = entries.flatMap((entry) => {
		const count = isKept(entry) ? 0 : (left.get(keyOf(entry)) ?? 0);
		return count > 0 ? [{ ...entry, count }] : [];
	});
	return { files: fresh, known, gone, now: [...counted(found), ...entries.filter(isKept)] };
}

function entryFor(path: string, { rule, code }: ReportedFinding): BaselineEntry {
	return { path, rule, line: shortened(code), count: 1 };
}

/** UTF-16 units of a line that are kept; lines that programs write may have millions. */
const longest = 160;

function shortened(code: string): string {
	const line = code.replaceAll(/\s+/g, ' ').toWellFormed();
	if (line.length <= longest) return line;
	const hash = createHash('sha256').update(line).digest('hex').slice(0, 12);
	return `${line.slice(0, longest).toWellFormed().trimEnd()}… ${hash}`;
}

function counted(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
	const byKey = new Map<string, BaselineEntry>();
	for (const entry of entries) {
		const before = byKey.get(keyOf(entry))?.count ?? 0;
		byKey.set(keyOf(entry), { ...entry, count: before + entry.count });
	}
	return [...byKey.values()];
}

const keyOf = ({ path, rule, line }: BaselineEntry): string => [path, rule, line].join('\t');
