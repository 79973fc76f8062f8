import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type CatalogReport, sentenceFor } from '../catalogs/files/catalog-report.ts';
import { FolderCatalogs } from '../catalogs/folder-catalogs.ts';
import type { Host } from '../host/host.ts';
import { folderAround } from '../project/places.ts';

/** Problems of one file that are told. */
const mostProblems = 20;

export interface FileCatalogs {
	/** The catalogs for a file; where it is in none of the folders, those of the first. */
	of(uri: string): Promise<CatalogIndex>;
	/** What is wrong with the catalogs that were asked for: each thing once, with the file, the line and the column. */
	problems(): Promise<readonly string[]>;
}

/**
 * The catalogs as an editor finds them.
 * @param folders the current folder, then others whose files are checked, as URIs
 * @param named the paths in the settings
 */
export function catalogsFor(host: Host, folders: readonly string[], named: readonly string[]): FileCatalogs {
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
		problems: async () => (await catalogs.reports()).flatMap((report) => problemsIn(report, folder)),
	};
}

/**
 * What is lost of a catalog, as sentences that begin with the file, the line and the column.
 * @param folder as a URI, from which the file's path is told
 */
export function problemsIn(report: CatalogReport, folder: string): readonly string[] {
	if (report.isOfPackage) return [sentenceFor(report) ?? []].flat();
	const faults = report.problems.filter(({ severity }) => severity === 'error');
	const document = TextDocument.create(report.uri, '', 0, report.text);
	const path = pathFrom(folder, report.uri);
	const told = faults.slice(0, mostProblems).map(({ start, message }) => {
		const { line, character } = document.positionAt(start);
		return `${path}:${line + 1}:${character + 1}: ${message}`;
	});
	const more = faults.length - told.length;
	return more > 0 ? [...told, `${path}: ${more} more problems.`] : told;
}

function pathFrom(folder: string, uri: string): string {
	if (!uri.startsWith('file:')) return uri;
	return relative(fileURLToPath(folder), fileURLToPath(uri));
}
