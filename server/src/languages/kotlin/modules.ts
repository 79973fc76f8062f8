import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** The package of a file, whose other files it sees as they see it; no package can be imported by this name. */
const ownPackage = '.';
/** How many of the first words of a package its folders may leave out. */
const mostLeftOut = 4;

/**
 * Finds a file of the package that an import means: the one that is called as what is imported, or any other, for a file
 * may declare what it likes. Folders follow packages, of which the words that all have in common may be left out
 * (Kotlin coding conventions, Source file organization).
 */
const findFile: FindModule = async (module, importer, files) => {
	if (!URL.canParse('.', importer)) return undefined;
	if (module === ownPackage)
		return (await sourcesIn(new URL('.', importer).href, files)).find((one) => one !== importer);
	for (const { packages, name } of readingsOf(module)) {
		for (const folder of foldersOf(packages, importer)) {
			const found = await sourcesIn(folder, files);
			const own = found.find((file) => file === `${folder}${encodeURIComponent(name)}.kt`);
			const other = own ?? found.find((file) => file !== importer);
			if (other !== undefined) return other;
		}
	}
	return undefined;
};

export const findModule: FindModule = Object.assign(findFile, {
	own: ownPackage,
	besides: async (file: string, files: ProjectFiles) => {
		const all = await sourcesIn(new URL('.', file).href, files);
		return all.filter((other) => other !== file);
	},
});

interface Reading {
	readonly packages: readonly string[];
	/** What is imported from there; empty where it is everything. */
	readonly name: string;
}

/** What may be package and what name: a class begins with a capital, and what is in no class is the last word. */
function readingsOf(module: string): readonly Reading[] {
	const words = module.split('.');
	const owner = words.findIndex((word) => /^[A-Z][a-z\d]/.test(word));
	if (owner > 0) return [{ packages: words.slice(0, owner), name: words[owner] ?? '' }];
	return [
		{ packages: words.slice(0, -1), name: words.at(-1) ?? '' },
		{ packages: words, name: '' },
	].filter(({ packages }) => packages.length > 0);
}

/** Folders that a package may have, likeliest first. */
function foldersOf(packages: readonly string[], importer: string): readonly string[] {
	const folders = new Set<string>();
	for (let leftOut = 0; leftOut <= Math.min(mostLeftOut, packages.length - 1); leftOut++) {
		const [first = '', ...rest] = packages.slice(leftOut).map(encodeURIComponent);
		const at = importer.lastIndexOf(`/${first}/`);
		if (at >= 0) folders.add(`${importer.slice(0, at)}/${[first, ...rest].join('/')}/`);
		for (const root of rootsOf(importer)) folders.add(`${root}${[first, ...rest].join('/')}/`);
	}
	return [...folders];
}

/** Folders in which packages begin by convention: those of the importer's own sources, and those that all others see. */
function rootsOf(importer: string): readonly string[] {
	const [, sources = '', own = '', language = ''] = /^(.*\/src\/)(\w+)\/(kotlin|java)\//.exec(importer) ?? [];
	return sources === ''
		? []
		: [`${own}/${language}`, 'main/kotlin', 'main/java', 'commonMain/kotlin'].map((one) => `${sources}${one}/`);
}

/** The Kotlin files in a folder, without scripts. */
async function sourcesIn(folder: string, files: ProjectFiles): Promise<readonly string[]> {
	const names = [...(await files.list(folder))].filter(([, isFolder]) => !isFolder).map(([name]) => name);
	const own = names.filter((name) => name.endsWith('.kt') && !/Tests?\.kt$/.test(name)).sort();
	return own.map((name) => folder + encodeURIComponent(name));
}
