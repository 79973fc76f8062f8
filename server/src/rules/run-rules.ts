import type { Analysis } from '../analysis/analysis.ts';
import { type Suppression, suppresses } from '../analysis/directives/suppressions.ts';
import type { Span } from '../syntax/span.ts';
import { rules } from './index.ts';
import { levelOf, weightOf } from './levels.ts';
import type { Finding, Outcome, PlacedFinding, Rule, RuleSettings } from './rule.ts';

/** Is told of a rule that threw; the others go on. */
type OnCrash = (rule: string, error: unknown) => void;

/**
 * What the rules find in a document: offsets count from its start, sorted by place. Directives are obeyed; about a
 * document that is quiet, only mistakes in its directives are told.
 * @param onCrash is told of a rule that threw; the others go on
 */
export function runRules(
	analysis: Analysis,
	settings: RuleSettings,
	onCrash: OnCrash,
	all: readonly Rule[] = rules,
): readonly PlacedFinding[] {
	return runFully(analysis, settings, onCrash, all).kept;
}

/** All that came of running the rules: what is told, and what directives keep silent. */
export interface RuleRun {
	readonly kept: readonly PlacedFinding[];
	readonly silenced: readonly SilencedFinding[];
}

export interface SilencedFinding {
	readonly finding: PlacedFinding;
	readonly by: Suppression;
}

/**
 * The same as `runRules`, with the findings that directives keep silent.
 * @param chosen what rules go by, where more of them run than the user chose
 */
export function runFully(
	analysis: Analysis,
	settings: RuleSettings,
	onCrash: OnCrash,
	all: readonly Rule[] = rules,
	chosen: RuleSettings = settings,
): RuleRun {
	const on = all.filter((rule) => levelOf(rule, settings) !== 'off');
	const running = analysis.quiet === undefined ? on : [];
	const found = running.flatMap((rule) => guarded(rule, onCrash, () => findingsIn(analysis, rule, settings, chosen)));
	const { isQuietAt = () => false } = analysis.document;
	const loudly = found.filter(({ at }) => !isQuietAt(at.start));
	const { kept, silenced } = withoutSilenced(loudly, analysis);
	const names = all.map(({ name }) => name);
	const outcome = { names, ran: new Set(running.map(({ name }) => name)), silenced: rulesBySuppression(silenced) };
	const about = on.flatMap((rule) =>
		guarded(rule, onCrash, () =>
			[...(rule.checkDocument?.(analysis, outcome) ?? [])].map((finding) => placed(finding, rule, 0, settings)),
		),
	);
	const told = about.flatMap((finding) => silencedByName(finding, analysis) ?? []);
	const quiet = new Set(told.map(({ finding }) => finding));
	const loud = about.filter((finding) => !quiet.has(finding));
	const inOrder = [...kept, ...loud].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
	return { kept: inOrder, silenced: [...silenced, ...told] };
}

function guarded(rule: Rule, onCrash: OnCrash, check: () => readonly PlacedFinding[]): readonly PlacedFinding[] {
	try {
		return check();
	} catch (error) {
		onCrash(rule.name, error);
		return [];
	}
}

function findingsIn(
	analysis: Analysis,
	rule: Rule,
	settings: RuleSettings,
	chosen: RuleSettings,
): readonly PlacedFinding[] {
	return analysis.blocks.flatMap((block) =>
		[...rule.check(block, analysis, chosen)].map((finding) => placed(finding, rule, block.start, settings)),
	);
}

function placed(finding: Finding, rule: Rule, start: number, settings: RuleSettings): PlacedFinding {
	const move = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
	return {
		...finding,
		at: move(finding.at),
		...(finding.related ? { related: finding.related.map(({ at, message }) => ({ at: move(at), message })) } : {}),
		rule: rule.name,
		severity: weightOf(rule, finding, settings),
	};
}

function withoutSilenced(found: readonly PlacedFinding[], { directives, document }: Analysis): RuleRun {
	if (directives.suppressions.length === 0) return { kept: found, silenced: [] };
	const silenced: SilencedFinding[] = [];
	const kept = found.filter((finding) => {
		const by = suppresses(directives, finding.rule, document.positionAt(finding.at.start).line);
		if (by) silenced.push({ finding, by });
		return by === undefined;
	});
	return { kept, silenced };
}

function rulesBySuppression(silenced: readonly SilencedFinding[]): Outcome['silenced'] {
	const names = new Map<Suppression, Set<string>>();
	for (const { by, finding } of silenced) names.set(by, (names.get(by) ?? new Set()).add(finding.rule));
	return names;
}

/** What is said of directives themselves is silenced only by a directive that names the rule. */
function silencedByName(finding: PlacedFinding, { directives, document }: Analysis): SilencedFinding | undefined {
	const { rule, at } = finding;
	const suppressions = directives.suppressions.filter(({ rules: named }) => named.some(({ name }) => name === rule));
	const line = suppressions.length > 0 ? document.positionAt(at.start).line : 0;
	const by = suppressions.length > 0 ? suppresses({ suppressions }, rule, line) : undefined;
	return by && { finding, by };
}
