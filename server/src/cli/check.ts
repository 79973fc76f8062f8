import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis.ts';
import { type AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import type { AskNeighbourhood } from '../analysis/names/neighbourhood.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { documentsIn } from '../containers/documents-in.ts';
import { outlineIn } from '../containers/outline-in.ts';
import { codeIdOf, findModuleInCode, readableIdOf } from '../containers/readable.ts';
import { contextOfParts } from '../containers/shared-evidence.ts';
import type { Host } from '../host/host.ts';
import { isModuleConfiguration } from '../languages/find-modules.ts';
import { languages } from '../languages/index.ts';
import { Project } from '../project/project.ts';
import { runRules } from '../rules/run-rules.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { pathInFolders, settingsByFile } from '../settings-by-file.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { catalogsFor, type FileCatalogs } from './catalogs-for.ts';
import { findFiles } from './find-files.ts';
import { projectFolders } from './project-folders.ts';
import { problemWithPath } from './read-text.ts';
import { byPlace } from './reports/order.ts';
import type { FileReport, ReportedFinding } from './reports/report.ts';
import { reportedFinding } from './reports/reported-finding.ts';

export interface CheckOptions {
	readonly host: Host;
	/** The folder that relative paths and globs count from. */
	readonly folder: string;
	/** Paths of files and folders. */
	readonly paths: readonly string[];
	/** A text that is read as if a file had it, and before the paths; the file need not be there. */
	readonly given?: GivenText | undefined;
	/** Says that a file or a path could not be read; the others are read all the same. */
	readonly onProblem: (message: string) => void;
	/** What the user chose; the defaults where nothing is given. */
	readonly settings?: Settings;
	/** The APIs that are known; where nothing is given, those that come with us and those that are found around a file. */
	readonly catalogs?: readonly Catalog[];
	/** Beside `catalogs`, those that count as the folder's own; a folder's probably tell of APIs that its code speaks of. */
	readonly folderCatalogs?: readonly Catalog[];
	/** Is shown each analysis before the rules run on it. */
	readonly onAnalysis?: (analysis: Analysis) => void;
}

export interface GivenText {
	/** From the current folder. */
	readonly path: string;
	readonly text: string;
}

/** A file that was checked: where it is, its path from the current folder with slashes, and its findings in order. */
export interface CheckedFile extends Pick<FileReport, 'path' | 'findings'> {
	readonly file: string;
}

/** Checks the files one after the other. Each is reported once, in the order of the paths and of the names below them. */
export async function* check(options: CheckOptions): AsyncGenerator<CheckedFile> {
	const { folder, paths, given, onProblem } = options;
	const projects = await projectFolders(folder, given ? [...paths, given.path] : paths);
	const catalogs = fileCatalogs(options, projects);
	const findingsIn = makeChecker(options, catalogs, projects);
	const seen = new Set<string>();
	const checked = async (file: string, text?: string): Promise<CheckedFile> => {
		seen.add(file);
		return { file, path: pathOf(folder, file), findings: await findingsIn(file, text) };
	};
	if (given && readableIdOf(given.path) !== undefined) yield checked(resolve(folder, given.path), given.text);
	for (const path of paths) {
		try {
			for await (const file of findFiles(resolve(folder, path), (name) => readableIdOf(name) !== undefined)) {
				if (!seen.has(file)) yield checked(file);
			}
		} catch (error) {
			onProblem(`${path}: ${problemWithPath(error)}`);
		}
	}
	for (const problem of await catalogs.problems()) onProblem(problem);
}

/** From the folder, with slashes. */
const pathOf = (folder: string, file: string): string => relative(folder, file).split(sep).join('/');

/** @param text in place of what is on disk */
type FindingsIn = (file: string, text?: string) => Promise<readonly ReportedFinding[]>;

/** @param projects URIs of the folders whose files say what their other files speak of */
function makeChecker(given: CheckOptions, known: FileCatalogs, projects: readonly string[]): FindingsIn {
	const { host, folder, onProblem, onAnalysis, settings = defaultSettings } = given;
	const analyzer = new Analyzer(new CodeReader(languages, (name) => host.readAsset(name)));
	const project = projectOn(host, analyzer);
	const choiceFor = settingsByFile(settings);
	const folders = [pathToFileURL(folder).href];

	/** One for each piece of code in the file, undefined where it could not be read. */
	async function analyze(document: TextDocument): Promise<readonly (Analysis | undefined)[]> {
		const { uri } = document;
		const parts = documentsIn(document);
		const catalogs = await known.of(uri);
		const near = (isWide: boolean): AskNeighbourhood => {
			return (imports) => project.neighbourhood(uri, imports, { folders: projects, catalogs, isWide });
		};
		const context: AnalysisContext = {
			catalogs,
			...choiceFor(pathInFolders(uri, folders)),
			workspace: await project.evidenceAbove(uri, projects, catalogs),
			dependencies: await project.dependenciesAbove(uri, projects, catalogs),
			requiredCodes: settings.requiredCodes,
			neighbourhood: near(false),
		};
		const shared = await contextOfParts(parts, context, analyzer);
		const analyses: (Analysis | undefined)[] = [];
		for (const part of parts) analyses.push(await analyzeOne(part, shared, near(true)));
		project.close(uri);
		analyzer.forget(uri);
		return analyses;
	}

	/** @param near asks for the neighbourhood where all files of the folder count */
	async function analyzeOne(
		document: SourceDocument,
		context: AnalysisContext,
		near: AskNeighbourhood,
	): Promise<Analysis | undefined> {
		const analysis = await analyzer.analyze(document, context);
		if (!analysis || context.told.length > 0 || !project.couldGain(analysis)) return analysis;
		const found = await project.workspaceEvidence(document.uri, projects, context.catalogs);
		const isSame = found.every((one) => context.workspace.includes(one));
		return isSame ? analysis : analyzer.analyze(document, { ...context, workspace: found, neighbourhood: near });
	}

	return async (file, given) => {
		const shown = pathOf(folder, file);
		const fail = (what: string, error: unknown) => onProblem(`${shown}: ${what}: ${problemWithPath(error)}`);
		const findingsOf = (analysis: Analysis, document: TextDocument): readonly ReportedFinding[] => {
			onAnalysis?.(analysis);
			const onCrash = (rule: string, error: unknown) => fail(`the rule ${rule} failed`, error);
			return runRules(analysis, settings, onCrash).map((finding) =>
				reportedFinding(analysis, finding, document, onCrash),
			);
		};
		try {
			const text = given ?? (await readFile(file, 'utf8'));
			const document = TextDocument.create(pathToFileURL(file).href, readableIdOf(file) ?? '', 1, text);
			const analyses = await analyze(document);
			if (analyses.includes(undefined)) onProblem(`${shown}: the file is too large or took too long to read`);
			return analyses.flatMap((analysis) => (analysis ? findingsOf(analysis, document) : [])).sort(byPlace);
		} catch (error) {
			fail('the file could not be checked', error);
			return [];
		}
	};
}

function fileCatalogs(
	{ host, folder, catalogs, folderCatalogs, settings = defaultSettings }: CheckOptions,
	projects: readonly string[],
) {
	if (!catalogs) {
		const folders = [pathToFileURL(folder).href, ...projects];
		return catalogsFor(host, [...new Set(folders)], settings.catalogs);
	}
	const index = buildCatalogIndex(catalogs, folderCatalogs);
	return { of: async () => index, problems: async () => [] };
}

function projectOn(host: Host, analyzer: Analyzer): Project {
	return new Project({
		readFile: (uri, largest) => host.readFile(uri, largest),
		readFolder: (uri) => host.readFolder(uri),
		outline: (source, catalogs) => outlineIn(analyzer, source, catalogs),
		languageIdOf: codeIdOf,
		findModuleIn: findModuleInCode,
		isConfiguration: isModuleConfiguration,
		report: (message) => host.log(message),
		onChange: () => undefined,
	});
}
