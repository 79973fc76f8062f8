import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** The folder of a file, whose other files it sees without a directive: they are of its namespace by convention. */
const ownFolder = '.';
/** Folders above a file that are looked at. */
const highest = 16;
/** Namespaces of the platform, which are no files of a project. */
const platform = /^(?:System|Microsoft|Windows)(?:\.|$)/;

/**
 * Finds a file of the namespace, or that of the class, that a `using` directive names. Nothing ties namespaces to files
 * but that everybody keeps a namespace in a folder of its name below the project's, whose folder has the first words:
 * `Shop.Api.Errors` is `Shop.Api/Errors/` or, where the project is called otherwise, `Errors/` in it.
 */
const findNamespace: FindModule = async (module, importer, files) => {
	if (!URL.canParse('.', importer) || platform.test(module)) return undefined;
	let folder = new URL('.', importer).href;
	if (module === ownFolder) return (await sourcesIn(folder, files)).find((file) => file !== importer);
	const words = module.split('.');
	for (let step = 0; step < highest; step++) {
		const found = await foundBelow(folder, words, importer, files);
		if (found !== undefined) return found;
		const above = new URL('..', folder).href;
		if (above === folder) return undefined;
		folder = above;
	}
	return undefined;
};

export const findModule: FindModule = Object.assign(findNamespace, {
	own: ownFolder,
	besides: async (file: string, files: ProjectFiles) => {
		const all = await sourcesIn(new URL('.', file).href, files);
		return all.filter((other) => other !== file);
	},
});

/** The files in a folder that are written by hand and are no tests. */
async function sourcesIn(folder: string, files: ProjectFiles): Promise<readonly string[]> {
	const names = [...(await files.list(folder))].filter(([, isFolder]) => !isFolder).map(([name]) => name);
	const own = names.filter((name) => /\.cs$/.test(name) && !/(?:\.g|\.[Dd]esigner|Tests?)\.cs$/.test(name)).sort();
	return own.map((name) => folder + encodeURIComponent(name));
}

/** A file of the namespace in a folder below: in one that has all its words, or the last ones where this one is its root. */
async function foundBelow(
	folder: string,
	words: readonly string[],
	importer: string,
	files: ProjectFiles,
): Promise<string | undefined> {
	const names = await files.list(folder);
	const own = decodeURIComponent(/([^/]*)\/$/.exec(folder)?.[1] ?? '');
	const isProject = [...names.keys()].some((name) => name.endsWith('.csproj'));
	for (let known = 0; known <= words.length; known++) {
		const isNamed = own === words.slice(0, known).join('.') || own === words[known - 1];
		const isRoot = known === 0 || isNamed || (isProject && known < words.length);
		const found = isRoot ? await foundByWords(folder, words.slice(known), importer, files) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Follows words from folder to folder; one folder may have several in its name, and the last word may be a class. */
async function foundByWords(
	folder: string,
	words: readonly string[],
	importer: string,
	files: ProjectFiles,
): Promise<string | undefined> {
	if (words.length === 0) return (await sourcesIn(folder, files)).find((file) => file !== importer);
	const names = await files.list(folder);
	const [last = ''] = words;
	if (words.length === 1 && names.get(`${last}.cs`) === false) return `${folder}${encodeURIComponent(last)}.cs`;
	for (let count = words.length; count > 0; count--) {
		const name = words.slice(0, count).join('.');
		if (names.get(name) !== true) continue;
		const found = await foundByWords(`${folder}${encodeURIComponent(name)}/`, words.slice(count), importer, files);
		if (found !== undefined) return found;
	}
	return undefined;
}
