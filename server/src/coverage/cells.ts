import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import { weaknessOf } from '../analysis/evidence/evidence-strength.ts';
import { type Limit, limitOf } from '../analysis/handled/silence.ts';
import { isRequired } from '../analysis/resolving.ts';
import type { Entry } from '../catalog/catalog.ts';
import { coversOf } from '../rules/dispatch-default.ts';
import { lackingIn } from '../rules/missing-required/missing-required.ts';
import type { RuleOptions } from '../rules/rule.ts';
import type { Cell, NamedCell } from './facts.ts';

/** What the user chose that changes what must be handled, and where. */
export interface CoverageOptions extends RuleOptions {
	readonly requiredCodes: readonly string[];
}

/** What a dispatch does about each error that it has a branch for or that must be handled, and about all others. */
export function cellsOf(
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
	options: CoverageOptions,
): { readonly cells: readonly NamedCell[]; readonly others: Cell } {
	const weakness = weaknessOf(judged, analysis);
	const unsure = weakness === undefined ? undefined : cell('cannot-tell', weakness);
	const limit = limitOf(judged, analysis);
	const others = unsure ?? cellOfOthers(judged, limit);
	const found = new Map<string | number, NamedCell>();
	const add = (entry: Entry, one: Cell): void => {
		const { value } = entry;
		if (!found.has(value)) found.set(value, { value, required: isRequired(entry, options), ...one });
	};
	for (const { entries } of judged.labels)
		for (const entry of entries.filter(isError)) add(entry, unsure ?? cell('handled'));
	const lacking = lackingIn(judged, block, analysis, options);
	for (const entry of lacking) add(entry, cell('not-handled', whereLeft(judged)));
	const covered = new Set(coversOf(judged, block, analysis).flatMap(({ codes }) => codes.map(({ name }) => name)));
	for (const entry of judged.missing)
		if (covered.has(`${entry.value}`))
			add(entry, unsure ?? cell('default', 'a comment says that the default covers it'));
	// Whoever asks about some errors only is not asked what else is done about the others.
	if (limit?.kind !== 'few')
		for (const { entry, where } of judged.elsewhere) add(entry, unsure ?? cell('around', where));
	const isLeft = others.state === 'not-handled' || (others.state === 'default' && options.whenDefault !== 'off');
	if (others.state !== 'not-asked')
		for (const entry of judged.missingRequired) add(entry, isLeft ? askedBeside : others);
	return { cells: [...found.values()], others };
}

/** A success is none, and a code stands for nothing else. */
export const isError = ({ kind, value }: Entry): boolean => kind === 'code' || value >= 400;

const cell = (state: Cell['state'], reason?: string): Cell => ({ state, reason });

/** One switch or chain may look at two things, of which one is warned about. */
const askedBeside = cell('not-asked', 'what else it looks at answers for it');

function cellOfOthers(judged: ErrorDispatch, limit: Limit | undefined): Cell {
	if (limit) return cell(limit.kind === 'few' ? 'not-asked' : 'cannot-tell', limit.reason);
	return judged.onDefault === 'none'
		? cell('not-handled', whereLeft(judged))
		: cell('default', 'the default treats it like any other error');
}

function whereLeft({ onDefault }: ErrorDispatch): string {
	return onDefault === 'none' ? 'no branch deals with it' : 'the default treats it like any other error';
}
