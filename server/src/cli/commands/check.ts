import { resolve } from 'node:path';
import { version } from '../../version.ts';
import { comparisonInWords, openBaseline } from '../baseline/baseline.ts';
import { type Checked, checkChosen } from '../checking/check-chosen.ts';
import { type CheckChoice, choiceIn } from '../checking/options.ts';
import { checkUsage } from '../checking/usage.ts';
import { type Command, exitCodes, type Surroundings } from '../command.ts';
import { describedRules } from '../described-rules.ts';
import { counted, countsOf } from '../reports/counts.ts';
import type { FileReport, Report } from '../reports/report.ts';
import { plain } from '../reports/style.ts';
import { writeWhole } from '../write-file.ts';

export const checkCommand: Command = {
	name: 'check',
	takes: '[PATH...]',
	summary: 'Says what is wrong with how code handles errors.',
	usage: checkUsage,
	async run(args, surroundings) {
		const choice = choiceIn(args);
		const compared = await checkAndCompare(choice, surroundings);
		const files = choice.isQuiet ? compared.files.map(withErrorsOnly) : compared.files;
		await deliver({ ...compared, files }, choice, surroundings);
		return exitCodeFor(compared, choice, surroundings);
	},
};

interface Compared extends Checked {
	/** Whether what is known is left out. */
	readonly isCompared: boolean;
}

/** Checks, and leaves out what the baseline has. */
async function checkAndCompare(choice: CheckChoice, surroundings: Surroundings): Promise<Compared> {
	const { baseline: path, updatesBaseline } = choice;
	const { terminal } = surroundings;
	if (path === undefined) return { ...(await checkChosen(choice, surroundings)), isCompared: false };
	// What is wrong with it is told before a long run.
	const baseline = await openBaseline(path, updatesBaseline, terminal);
	const { files, problems } = await checkChosen(choice, surroundings);
	const comparison = baseline.compare(files);
	if (!updatesBaseline) {
		// Where not all could be read, what seems to be gone may be there.
		const said = problems.length > 0 ? { ...comparison, gone: [] } : comparison;
		for (const line of comparisonInWords(said, path)) terminal.printError(`${line}\n`);
		return { files: comparison.files, problems, isCompared: true };
	}
	if (problems.length > 0) {
		terminal.printError(`${path} stays as it is, because not all could be checked.\n`);
		return { files: comparison.files, problems, isCompared: true };
	}
	await baseline.adopt(comparison);
	const all = comparison.now.reduce((sum, { count }) => sum + count, 0);
	terminal.printError(`${path} has ${counted(all, 'problem')} now.\n`);
	return { files: files.map((file) => ({ ...file, findings: [] })), problems, isCompared: true };
}

function withErrorsOnly(file: FileReport): FileReport {
	return { ...file, findings: file.findings.filter(({ severity }) => severity === 'error') };
}

async function deliver(compared: Compared, choice: CheckChoice, { host, terminal }: Surroundings): Promise<void> {
	const { format, output, inputName, isFixing } = choice;
	const report: Report = { ...compared, rules: await describedRules(host, format), version };
	const isTextPrinted = isFixing && inputName !== undefined;
	if (output !== undefined) await writeWhole(resolve(terminal.folder, output), format.write(report, plain), output);
	else if (isTextPrinted) terminal.printError(format.write(report, plain));
	else terminal.print(format.write(report, terminal.style));
}

function exitCodeFor({ files, problems }: Checked, choice: CheckChoice, { terminal }: Surroundings): number {
	if (problems.length > 0) return exitCodes.mistake;
	const { isQuiet, mostWarnings } = choice;
	const { errors, warnings } = countsOf(files.flatMap(({ findings }) => findings));
	const tooMany = warnings > (mostWarnings ?? (isQuiet ? Number.POSITIVE_INFINITY : 0));
	if (tooMany && mostWarnings !== undefined)
		terminal.printError(`There are ${counted(warnings, 'warning')}; --max-warnings allows ${mostWarnings}.\n`);
	return errors > 0 || tooMany ? exitCodes.findings : exitCodes.clean;
}
