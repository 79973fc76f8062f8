import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { closest } from '../../catalog/catalog-index.ts';
import type { Literal } from '../../syntax/code.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A label that stands alone may belong to anybody; beside two known ones it is a slip. */
const leastKnown = 2;

/** Warns about a label that the API of its dispatch does not have. */
export const unknownCode: Rule = {
	name: 'unknown-code',
	summary: 'A code that the API does not document, among others that it does.',
	severity: 'warning',

	*check(block, analysis) {
		for (const judged of block.dispatches) {
			const known = new Set(judged.labels.flatMap(({ entries }) => entries));
			if (known.size < leastKnown || judged.step === 'none') continue;
			for (const { unknown, literal } of judged.labels) {
				if (unknown && literal) yield findingFor(literal, judged, known, block, analysis);
			}
		}
	},
};

function findingFor(
	literal: Literal,
	{ catalog }: ErrorDispatch,
	known: ReadonlySet<Entry>,
	block: AnalyzedBlock,
	analysis: Analysis,
): Finding {
	const near = closest(String(literal.value), catalog);
	const message = `${catalog.name} documents no code '${literal.value}'`;
	if (!near) return { at: literal, message, severity: 'information' };
	const fix = (): Fix => {
		const text = analysis.language.write.string(String(near.value), literal);
		const edits = [{ start: block.start + literal.start, end: block.start + literal.end, text }];
		// Where the right code has a branch already, two would be the same: a person has to look.
		return { title: `Replace with '${near.value}'`, edits, safe: !known.has(near), preferred: true };
	};
	return { at: literal, message: `${message}; did you mean '${near.value}'?`, fixes: () => [fix()] };
}
