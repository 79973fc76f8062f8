import { parseArgs } from 'node:util';
import { closestName } from '../../catalog/closest.ts';
import { Mistake } from '../command.ts';
import { jobsIn } from '../jobs.ts';
import { reportFormats } from '../reports/index.ts';
import type { ReportFormat } from '../reports/report.ts';

const options = {
	baseline: { type: 'string' },
	'cache-location': { type: 'string' },
	exclude: { type: 'string', multiple: true },
	fix: { type: 'boolean', default: false },
	format: { type: 'string', default: reportFormats[0].name },
	jobs: { type: 'string' },
	'max-warnings': { type: 'string' },
	'no-cache': { type: 'boolean', default: false },
	'no-ignore': { type: 'boolean', default: false },
	'no-progress': { type: 'boolean', default: false },
	output: { type: 'string' },
	quiet: { type: 'boolean', default: false },
	since: { type: 'string' },
	'stdin-filename': { type: 'string' },
	'update-baseline': { type: 'boolean', default: false },
} as const;

/** What the user asks of `check`. */
export interface CheckChoice {
	/** Files, folders and globs. */
	readonly paths: readonly string[];
	/** Globs of what is left out. */
	readonly excludes: readonly string[];
	readonly withIgnored: boolean;
	readonly since: string | undefined;
	/** The name of the file that standard input stands for. */
	readonly inputName: string | undefined;
	readonly isFixing: boolean;
	readonly baseline: string | undefined;
	readonly updatesBaseline: boolean;
	readonly format: ReportFormat;
	readonly output: string | undefined;
	readonly isQuiet: boolean;
	readonly mostWarnings: number | undefined;
	readonly showsProgress: boolean;
	/** The most threads at a time. */
	readonly jobs: number | undefined;
	readonly usesCache: boolean;
	/** Where results are kept; where the system or the project keeps such things unless given. */
	readonly cachePlace: string | undefined;
}

/** Reads what comes after `check`. Throws a `Mistake` where it makes no sense. */
export function choiceIn(args: readonly string[]): CheckChoice {
	const { values, positionals: paths } = parseArgs({ args: [...args], options, allowPositionals: true });
	const choice: CheckChoice = {
		paths,
		excludes: values.exclude ?? [],
		withIgnored: values['no-ignore'],
		since: values.since,
		inputName: values['stdin-filename'],
		isFixing: values.fix,
		baseline: values.baseline,
		updatesBaseline: values['update-baseline'],
		format: formatCalled(values.format),
		output: values.output,
		isQuiet: values.quiet,
		mostWarnings: warningsIn(values['max-warnings']),
		jobs: jobsIn(values.jobs),
		showsProgress: !values['no-progress'],
		usesCache: !values['no-cache'],
		cachePlace: values['cache-location'],
	};
	const mistake = mistakeIn(choice);
	if (mistake !== undefined) throw new Mistake(mistake, { isUsage: true });
	return choice;
}

function mistakeIn({
	inputName,
	paths,
	since,
	baseline,
	updatesBaseline,
	output,
	cachePlace,
}: CheckChoice): string | undefined {
	if (inputName === '') return '--stdin-filename needs the name of a file.';
	if (baseline === '') return '--baseline needs the name of a file.';
	if (output === '') return '--output needs the name of a file.';
	if (cachePlace === '') return '--cache-location needs the name of a folder.';
	if (updatesBaseline && baseline === undefined)
		return '--update-baseline goes with --baseline, which says where the baseline is.';
	if (inputName === undefined) return;
	if (paths.length > 0) return '--stdin-filename checks standard input alone; leave out the paths.';
	if (since !== undefined) return '--stdin-filename checks standard input alone; leave out --since.';
	return updatesBaseline ? 'A baseline is made of files; leave out --stdin-filename.' : undefined;
}

function formatCalled(name: string): ReportFormat {
	const format = reportFormats.find((one) => one.name === name);
	if (format) return format;
	const names = reportFormats.map((one) => one.name);
	const meant = closestName(name, names);
	const hint = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean “${meant}”?`;
	throw new Mistake(`There is no format “${name}”. ${hint}`, { isUsage: true });
}

function warningsIn(text: string | undefined): number | undefined {
	if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text);
	throw new Mistake(`--max-warnings is a number of warnings, not “${text}”.`, { isUsage: true });
}
