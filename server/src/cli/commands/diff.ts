import { parseArgs } from 'node:util';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { describeDiff } from '../../catalogs/diff/describe-diff.ts';
import { diffCatalogs, newEntriesOf } from '../../catalogs/diff/diff-catalogs.ts';
import { type UnawareDispatch, unawareDispatches } from '../../rules/unaware-dispatches.ts';
import { check } from '../check.ts';
import { type Command, exitCodes, Mistake, type Surroundings } from '../command.ts';
import { catalogIn, catalogNamed, catalogsAround, scopeIn } from '../reach.ts';
import { readText } from '../read-text.ts';
import { counted } from '../reports/counts.ts';
import type { ListedFinding } from '../reports/report.ts';
import { reportFile } from '../reports/stylish.ts';

export const diffCommand: Command = {
	name: 'diff',
	takes: 'OLD NEW [PATH...]',
	summary: 'Says what changed in a catalog, and which code does not know it.',
	usage: `Usage: api-errors diff OLD NEW [PATH...]

Compares two versions of a catalog: which codes were added, removed, renamed and changed. Then
reads the files and folders named, or the current folder, and prints each place that chooses
among the errors of this API and does not know the new ones.

OLD and NEW are files with catalogs, ids of catalogs in reach, or - for standard input.

Examples:

  git show HEAD:.api-errors/acme.json | api-errors diff - .api-errors/acme.json
  api-errors diff acme-2023.json acme-2024.json src

Ends with 0 where both say the same, with 1 where they differ, and with 2 where one of them or
a file could not be read.
`,
	async run(args, surroundings) {
		const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
		const [oldName, newName, ...paths] = positionals;
		if (oldName === undefined || newName === undefined)
			throw new Mistake('Name two catalogs, such as: api-errors diff old.json new.json', { isUsage: true });
		if (oldName === '-' && newName === '-') throw new Mistake('Standard input can be read once only.');
		const [before, after] = [
			await versionOf(oldName, newName, surroundings),
			await versionOf(newName, oldName, surroundings),
		];
		const diff = diffCatalogs(before, after);
		surroundings.terminal.print(describeDiff(diff, 'text'));
		const { added, removed, renamed, changed } = diff;
		if (added.length + removed.length + renamed.length + changed.length === 0) return exitCodes.clean;
		const fresh = newEntriesOf(diff);
		const isWhole =
			fresh.length === 0 || (await reportPlaces(after, fresh, paths.length > 0 ? paths : ['.'], surroundings));
		return isWhole ? exitCodes.findings : exitCodes.mistake;
	},
};

/** What standard input extends by its path is beside the other version. */
async function versionOf(name: string, other: string, surroundings: Surroundings): Promise<Catalog> {
	if (name !== '-') return catalogNamed(name, surroundings);
	return catalogIn(await readText('-', surroundings.terminal), 'Standard input', surroundings, other);
}

/** Prints the dispatches that do not know the new entries; whether all files could be read. */
async function reportPlaces(
	catalog: Catalog,
	fresh: readonly Entry[],
	paths: readonly string[],
	{ host, terminal }: Surroundings,
): Promise<boolean> {
	const { folder, style, print, printError } = terminal;
	const inReach = await catalogsAround(host, (message) => printError(`${message}\n`)).of(await scopeIn(folder));
	const catalogs = [...inReach.catalogs.filter(({ id }) => id !== catalog.id), catalog];
	let found: ListedFinding[] = [];
	const counts = { files: 0, places: 0, problems: 0 };
	const onProblem = (message: string) => {
		counts.problems++;
		printError(`${message}\n`);
	};
	const onAnalysis = (analysis: Analysis) => {
		found.push(...unawareDispatches(analysis, catalog.id, fresh).map((dispatch) => placed(dispatch, analysis)));
	};
	print('\n');
	for await (const { path } of check({ host, folder, paths, onProblem, catalogs, onAnalysis })) {
		counts.files++;
		counts.places += found.length;
		print(reportFile({ path, findings: found }, style));
		found = [];
	}
	const places = counted(counts.places, 'place');
	const verb = counts.places === 1 ? 'does' : 'do';
	const told = counts.places === 0 ? 'No place is unaware of' : `${style('yellow', places)} ${verb} not know`;
	print(`${told} what is new, in ${counted(counts.files, 'file')}.\n`);
	return counts.problems === 0;
}

function placed({ start, unknown, onDefault }: UnawareDispatch, { document }: Analysis): ListedFinding {
	const { line, character } = document.positionAt(start);
	const names = unknown.map(({ value }) => value).join(', ');
	return {
		line: line + 1,
		column: character + 1,
		severity: unknown.some(({ required }) => required) ? 'warning' : 'information',
		message: `No branch for ${names}; ${fates[onDefault]}`,
		rule: 'new-code',
	};
}

const fates: Readonly<Record<UnawareDispatch['onDefault'], string>> = {
	none: 'nothing happens then',
	ends: 'the default ends the matter',
	'passes-on': 'the default passes the error on',
};
