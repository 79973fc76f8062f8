import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis.ts';
import { type AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import type { Wanted } from '../analysis/interest.ts';
import type { AskNeighbourhood } from '../analysis/names/neighbourhood.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { documentsIn } from '../containers/documents-in.ts';
import { outlineIn } from '../containers/outline-in.ts';
import { codeIdOf, findModuleInCode, readableIdOf } from '../containers/readable.ts';
import { contextOfParts } from '../containers/shared-evidence.ts';
import type { Host } from '../host/host.ts';
import { isModuleConfiguration } from '../languages/find-modules.ts';
import { languages } from '../languages/index.ts';
import { Project } from '../project/project.ts';
import type { Settings } from '../settings.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import type { FileCatalogs } from './catalogs-for.ts';
import type { FileSettings } from './file-settings.ts';
import { problemWithPath } from './read-text.ts';

/** What files are read with. */
export interface InspectorParts {
	readonly host: Host;
	/** The folder that the paths in messages count from. */
	readonly folder: string;
	/** URIs of the folders whose files say what their other files speak of. */
	readonly projects: readonly string[];
	readonly catalogs: FileCatalogs;
	readonly settings: FileSettings;
	/** The files below a folder that may show APIs to the rest of it, as URIs; they are searched for unless given. */
	readonly filesShowing?: ((root: string) => Promise<readonly string[]>) | undefined;
	/** Says that a file could not be read, in a sentence with its path. */
	readonly onProblem: (message: string) => void;
	/** What is wanted of the files; everything unless given. */
	readonly wanted?: Wanted;
}

/** One file with all that is known of it. */
export interface Inspected {
	/** An absolute path. */
	readonly file: string;
	/** From the folder, with slashes. */
	readonly path: string;
	readonly document: TextDocument;
	readonly settings: Settings;
	/** One for each piece of code in the file; those that could not be read are left out. */
	readonly analyses: readonly Analysis[];
	/** The files that the code in it imports, as URIs. */
	readonly imported: () => Promise<readonly string[]>;
}

/**
 * Reads a file and analyses the code in it. Undefined where it cannot be read, which is told; never rejects.
 * @param file an absolute path
 * @param text in place of what is on disk
 * @param alone where given, nothing around the file counts but the settings, and only blocks of which this says so
 */
export type Inspect = (file: string, text?: string, alone?: MattersAlone) => Promise<Inspected | undefined>;

/** Says of blocks of a file whether they matter where nothing around it counts. */
export type MattersAlone = (text: string, catalogs: CatalogIndex) => (block: string) => boolean;

/** Made once for many files: what is found around one of them is known for the others. */
export function makeInspector(parts: InspectorParts): Inspect {
	const { host, folder, onProblem } = parts;
	const analyzer = new Analyzer(readerOn(host), parts.wanted);
	const project = projectOn(host, analyzer, parts.filesShowing);
	return async (file, given, alone) => {
		const path = pathOf(folder, file);
		try {
			const text = given ?? readFileSync(file, 'utf8');
			const document = TextDocument.create(pathToFileURL(file).href, readableIdOf(file) ?? '', 1, text);
			const { settings, analyses } = await analyze(document, { ...parts, analyzer, project }, alone);
			project.close(document.uri);
			analyzer.forget(document.uri);
			if (analyses.includes(undefined)) onProblem(`${path}: the file is too large or took too long to read`);
			const read = analyses.filter((one) => one !== undefined);
			const imports = read.flatMap(({ blocks }) => blocks.flatMap(({ code }) => code.imports));
			const imported = () => project.filesImported(document.uri, imports);
			return { file, path, document, settings, analyses: read, imported };
		} catch (error) {
			onProblem(`${path}: the file could not be checked: ${problemWithPath(error)}`);
			return undefined;
		}
	};
}

/** Milliseconds: nobody waits for the next keystroke, and other programs may be at work. */
const parseBudget = 30_000;

const readerOn = (host: Host): CodeReader =>
	new CodeReader(languages, (name) => host.readAsset(name), parseBudget, host.unoptimized);

/** The path of a file from a folder, with slashes. */
export function pathOf(folder: string, file: string): string {
	// Most files are below, where this comes to the same and costs nothing.
	const path = file.startsWith(folder + sep) ? file.slice(folder.length + 1) : relative(folder, file);
	return sep === '/' ? path : path.split(sep).join('/');
}

interface Reading extends InspectorParts {
	readonly analyzer: Analyzer;
	readonly project: Project;
}

/** One analysis for each piece of code in the file, undefined where it could not be read. */
async function analyze(
	document: TextDocument,
	reading: Reading,
	alone: MattersAlone | undefined,
): Promise<{ readonly settings: Settings; readonly analyses: readonly (Analysis | undefined)[] }> {
	const { analyzer, project, projects } = reading;
	const { uri } = document;
	const parts = documentsIn(document);
	const catalogs = await reading.catalogs.of(uri);
	const { settings, choice } = await reading.settings.of(uri);
	if (!settings.enable || choice.excludedBy !== undefined) return { settings, analyses: [] };
	const near = (isWide: boolean): AskNeighbourhood => {
		return (imports) => project.neighbourhood(uri, imports, { folders: projects, catalogs, isWide });
	};
	const own = { catalogs, ...choice, workspace: [], requiredCodes: settings.requiredCodes };
	if (alone) {
		const matters = alone(document.getText(), catalogs);
		return { settings, analyses: await Promise.all(parts.map((part) => analyzer.analyze(part, { ...own, matters }))) };
	}
	const context: AnalysisContext = {
		...own,
		workspace: await project.evidenceAbove(uri, projects, catalogs),
		dependencies: await project.dependenciesAbove(uri, projects, catalogs),
		neighbourhood: near(false),
	};
	const shared = await contextOfParts(parts, context, analyzer);
	const analyses: (Analysis | undefined)[] = [];
	for (const part of parts) analyses.push(await analyzePart(part, shared, near(true), reading));
	return { settings, analyses };
}

/** @param near asks for the neighbourhood where all files of the folder count */
async function analyzePart(
	document: SourceDocument,
	context: AnalysisContext,
	near: AskNeighbourhood,
	{ analyzer, project, projects }: Reading,
): Promise<Analysis | undefined> {
	const analysis = await analyzer.analyze(document, context);
	if (!analysis || context.told.length > 0 || !project.couldGain(analysis)) return analysis;
	const found = await project.workspaceEvidence(document.uri, projects, context.catalogs);
	const isSame = found.every((one) => context.workspace.includes(one));
	return isSame ? analysis : analyzer.analyze(document, { ...context, workspace: found, neighbourhood: near });
}

/** The files around others, of which nothing is kept but what they show. */
export function projectFor(host: Host, filesShowing?: (root: string) => Promise<readonly string[]>): Project {
	return projectOn(host, new Analyzer(readerOn(host)), filesShowing);
}

function projectOn(
	host: Host,
	analyzer: Analyzer,
	filesShowing: ((root: string) => Promise<readonly string[]>) | undefined,
): Project {
	return new Project({
		filesShowing,
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
