import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** The package of a file, whose other files it sees as they see it; no package can be imported by this name. */
const ownPackage = '.';
/** Folders above a file that are looked at. */
const highest = 32;

/**
 * Finds a file of the package that an import means: one of the importer's own, or one of a package of the same module,
 * whose path begins with that of the nearest `go.mod` (Go Modules Reference). Packages of other modules are no files of
 * the project.
 */
const findPackage: FindModule = async (module, importer, files) => {
	if (!URL.canParse('.', importer)) return undefined;
	const folder = module === ownPackage ? new URL('.', importer).href : await folderOf(module, importer, files);
	const found = folder === undefined ? [] : await sourcesIn(folder, files);
	return found.find((file) => file !== importer);
};

export const findModule: FindModule = Object.assign(findPackage, {
	own: ownPackage,
	besides: async (file: string, files: ProjectFiles) => {
		const all = await sourcesIn(new URL('.', file).href, files);
		return all.filter((other) => other !== file);
	},
});

/** The files of a package, without its tests. */
async function sourcesIn(folder: string, files: ProjectFiles): Promise<readonly string[]> {
	const names = [...(await files.list(folder))].filter(([, isFolder]) => !isFolder).map(([name]) => name);
	const own = names.filter((name) => /\.go$/.test(name) && !/_test\.go$/.test(name)).sort();
	return own.map((name) => folder + encodeURIComponent(name));
}

/** The folder of a package by its path; undefined for a package of another module. */
async function folderOf(path: string, importer: string, files: ProjectFiles): Promise<string | undefined> {
	let folder = new URL('.', importer).href;
	for (let step = 0; step < highest; step++) {
		if ((await files.list(folder)).get('go.mod') === false) {
			const [, quoted, plain] =
				/^\s*module\s+(?:"([^"]+)"|(\S+))/m.exec((await files.read(`${folder}go.mod`)) ?? '') ?? [];
			const module = quoted ?? plain;
			if (module === undefined || (path !== module && !path.startsWith(`${module}/`))) return undefined;
			const inside = path.slice(module.length + 1);
			return inside === '' ? folder : `${folder}${inside.split('/').map(encodeURIComponent).join('/')}/`;
		}
		const above = new URL('..', folder).href;
		if (above === folder) return undefined;
		folder = above;
	}
	return undefined;
}
