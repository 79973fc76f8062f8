import type { Analysis } from '../analysis/analysis.ts';
import { rules } from '../rules/index.ts';
import { levelOf } from '../rules/levels.ts';
import type { AskedPlace, PlacedFinding, Rule, RuleSettings, Severity } from '../rules/rule.ts';
import { type RuleRun, runFully } from '../rules/run-rules.ts';
import type { Span } from '../syntax/span.ts';
import type { ExplainQuestion } from './explain.ts';
import { inlineCode, safeMarkdown } from './markdown.ts';
import type { DocumentPlace } from './place-at.ts';

/** A rule may find as many things in one dispatch; more are counted. */
const mostFound = 3;

/** Which rules looked at the place, and why each spoke or kept silent. */
export function explainRules(place: DocumentPlace, run: RuleRun, question: ExplainQuestion): readonly string[] {
	const lines = rules.flatMap((rule) => explainRule(rule, place, run, question));
	if (lines.length === 0) return [];
	return ['### Rules', ...whyNothing(question), ...lines];
}

/** What the rules would say of the document if each were on, and the document none about which nothing is said. */
export function runForExplanation(analysis: Analysis, settings: RuleSettings): RuleRun {
	const levels = rules.map((rule): [string, Severity | 'off'] => {
		const level = levelOf(rule, settings);
		return [rule.name, level === 'off' ? 'warning' : level];
	});
	const all = { ...settings, rules: Object.fromEntries(levels) };
	// A rule that fails has said so in the log already.
	return runFully({ ...analysis, quiet: undefined }, all, () => {}, rules, settings);
}

function whyNothing({ analysis, settings, excludedBy }: ExplainQuestion): readonly string[] {
	const { quiet } = analysis;
	if (!settings.diagnostics) return ['Nothing is reported, because `apiErrors.diagnostics` is off. Otherwise:', ''];
	if (excludedBy !== undefined)
		return [
			`Nothing is reported in this file, because ${inlineCode(excludedBy)} in api-errors.json excludes it. Otherwise:`,
			'',
		];
	if (quiet === undefined) return [];
	return [`Nothing is reported in this file, because ${safeMarkdown(quiet)}. Otherwise:`, ''];
}

function explainRule(rule: Rule, place: DocumentPlace, run: RuleRun, question: ExplainQuestion): readonly string[] {
	const { analysis, settings } = question;
	const isHere = ({ rule: name, at }: PlacedFinding): boolean => name === rule.name && isAbout(at, place);
	const kept = run.kept.filter(isHere);
	const silenced = run.silenced.filter(({ finding }) => isHere(finding));
	const isOff = levelOf(rule, settings) === 'off';
	const name = `- **${rule.name}**${isOff ? ' is off in the settings, and' : ''}`;
	const found = kept.slice(0, mostFound).map((finding) => {
		const verb = isOff ? 'would say' : 'says';
		return `${name} ${verb}${lineOf(finding, place, analysis)}: “${safeMarkdown(finding.message)}”`;
	});
	const more = kept.length > mostFound ? [`${name} has ${kept.length - mostFound} more to say.`] : [];
	const hushed = silenced.slice(0, mostFound).map(({ finding, by }) => {
		const line = analysis.document.positionAt(by.start).line + 1;
		const where = `${inlineCode(by.word)} in line ${line}`;
		return `${name} is kept silent by ${where}${lineOf(finding, place, analysis)}: “${safeMarkdown(finding.message)}”`;
	});
	if (found.length + hushed.length > 0) return [...found, ...more, ...hushed];
	const asked = askedPlace(place);
	const reason = asked && rule.whySilent(asked, analysis, settings);
	const verb = isOff ? 'would keep' : 'keeps';
	return reason === undefined ? [] : [`${name} ${verb} silent, because ${safeMarkdown(reason)}.`];
}

function askedPlace({ block, offset, occurrence, dispatches }: DocumentPlace): AskedPlace | undefined {
	return block && { block, offset: offset - block.start, occurrence, judged: dispatches[0] };
}

/** Whether a finding is about what stands at the place, or about the innermost dispatch that it lies in. */
function isAbout(at: Span, { offset, block, dispatches }: DocumentPlace): boolean {
	if (at.start <= offset && offset <= at.end) return true;
	const around = dispatches[0]?.dispatch;
	if (!block || !around) return false;
	const [start, end] = [at.start - block.start, at.end - block.start];
	if (start < around.start || around.end < end) return false;
	// What is said of a dispatch further in is not said of this one.
	return !block.dispatches.some(({ dispatch }) => {
		const isInside = dispatch.start > around.start && dispatch.end <= around.end && dispatch.start <= start;
		return isInside && end <= dispatch.end && !around.branches.some(({ part }) => part === dispatch.part);
	});
}

/** The line of a finding, where it is another than that of the place. */
function lineOf({ at }: PlacedFinding, { offset }: DocumentPlace, { document }: Analysis): string {
	const line = document.positionAt(at.start).line;
	return line === document.positionAt(offset).line ? '' : ` (line ${line + 1})`;
}
