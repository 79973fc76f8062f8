import { keyOf } from '../../project/places.ts';
import type { CatalogFile, PlacedProblem } from './catalog-file.ts';
import { nameOf } from './catalog-names.ts';

/** A file with a catalog, or a project's file, and what is wrong with it. */
export interface CatalogReport {
	readonly uri: string;
	/** What the problems' offsets count in. */
	readonly text: string;
	readonly problems: readonly PlacedProblem[];
	/** Left out for a project's file. */
	readonly file?: CatalogFile;
	/** Whether a package brings it: the user did not write it. */
	readonly isOfPackage: boolean;
}

/** The first problem by which something is lost. */
export function faultIn({ problems }: CatalogReport): PlacedProblem | undefined {
	return problems.find(({ severity }) => severity === 'error');
}

/** What is wrong with a file and what becomes of it, in a sentence; undefined where nothing is lost. */
export function sentenceFor(report: CatalogReport): string | undefined {
	const faults = report.problems.filter(({ severity }) => severity === 'error');
	const [first, ...more] = faults;
	if (!first) return undefined;
	return `${nameOf(report.uri)} ${consequence(report)}: ${first.message}${more.length > 0 ? ` And ${more.length} more problems.` : ''}`;
}

function consequence({ file }: CatalogReport): string {
	if (!file) return 'is used as far as it can be read';
	if (!file.layer) return 'is no catalog, so it is left out';
	return file.isStale ? 'is no catalog, so what it said before stays in use' : 'is used as far as it can be read';
}

/** Of several reports about one file, as it counts for several documents, one with all that is wrong. */
export function mergedReports(reports: readonly CatalogReport[]): readonly CatalogReport[] {
	const byFile = new Map<string, CatalogReport[]>();
	for (const report of reports) {
		const known = byFile.get(keyOf(report.uri));
		if (known) known.push(report);
		else byFile.set(keyOf(report.uri), [report]);
	}
	return [...byFile.values()].flatMap(([first, ...others]) => {
		if (!first) return [];
		// While a file is read again, some have its old text.
		const all = [first, ...others.filter(({ text }) => text === first.text)];
		const isAlways = (code: string) => all.every(({ problems }) => problems.some((one) => one.code === code));
		const problems = all
			.flatMap((report) => report.problems)
			.filter(({ code }) => code !== 'same-id' || isAlways(code));
		return { ...first, problems: withoutRepetition(problems) };
	});
}

function withoutRepetition(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
	const seen = new Map(problems.map((one) => [`${one.start} ${one.end} ${one.code} ${one.message}`, one]));
	return [...seen.values()];
}
