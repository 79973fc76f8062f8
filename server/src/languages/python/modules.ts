import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** Folders above a file in which a package may stand. */
const highest = 16;
/** Folders below those that hold the sources of a project. */
const sourceFolders = ['', 'src/', 'lib/', 'app/', 'backend/'];

const find = async (module: string, importer: string, files: ProjectFiles): Promise<string | undefined> => {
	if (!URL.canParse('.', importer)) return undefined;
	const dots = /^\.*/.exec(module)?.[0].length ?? 0;
	const names = module
		.slice(dots)
		.split('.')
		.filter((name) => name !== '');
	const folder = new URL('.', importer).href;
	if (dots > 0) return fileIn(new URL(`./${'../'.repeat(dots - 1)}`, folder).href, names, files);
	return names.length === 0 ? undefined : fromAbove(folder, names, files);
};

/** The file in the nearest folder above that has it, itself or in a folder for sources. */
async function fromAbove(folder: string, names: readonly string[], files: ProjectFiles): Promise<string | undefined> {
	for (let step = 0, above = folder; step < highest; step++) {
		const inside = await files.list(above);
		for (const sources of sourceFolders) {
			if (sources !== '' && inside.get(sources.slice(0, -1)) !== true) continue;
			const found = await fileIn(above + sources, names, files);
			if (found !== undefined) return found;
		}
		const next = new URL('..', above).href;
		if (next === above) return undefined;
		above = next;
	}
	return undefined;
}

/** The module of a package in a folder; a package itself is what its `__init__.py` says. */
async function fileIn(folder: string, names: readonly string[], files: ProjectFiles): Promise<string | undefined> {
	let at = folder;
	for (const [index, name] of names.entries()) {
		const inside = await files.list(at);
		const isLast = index === names.length - 1;
		const file = isLast ? [`${name}.py`, `${name}.pyi`].find((one) => inside.get(one) === false) : undefined;
		if (inside.get(name) === true && (file === undefined || (await hasPackage(`${at}${name}/`, files))))
			at += `${name}/`;
		else return file === undefined ? undefined : at + file;
	}
	const names_ = await files.list(at);
	const own = ['__init__.py', '__init__.pyi'].find((one) => names_.get(one) === false);
	return own === undefined ? undefined : at + own;
}

async function hasPackage(folder: string, files: ProjectFiles): Promise<boolean> {
	return (await files.list(folder)).get('__init__.py') === false;
}

/** The module that a name of another may be: `codes` of `.` is `.codes`. */
const innerModule = (module: string, name: string): string =>
	module.endsWith('.') ? module + name : `${module}.${name}`;

/**
 * Finds the file that an import means: relative to the importer's package, or from a folder above it that holds the
 * package. A package that is installed is no file of the project.
 */
export const findModule: FindModule = Object.assign(find, { innerModule });
