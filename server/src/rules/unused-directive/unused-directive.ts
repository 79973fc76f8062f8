import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import { type Cover, standsAlone } from '../../analysis/directives.ts';
import type { Suppression } from '../../analysis/suppressions.ts';
import type { Edit, Span } from '../../syntax/span.ts';
import { lineEndAt, lineStartAt } from '../../syntax/text-lines.ts';
import { coversOf } from '../dispatch-default.ts';
import type { Finding, Fix, Outcome, Rule } from '../rule.ts';

const ruleName = 'unused-directive';

/** Warns about comments of ours that cannot be followed or change nothing. */
export const unusedDirective: Rule = {
	name: ruleName,
	summary: 'A comment to this tool that changes nothing, or cannot be followed.',
	severity: 'warning',

	check: () => [],

	*checkDocument(analysis, outcome) {
		const { directives } = analysis;
		for (const { start, end, message } of directives.problems) yield { at: { start, end }, message };
		for (const suppression of directives.suppressions) yield* unknownRules(suppression, outcome);
		if (analysis.quiet || directives.apis?.includes('none')) return;
		for (const suppression of directives.suppressions) yield* unusedRules(suppression, analysis, outcome);
		for (const cover of directives.covers) yield* unusedCover(cover, analysis);
	},
};

function* unknownRules({ rules }: Suppression, { names }: Outcome): Generator<Finding> {
	for (const { name, start, end } of rules) {
		if (!names.includes(name)) yield { at: { start, end }, message: `There is no rule '${name}'` };
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
	for (const { name, start, end } of idle) {
		const message = `This silences nothing of ${name}`;
		if (rules.length === 1) yield unused(suppression, message, analysis);
		else yield { at: { start, end }, message, tag: 'unnecessary' };
	}
}

function* unusedCover(cover: Cover, analysis: Analysis): Generator<Finding> {
	const covered = analysis.blocks.flatMap((block) => dispatchesWith(cover, block, analysis));
	if (covered.length === 0) {
		yield unused(cover, 'There is no default here that gets the errors of an API', analysis);
		return;
	}
	for (const { name, start, end } of cover.codes) {
		const problems = covered.map((judged) => problemWith(name, judged));
		const [first] = problems;
		if (first !== undefined && !problems.includes(undefined)) yield { at: { start, end }, message: first };
	}
}

function dispatchesWith(cover: Cover, block: AnalyzedBlock, analysis: Analysis): readonly ErrorDispatch[] {
	return block.dispatches.filter((judged) => coversOf(judged, block, analysis).includes(cover));
}

/** Why the default of a dispatch need not cover a code; undefined where it may. */
function problemWith(code: string, { missing, labels, catalog }: ErrorDispatch): string | undefined {
	if (missing.some(({ value }) => String(value) === code)) return undefined;
	const isHandled = labels.some(({ entries }) => entries.some(({ value }) => String(value) === code));
	return isHandled ? `${code} never gets to the default: it has a branch` : `${catalog.name} documents no ${code}`;
}

function unused({ start, end }: Span, message: string, { document }: Analysis): Finding {
	return { at: { start, end }, message, tag: 'unnecessary', fixes: () => removal({ start, end }, document.getText()) };
}

/** Removes a comment: with its line where it is alone there, with the blanks before it where it ends a line. */
function removal(comment: Span, text: string): readonly Fix[] {
	const edit = removedLine(comment, text) ?? removedEnd(comment, text);
	return edit ? [{ title: 'Remove the comment', edits: [edit], safe: true }] : [];
}

function removedLine(comment: Span, text: string): Edit | undefined {
	if (!standsAlone(comment, text)) return undefined;
	const end = lineEndAt(text, comment.end);
	const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
	return { start: lineStartAt(text, comment.start), end: end + lineBreak, text: '' };
}

function removedEnd({ start, end }: Span, text: string): Edit | undefined {
	const lineStart = lineStartAt(text, start);
	const before = text.slice(lineStart, start).trimEnd();
	if (text.slice(end, lineEndAt(text, end)).trim() !== '') return undefined;
	return { start: lineStart + before.length, end, text: '' };
}
