import type { FindModule } from '../syntax/language.ts';

/** The scheme under which editors open the cells of a notebook, each as a document. */
const scheme = 'vscode-notebook-cell:';
/** What stands for the cells of the same notebook among the modules that a cell imports. */
const notebook = 'the notebook';

/** Whether a document is one cell of a notebook. */
export function isCell(uri: string): boolean {
	return uri.startsWith(scheme);
}

/** The notebook of a cell: what its cells' URIs have in common. */
function notebookOf(cell: string): string {
	return cell.replace(/#.*$/, '');
}

/** The cells of the same notebook, itself among them, out of the URIs of all that is open. */
export function cellsBeside(cell: string, open: readonly string[]): readonly string[] {
	return open.filter((uri) => isCell(uri) && notebookOf(uri) === notebookOf(cell));
}

/**
 * How a cell finds modules: the other cells lend it all that they name, and imports lead where they would from the
 * notebook's file.
 * @param find how imports find files in the language of the cell
 * @param others the URIs of the cells that are open
 */
export function findModuleInCells(find: FindModule | undefined, others: () => readonly string[]): FindModule {
	const findInCells: FindModule = async (module, importer, files) => {
		if (module === notebook) return importer;
		return find?.(module, notebookOf(importer).replace(scheme, 'file:'), files);
	};
	return Object.assign(findInCells, {
		...(find?.innerModule && { innerModule: find.innerModule }),
		own: notebook,
		ownIsCalled: 'another cell of the notebook',
		besides: async (file: string, files: Parameters<FindModule>[2]) =>
			isCell(file) ? others() : ((await find?.besides?.(file, files)) ?? []),
	});
}
