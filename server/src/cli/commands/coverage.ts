import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closestName } from '../../catalog/closest.ts';
import { gatherCoverage, type NamedCoverage, percentOf, shareOf, totalOf } from '../../coverage/coverage.ts';
import { shareInWords } from '../../coverage/words.ts';
import { type Command, exitCodes, Mistake, type Surroundings } from '../command.ts';
import type { CoverageFormat, CoverageReport } from '../coverage/coverage-format.ts';
import { coverageFormats } from '../coverage/formats.ts';
import { readCoverage } from '../coverage/read-coverage.ts';
import { jobsIn } from '../jobs.ts';
import { plain } from '../reports/style.ts';
import { writeWhole } from '../write-file.ts';

const options = {
	format: { type: 'string' },
	output: { type: 'string' },
	api: { type: 'string', multiple: true },
	exclude: { type: 'string', multiple: true },
	required: { type: 'boolean', default: false },
	tests: { type: 'boolean', default: false },
	'fail-under': { type: 'string' },
	since: { type: 'string' },
	jobs: { type: 'string' },
} as const;

/** Where nobody says how wide the terminal is. */
const usualWidth = 80;

const width = Math.max(...coverageFormats.map(({ name }) => name.length));
const formatList = coverageFormats
	.map(({ name, summary }) => `                    ${name.padEnd(width)}  ${summary}\n`)
	.join('');

export const coverageCommand: Command = {
	name: 'coverage',
	takes: '[PATH...]',
	summary: 'Says which errors are handled, and where.',
	usage: `Usage: api-errors coverage [PATH...] [options]

Shows the codes of each API that the code speaks of, by the places that choose by them: which are
handled by a branch of their own or around it, which are left to the default, which are not
handled, and where that cannot be told: errors that are handed on, labels that are made when the
code runs, an API that is not sure. It is the judgement of api-errors check.

  --format NAME     how it is written; ${coverageFormats[0].name} unless given, or what FILE's name says:
${formatList}\
  --output FILE     writes it to a file, and prints nothing
  --api ID          only this API; may be given more than once. http shows the statuses of which
                    no API is known, too
  --required        only what must be handled
  --tests           tests, fixtures and generated code too
  --exclude GLOB    leaves out what fits, from the current folder; may be given more than once
  --since REF       only files that have changed since the current branch left REF, committed or
                    not; the others are still read for what they say of them
  --fail-under N    ends with 1 where less than N percent of what must be handled is
  --jobs N          works with up to N threads; as many as there are processors unless given

Examples:

  api-errors coverage
  api-errors coverage src --output coverage.html
  api-errors coverage --required --fail-under 100
  api-errors coverage --since origin/main --format markdown

Percents count each place by itself, and leave out what cannot be told and what a comment such as
api-errors-disable-next-line accepts.

Ends with 0, with 1 where --fail-under asks for more, and with 2 where a file could not be read.
`,
	async run(args, surroundings) {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const format = formatFor(values.format, values.output);
		const least = values['fail-under'] === undefined ? undefined : percentIn(values['fail-under']);
		const { since, exclude: excludes = [] } = values;
		const asked = { paths: positionals, excludes, since, jobs: jobsIn(values.jobs) };
		const { found, looked, known, problems } = await readCoverage(asked, surroundings);
		checkIds(values.api, found, known);
		const { required: onlyRequired, tests: withTests } = values;
		const coverage = gatherCoverage(found, looked, { apis: values.api, onlyRequired, withTests });
		await deliver({ coverage, problems }, format, values.output, surroundings);
		if (problems.length > 0) return exitCodes.mistake;
		const share = shareOf(totalOf(coverage));
		if (least === undefined || (percentOf(share) ?? 100) >= least) return exitCodes.clean;
		const words = shareInWords(totalOf(coverage));
		surroundings.terminal.printError(`${words} of what must be handled is; --fail-under asks for ${least} %.\n`);
		return exitCodes.findings;
	},
};

/** The format that is named, or else the one that the name of the file tells of. */
function formatFor(name: string | undefined, output: string | undefined): CoverageFormat {
	const ending = /\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase() ?? '';
	const byEnding = { htm: 'html', html: 'html', json: 'json', md: 'markdown', markdown: 'markdown' };
	const told = Object.entries(byEnding).find(([known]) => known === ending)?.[1];
	const wanted = name ?? told ?? coverageFormats[0].name;
	const format = coverageFormats.find((one) => one.name === wanted);
	if (format) return format;
	const names = coverageFormats.map((one) => one.name);
	const meant = closestName(wanted, names);
	const hint = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean “${meant}”?`;
	throw new Mistake(`There is no format “${wanted}”. ${hint}`, { isUsage: true });
}

function percentIn(text: string): number {
	const percent = /^\d{1,3}(\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
	if (percent <= 100) return percent;
	throw new Mistake(`--fail-under is a percentage from 0 to 100, not “${text}”.`, { isUsage: true });
}

/**
 * An id that is misspelt would show nothing, as if all were well.
 * @param known ids that nothing needs to speak of, where only some of the files are looked at
 */
function checkIds(
	wanted: readonly string[] | undefined,
	found: readonly NamedCoverage[],
	known: readonly string[] | undefined,
): void {
	const ids = new Set([...found.flatMap(({ apis }) => apis.map(({ id }) => id)), ...(known ?? []), 'http']);
	for (const id of wanted ?? []) {
		if (ids.has(id)) continue;
		const meant = closestName(id, ids);
		// It may be one of which only the other files speak.
		if (known !== undefined && meant === undefined) continue;
		const hint = meant === undefined ? `It speaks of ${[...ids].sort().join(', ')}.` : `Did you mean “${meant}”?`;
		throw new Mistake(`No code here speaks of an API “${id}”. ${hint}`);
	}
}

async function deliver(
	report: CoverageReport,
	format: CoverageFormat,
	output: string | undefined,
	{ terminal }: Surroundings,
): Promise<void> {
	const columns = terminal.width ?? usualWidth;
	if (output === undefined) terminal.print(format.write(report, { style: terminal.style, width: columns }));
	else await writeWhole(resolve(terminal.folder, output), format.write(report, { style: plain, width: 100 }), output);
}
