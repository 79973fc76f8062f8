import { TextDocument } from 'vscode-languageserver-textdocument';
import { alone } from '../../server/src/analysis/names/neighbourhood.ts';
import { findModuleIn } from '../../server/src/languages/find-modules.ts';
import { Neighbours } from '../../server/src/project/neighbours.ts';
import { Outlines } from '../../server/src/project/outlines.ts';
import { keptFiles } from '../../server/src/project/project-files.ts';
import type { Import } from '../../server/src/syntax/code.ts';
import { catalogs, newAnalyzer, noContext } from './analyzed.ts';
import { textFiles } from './text-files.ts';

const analyzer = newAnalyzer();
const root = 'file:///project/';

/** The constants that a file of a project has from the files around it, as `NAME = VALUE`. */
export async function lentConstants(
	languageId: string,
	texts: Readonly<Record<string, string>>,
	path: string,
): Promise<readonly string[]> {
	const files = keptFiles(textFiles(root, texts));
	const sourceOf = async (uri: string) => {
		const text = await files.read(uri);
		return text === undefined ? undefined : { languageId, text };
	};
	const outlines = new Outlines({ sourceOf, outline: (source, all) => analyzer.outline(source, all) });
	const neighbours = new Neighbours({
		files,
		outlineOf: (uri, all) => outlines.of(uri, all),
		findModuleFor: () => findModuleIn(languageId),
	});
	let imports: readonly Import[] = [];
	await analyzer.analyze(TextDocument.create(root + path, languageId, 1, texts[path] ?? ''), {
		...noContext,
		neighbourhood: async (found) => {
			imports = found;
			return alone;
		},
	});
	const { constants } = await neighbours.imported(root + path, imports, catalogs);
	analyzer.forget(root + path);
	return [...constants].map(([name, { literal }]) => `${name} = ${literal.value}`).sort();
}
