import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogReport } from '../catalogs/files/catalog-report.ts';

/** Problems of one file that are told. */
const mostProblems = 20;

/**
 * The errors in a catalog or a project's file, each with the file, the line and the column.
 * @param folder the URI of the folder that the paths count from
 */
export function sentencesFor(
	{ uri, text, problems }: Pick<CatalogReport, 'uri' | 'text' | 'problems'>,
	folder: string,
): readonly string[] {
	const faults = problems.filter(({ severity }) => severity === 'error');
	const document = TextDocument.create(uri, '', 0, text);
	const path = pathFrom(folder, uri);
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
