import type { ImportedName } from '../../syntax/code.ts';
import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** Ends a path that must lead to a module: what stands in one will not do. */
const itself = 'self';
/** Folders above a file in which its crate may begin. */
const highest = 16;
/** Files that stand for the folder that they are in. */
const owners = ['lib.rs', 'main.rs', 'mod.rs'];

/**
 * What a file calls what it takes (The Rust Reference, Use declarations): `Code` after `use crate::errors::Code`, which
 * may be a module as well as what stands in one; with a list, each name or what it is called.
 * @param list the names in braces, as they are written
 */
export function importedAs(module: string, list: string | undefined): readonly ImportedName[] {
	if (list !== undefined) return listed(list);
	if (module.endsWith('::*')) return [{ name: '*', alias: '*' }];
	const [, path = '', alias] = /^(\S+)(?:\s+as\s+(\w+))?$/.exec(module) ?? [];
	const name = path.slice(path.lastIndexOf(':') + 1);
	return name === '' || alias === '_' ? [] : called(name, alias ?? name);
}

const called = (name: string, alias: string): readonly ImportedName[] => [
	{ name, alias },
	{ name: '*', alias },
];

/** Names right in the braces; those of lists inside belong to other modules. */
function listed(list: string): readonly ImportedName[] {
	let inside = list.trim().slice(1, -1);
	for (let before = ''; before !== inside; ) {
		before = inside;
		inside = inside.replace(/[\w:]*\{[^{}]*\}/g, '');
	}
	return inside.split(',').flatMap((one): readonly ImportedName[] => {
		const [, name, alias] = /^\s*(\w+|\*)(?:\s+as\s+(\w+))?\s*$/.exec(one) ?? [];
		if (name === undefined || name === 'self') return [];
		return name === '*' ? [{ name: '*', alias: '*' }] : [{ name, alias: alias ?? name }];
	});
}

/**
 * Finds the file of a module by its path (The Rust Reference, Module source filenames): from the crate's root, from the
 * module of the importer or from the one around it. What stands in a module is found in its file.
 */
const find: FindModule = async (module, importer, files) => {
	if (!URL.canParse('.', importer)) return undefined;
	const [first = '', ...others] = module
		.replace(/\s+as\s+\w+$/, '')
		.replace(/::\*$/, '')
		.split('::');
	switch (first) {
		case 'crate': {
			const root = await crateOf(importer, files);
			return root === undefined ? undefined : fileOf(root, others, await ownerIn(root, files), importer, files);
		}
		case 'self':
			return fileOf(innerFolder(importer), others, undefined, importer, files);
		case 'super': {
			const up = others.findIndex((name) => name !== 'super');
			const steps = (up < 0 ? others.length : up) + 1;
			const folder = new URL('../'.repeat(steps), innerFolder(importer)).href;
			return fileOf(folder, others.slice(steps - 1), await ownerIn(folder, files), importer, files);
		}
		default:
			return fileOf(innerFolder(importer), [first, ...others], undefined, importer, files);
	}
};

/** The module that a name of another may be. */
const innerModule = (module: string, name: string): string => `${module}::${name}::${itself}`;

export const findModule: FindModule = Object.assign(find, { innerModule });

/** The folder in which the modules inside a file stand. */
function innerFolder(file: string): string {
	const name = file.slice(file.lastIndexOf('/') + 1);
	return owners.includes(name) ? new URL('.', file).href : `${file.replace(/\.rs$/, '')}/`;
}

/** The folder of the crate that a file belongs to. */
async function crateOf(importer: string, files: ProjectFiles): Promise<string | undefined> {
	let folder = new URL('.', importer).href;
	for (let step = 0; step < highest; step++) {
		const names = await files.list(folder);
		if (names.get('lib.rs') === false || names.get('main.rs') === false) return folder;
		const above = new URL('..', folder).href;
		if (above === folder || names.get('Cargo.toml') === false) return undefined;
		folder = above;
	}
	return undefined;
}

/** The file of the module that a folder belongs to. */
async function ownerIn(folder: string, files: ProjectFiles): Promise<string | undefined> {
	const inside = await files.list(folder);
	const own = owners.find((name) => inside.get(name) === false);
	if (own !== undefined) return folder + own;
	const beside = `${folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1)}.rs`;
	const above = new URL('..', folder).href;
	return (await files.list(above)).get(beside) === false ? above + beside : undefined;
}

/** Follows names into a folder as far as they are modules; what is left stands in the last file. */
async function fileOf(
	folder: string,
	names: readonly string[],
	start: string | undefined,
	importer: string,
	files: ProjectFiles,
): Promise<string | undefined> {
	let found = start;
	let at = folder;
	for (const name of names) {
		if (name === itself) break;
		const inside = await files.list(at);
		const isFolder = inside.get(name) === true;
		const own = isFolder && (await files.list(`${at}${name}/`)).get('mod.rs') === false;
		if (inside.get(`${name}.rs`) === false) found = `${at}${name}.rs`;
		else if (own) found = `${at}${name}/mod.rs`;
		// A module that is written in its parent's file may have others in a folder.
		else if (names.at(-1) === itself && !isFolder) return undefined;
		else if (!isFolder) break;
		at = `${at}${name}/`;
	}
	return found === importer ? undefined : found;
}
