import type { Context, PlacedInRepository, RepositoryOutcome } from './check-checkouts.ts';

/** Lines of context in a list; a sample shows all there are. */
const [listedBefore, listedAfter] = [1, 4];

/** Every finding by rule, each with its place, its message and a few lines. */
export function listFindings(findings: readonly PlacedInRepository[]): string {
	return [...byRule(findings)]
		.map(([rule, own]) => `${rule} (${own.length})\n\n${own.map(listed).join('\n')}\n`)
		.join('\n');
}

function listed(finding: PlacedInRepository): string {
	const { repository, path, line, column, severity, message, context } = finding;
	const { from, lines } = context;
	const start = Math.max(0, line - listedBefore - from);
	const shown = lines.slice(start, line + listedAfter + 1 - from);
	const numbered = numberedLines({ from: from + start, lines: shown }, line);
	return `  ${repository}/${path}:${line}:${column} ${severity}: ${message}\n${numbered.map((one) => `    ${one}`).join('\n')}\n`;
}

/** The lines with their numbers; the one that is meant has a mark. */
function numberedLines({ from, lines }: Context, marked: number): readonly string[] {
	const width = String(from + lines.length).length;
	return lines.map((text, index) => {
		const number = from + index;
		return `${number === marked ? '>' : ' '} ${String(number).padStart(width)} ${text}`.trimEnd();
	});
}

/** What was looked at and how much was found, as lines for a person. */
export function totals(outcomes: readonly RepositoryOutcome[]): string {
	const sum = (of: (outcome: RepositoryOutcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
	const findings = outcomes.flatMap((outcome) => outcome.findings);
	const problems = outcomes.flatMap(({ name, problems: own }) => own.map((problem) => `${name}: ${problem}`));
	const slowest = outcomes
		.flatMap(({ name, slowest: one }) => (one ? [{ ...one, name }] : []))
		.sort((a, b) => b.seconds - a.seconds)[0];
	return [
		`Repositories  ${outcomes.length}`,
		`Files         ${sum(({ files }) => files)}, of them ${sum(({ loud }) => loud)} that are no tests and not generated`,
		`Dispatches    ${sum(({ dispatches }) => dispatches)} on codes or statuses, of them ${sum(({ withEvidence }) => withEvidence)} with evidence of an API`,
		`Findings      ${findings.length}`,
		...[...byRule(findings)].map(([rule, own]) => `  ${rule}: ${own.length} (${bySeverity(own)})`),
		`Seconds       ${sum(({ seconds }) => seconds).toFixed(1)}`,
		...(slowest ? [`Slowest file  ${slowest.seconds.toFixed(1)} s, ${slowest.name}/${slowest.path}`] : []),
		`Not read      ${problems.length}`,
		...problems.map((problem) => `  ${problem}`),
	].join('\n');
}

function bySeverity(findings: readonly PlacedInRepository[]): string {
	const counts = new Map<string, number>();
	for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
	return [...counts].map(([severity, count]) => `${count} ${severity}`).join(', ');
}

function byRule(findings: readonly PlacedInRepository[]): ReadonlyMap<string, readonly PlacedInRepository[]> {
	const groups = new Map<string, PlacedInRepository[]>();
	for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
	return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A sample as Markdown for a person to judge: a box for each finding, with the lines around it. */
export function sampleMarkdown(sample: readonly PlacedInRepository[], { of, seed }: SampleFacts): string {
	const head = `# ${sample.length} of ${of} findings, seed ${seed}\n\nRight is a finding that is true and that a maintainer would thank for.\n`;
	return [head, ...sample.map(toBeJudged)].join('\n');
}

interface SampleFacts {
	/** How many there were to draw from. */
	readonly of: number;
	readonly seed: number;
}

function toBeJudged(finding: PlacedInRepository, index: number): string {
	const { repository, path, line, rule, severity, message, context } = finding;
	const lines = numberedLines(context, line);
	// A fence must be longer than any run of backticks in it.
	const fence = '`'.repeat(
		Math.max(3, ...lines.flatMap((one) => [...one.matchAll(/`+/g)].map(([run]) => run.length + 1))),
	);
	return [
		`## ${index + 1}. ${repository}/${path}:${line}`,
		'',
		`${rule}, ${severity}: ${message}`,
		'',
		'- [ ] right',
		'',
		fence,
		...lines,
		fence,
		'',
	].join('\n');
}
