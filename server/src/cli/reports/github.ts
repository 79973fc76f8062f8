import type { Severity } from '../../rules/rule.ts';
import { inWords } from './counts.ts';
import { allFindings, type FoundIn, mostSevereFirst } from './found-in.ts';
import type { ReportFormat } from './report.ts';
import { visible } from './visible.ts';

/**
 * How many annotations of a kind GitHub shows of one step; it drops the others without a word. One notice is left for
 * the summary.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
const shown = { error: 10, warning: 10, notice: 9 } as const;
type Kind = keyof typeof shown;

/** Annotations as far as GitHub shows them, the most severe first; the others as lines of the log; how much there is in all. */
export const github: ReportFormat = {
	name: 'github',
	summary: 'annotations in GitHub Actions',
	write({ files }) {
		const found = allFindings(files);
		const { annotated, others } = divided(mostSevereFirst(found));
		const summary = inWords(
			found.map(({ finding }) => finding),
			files.length,
		);
		const lines = annotated.map(annotation);
		if (others.length === 0) return [...lines, `${summary}.\n`].join('\n');
		const told = `${summary}. GitHub shows ${annotated.length} of them; the log of this step has all.`;
		return [...lines, ...others.map(logLine), `::notice title=API errors::${data(told)}`, `${summary}.\n`].join('\n');
	},
};

const kinds: Readonly<Record<Severity, Kind>> = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: 'notice',
};

function divided(found: readonly FoundIn[]): { readonly annotated: readonly FoundIn[]; readonly others: FoundIn[] } {
	const left: Record<Kind, number> = { ...shown };
	const [annotated, others]: [FoundIn[], FoundIn[]] = [[], []];
	for (const one of found) (left[kinds[one.finding.severity]]-- > 0 ? annotated : others).push(one);
	return { annotated, others };
}

function annotation({ file, finding }: FoundIn): string {
	const { line, column, endLine, endColumn, severity, message, rule } = finding;
	// Columns of different lines are not taken.
	const columns = line === endLine ? { col: column, endColumn } : {};
	const place = { file: file.pathInRepository, line, endLine, ...columns, title: rule };
	const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
	return `::${kinds[severity]} ${properties.join(',')}::${data(message)}`;
}

/** A line that is no command, whatever the file is called. */
function logLine({ file, finding: { line, column, severity, message, rule } }: FoundIn): string {
	const text = `- ${file.pathInRepository}:${line}:${column}: ${severity}: ${message} (${rule})`;
	return visible(text).replaceAll('##[', '## [');
}

function data(text: string): string {
	return withoutOrders(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Line breaks are written in a way of GitHub's own; all other signs that terminals obey become visible. */
function withoutOrders(text: string): string {
	return text.replaceAll(/[^\r\n]+/g, visible);
}
