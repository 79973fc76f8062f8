import { type Goal, goalsOf, judge, medianOf, ratioOf } from './goals.ts';
import type { Amount, Cost, Results, Row } from './row.ts';

const nothing = '–';
const amounts: readonly Amount[] = ['seconds', 'cpuSeconds', 'peakBytes'];

/** The results as a Markdown table with the goals, and the remarks below it. */
export function reportText({ rows, remarks }: Results): string {
	const head = [
		'work',
		'beside',
		'ours s / CPU s / MB',
		'theirs s / CPU s / MB',
		'ratios',
		'goal',
		'holds',
		'they find',
	];
	const table = [head, ...rows.map(cellsOf)];
	const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
	const lines = table.map((cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	const notes = remarks.map((remark) => `- ${remark}`);
	return [...lines.slice(0, 1), rule, ...lines.slice(1), '', ...notes, ''].join('\n');
}

/** The same for programs: medians, ratios, goals, and every sample. */
export function reportJson({ rows, remarks }: Results): string {
	const described = rows.map((row) => ({
		...row,
		ratios: Object.fromEntries(amounts.map((amount) => [amount, ratioOf(row, amount)])),
		goals: goalsOf(row).map((goal) => ({ ...goal, verdict: judge(goal, row) })),
	}));
	const machine = { node: process.version, platform: process.platform, architecture: process.arch };
	return `${JSON.stringify({ machine, rows: described, remarks }, undefined, '\t')}\n`;
}

function cellsOf(row: Row): readonly string[] {
	const goals = goalsOf(row);
	return [
		row.work,
		row.rival,
		costText(row.ours),
		costText(row.theirs),
		amounts.map((amount) => ratioOf(row, amount)?.toPrecision(2) ?? nothing).join(' / '),
		goals.map(goalText).join(', '),
		goals.map((goal) => judge(goal, row) ?? nothing).join(', '),
		row.found,
	];
}

function costText(cost: Cost): string {
	return amounts
		.map((amount) => {
			const median = medianOf(cost, amount);
			if (median === undefined) return nothing;
			return amount === 'peakBytes' ? (median / 1e6).toFixed(0) : median.toFixed(2);
		})
		.join(' / ');
}

function goalText({ of, limit, beyond }: Goal): string {
	const words = { seconds: 's', cpuSeconds: 'CPU s', peakBytes: 'MB' }[of];
	const further = beyond === undefined ? '' : ` (${shortNumber(beyond)})`;
	return `${words} ≤ ${shortNumber(limit)}${further}`;
}

function shortNumber(value: number): string {
	return String(Number(value.toPrecision(2)));
}
