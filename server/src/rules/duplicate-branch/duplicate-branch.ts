import type { Analysis, AnalyzedBlock, ErrorDispatch, JudgedLabel } from '../../analysis/analysis.ts';
import type { Dispatch, Label } from '../../syntax/code.ts';
import type { Part } from '../../syntax/parts/part.ts';
import type { Span } from '../../syntax/span.ts';
import { removeLabel } from '../../syntax/writing/remove-branch.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** Warns where one dispatch handles the same error twice: one of the two branches is never reached. */
export const duplicateBranch: Rule = {
	name: 'duplicate-branch',
	summary: 'The same error is handled twice; one of the branches is never reached.',
	severity: 'warning',
	hasSafeFixes: true,

	*check(block, analysis) {
		for (const judged of block.dispatches) {
			if (judged.dispatch.broken) continue;
			for (const pair of duplicatesIn(judged, analysis)) yield findingFor(pair, judged.dispatch, block, analysis);
		}
	},

	whySilent({ judged }, analysis) {
		if (!judged || judged.labels.length < 2) return undefined;
		if (duplicatesIn(judged, analysis).length === 0) return 'no label hides another of the same value';
		return judged.dispatch.broken ? 'the code is not complete' : undefined;
	},
};

/** Two labels of the same value, of which one is never reached. */
interface Duplicate {
	readonly dead: Label;
	readonly counts: Label;
}

function duplicatesIn({ dispatch, labels }: ErrorDispatch, analysis: Analysis): readonly Duplicate[] {
	const found: Duplicate[] = [];
	const seen = new Map<string, Label>();
	for (const judged of labels) {
		const { label } = judged;
		const key = keyOf(judged, dispatch, analysis);
		if (key === undefined) continue;
		const before = seen.get(key);
		// Of two rows with the same key, the later one counts.
		if (before && dispatch.form === 'table') found.push({ dead: before, counts: label });
		else if (before && hides(before, label, dispatch)) found.push({ dead: label, counts: before });
		if (!before || dispatch.form === 'table') seen.set(key, label);
	}
	return found;
}

/** What labels of the same value have in common; undefined for what is no single value. */
function keyOf({ label, value }: JudgedLabel, { form }: Dispatch, { facts }: Analysis): string | undefined {
	if (label.negated || label.kind === 'range' || label.kind === 'unknown') return undefined;
	// A name whose value the file does not show may stand for something else than the code it reads like.
	if (label.kind === 'name' && !facts.constants.has(label.name)) return `name ${label.name}`;
	if (value === undefined) return undefined;
	return `${form === 'table' && label.part.parent?.kind === 'pair' ? 'key' : typeof value} ${value}`;
}

/** Whether whatever has the value never gets past the first label to the second. */
function hides(first: Label, second: Label, { form }: Dispatch): boolean {
	switch (form) {
		case 'switch':
			return true;
		case 'chain':
		case 'ternary':
			return decidesAlone(first.part);
		case 'membership':
			return first.part.parent === second.part.parent && first.part.parent?.kind === 'collection';
		default:
			return false;
	}
}

/** Whether the test that a label stands in asks nothing else that would have to hold as well. */
function decidesAlone(label: Part): boolean {
	for (let part: Part | undefined = label; part; part = part.parent) {
		if (part.kind === 'and' || part.kind === 'not') return false;
		if (part.fields.includes('condition') || part.fields.includes('label')) return true;
	}
	return false;
}

function findingFor(
	{ dead, counts }: Duplicate,
	dispatch: Dispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
): Finding {
	const { start, end } = dead;
	return {
		at: { start, end },
		message: messageFor(dead.part.text, dispatch),
		related: [
			{
				at: { start: counts.start, end: counts.end },
				message: dispatch.form === 'table' ? 'this one counts' : 'handled here',
			},
		],
		tag: 'unnecessary',
		fixes: () => fixesFor(dead, dispatch, block, analysis),
	};
}

function messageFor(label: string, { form }: Dispatch): string {
	if (form === 'table') return `${label} has another row below, so this one is never used`;
	return form === 'membership' ? `${label} is in this list already` : `${label} is already handled above`;
}

function fixesFor(dead: Label, dispatch: Dispatch, block: AnalyzedBlock, analysis: Analysis): readonly Fix[] {
	const edits = removeLabel(dispatch, block.code, block.start, analysis.document.getText(), dead);
	if (!edits) return [];
	const body = dispatch.branches.find(({ labels }) => labels.includes(dead))?.body ?? [];
	const goes = (part: Span): boolean =>
		edits.some(({ start, end }) => start <= block.start + part.start && block.start + part.end <= end);
	// Statements that somebody wrote may have been meant for another code.
	return [{ title: 'Remove the duplicate', edits, safe: !body.some(goes) }];
}
