import type { Analysis, AnalyzedBlock, ErrorDispatch, Meaning, Occurrence } from '../../analysis/analysis.ts';
import { weaknessOf, weaknessOfMeaning } from '../../analysis/evidence/evidence-strength.ts';
import { isDeprecated } from '../../catalog/catalog.ts';
import { closest } from '../../syntax/parts/part.ts';
import type { Edit, Span } from '../../syntax/span.ts';
import { removeLabel } from '../../syntax/writing/remove-branch.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** Warns about codes that their API no longer sends, and marks those that it soon will not. */
export const deprecatedCode: Rule = {
	name: 'deprecated-code',
	summary: 'A code that the API no longer sends.',
	severity: 'warning',

	*check(block, analysis) {
		for (const occurrence of block.occurrences) {
			const [meaning] = occurrence.meanings;
			if (!meaning || silenceOf(occurrence, block, analysis) !== undefined) continue;
			// Where a constant is given its value, the value is spoken of, not the name.
			if (occurrence.start !== occurrence.part.start) continue;
			yield findingFor({ occurrence, meaning, instead: meaning.entry.replacedBy, block, analysis });
		}
	},

	whySilent({ occurrence, block }, analysis) {
		return occurrence?.kind === 'code' ? silenceOf(occurrence, block, analysis) : undefined;
	},
};

/** A code that is no longer sent, where it stands. */
interface Deprecated {
	readonly occurrence: Occurrence;
	readonly meaning: Meaning;
	/** What came in its place, where something did. */
	readonly instead: string | number | undefined;
	readonly block: AnalyzedBlock;
	readonly analysis: Analysis;
}

function silenceOf(occurrence: Occurrence, block: AnalyzedBlock, analysis: Analysis): string | undefined {
	const [meaning] = occurrence.meanings;
	if (!meaning || !isDeprecated(meaning.entry)) return `${meaning?.catalog.name} still sends it`;
	const weakness = weaknessOfMeaning(occurrence.meanings);
	if (weakness !== undefined) return weakness;
	const judged = dispatchOf(occurrence, block);
	if (judged) return weaknessOf(judged, analysis);
	return meaning.step === 'workspace' ? 'only the workspace shows the API, and nothing chooses by the code' : undefined;
}

function dispatchOf({ part }: Occurrence, { dispatches }: AnalyzedBlock): ErrorDispatch | undefined {
	return dispatches.find(({ labels }) => labels.some(({ label }) => label.part === part));
}

function findingFor(deprecated: Deprecated): Finding {
	const { start, end } = deprecated.occurrence;
	const { replacedBy, removedIn } = deprecated.meaning.entry;
	// As long as it is sent it has to be handled; and beside its successor it may be kept on purpose.
	const isSent = replacedBy === undefined && removedIn === undefined;
	return {
		at: { start, end },
		message: messageOf(deprecated, isSent),
		...(isSent || hasSuccessor(deprecated) ? { severity: 'hint' } : {}),
		tag: 'deprecated',
		fixes: () => fixesFor(deprecated),
	};
}

function messageOf({ occurrence: { value }, meaning, instead }: Deprecated, isSent: boolean): string {
	const { name } = meaning.catalog;
	if (isSent) return `${name} has deprecated ${value}`;
	const { removedIn } = meaning.entry;
	const since = removedIn === undefined ? '' : ` since ${removedIn}`;
	return `${name} no longer sends ${value}${since}${instead === undefined ? '' : `; it is ${instead} now`}`;
}

function isHandledIn({ labels }: ErrorDispatch, { instead }: Deprecated): boolean {
	return labels.some(({ entries }) => entries.some(({ value }) => value === instead));
}

/** Whether the successor stands in the same dispatch, list or table. */
function hasSuccessor(deprecated: Deprecated): boolean {
	const { occurrence, instead, block } = deprecated;
	if (instead === undefined) return false;
	const judged = dispatchOf(occurrence, block);
	if (judged && isHandledIn(judged, deprecated)) return true;
	const around = closest(occurrence.part, 'collection', 'table');
	return (
		around !== undefined &&
		block.occurrences.some(({ value, part }) => value === instead && closest(part, 'collection', 'table') === around)
	);
}

/** The successor in its place; where that has a branch already, the branch of the old code goes. */
function fixesFor(deprecated: Deprecated): readonly Fix[] {
	const { occurrence, instead, block, analysis } = deprecated;
	const judged = dispatchOf(occurrence, block);
	if (judged && isHandledIn(judged, deprecated)) {
		const label = judged.labels.find((one) => one.label.part === occurrence.part)?.label;
		const text = analysis.document.getText();
		const edits = label && removeLabel(judged.dispatch, block.code, block.start, text, label);
		return edits ? [{ title: `Remove the branch for ${occurrence.value}`, edits, safe: false }] : [];
	}
	const edit = instead === undefined ? undefined : replacement(deprecated, instead);
	const title = `Replace with ${typeof instead === 'string' ? `'${instead}'` : instead}`;
	return edit ? [{ title, edits: [edit], safe: false, preferred: true }] : [];
}

function replacement({ occurrence, block, analysis }: Deprecated, instead: string | number): Edit | undefined {
	const { start, end, part, name } = occurrence;
	// A name stands for the old code elsewhere, where it has to be changed.
	if (name !== undefined) return undefined;
	const at = ({ start, end }: Span): Span => ({ start: block.start + start, end: block.start + end });
	const literal = block.code.literals.find((one) => one.part === part || (one.start === start && one.end === end));
	if (literal) {
		const text = literal.kind === 'string' ? analysis.language.write.string(String(instead), literal) : String(instead);
		return { ...at(literal), text };
	}
	// The key of a row may stand without quotes, as long as it is a name.
	const isKey = part.kind === undefined && part.fields.includes('key') && part.parent?.kind === 'pair';
	if (!isKey) return undefined;
	const text = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(`${instead}`)
		? `${instead}`
		: analysis.language.write.string(`${instead}`);
	return { ...at(part), text };
}
