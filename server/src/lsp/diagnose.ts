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

/** Undefined where the language is unknown or the text could not be read. No findings where they are not wanted. */
export async function diagnose(workspace: Workspace, state: DocumentState): Promise<Diagnosis | undefined> {
	const { document, settings } = state;
	const analysis = await workspace.analyze(state);
	if (!analysis) return undefined;
	const findings =
		settings.diagnostics && settings.choice.excludedBy === undefined
			? runRules(analysis, settings, (rule, error) =>
					workspace.report(
						`The rule ${rule} failed on ${document.uri}: ${error instanceof Error ? error.stack : error}`,
					),
				)
			: [];
	return { analysis, findings };
}

/**
 * What the client shows of a document beside its diagnostics: of all the code in it, each API once.
 * @param excludedBy the glob by which the project wants nothing reported in it
 */
export function documentStatusOf(
	uri: string,
	diagnoses: readonly (Diagnosis | undefined)[],
	excludedBy?: string,
): DocumentStatus {
	const read = diagnoses.filter((one) => one !== undefined);
	if (read.length < diagnoses.length) return { uri, apis: [], findings: 0, problem: 'This file could not be read.' };
	const apis = new Map<string, DocumentStatus['apis'][number]>();
	for (const { analysis } of read)
		for (const { catalog, step, reason } of analysis.inPlay) {
			if (catalog === analysis.catalogs.http || step === 'none' || apis.has(catalog.id)) continue;
			apis.set(catalog.id, { id: catalog.id, name: catalog.name, reason });
		}
	const findings = read.reduce((sum, one) => sum + one.findings.length, 0);
	return { uri, apis: [...apis.values()], findings, ...(excludedBy !== undefined && { excludedBy }) };
}
