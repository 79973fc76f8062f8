import type { Analysis, AnalyzedBlock, Occurrence } from '../../analysis/analysis.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** Warns about codes that their API no longer sends. */
export const deprecatedCode: Rule = {
	name: 'deprecated-code',
	summary: 'A code that the API no longer sends.',
	severity: 'warning',

	*check(block, analysis) {
		for (const occurrence of block.occurrences) {
			const [meaning, ...others] = occurrence.meanings;
			const isTold = meaning && meaning.step !== 'none' && others.every(({ step }) => step !== meaning.step);
			const instead = isTold ? meaning.entry.replacedBy : undefined;
			if (meaning && instead !== undefined)
				yield findingFor(occurrence, instead, meaning.catalog.name, block, analysis);
		}
	},
};

function findingFor(
	{ start, end, value, name, part }: Occurrence,
	instead: string | number,
	api: string,
	block: AnalyzedBlock,
	analysis: Analysis,
): Finding {
	const fixes = (): readonly Fix[] => {
		const literal = block.code.literals.find((one) => one.part === part || (one.start === start && one.end === end));
		// A name stands for the old code elsewhere, where it has to be changed.
		if (name !== undefined || !literal) return [];
		const text = literal.kind === 'string' ? analysis.language.write.string(String(instead), literal) : String(instead);
		const edits = [{ start: block.start + literal.start, end: block.start + literal.end, text }];
		return [{ title: `Replace with '${instead}'`, edits, safe: false, preferred: true }];
	};
	return {
		at: { start, end },
		message: `${api} no longer sends ${value}; it is ${instead} now`,
		tag: 'deprecated',
		fixes,
	};
}
