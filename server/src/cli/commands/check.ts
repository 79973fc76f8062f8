import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closestName } from '../../catalog/closest.ts';
import { version } from '../../version.ts';
import { type CheckOptions, check } from '../check.ts';
import { type Command, exitCodes, Mistake, type Surroundings } from '../command.ts';
import { describedRules } from '../described-rules.ts';
import { counted, countsOf } from '../reports/counts.ts';
import { reportFormats } from '../reports/index.ts';
import { byPath } from '../reports/order.ts';
import type { FileReport, Report, ReportFormat } from '../reports/report.ts';
import { plain } from '../reports/style.ts';
import { pathFrom, repositoryAround } from '../repository.ts';
import { writeWhole } from '../write-file.ts';

const options = {
	format: { type: 'string', default: reportFormats[0].name },
	output: { type: 'string' },
	'max-warnings': { type: 'string' },
	quiet: { type: 'boolean', default: false },
	'stdin-filename': { type: 'string' },
} as const;

const width = Math.max(...reportFormats.map(({ name }) => name.length));
const formatList = reportFormats
	.map(({ name, summary }) => `                         ${name.padEnd(width)}  ${summary}\n`)
	.join('');

export const checkCommand: Command = {
	name: 'check',
	takes: '[PATH...]',
	summary: 'Says what is wrong with how code handles errors.',
	usage: `Usage: api-errors check [PATH...] [--format NAME] [--output FILE] [--quiet] [--max-warnings N]

Reads the files and folders named, or the current folder, and prints what is wrong with how
they handle the errors of an API: cases that are missing, codes that are misspelt, waits that
are not kept. Folders named node_modules or .git are left out.

  --format NAME          how it is written; ${reportFormats[0].name} unless given:
${formatList}\
  --output FILE          writes it to a file, and prints nothing
  --quiet                tells of errors only; warnings and notes are left out, and no longer
                         count, unless --max-warnings is there too
  --max-warnings N       ends well with up to N warnings; none unless given
  --stdin-filename NAME  checks what comes on standard input as if it were in the file NAME,
                         which need not be there; the files around it count

  api-errors check
  api-errors check src test/server.ts
  api-errors check --format sarif --output api-errors.sarif
  api-errors check --stdin-filename src/send.ts < draft.ts

Files are in the order of their paths, findings in that of lines and columns. Colours are used on
a terminal, unless NO_COLOR is set, and elsewhere where FORCE_COLOR is.

Ends with 0 where nothing is wrong, with 1 where there is a warning or an error, and with 2
where a file could not be read.
`,
	async run(args, surroundings) {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const format = formatCalled(values.format);
		const most = values['max-warnings'] === undefined ? undefined : numberIn(values['max-warnings']);
		const what = await whatToCheck(positionals, values['stdin-filename'], surroundings);
		const report = await reportOn(what, format, surroundings);
		const shown = values.quiet ? withErrorsOnly(report) : report;
		await deliver(shown, format, values.output, surroundings);
		if (report.problems.length > 0) return exitCodes.mistake;
		const { errors, warnings } = countsOf(report.files.flatMap(({ findings }) => findings));
		const tooMany = warnings > (most ?? (values.quiet ? Number.POSITIVE_INFINITY : 0));
		if (tooMany && most !== undefined)
			surroundings.terminal.printError(`There are ${counted(warnings, 'warning')}; --max-warnings allows ${most}.\n`);
		return errors > 0 || tooMany ? exitCodes.findings : exitCodes.clean;
	},
};

function formatCalled(name: string): ReportFormat {
	const format = reportFormats.find((one) => one.name === name);
	if (format) return format;
	const names = reportFormats.map((one) => one.name);
	const meant = closestName(name, names);
	const hint = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean “${meant}”?`;
	throw new Mistake(`There is no format “${name}”. ${hint}`, { isUsage: true });
}

function numberIn(text: string): number {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new Mistake(`--max-warnings is a number of warnings, not “${text}”.`, { isUsage: true });
}

type What = Pick<CheckOptions, 'paths' | 'given'>;

async function whatToCheck(
	paths: readonly string[],
	path: string | undefined,
	{ terminal }: Surroundings,
): Promise<What> {
	if (path === undefined) return { paths: paths.length > 0 ? paths : ['.'] };
	if (paths.length > 0)
		throw new Mistake('--stdin-filename checks standard input alone; leave out the paths.', { isUsage: true });
	if (path === '') throw new Mistake('--stdin-filename needs the name of a file.', { isUsage: true });
	// As files are read: whatever is no UTF-8 does not stop it.
	return {
		paths,
		given: { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await terminal.readInput()) },
	};
}

async function reportOn(what: What, format: ReportFormat, { host, terminal }: Surroundings): Promise<Report> {
	const { folder, printError } = terminal;
	const root = (await repositoryAround(folder)) ?? folder;
	const files: FileReport[] = [];
	const problems: string[] = [];
	const onProblem = (message: string) => {
		problems.push(message);
		printError(`${message}\n`);
	};
	for await (const { file, path, findings } of check({ host, folder, ...what, onProblem }))
		files.push({ path, pathInRepository: pathFrom(root, file), findings });
	return { files: files.sort(byPath), problems, rules: await describedRules(host, format), version };
}

function withErrorsOnly({ files, ...rest }: Report): Report {
	const isError = ({ severity }: FileReport['findings'][number]) => severity === 'error';
	return { ...rest, files: files.map((file) => ({ ...file, findings: file.findings.filter(isError) })) };
}

async function deliver(report: Report, format: ReportFormat, output: string | undefined, { terminal }: Surroundings) {
	if (output === undefined) terminal.print(format.write(report, terminal.style));
	else await writeWhole(resolve(terminal.folder, output), format.write(report, plain), output);
}
