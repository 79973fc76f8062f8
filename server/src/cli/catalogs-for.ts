import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type CatalogReport, sentenceFor } from '../catalogs/files/catalog-report.ts';
import { FolderCatalogs } from '../catalogs/folder-catalogs.ts';
import type { Host } from '../host/host.ts';
import { folderAround } from '../project/places.ts';
import { sentencesFor } from './placed-problems.ts';

export interface FileCatalogs {
	/** The catalogs for a file; where it is in none of the folders, those of the first. */
	of(uri: string): Promise<CatalogIndex>;
	/** What is wrong with the catalogs that were asked for: each thing once, with the file, the line and the column. */
	problems(): Promise<readonly string[]>;
}

/**
 * The catalogs as an editor finds them.
 * @param folders the root of the project around the current folder, then others whose files are checked, as URIs
 * @param named the paths in the settings
 * @param from the URI of the folder that paths in problems count from; the first of the folders unless given
 */
export function catalogsFor(
	host: Host,
	folders: readonly string[],
	named: readonly string[],
	from = folders[0] ?? '',
): FileCatalogs {
	const [folder = ''] = folders;
	const catalogs = new FolderCatalogs(builtinCatalogs, {
		readFile: (uri, largest) => host.readFile(uri, largest),
		readFolder: (uri, withLinks) => host.readFolder(uri, withLinks),
		report: (message) => host.log(message),
		onLate: () => undefined,
		onFound: () => undefined,
		// What is wrong is told with its line, at the end.
		isOpen: () => true,
	});
	return {
		of: (uri) => catalogs.of({ uri: folderAround(uri, folders) ? uri : `${folder}/a`, folders, named }),
		problems: async () => (await catalogs.reports()).flatMap((report) => problemsIn(report, from)),
	};
}

/**
 * What is lost of a catalog, as sentences that begin with the file, the line and the column.
 * @param folder as a URI, from which the file's path is told
 */
export function problemsIn(report: CatalogReport, folder: string): readonly string[] {
	return report.isOfPackage ? [sentenceFor(report) ?? []].flat() : sentencesFor(report, folder);
}
