import type { Analysis } from '../analysis/analysis.ts';
import { type Suppression, suppresses } from '../analysis/suppressions.ts';
import type { Span } from '../syntax/span.ts';
import { rules } from './index.ts';
import { type Finding, type PlacedFinding, type Rule, type RuleSettings, type Severity, severities } from './rule.ts';

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
	const on = all.filter((rule) => levelOf(rule, settings) !== 'off');
	const running = analysis.quiet ? [] : on;
	const found = running.flatMap((rule) => guarded(rule, onCrash, () => findingsIn(analysis, rule, settings)));
	const { kept, silenced } = withoutSilenced(found, analysis);
	const names = all.map(({ name }) => name);
	const outcome = { names, ran: new Set(running.map(({ name }) => name)), silenced };
	const about = on.flatMap((rule) =>
		guarded(rule, onCrash, () =>
			[...(rule.checkDocument?.(analysis, outcome) ?? [])].map((finding) => placed(finding, rule, 0, settings)),
		),
	);
	return [...kept, ...about.filter((finding) => !isSilencedByName(finding, analysis))].sort(
		(a, b) => a.at.start - b.at.start || a.at.end - b.at.end,
	);
}

function guarded(rule: Rule, onCrash: OnCrash, check: () => readonly PlacedFinding[]): readonly PlacedFinding[] {
	try {
		return check();
	} catch (error) {
		onCrash(rule.name, error);
		return [];
	}
}

function levelOf(rule: Rule, { rules: levels }: RuleSettings): Severity | 'off' {
	return (Object.hasOwn(levels, rule.name) ? levels[rule.name] : undefined) ?? rule.severity;
}

function findingsIn(analysis: Analysis, rule: Rule, settings: RuleSettings): readonly PlacedFinding[] {
	return analysis.blocks.flatMap((block) =>
		[...rule.check(block, analysis, settings)].map((finding) => placed(finding, rule, block.start, settings)),
	);
}

function placed(finding: Finding, rule: Rule, start: number, settings: RuleSettings): PlacedFinding {
	const move = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
	return {
		...finding,
		at: move(finding.at),
		...(finding.related ? { related: finding.related.map(({ at, message }) => ({ at: move(at), message })) } : {}),
		rule: rule.name,
		severity: lighter(levelOf(rule, settings), finding.severity),
	};
}

/** The severity of a finding that may weigh less than its rule; never more than the user chose. */
function lighter(level: Severity | 'off', own: Severity | undefined): Severity {
	const known = level === 'off' ? 'hint' : level;
	return own && severities.indexOf(own) > severities.indexOf(known) ? own : known;
}

interface Sifted {
	readonly kept: readonly PlacedFinding[];
	readonly silenced: ReadonlyMap<Suppression, ReadonlySet<string>>;
}

function withoutSilenced(found: readonly PlacedFinding[], { directives, document }: Analysis): Sifted {
	const silenced = new Map<Suppression, Set<string>>();
	if (directives.suppressions.length === 0) return { kept: found, silenced };
	const kept = found.filter(({ rule, at }) => {
		const by = suppresses(directives, rule, document.positionAt(at.start).line);
		if (by) silenced.set(by, (silenced.get(by) ?? new Set()).add(rule));
		return by === undefined;
	});
	return { kept, silenced };
}

/** What is said of directives themselves is silenced only by a directive that names the rule. */
function isSilencedByName({ rule, at }: PlacedFinding, { directives, document }: Analysis): boolean {
	const suppressions = directives.suppressions.filter(({ rules: named }) => named.some(({ name }) => name === rule));
	if (suppressions.length === 0) return false;
	return suppresses({ suppressions }, rule, document.positionAt(at.start).line) !== undefined;
}
