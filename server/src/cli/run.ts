import type { Host } from '../host/host.ts';
import { version } from '../version.ts';
import { help, readArguments } from './arguments.ts';
import { check } from './check.ts';
import { type ReportedFinding, reportFile, type Style, summarize } from './report-text.ts';

/** What the command talks to. */
export interface Terminal {
	readonly folder: string;
	readonly style: Style;
	readonly print: (text: string) => void;
	readonly printError: (text: string) => void;
}

/** How the command ended, as `--help` says it. */
export const exitCodes = { clean: 0, findings: 1, mistake: 2 } as const;

/** Does what the arguments ask for. Resolves to the exit code. */
export async function run(given: readonly string[], host: Host, terminal: Terminal): Promise<number> {
	const request = readArguments(given);
	switch (request.kind) {
		case 'help':
			terminal.print(help);
			return exitCodes.clean;
		case 'version':
			terminal.print(`${version}\n`);
			return exitCodes.clean;
		case 'mistake':
			terminal.printError(`${request.message}\nTry: api-errors --help\n`);
			return exitCodes.mistake;
		case 'check':
			return runCheck(request.paths, host, terminal);
	}
}

async function runCheck(paths: readonly string[], host: Host, terminal: Terminal): Promise<number> {
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
