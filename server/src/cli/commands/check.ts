import { parseArgs } from 'node:util';
import { check } from '../check.ts';
import { type Command, exitCodes, type Surroundings } from '../command.ts';
import { type ReportedFinding, reportFile, summarize } from '../report-text.ts';

export const checkCommand: Command = {
	name: 'check',
	takes: '[PATH...]',
	summary: 'Says what is wrong with how code handles errors.',
	usage: `Usage: api-errors check [PATH...]

Reads the files and folders named, or the current folder, and prints what is wrong with how
they handle the errors of an API: cases that are missing, codes that are misspelt, waits that
are not kept. Folders named node_modules or .git are left out.

  api-errors check
  api-errors check src test/server.ts

Ends with 0 where nothing is wrong, with 1 where there is a warning or an error, and with 2
where a file could not be read.
`,
	async run(args, surroundings) {
		const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
		return checkPaths(positionals.length > 0 ? positionals : ['.'], surroundings);
	},
};

async function checkPaths(paths: readonly string[], { host, terminal }: Surroundings): Promise<number> {
	const { folder, style, print, printError } = terminal;
	const found: ReportedFinding[] = [];
	let files = 0;
	let problems = 0;
	const onProblem = (message: string) => {
		problems++;
		printError(`${message}\n`);
	};
	for await (const report of check({ host, folder, paths, onProblem })) {
		files++;
		found.push(...report.findings);
		print(reportFile(report, style));
	}
	print(summarize(found, files, style));
	if (problems > 0) return exitCodes.mistake;
	const serious = found.some(({ severity }) => severity === 'error' || severity === 'warning');
	return serious ? exitCodes.findings : exitCodes.clean;
}
