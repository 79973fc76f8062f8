import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import { commentFor } from '../../analysis/branch-comment.ts';
import { coversIn } from '../../analysis/directives.ts';
import { labelWriter } from '../../analysis/label-site.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import { newBranches } from '../../syntax/insert-code.ts';
import type { Fix, Rule, RuleOptions, Severity } from '../rule.ts';

/** More than these are counted instead of named. */
const mostNamed = 3;
/** More branches at once than anybody would read. */
const mostBranches = 64;

/** Warns where a dispatch over an API's errors lacks one that whoever dispatches must handle. */
export const missingRequired: Rule = {
	name: 'missing-required',
	summary: 'An error that must be handled by name has no branch.',
	severity: 'warning',

	*check(block, analysis, options) {
		for (const judged of block.dispatches) {
			if (judged.silence !== undefined) continue;
			const missing = uncovered(judged, block, analysis);
			const severity = severityOf(judged, options);
			if (missing.length === 0 || severity === 'off') continue;
			yield {
				at: judged.dispatch.head,
				message: messageOf(judged, missing),
				severity,
				fixes: () => fixesOf(judged, missing, block, analysis),
			};
		}
	},
};

/** What no directive on the default takes care of. */
function uncovered(judged: ErrorDispatch, block: AnalyzedBlock, { directives, document }: Analysis): readonly Entry[] {
	const otherwise = judged.dispatch.branches.find((branch) => branch.isDefault);
	if (!otherwise || directives.covers.length === 0) return judged.missingRequired;
	const line = document.positionAt(block.start + otherwise.start).line;
	const covered = new Set(coversIn(directives, line).flatMap(({ codes }) => codes.map(({ name }) => name)));
	return judged.missingRequired.filter(({ value }) => !covered.has(String(value)));
}

function severityOf({ onDefault }: ErrorDispatch, { whenDefault }: RuleOptions): Severity | 'off' {
	return onDefault === 'ends' ? whenDefault : 'warning';
}

function messageOf({ catalog, onDefault, on }: ErrorDispatch, missing: readonly Entry[]): string {
	const named = missing.slice(0, mostNamed).map((entry) => nameOf(entry, on));
	const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
	const verb = missing.length === 1 ? 'is' : 'are';
	const now = onDefault === 'ends' ? 'the default treats them like any other error' : 'nothing happens then';
	return `${listed(named)}${more} of ${catalog.name} ${verb} not handled: ${missing.length === 1 ? now.replace('them', 'it') : now}`;
}

function nameOf(entry: Entry, on: ErrorDispatch['on']): string {
	const status = statusOf(entry);
	return on === 'status' || status === undefined || status === entry.value
		? String(entry.value)
		: `${entry.value} (${status})`;
}

function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function fixesOf(
	judged: ErrorDispatch,
	missing: readonly Entry[],
	block: AnalyzedBlock,
	analysis: Analysis,
): readonly Fix[] {
	const add = (title: string, entries: readonly Entry[], preferred = false): readonly Fix[] => {
		const edits = editsFor(judged, entries, block, analysis);
		return edits ? [{ title, edits, safe: false, preferred }] : [];
	};
	const single = (entry: Entry): string => `Add missing case '${entry.value}'`;
	const all = judged.missing.filter((entry) => entry.kind === 'code' || (statusOf(entry) ?? 0) >= 400);
	const [only] = missing;
	return [
		...(only && missing.length === 1
			? add(single(only), missing, true)
			: add(`Add ${missing.length} missing required cases`, missing, true)),
		...(all.length > missing.length ? add(`Add all ${all.length} missing cases`, all) : []),
		...(missing.length > 1 ? missing.flatMap((entry) => add(single(entry), [entry])) : []),
	];
}

function editsFor(
	judged: ErrorDispatch,
	entries: readonly Entry[],
	block: AnalyzedBlock,
	analysis: Analysis,
): Fix['edits'] | undefined {
	if (entries.length > mostBranches) return undefined;
	const write = labelWriter(judged, analysis);
	const labels = entries.map((entry) => ({ label: write(entry), comment: commentFor(entry) }));
	const text = analysis.document.getText();
	return newBranches(judged.dispatch, block.code, block.start, text, labels, analysis.language.write);
}
