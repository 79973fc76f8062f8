import { type Glob, readGlob } from './globs/glob.ts';
import { folderAround, keyOf } from './project/places.ts';
import { type ProjectFile, type ProjectPart, pathBelow } from './project-file/project-file.ts';
import { fileOf } from './project-file/project-files.ts';
import { defaultSettings, type GivenSettings, type Settings, weighingRules } from './settings.ts';

/** Folders above a file, from a project's file on, that are asked about one by one. */
const mostDepth = 64;

/** What the globs of the settings say of one file. */
export interface FileChoice {
	/** Ids of the APIs that the file speaks of; empty where nothing is said, `none` where it is to be left alone. */
	readonly told: readonly string[];
	/** Ids of the APIs that the project as a whole uses. */
	readonly inUse: readonly string[];
	/** The glob that says the file is a test; undefined for others. */
	readonly testGlob: string | undefined;
	/** The glob by which the project wants nothing reported in the file; undefined for others. */
	readonly excludedBy: string | undefined;
}

/** The settings that count for one file. */
export interface SettingsOfFile {
	readonly settings: Settings;
	readonly choice: FileChoice;
}

/** A file, and the project files around it. */
export interface PlacedFile {
	readonly uri: string;
	/** Those of the workspace, as URIs. */
	readonly folders: readonly string[];
	/** The farthest first. */
	readonly projectFiles: readonly ProjectFile[];
}

/**
 * Compiles the globs of what a user gave once. The result puts in layers what counts for a file: the defaults, project
 * files from the farthest to the nearest, in each of them what it says of all files and then its overrides, and on top
 * what the user gave.
 */
export function settingsByFile(given: GivenSettings): (file: PlacedFile) => SettingsOfFile {
	const told = (given.apis ?? []).map(({ files, apis }) => ({ apis, globs: globsIn([files]) }));
	const testsGiven = given.testFiles && globsIn(given.testFiles);
	const testsByDefault = globsIn(defaultSettings.testFiles);
	return ({ uri: document, folders, projectFiles }) => {
		const uri = fileOf(document, folders);
		const path = pathInFolders(uri, folders);
		const parts = projectFiles.flatMap((file) => partsFor(file, uri));
		const tests = projectFiles.findLast(({ testFiles }) => testFiles !== undefined);
		return {
			settings: layered(parts, given, testsGiven ? undefined : tests?.testFiles),
			choice: {
				told: told.find(({ globs }) => globFor(path, globs))?.apis ?? lastSaid(parts, 'apis') ?? [],
				inUse: [...new Set(parts.flatMap(({ inUse }) => inUse ?? []))],
				testGlob:
					testsGiven || !tests
						? globFor(path, testsGiven ?? testsByDefault)?.text
						: globFor(pathBelow(tests, uri), tests.testFiles ?? [])?.text,
				excludedBy: excludedBy(uri, projectFiles),
			},
		};
	};
}

/** What a project's file says of a file, the weakest first. */
export function partsFor(projectFile: ProjectFile, uri: string): readonly ProjectPart[] {
	const path = pathBelow(projectFile, uri);
	return projectFile.parts.filter(({ files }) => files === undefined || globFor(path, files) !== undefined);
}

/** The glob by which project files leave a file out, or a folder that it is in; undefined where none does. */
export function excludedBy(uri: string, projectFiles: readonly ProjectFile[]): string | undefined {
	for (const projectFile of projectFiles) {
		if (projectFile.exclude.length === 0) continue;
		const names = pathBelow(projectFile, uri).split('/').slice(0, mostDepth);
		for (let depth = 1; depth <= names.length; depth++) {
			const glob = globFor(names.slice(0, depth).join('/'), projectFile.exclude);
			if (glob) return glob.text;
		}
	}
	return undefined;
}

function layered(
	parts: readonly ProjectPart[],
	given: GivenSettings,
	testFiles: readonly Glob[] | undefined,
): Settings {
	return {
		...defaultSettings,
		enable: lastSaid(parts, 'enable') ?? defaultSettings.enable,
		whenDefault: lastSaid(parts, 'whenDefault') ?? defaultSettings.whenDefault,
		...(testFiles && { testFiles: testFiles.map(({ text }) => text) }),
		...given,
		requiredCodes: requiredCodes([...parts.map((part) => part.requiredCodes ?? []), given.requiredCodes ?? []]),
		rules: weighingRules(Object.assign({}, ...parts.map(({ rules }) => rules), given.rules)),
	};
}

function lastSaid<Name extends keyof ProjectPart>(
	parts: readonly ProjectPart[],
	name: Name,
): ProjectPart[Name] | undefined {
	return parts.findLast((part) => part[name] !== undefined)?.[name];
}

/** Of each code what was said last, whether it must be handled or need not be; of one list, that it need not be. */
function requiredCodes(lists: readonly (readonly string[])[]): readonly string[] {
	const said = new Map<string, string>();
	for (const list of lists)
		for (const one of list.toSorted((a, b) => Number(a.startsWith('!')) - Number(b.startsWith('!')))) {
			const code = one.replace(/^!/, '');
			said.delete(code);
			said.set(code, one);
		}
	return [...said.values()];
}

/** The path of a file in the innermost of the folders, all given as URIs; the file's name where it is in none. */
export function pathInFolders(uri: string, folders: readonly string[]): string {
	const file = uri.replace(/[?#].*$/, '');
	const [around, key] = [folderAround(file, folders), keyOf(file)];
	return around === undefined ? key.slice(key.lastIndexOf('/') + 1) : key.slice(keyOf(around).length);
}

function globFor(path: string, globs: readonly Glob[]): Glob | undefined {
	return globs.find((glob) => glob.fits(path));
}

/** Those that are globs; what is wrong with the others was told where they were read. */
function globsIn(texts: readonly string[]): readonly Glob[] {
	return texts.map(readGlob).filter((glob): glob is Glob => !('wrong' in glob));
}
