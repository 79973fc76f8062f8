import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { type AnalysisContext, Analyzer } from '../../server/src/analysis/analyzer.ts';
import type { LabelSite } from '../../server/src/analysis/label-site.ts';
import { builtinCatalogs } from '../../server/src/catalog/builtin/index.ts';
import { buildCatalogIndex } from '../../server/src/catalog/catalog-index.ts';
import { languages } from '../../server/src/languages/index.ts';
import { CodeReader } from '../../server/src/syntax/code-reader.ts';
import { readAsset } from './test-assets.ts';

/** The catalogs that come with us. */
export const catalogs = buildCatalogIndex(builtinCatalogs);

/** A document about which nothing but its text is known. */
export const noContext: AnalysisContext = {
	catalogs,
	told: [],
	workspace: [],
	requiredCodes: [],
	testGlob: undefined,
};

/** An analyzer that nothing was read with. */
export function newAnalyzer(): Analyzer {
	return new Analyzer(new CodeReader(languages, readAsset));
}

/** Used for one text after the other, because loading a grammar takes longer than all that tests do with it. */
const analyzer = newAnalyzer();

export function documentOf(text: string, languageId = 'typescript'): TextDocument {
	return TextDocument.create('test:///project/src/source.ts', languageId, 1, text);
}

/** The analysis of a source. Throws where it cannot be read. */
export async function analyzed(text: string, languageId?: string, context = noContext): Promise<Analysis> {
	const document = documentOf(text, languageId);
	const analysis = await analyzer.analyze(document, context);
	analyzer.forget(document.uri);
	if (!analysis) throw new Error(`Could not be read: ${text}`);
	return analysis;
}

/** What may be typed at the offset of a source. */
export function labelSiteIn(document: TextDocument, offset: number): Promise<LabelSite | undefined> {
	return analyzer.labelSite(document, offset, noContext);
}
