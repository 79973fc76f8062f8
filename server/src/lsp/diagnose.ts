import type { Analysis } from '../analysis/analysis.ts';
import type { DocumentStatus } from '../protocol.ts';
import type { PlacedFinding } from '../rules/rule.ts';
import { runRules } from '../rules/run-rules.ts';
import type { DocumentState, Workspace } from './workspace.ts';

/** What is known about one version of a document. */
export interface Diagnosis {
	readonly analysis: Analysis;
	readonly findings: readonly PlacedFinding[];
}

/** Undefined where the language is unknown or the text could not be read. No findings where they are switched off. */
export async function diagnose(workspace: Workspace, state: DocumentState): Promise<Diagnosis | undefined> {
	const { document, settings } = state;
	const analysis = await workspace.analyze(state);
	if (!analysis) return undefined;
	const findings = settings.diagnostics
		? runRules(analysis, settings, (rule, error) =>
				workspace.report(`The rule ${rule} failed on ${document.uri}: ${error instanceof Error ? error.stack : error}`),
			)
		: [];
	return { analysis, findings };
}

/** What the client shows of a document beside its diagnostics. */
export function documentStatusOf(uri: string, diagnosis: Diagnosis | undefined): DocumentStatus {
	if (!diagnosis) return { uri, apis: [], findings: 0, problem: 'This file could not be read.' };
	const { analysis, findings } = diagnosis;
	const apis = analysis.inPlay
		.filter(({ catalog, step }) => catalog !== analysis.catalogs.http && step !== 'none')
		.map(({ catalog, reason }) => ({ id: catalog.id, name: catalog.name, reason }));
	return { uri, apis, findings: findings.length };
}
