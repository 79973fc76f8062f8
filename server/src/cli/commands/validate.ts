import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hasCatalogEnding, isCatalogPlace } from '../../catalogs/files/catalog-names.ts';
import type { CatalogReport, FolderCatalogs } from '../../catalogs/folder-catalogs.ts';
import { type Command, exitCodes, type Surroundings } from '../command.ts';
import { findFiles } from '../find-files.ts';
import { gapsIn } from '../gaps.ts';
import { projectRoot } from '../project-root.ts';
import { catalogsAround, scopeOf } from '../reach.ts';
import { problemWithPath } from '../read-text.ts';
import { counted } from '../reports/counts.ts';
import type { ListedFinding } from '../reports/report.ts';
import { reportFile, summarize } from '../reports/stylish.ts';

const options = { gaps: { type: 'boolean' } } as const;

export const validateCommand: Command = {
	name: 'validate',
	takes: '[PATH...]',
	summary: 'Says what is wrong with catalogs, and where.',
	usage: `Usage: api-errors validate [PATH...] [--gaps]

Reads catalogs and says what is wrong with them, at which line and column: no JSON or YAML, a
code that is there twice or differs from another only by case, a status that does not exist,
something to extend that is not there. A PATH is a catalog, in JSON or YAML, or a folder, below
which all .api-errors folders are searched, and all files that an api-errors.json names; the
current folder unless given.

  --gaps   lists also what is not filled in yet, by the "todo" of each entry

Examples:

  api-errors validate
  api-errors validate .api-errors/acme.yaml --gaps

Ends with 0 where there is no error, with 1 where there is one, and with 2 where a file could not
be read. A catalog with an error explains codes, but nothing is warned about by it.
`,
	async run(args, surroundings) {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const { reports, failures } = await reportsOf(positionals, surroundings);
		for (const failure of failures) surroundings.terminal.printError(`${failure}\n`);
		const hasError = printReports(reports, values.gaps ?? false, surroundings);
		if (failures.length > 0) return exitCodes.mistake;
		return hasError ? exitCodes.findings : exitCodes.clean;
	},
};

interface Found {
	readonly reports: readonly CatalogReport[];
	/** Paths that could not be read, and why. */
	readonly failures: readonly string[];
}

async function reportsOf(paths: readonly string[], { host, terminal }: Surroundings): Promise<Found> {
	const around = catalogsAround(host, () => undefined);
	const reports = new Map<string, CatalogReport>();
	const failures: string[] = [];
	for (const path of paths.length > 0 ? paths : ['.']) {
		try {
			const found = await reportsAt(resolve(terminal.folder, path), terminal.folder, around);
			for (const report of found) reports.set(report.uri, report);
			const isFile = (await stat(resolve(terminal.folder, path))).isFile();
			if (isFile && found.length === 0)
				failures.push(`${path}: this is no catalog: its name must end in .json, .yaml or .yml`);
		} catch (error) {
			failures.push(`${path}: ${problemWithPath(error)}`);
		}
	}
	return { reports: [...reports.values()], failures };
}

/** The report about a file; those about all catalogs below a folder, and about those that they lead to. */
async function reportsAt(path: string, folder: string, around: FolderCatalogs): Promise<readonly CatalogReport[]> {
	const isFolder = (await stat(path)).isDirectory();
	const root = await projectRoot(folder);
	const reports: CatalogReport[] = [];
	for await (const file of findFiles(path, hasCatalogEnding)) {
		const uri = pathToFileURL(file).href;
		if (isFolder && !isCatalogPlace(uri)) continue;
		const scope = scopeOf(file, root);
		const found = await around.reportsFor(isCatalogPlace(uri) ? { ...scope, named: [] } : scope);
		reports.push(...found.filter((report) => (isFolder ? !report.isOfPackage : report.uri === uri)));
	}
	return reports;
}

/** Whether there is an error among them. */
function printReports(reports: readonly CatalogReport[], withGaps: boolean, { terminal }: Surroundings): boolean {
	const { folder, style, print } = terminal;
	const found: ListedFinding[] = [];
	let gaps = 0;
	for (const { uri, text, problems, file: catalog } of reports) {
		const document = TextDocument.create(uri, '', 0, text);
		const told = problems.filter(({ code }) => withGaps || code !== 'not-filled-in');
		// A catalog that has just been imported may have more gaps than are told one by one.
		if (!withGaps && !catalog?.isStale) gaps += gapsIn(catalog?.layer);
		const findings = told
			.toSorted((a, b) => a.start - b.start)
			.map(({ start, severity, message, code }) => {
				const { line, character } = document.positionAt(start);
				return { line: line + 1, column: character + 1, severity, message, rule: code };
			});
		found.push(...findings);
		const file = fileURLToPath(uri);
		print(reportFile({ path: relative(folder, file) || file, findings }, style));
	}
	if (reports.length === 0) print('There are no catalogs here. To make one: api-errors import SOURCE\n');
	else print(summarize(found, reports.length, style));
	if (gaps > 0) print(`${counted(gaps, 'field')} not filled in yet; --gaps lists them.\n`);
	return found.some(({ severity }) => severity === 'error');
}
