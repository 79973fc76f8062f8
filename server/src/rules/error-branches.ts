import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import type { Entry } from '../catalog/catalog.ts';
import type { Branch } from '../syntax/code.ts';
import { statementsOf } from '../syntax/dispatches/statements.ts';
import { pathOf } from '../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../syntax/parts/part.ts';
import type { Span } from '../syntax/span.ts';

/** A branch that is there for an error. Offsets count from the block's start. */
export interface ErrorBranch {
	readonly judged: ErrorDispatch;
	readonly block: AnalyzedBlock;
	readonly branch: Branch;
	readonly entry: Entry;
	/** The label that leads into it. */
	readonly label: Span;
	/** What is done, through the branches that it runs into; undefined where that stands in another file. */
	readonly body: readonly Part[] | undefined;
}

/** The branches of a block that name an error which the test picks, each once. */
export function* branchesFor(
	block: AnalyzedBlock,
	analysis: Analysis,
	picks: (entry: Entry) => boolean,
): Generator<ErrorBranch> {
	for (const judged of block.dispatches) {
		const { dispatch, catalog, step } = judged;
		const acts = dispatch.form === 'switch' || dispatch.form === 'chain' || dispatch.form === 'table';
		// A number alone is evidence of HTTP, never of an API that promises anything.
		if (!acts || dispatch.broken || step === 'none' || catalog === analysis.catalogs.http) continue;
		const seen = new Set<Branch>();
		for (const { label, entries } of judged.labels) {
			const entry = label.negated || label.kind === 'range' ? undefined : entries.find(picks);
			const branch = entry && dispatch.branches.find(({ labels }) => labels.includes(label));
			if (!branch || seen.has(branch)) continue;
			seen.add(branch);
			const { start, end } = label;
			yield { judged, block, branch, entry, label: { start, end }, body: bodyOf(branch, judged, analysis) };
		}
	}
}

function bodyOf(branch: Branch, { dispatch }: ErrorDispatch, analysis: Analysis): readonly Part[] | undefined {
	const [value] = branch.body;
	if (dispatch.form === 'table') return value && statementsOfFunction(value, analysis);
	const body = [...branch.body];
	if (dispatch.form !== 'switch' && dispatch.part.kind !== 'switch') return body;
	const after = dispatch.branches.slice(dispatch.branches.indexOf(branch) + 1);
	for (const next of branch.fallsThrough ? after : []) {
		body.push(...next.body);
		if (!next.fallsThrough) break;
	}
	return body;
}

/** What a function does that stands here, or that the file has under the name. */
export function statementsOfFunction(part: Part, { facts }: Analysis): readonly Part[] | undefined {
	const name = part.kind === 'function' ? undefined : pathOf(part);
	const known = part.kind === 'function' ? part : facts.functions.get(name?.split('.').at(-1) ?? '')?.found;
	return known && statementsOf(childIn(known, 'body'));
}
