import type { InPlay } from '../analysis/analysis.ts';
import type { AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import { asSaidOf } from '../analysis/evidence/evidence.ts';
import type { SourceDocument } from '../analysis/source-document.ts';

/**
 * What a document's code is analysed with where there are several pieces of it: what one of them shows, the others are
 * about, too. The same context where that adds nothing.
 */
export async function contextOfParts(
	parts: readonly SourceDocument[],
	context: AnalysisContext,
	analyzer: Analyzer,
): Promise<AnalysisContext> {
	if (parts.length < 2) return context;
	const shown = new Map<string, InPlay>();
	for (const part of parts) {
		const analysis = await analyzer.analyze(part, context);
		for (const { catalog, step, reason } of analysis?.inPlay ?? []) {
			if ((step !== 'told' && step !== 'file') || shown.has(catalog.id)) continue;
			shown.set(catalog.id, { catalog, step: 'near', reason: asSaidOf('other code in the file', reason) });
		}
	}
	return shown.size === 0 ? context : { ...context, workspace: [...shown.values(), ...context.workspace] };
}
