import { catalogEndings, catalogFolder, projectFileName } from '../../catalog-globs.ts';
import { keyOf } from '../../project/places.ts';

const ending = new RegExp(`\\.(?:${catalogEndings.join('|')})$`, 'i');

/** Whether a file's name, or its URI, ends as those of catalogs and project files do. */
export function hasCatalogEnding(uri: string): boolean {
	return ending.test(uri);
}

/** Whether a file may be a catalog by its name, or by its URI: a project's file is none. */
export function mayBeCatalog(uri: string): boolean {
	return hasCatalogEnding(uri) && keyOf(uri).split('/').at(-1) !== projectFileName;
}

/** Whether a file is where catalogs and project files are by convention. */
export function isCatalogPlace(uri: string): boolean {
	const [folder, name = ''] = keyOf(uri).split('/').slice(-2);
	return name === projectFileName || (folder === catalogFolder && hasCatalogEnding(name));
}

/** `.api-errors/acme.json`: a person knows in which folder. A project's file stands alone. */
export function nameOf(uri: string): string {
	const names = keyOf(uri).split('/').slice(-2);
	return names.at(-1) === projectFileName ? projectFileName : names.join('/');
}
