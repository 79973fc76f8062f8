import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import { weaknessOf } from '../analysis/evidence/evidence-strength.ts';
import { handledElsewhere } from '../analysis/handled/handled.ts';
import type { Entry } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import type { Span } from '../syntax/span.ts';
import { coversOf } from './dispatch-default.ts';
import { headOf } from './dispatch-head.ts';

/** A dispatch over an API's errors that was written before some of them. Offsets count from the start of the document. */
export interface UnawareDispatch extends Span {
	readonly judged: ErrorDispatch;
	/** Those for which it has no label, in the order in which a dispatch lacks them: required ones first. */
	readonly unknown: readonly Entry[];
	/** What becomes of them here: they reach a default that ends the matter or hands them on, or nothing at all. */
	readonly onDefault: ErrorDispatch['onDefault'];
}

/**
 * The dispatches of a document that handle codes or statuses of an API and do not know some that are new. What only tests
 * for some errors need not know others, and nothing is said where another API fits as well, nor in documents about which
 * nothing is warned.
 * @param analysis made with the catalog that has the new entries
 * @param catalogId the id of that catalog
 * @param added the new entries, as `newEntriesOf` a diff gives them
 */
export function unawareDispatches(
	analysis: Analysis,
	catalogId: string,
	added: readonly Entry[],
): readonly UnawareDispatch[] {
	if (analysis.quiet !== undefined) return [];
	const fresh = freshIn(analysis.catalogs.byId(catalogId)?.entries ?? [], added);
	return analysis.blocks.flatMap((block) =>
		block.dispatches.flatMap((judged) => {
			if (judged.catalog.id !== catalogId || !choosesAmongErrors(judged, analysis)) return [];
			const unknown = unknownTo(judged, fresh, block, analysis);
			const { start, end } = headOf(judged);
			const { onDefault } = judged;
			return unknown.length > 0
				? [{ start: block.start + start, end: block.start + end, judged, unknown, onDefault }]
				: [];
		}),
	);
}

interface Fresh {
	readonly codes: ReadonlySet<string | number>;
	readonly statuses: ReadonlySet<number>;
}

/** The new codes, and the statuses that none of the others comes with. */
function freshIn(entries: readonly Entry[], added: readonly Entry[]): Fresh {
	const names = new Set(added.map(keyOf));
	const known = new Set(entries.flatMap((entry) => (names.has(keyOf(entry)) ? [] : (statusOf(entry) ?? []))));
	return {
		codes: new Set(added.flatMap((entry) => (entry.kind === 'code' ? [entry.value] : []))),
		statuses: new Set(added.flatMap((entry) => statusOf(entry) ?? []).filter((status) => !known.has(status))),
	};
}

const keyOf = ({ kind, value }: Entry): string => `${kind} ${typeof value} ${value}`;

/** Whether it surely chooses by errors of its API, and among several of them. */
function choosesAmongErrors(judged: ErrorDispatch, analysis: Analysis): boolean {
	const { dispatch, labels } = judged;
	if (weaknessOf(judged, analysis) !== undefined || !choosing.has(dispatch.form)) return false;
	const handled = labels.filter(({ entries, label }) => entries.length > 0 && label.kind !== 'range');
	return handled.length > 0 && (dispatch.form !== 'chain' || new Set(handled.map(({ value }) => value)).size > 1);
}

/** Forms that do something else for each error; the others test for some. */
const choosing: ReadonlySet<ErrorDispatch['dispatch']['form']> = new Set(['switch', 'chain', 'ternary', 'table']);

function unknownTo(judged: ErrorDispatch, fresh: Fresh, block: AnalyzedBlock, analysis: Analysis): readonly Entry[] {
	const { missing, on, dispatch } = judged;
	const isNew = (entry: Entry): boolean =>
		on === 'status' ? fresh.statuses.has(Number(entry.value)) : fresh.codes.has(entry.value);
	const candidates = missing.filter(isNew);
	if (candidates.length === 0) return [];
	const covered = new Set(coversOf(judged, block, analysis).flatMap(({ codes }) => codes.map(({ name }) => name)));
	// A type that lists what may come was written before the new codes as well, so it says nothing about them.
	const question = { ...analysis, dispatch, code: block.code, setUp: new Set<never>(), declaredType: undefined };
	return candidates.filter(
		(entry) => !covered.has(String(entry.value)) && handledElsewhere(entry, question) === undefined,
	);
}
