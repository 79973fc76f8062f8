import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import type { DirectiveProblem, Named } from '../../analysis/directives/directive-comments.ts';
import type { Cover } from '../../analysis/directives/directives.ts';
import type { Suppression } from '../../analysis/directives/suppressions.ts';
import { closest, closestName } from '../../catalog/catalog-index.ts';
import type { Span } from '../../syntax/span.ts';
import { coversOf } from '../dispatch-default.ts';
import type { Finding, Fix, Outcome, Rule } from '../rule.ts';
import { removeComment, removeWord, replaceWord } from './directive-fixes.ts';

const ruleName = 'unused-directive';

/** Warns about comments of ours that cannot be followed or change nothing. */
export const unusedDirective: Rule = {
	name: ruleName,
	summary: 'A comment to this tool that changes nothing, or cannot be followed.',
	severity: 'warning',
	hasSafeFixes: true,

	check: () => [],

	*checkDocument(analysis, outcome) {
		const { directives } = analysis;
		for (const problem of directives.problems) yield problemFound(problem, analysis);
		for (const suppression of directives.suppressions) yield* unknownRules(suppression, analysis, outcome);
		if (cannotTell(analysis) !== undefined) return;
		for (const suppression of directives.suppressions) yield* unusedRules(suppression, analysis, outcome);
		for (const cover of directives.covers) yield* unusedCover(cover, analysis);
	},

	whySilent({ block, offset }, analysis) {
		const { suppressions, covers } = analysis.directives;
		const at = block.start + offset;
		const isHere = [...suppressions, ...covers].some(({ start, end }) => start <= at && at <= end);
		return isHere ? (cannotTell(analysis) ?? 'the comment does something, or speaks of a rule that is off') : undefined;
	},
};

/** Why it cannot be told whether comments change anything. */
function cannotTell({ quiet, directives }: Analysis): string | undefined {
	if (directives.apis?.includes('none')) return 'a comment switches everything off in this file';
	return quiet === undefined ? undefined : 'nothing is warned about in this file anyway';
}

function problemFound({ start, end, message, meant, comment, words }: DirectiveProblem, analysis: Analysis): Finding {
	const text = analysis.document.getText();
	const fixes = (): readonly Fix[] => [
		...(meant === undefined ? [] : [replaceWord({ start, end }, meant)]),
		...(words.length > 0 ? removeWord({ start, end }, words, comment, text) : removeComment(comment, text)),
	];
	// Removing what somebody has not written to its end is nothing to be done unseen.
	return { at: { start, end }, message, fixes: () => fixes().map((fix) => ({ ...fix, safe: false })) };
}

function* unknownRules(suppression: Suppression, analysis: Analysis, { names }: Outcome): Generator<Finding> {
	for (const named of suppression.rules) {
		if (names.includes(named.name)) continue;
		const meant = closestName(named.name, names);
		const message = `There is no rule '${named.name}'${meant === undefined ? '' : `; did you mean ${meant}?`}`;
		const problem = { ...named, message, meant, comment: suppression, words: suppression.rules };
		yield problemFound(problem, analysis);
	}
}

/** Rules of which nothing was silenced; of a rule that did not run, that cannot be told. */
function* unusedRules(suppression: Suppression, analysis: Analysis, { ran, silenced }: Outcome): Generator<Finding> {
	const used = silenced.get(suppression) ?? new Set();
	const { rules } = suppression;
	if (rules.length === 0) {
		if (used.size === 0) yield unused(suppression, 'This silences nothing', analysis);
		return;
	}
	const idle = rules.filter(({ name }) => ran.has(name) && name !== ruleName && !used.has(name));
	for (const named of idle) {
		const message = `This silences nothing of ${named.name}`;
		yield rules.length === 1
			? unused(suppression, message, analysis)
			: unusedWord(named, rules, suppression, message, analysis);
	}
}

function* unusedCover(cover: Cover, analysis: Analysis): Generator<Finding> {
	const covered = analysis.blocks.flatMap((block) => dispatchesWith(cover, block, analysis));
	if (covered.length === 0) {
		yield unused(cover, 'There is no default here that gets the errors of an API', analysis);
		return;
	}
	for (const named of cover.codes) {
		const problems = covered.map((judged) => problemWith(named.name, judged));
		const [first] = problems;
		if (first === undefined || problems.includes(undefined)) continue;
		const { message, meant } = first;
		yield meant === undefined
			? unusedWord(named, cover.codes, cover, message, analysis)
			: problemFound({ ...named, message, meant, comment: cover, words: cover.codes }, analysis);
	}
}

function dispatchesWith(cover: Cover, block: AnalyzedBlock, analysis: Analysis): readonly ErrorDispatch[] {
	return block.dispatches.filter((judged) => coversOf(judged, block, analysis).includes(cover));
}

/** Why the default of a dispatch need not cover a code, and which was probably meant; undefined where it may. */
function problemWith(
	code: string,
	{ missing, labels, catalog }: ErrorDispatch,
): { message: string; meant: string | undefined } | undefined {
	if (missing.some(({ value }) => String(value) === code)) return undefined;
	const isHandled = labels.some(({ entries }) => entries.some(({ value }) => String(value) === code));
	if (isHandled) return { message: `${code} never gets to the default: it has a branch`, meant: undefined };
	const near = closest(code, catalog);
	const meant = near && missing.includes(near) ? String(near.value) : undefined;
	const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
	return { message: `${catalog.name} documents no ${code}${hint}`, meant };
}

function unused({ start, end }: Span, message: string, { document }: Analysis): Finding {
	const fixes = (): readonly Fix[] => removeComment({ start, end }, document.getText());
	return { at: { start, end }, message, tag: 'unnecessary', fixes };
}

function unusedWord(
	{ start, end }: Named,
	words: readonly Named[],
	comment: Span,
	message: string,
	{ document }: Analysis,
): Finding {
	const fixes = (): readonly Fix[] => removeWord({ start, end }, words, comment, document.getText());
	return { at: { start, end }, message, tag: 'unnecessary', fixes };
}
