import type { Analysis, AnalyzedBlock, Occurrence } from '../../analysis/analysis.ts';
import { isOnlyIn } from '../../analysis/evidence/evidence.ts';
import { isEnvelopes, weaknessOfMeaning } from '../../analysis/evidence/evidence-strength.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';
import { literalOf } from '../../syntax/literals.ts';
import { type BodyStatus, statusOfBody } from './body-status.ts';
import { documentedFor, type Mismatch, type Verdict } from './mismatch.ts';

/** Codes in bodies that are written out, with a status beside them. */
export function* bodyVerdicts(block: AnalyzedBlock, analysis: Analysis): Generator<Verdict> {
	for (const occurrence of block.occurrences) {
		const { kind, part, start, meanings } = occurrence;
		const catalog = meanings[0]?.catalog;
		// The name of a constant stands for the value that stands elsewhere.
		const isValue = kind === 'code' && start === part.start;
		const inBody = isValue && catalog ? statusOfBody(part, block, catalog) : undefined;
		const says = inBody && verdictOn(occurrence, inBody, analysis);
		if (says !== undefined) yield { at: { start: occurrence.start, end: occurrence.end }, says };
	}
}

function verdictOn(
	{ value, meanings, part, name, start, end }: Occurrence,
	{ status, path }: BodyStatus,
	analysis: Analysis,
): Mismatch | string | undefined {
	const [meaning] = meanings;
	if (!meaning || typeof value !== 'string') return undefined;
	const { catalog, step } = meaning;
	const documented = documentedFor(catalog, value);
	if (documented.length === 0) return `${catalog.name} documents no status for ${value}`;
	if (documented.includes(Number(status.value))) return `it comes with ${status.value}, which stands beside it`;
	const weakness = weaknessOfMeaning(meanings);
	if (weakness !== undefined) return weakness;
	const isOwn = isOnlyIn(catalog, value, analysis.catalogs) && !isCommonCode(value);
	if (step === 'workspace' && !(isOwn && isEnvelopes(path, catalog)))
		return 'only the workspace shows the API, and the code is not its own';
	const number = Number(status.value);
	return {
		at: { start, end },
		catalog,
		codes: [{ value, literal: name === undefined ? literalOf(part) : undefined }],
		statuses: [
			{ value: { from: number, to: number }, literal: status.name === undefined ? literalOf(status.part) : undefined },
		],
		other: { at: { start: status.start, end: status.end }, message: `it is written with ${number}` },
		mayChangeStatus: true,
		taken: new Set(),
	};
}
