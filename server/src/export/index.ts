import type { Catalog } from '../catalog/catalog.ts';
import { exportMarkdown } from './markdown.ts';
import { exportTypescript } from './typescript.ts';

/** One kind of text that catalogs are written as, for use elsewhere. */
export interface ExportFormat {
	/** As the command line names it. */
	readonly name: string;
	/** As people read it. */
	readonly title: string;
	/** The ending of a file of this kind. */
	readonly extension: string;
	/** The id that editors have for such a text. */
	readonly languageId: string;
	/** The whole text of a file. */
	write(catalog: Catalog): string;
}

/** Every kind of text that a catalog can be exported as. */
export const exportFormats: readonly ExportFormat[] = [
	{
		name: 'typescript',
		title: 'TypeScript constants and types',
		extension: '.ts',
		languageId: 'typescript',
		write: exportTypescript,
	},
	{ name: 'markdown', title: 'Markdown tables', extension: '.md', languageId: 'markdown', write: exportMarkdown },
];
