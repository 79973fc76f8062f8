import { builtinCatalogs } from '../../server/src/catalog/builtin/index.ts';
import type { CatalogIndex } from '../../server/src/catalog/catalog-index.ts';
import { type CatalogScope, FolderCatalogs } from '../../server/src/catalogs/folder-catalogs.ts';
import { textFiles } from './text-files.ts';

/** The folder of the workspace. */
export const folder = 'file:///home/shop';

/** A catalog with one code. */
export function catalogText(id: string, code: string): string {
	return JSON.stringify({ id, entries: [{ value: code, title: code, description: `${code}.` }] });
}

export interface OpenedCatalogs {
	readonly catalogs: FolderCatalogs;
	/** Sentences, as a log has them. */
	readonly reports: readonly string[];
	/** Folders that were looked into, and files that were read, by their paths, in their order. */
	readonly looks: string[];
	readonly reads: string[];
	/** How often it was said that catalogs came late. */
	lates(): number;
	/** The catalogs for a document. */
	of(path: string, scope?: Partial<Omit<CatalogScope, 'uri'>>): Promise<CatalogIndex>;
	/** Whether it matters that a file has another text, or none. */
	change(path: string, text: string | undefined): boolean;
	/** Whether it matters that a folder is now another. */
	move(from: string, to: string): boolean;
	/** What is wrong, by the paths of files: the codes of the problems with what they are about. */
	problems(): Promise<Readonly<Record<string, readonly string[]>>>;
}

/** Catalogs over files that a test may change. */
export function opened(
	texts: Record<string, string>,
	options: { readonly beforeRead?: (path: string) => unknown; readonly patience?: number } = {},
): OpenedCatalogs {
	const reports: string[] = [];
	const [looks, reads]: string[][] = [[], []];
	let lates = 0;
	const root = `${folder}/`;
	const shown = (uri: string) => (uri.startsWith(root) ? uri.slice(root.length) : uri);
	const { beforeRead, patience } = options;
	const source = {
		async readFile(uri: string) {
			reads?.push(shown(uri));
			await beforeRead?.(shown(uri));
			return textFiles(root, texts).readFile(uri);
		},
		async readFolder(uri: string) {
			looks?.push(shown(uri));
			const entries = await textFiles(root, texts).readFolder(uri);
			if (entries.length === 0) throw new Error(`There is no ${uri}`);
			return entries;
		},
		report: (message: string) => reports.push(message),
		onLate: () => lates++,
		onFound: () => undefined,
	};
	const catalogs = new FolderCatalogs(builtinCatalogs, source, patience === undefined ? {} : { patience });
	return {
		...{ catalogs, reports, looks: looks ?? [], reads: reads ?? [], lates: () => lates },
		of: (path, scope) => catalogs.of({ uri: root + path, folders: [folder], named: [], ...scope }),
		change(path, text) {
			if (text === undefined) delete texts[path];
			else texts[path] = text;
			return catalogs.changed([root + path]);
		},
		move(from, to) {
			for (const [path, text] of Object.entries(texts)) {
				if (!path.startsWith(`${from}/`)) continue;
				delete texts[path];
				texts[to + path.slice(from.length)] = text;
			}
			return catalogs.changed([root + from, root + to]);
		},
		async problems() {
			const found: Record<string, readonly string[]> = {};
			for (const { uri, text, problems } of await catalogs.reports())
				if (problems.length > 0)
					found[shown(uri)] = problems.map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);
			return found;
		},
	};
}
