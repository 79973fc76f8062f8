import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { PlacedFinding, Severity } from '../rules/rule.ts';
import { rangeOf } from './range-of.ts';

/** What the client can show of a diagnostic beside its text. */
export interface DiagnosticOptions {
	/** Where the rules' pages are, as a URI that ends in a slash; undefined where there is none, or no way to show it. */
	readonly rulePages: string | undefined;
	readonly tags: boolean;
	readonly relatedInformation: boolean;
}

/** The order of the diagnostics of a document, which reports of the command line have too. */
export function byPlace(
	{ range: { start: one }, code }: Diagnostic,
	{ range: { start: other }, code: rule }: Diagnostic,
): number {
	const far = one.line - other.line || one.character - other.character;
	return far || Number(`${code}` > `${rule}`) - Number(`${code}` < `${rule}`);
}

/** What the rules found, as the editor shows it. */
export function diagnostics(
	document: SourceDocument,
	findings: readonly PlacedFinding[],
	options: DiagnosticOptions,
): Diagnostic[] {
	return findings.map((finding) => diagnostic(document, finding, options));
}

/** One finding as the editor shows it. */
export function diagnostic(document: SourceDocument, finding: PlacedFinding, options: DiagnosticOptions): Diagnostic {
	const { rule, severity, message, tag, related } = finding;
	return {
		range: rangeOf(document, finding.at),
		severity: severityNumbers[severity],
		source: 'api-errors',
		code: rule,
		message,
		...(options.rulePages !== undefined && { codeDescription: { href: `${options.rulePages}${rule}.md` } }),
		...(options.tags && tag && { tags: [tagNumbers[tag]] }),
		...(options.relatedInformation &&
			related && {
				relatedInformation: related.map(({ at, message }) => ({
					location: { uri: document.uri, range: rangeOf(document, at) },
					message,
				})),
			}),
	};
}

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const tagNumbers: Readonly<Record<NonNullable<PlacedFinding['tag']>, DiagnosticTag>> = {
	unnecessary: DiagnosticTag.Unnecessary,
	deprecated: DiagnosticTag.Deprecated,
};
