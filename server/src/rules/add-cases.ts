import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import { commentFor } from '../analysis/handled/branch-comment.ts';
import { labelWriter } from '../analysis/label-site.ts';
import { constantNamed } from '../analysis/names/values.ts';
import type { Entry } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import { newBranches } from '../syntax/writing/insert-code.ts';
import type { Fix } from './rule.ts';

/** A dispatch to which branches may be added. */
export interface DispatchPlace {
	readonly judged: ErrorDispatch;
	readonly block: AnalyzedBlock;
	readonly analysis: Analysis;
}

/** Adds branches for the entries; no fix where that cannot be done well. */
export function addCases(place: DispatchPlace, entries: readonly Entry[], which: string): readonly Fix[] {
	const { judged, block, analysis } = place;
	if (needsNames(place)) return [];
	const labelFor = labelWriter(judged, analysis);
	const labels = entries.map((entry) => ({ label: labelFor(entry), comment: commentFor(entry) }));
	if (isOfEnum(place) && labels.some(({ label }) => /^[^\w.]/.test(label))) return [];
	const text = analysis.document.getText();
	const edits = newBranches(judged.dispatch, block.code, block.start, text, labels, analysis.language.write);
	return edits ? [{ title: titleFor(entries, which), edits, safe: false }] : [];
}

/**
 * Whether every label is a name whose value another file holds, where types are checked: a code that is written out
 * would not fit the type that the names are of.
 */
function needsNames({ judged, analysis }: DispatchPlace): boolean {
	const { on, labels } = judged;
	if (on !== 'code' || !analysis.dialect.typed || labels.length === 0) return false;
	return labels.every(({ label }) => label.kind === 'name' && !constantNamed(label.name, analysis.facts.constants));
}

/**
 * Whether every label is a member of an enumeration and no text: one that stands for its own name, or is named without
 * the enumeration, as only a switch over its values can.
 */
function isOfEnum({ judged: { on, labels }, analysis: { facts, dialect } }: DispatchPlace): boolean {
	if (on !== 'code' || !dialect.typed || labels.length === 0) return false;
	return labels.every(({ label }) => {
		const constant = label.kind === 'name' ? constantNamed(label.name, facts.constants) : undefined;
		if (label.kind !== 'name' || label.part.kind === 'call' || constant?.origin !== 'enum') return false;
		return constant.literal.text === constant.literal.value || !/\w\./.test(label.name);
	});
}

/** Adds branches for those of the entries that are errors, where these are more than `known`. */
export function addAllCases(place: DispatchPlace, entries: readonly Entry[], known: number): readonly Fix[] {
	const all = entries.filter((entry) => entry.kind === 'code' || (statusOf(entry) ?? 0) >= 400);
	const [fix] = all.length > known ? addCases(place, all, '') : [];
	return fix ? [{ ...fix, title: all.length > 1 ? `Add all ${all.length} missing cases` : fix.title }] : [];
}

function titleFor([first, ...rest]: readonly Entry[], which: string): string {
	if (first && rest.length === 0) {
		return `Add missing case ${typeof first.value === 'string' ? `'${first.value}'` : first.value}`;
	}
	return `Add ${rest.length + 1} missing ${which} cases`;
}
