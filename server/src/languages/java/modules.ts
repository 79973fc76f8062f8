import type { FindModule } from '../../syntax/language.ts';

/** The path of a package and the class in it, without what is in the class. */
const outerClass = /^((?:[a-z_$][\w$]*\.)+)([A-Z][\w$]*)/;

/**
 * Finds the file of a class by its package, from the folder in which the importer's own packages begin: both have the
 * same first words (Java Language Specification, 7.2.1). Tests name classes of the main sources beside them.
 */
export const findModule: FindModule = async (module, importer, files) => {
	const [, packages, name] = outerClass.exec(module) ?? [];
	if (packages === undefined || name === undefined) return undefined;
	const folder = packages.replaceAll('.', '/');
	const first = folder.slice(0, folder.indexOf('/') + 1);
	for (const root of rootsOf(importer, first)) {
		const names = await files.list(`${root}${folder}`);
		if (names.get(`${name}.java`) === false) return `${root}${folder}${name}.java`;
	}
	return undefined;
};

/** Folders in which packages may begin, nearest first. */
function rootsOf(importer: string, first: string): readonly string[] {
	const roots: string[] = [];
	for (let at = importer.lastIndexOf(`/${first}`); at >= 0; at = importer.lastIndexOf(`/${first}`, at - 1)) {
		roots.push(importer.slice(0, at + 1));
		if (at === 0) break;
	}
	const conventional = /^(.*\/src\/)\w+\/java\//.exec(importer)?.[1];
	return conventional === undefined ? roots : [...new Set([...roots, `${conventional}main/java/`])];
}
