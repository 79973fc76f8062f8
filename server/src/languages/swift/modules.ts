import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** What every file of a module sees: all other files of the module. No module can be imported by this name. */
const ownModule = '.';

/**
 * Finds another file of the importer's own module: one of its folder, as far as a module can be told without its
 * project. Other modules are packages.
 */
const findFile: FindModule = async (module, importer, files) => {
	if (module !== ownModule || !URL.canParse('.', importer)) return undefined;
	return (await sourcesBeside(importer, files))[0];
};

export const findModule: FindModule = Object.assign(findFile, { own: ownModule, besides: sourcesBeside });

/** The other Swift files in the folder of a file, without tests. */
async function sourcesBeside(file: string, files: ProjectFiles): Promise<readonly string[]> {
	const folder = new URL('.', file).href;
	const names = [...(await files.list(folder))].filter(([, isFolder]) => !isFolder).map(([name]) => name);
	const own = names.filter((name) => name.endsWith('.swift') && !/Tests?\.swift$/.test(name)).sort();
	return own.map((name) => folder + encodeURIComponent(name)).filter((other) => other !== file);
}
