import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** The path of a package and the class in it, without what is in the class. */
const outerClass = /^((?:[a-z_$][\w$]*\.)+)([A-Z][\w$]*)/;
/** A class that is named without its package. */
const plainClass = /^[A-Z][\w$]*$/;
/** What takes all classes of a package. */
const wholePackage = /^\s*import\s+((?:[a-z_$][\w$]*\.)+)\*\s*;/gm;

/**
 * Finds the file of a class by its package, from the folder in which the importer's own packages begin: both have the
 * same first words (Java Language Specification, 7.2.1). Tests name classes of the main sources beside them. A class
 * without a package is one of the importer's own, or of one that it imports whole (6.4.1).
 */
export const findModule: FindModule = async (module, importer, files) => {
	if (plainClass.test(module)) return classByName(module, importer, files);
	const [, packages, name] = outerClass.exec(module) ?? [];
	return packages === undefined || name === undefined ? undefined : classIn(packages, name, importer, files);
};

/**
 * The class that a member names: `Codes` of `Codes.RATE_LIMITED`. What is named with its package, or begins with what
 * is no class, names none that is looked for.
 */
export function namedModule(member: string): string | undefined {
	return /^([A-Z][\w$]*)\.[A-Z][\w$]*(?:\.|$)/.exec(member)?.[1];
}

async function classIn(
	packages: string,
	name: string,
	importer: string,
	files: ProjectFiles,
): Promise<string | undefined> {
	const folder = packages.replaceAll('.', '/');
	const first = folder.slice(0, folder.indexOf('/') + 1);
	for (const root of rootsOf(importer, first)) {
		const found = await classFile(`${root}${folder}`, name, files);
		if (found !== undefined) return found;
	}
	return undefined;
}

async function classByName(name: string, importer: string, files: ProjectFiles): Promise<string | undefined> {
	const folder = importer.slice(0, importer.lastIndexOf('/') + 1);
	const beside = await classFile(folder, name, files);
	const tested = /^(.*\/src\/)\w+(\/java\/.*)$/.exec(folder);
	const found = beside ?? (tested && (await classFile(`${tested[1]}main${tested[2]}`, name, files)));
	if (found) return found;
	for (const [, packages = ''] of ((await files.read(importer)) ?? '').matchAll(wholePackage)) {
		const imported = await classIn(packages, name, importer, files);
		if (imported !== undefined) return imported;
	}
	return undefined;
}

async function classFile(folder: string, name: string, files: ProjectFiles): Promise<string | undefined> {
	return (await files.list(folder)).get(`${name}.java`) === false ? `${folder}${name}.java` : undefined;
}

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
