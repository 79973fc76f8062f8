import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../analysis/analyzer.ts';
import { type Outline, silent } from '../analysis/names/outline.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { containerOf, documentsIn } from './documents-in.ts';

/**
 * What a file says to the files around it: all the code in it together, where it is a container. Undefined where the
 * language is unknown, or the text too large or too slow to parse.
 */
export async function outlineIn(
	analyzer: Analyzer,
	source: { readonly languageId: string; readonly text: string },
	catalogs: CatalogIndex,
): Promise<Outline | undefined> {
	if (!containerOf(source.languageId)) return analyzer.outline(source, catalogs);
	const documents = documentsIn(TextDocument.create('', source.languageId, 0, source.text));
	const outlines = await Promise.all(
		documents.map((one) => analyzer.outline({ languageId: one.languageId, text: one.getText() }, catalogs)),
	);
	return outlines.reduce<Outline>((all, one) => (one ? together(all, one) : all), silent);
}

function together(one: Outline, other: Outline): Outline {
	return {
		inPlay: [
			...one.inPlay,
			...other.inPlay.filter(({ catalog }) => !one.inPlay.some((its) => its.catalog === catalog)),
		],
		imports: [...one.imports, ...other.imports],
		exports: [...one.exports, ...other.exports],
		constants: new Map([...one.constants, ...other.constants]),
		types: new Map([...one.types, ...other.types]),
		exportsAll: one.exportsAll || other.exportsAll,
	};
}
