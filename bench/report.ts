import { type Goal, goalsOf, judge, leastAnswered } from './goals.ts';
import type { Findings, Measure } from './measure.ts';
import { type Summary, summarize } from './percentile.ts';

/** The names of the two sides, as the report calls them. */
export interface Names {
	readonly ours: string;
	readonly reference: string;
}

const nothing = '–';

/** The findings as a Markdown table with the goals, and the remarks below it. */
export function reportText({ measures, remarks }: Findings, names: Names): string {
	const head = [
		'',
		'lines',
		`${names.ours} p50 / p99`,
		`${names.reference} p50 / p99`,
		'ratio p50 / p99',
		'goal',
		'holds',
	];
	const table = [head, ...measures.map(row)];
	const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
	const lines = table.map(
		(cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
	);
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	const notes = [...measures.flatMap((measure) => silence(measure, names)), ...remarks].map((remark) => `- ${remark}`);
	return [...lines.slice(0, 1), rule, ...lines.slice(1), '', ...notes, ''].join('\n');
}

/** The same for programs: summaries, ratios, goals, and every sample. */
export function reportJson({ measures, remarks }: Findings, names: Names): string {
	const rows = measures.map((measure) => ({
		...measure,
		summary: summaries(measure),
		ratio: ratios(measure),
		goals: goalsOf(measure).map((goal) => ({ ...goal, verdict: judge(goal, measure) })),
	}));
	const machine = { node: process.version, platform: process.platform, architecture: process.arch };
	return `${JSON.stringify({ names, machine, measures: rows, remarks }, undefined, '\t')}\n`;
}

function row(measure: Measure): string[] {
	const { ours, reference } = summaries(measure);
	const ratio = ratios(measure);
	const goals = goalsOf(measure);
	return [
		measure.name,
		measure.lines === undefined ? '' : measure.lines.toLocaleString('en'),
		amounts(ours, measure),
		reference ? amounts(reference, measure) : nothing,
		ratio ? both(ours, ratio, (value) => value.toFixed(2)) : nothing,
		goals.map(goalText).join(', '),
		goals.map((goal) => judge(goal, measure) ?? nothing).join(', '),
	];
}

/** Says whose answers were empty, and how many. The reference may have nothing to say now and then. */
function silence({ name, lines, answered }: Measure, names: Names): string[] {
	if (answered === undefined) return [];
	return (['ours', 'reference'] as const)
		.filter((side) => answered[side] < (side === 'ours' ? 1 : leastAnswered))
		.map(
			(side) => `${lines} lines, ${name}: ${percent(1 - answered[side])} of the answers of ${names[side]} are empty.`,
		);
}

function percent(share: number): string {
	return `${(100 * share).toFixed(0)} %`;
}

function summaries({ ours, reference }: Measure): { readonly ours: Summary; readonly reference?: Summary } {
	return { ours: summarize(ours), ...(reference ? { reference: summarize(reference) } : {}) };
}

/** Ours divided by the reference's. A ratio of two percentages would say nothing. */
function ratios(measure: Measure): Pick<Summary, 'p50' | 'p99'> | undefined {
	const { ours, reference } = summaries(measure);
	if (reference === undefined || measure.unit === '%') return undefined;
	return { p50: ours.p50 / reference.p50, p99: ours.p99 / reference.p99 };
}

function amounts(summary: Summary, { unit }: Measure): string {
	return `${both(summary, summary, (value) => (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0)))} ${unit}`;
}

/** A single sample has no percentiles worth telling apart. */
function both({ count }: Summary, values: Pick<Summary, 'p50' | 'p99'>, format: (value: number) => string): string {
	return count === 1 ? format(values.p50) : `${format(values.p50)} / ${format(values.p99)}`;
}

function goalText({ of, compares, limit, measure }: Goal): string {
	const share = limit < 0.5 ? `1/${Math.round(1 / limit)}` : String(limit);
	if (compares === 'value') return `≤ ${limit}${measure.startsWith('growth') ? ' %' : ' MB'}`;
	return measure.startsWith('memory') ? `≤ ${share}` : `${of} ≤ ${share}`;
}
