import { folderOf, keyOf } from '../../project/places.ts';
import type { CatalogFile } from '../files/catalog-file.ts';
import { mayBeCatalog } from '../files/catalog-names.ts';
import { extendedUris } from './extended-paths.ts';

/** Files that count for the sake of others: more than anybody has beneath one catalog. */
const most = 50;

/**
 * The files that others extend by their paths, and those that these extend, as far as they do not count by themselves.
 * @param root the folder that no path may leave
 */
export async function withExtended(
	files: readonly CatalogFile[],
	root: string,
	read: (uri: string) => Promise<CatalogFile | undefined>,
): Promise<readonly CatalogFile[]> {
	const seen = new Set(files.map(({ uri }) => keyOf(uri)));
	const found: CatalogFile[] = [];
	for (let next = files; next.length > 0; ) {
		const wanted = new Map(next.flatMap((file) => pathsIn(file, root)).map((uri) => [keyOf(uri), uri]));
		const unread = [...wanted].filter(([key]) => !seen.has(key)).slice(0, most - found.length);
		for (const [key] of unread) seen.add(key);
		const more = await Promise.all(unread.map(([, uri]) => read(uri)));
		next = more.filter((file) => file !== undefined);
		found.push(...next);
	}
	return found;
}

function pathsIn({ uri, layer }: CatalogFile, root: string): readonly string[] {
	const folder = folderOf(uri);
	// What a package brings stays inside of it.
	const limit = folder?.includes('/node_modules/') ? folder : root;
	const paths = extendedUris(uri, layer?.extends ?? []);
	return paths.filter((path) => mayBeCatalog(path) && keyOf(path).startsWith(keyOf(limit)));
}
