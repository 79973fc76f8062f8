import { resolve } from 'node:path';
import { readableIdOf } from '../../containers/readable.ts';
import { pathFrom, repositoryAround } from '../../files/repository.ts';
import type { PlacedFinding } from '../../rules/rule.ts';
import { version } from '../../version.ts';
import { cachePlace } from '../cache/cache-place.ts';
import { cachedRun } from '../cache/cached-run.ts';
import { check } from '../check.ts';
import type { Surroundings } from '../command.ts';
import { excluding } from '../files/globs.ts';
import { type ListedFiles, listFiles } from '../files/list-files.ts';
import { fixFiles, fixGiven } from '../fix/fix-files.ts';
import { type Progress, progressOn } from '../progress.ts';
import { viewProject } from '../project-view.ts';
import { counted } from '../reports/counts.ts';
import { byPath } from '../reports/order.ts';
import type { FileReport } from '../reports/report.ts';
import type { CheckChoice } from './options.ts';

/** What a check came to. */
export interface Checked {
	/** In the order of `byPath`. */
	readonly files: readonly FileReport[];
	/** What could not be read or done, as sentences; each was printed. */
	readonly problems: readonly string[];
}

interface Run extends Surroundings {
	readonly choice: CheckChoice;
	readonly progress: Progress;
	readonly onProblem: (message: string) => void;
}

/**
 * Checks what was chosen, and mends it first where that is wanted. Rejects with a `Mistake` where git cannot say what has
 * changed.
 */
export async function checkChosen(choice: CheckChoice, surroundings: Surroundings): Promise<Checked> {
	const { terminal } = surroundings;
	const progress = progressOn(choice.showsProgress ? terminal.showStatus : undefined);
	// What is wrong before a fix is so after it.
	const problems = new Set<string>();
	const onProblem = (message: string) => {
		if (problems.has(message)) return;
		problems.add(message);
		progress.hide();
		terminal.printError(`${message}\n`);
	};
	try {
		const run = { ...surroundings, choice, progress, onProblem };
		const files = choice.inputName === undefined ? await checkFilesOnce(run) : await checkInput(choice.inputName, run);
		return { files: [...files].sort(byPath), problems: [...problems] };
	} finally {
		progress.end();
	}
}

/** As the last time, where nothing has changed since. What git says of a past state is asked anew each time. */
async function checkFilesOnce(run: Run): Promise<readonly FileReport[]> {
	const { choice, host, terminal, onProblem } = run;
	const { folder, program, now } = terminal;
	const isKept = choice.usesCache && !choice.isFixing && choice.since === undefined;
	if (!isKept || program === undefined) return (await checkFiles(run)).reports;
	const { paths, excludes, withIgnored } = choice;
	const options = {
		...{ host, folder, paths, program, ...(now && { now: now() }) },
		key: { version, excludes, withIgnored },
		place: await cachePlace(folder, choice.cachePlace),
		root: (await repositoryAround(folder)) ?? folder,
	};
	return cachedRun(options, async (recording) => {
		let isWhole = true;
		const told = (message: string) => {
			isWhole = false;
			onProblem(message);
		};
		const { files, reports, hasNotes } = await checkFiles({ ...run, host: recording, onProblem: told });
		return { files, reports, isWhole: isWhole && !hasNotes };
	});
}

interface CheckedFiles {
	/** Absolute paths. */
	readonly files: readonly string[];
	readonly reports: readonly FileReport[];
	readonly hasNotes: boolean;
}

async function checkFiles(run: Run): Promise<CheckedFiles> {
	run.progress.at('Looking for files');
	const { files, problems, notes } = await filesOf(run);
	problems.forEach(run.onProblem);
	for (const note of notes) run.terminal.printError(`${note}\n`);
	const reports = await reportsOn({ files }, run);
	const hasNotes = notes.length > 0;
	return { files, reports: run.choice.isFixing ? await mend(files, reports, run) : reports, hasNotes };
}

async function filesOf({ choice, host, terminal }: Run): Promise<ListedFiles> {
	const { folder } = terminal;
	const { paths, since, withIgnored, excludes } = choice;
	const { settings } = await viewProject(host, folder, paths);
	const isExcludedHere = excluding(excludes);
	return listFiles({
		...{ folder, paths, since, withIgnored, onRead: host.noteRead },
		isWanted: (name) => readableIdOf(name) !== undefined,
		isExcluded: (path) => isExcludedHere(pathFrom(folder, path)) || settings.isExcluded(path),
	});
}

interface What {
	readonly files: readonly string[];
	readonly given?: { readonly path: string; readonly text: string };
}

async function reportsOn({ files, given }: What, run: Run): Promise<readonly FileReport[]> {
	const { host, terminal, progress, onProblem, choice } = run;
	const { folder } = terminal;
	const root = (await repositoryAround(folder)) ?? folder;
	const reports: FileReport[] = [];
	const paths = choice.paths.length > 0 || given ? choice.paths : ['.'];
	const what = { paths, files, given, isEachMeant: choice.since !== undefined, jobs: choice.jobs };
	const onProgress = (done: number, all: number) => progress.at('files checked', done, all);
	progress.at('Looking at files', 0, files.length);
	for await (const { file, path, findings } of check({ ...what, host, folder, onProblem, onProgress }))
		reports.push({ path, pathInRepository: pathFrom(root, file), findings });
	return reports;
}

/** How often files are checked anew for what a fix in one of them has changed in another. */
const mostRounds = 5;

async function mend(files: readonly string[], before: readonly FileReport[], run: Run): Promise<readonly FileReport[]> {
	const { folder } = run.terminal;
	const mended = new Map<string, number>();
	let reports = before;
	for (let round = 0; round < mostRounds; round++) {
		const fixable = reports.filter(({ findings }) =>
			findings.some((finding) => finding.fixable && isMeant(finding, run)),
		);
		run.progress.at('Mending');
		const paths = fixable.map(({ path }) => resolve(folder, path));
		const changed = await fixFiles(paths, fixOptions(run));
		for (const [file, count] of changed) mended.set(file, (mended.get(file) ?? 0) + count);
		if (changed.size === 0) break;
		reports = await reportsOn({ files }, run);
	}
	run.progress.hide();
	if (mended.size > 0) run.terminal.printError(`${mendedInWords(mended)}\n`);
	return reports;
}

function mendedInWords(mended: ReadonlyMap<string, number>): string {
	const all = [...mended.values()].reduce((sum, count) => sum + count, 0);
	return `Mended ${counted(all, 'problem')} in ${counted(mended.size, 'file')}.`;
}

function fixOptions(run: Run) {
	const { host, terminal, choice, onProblem } = run;
	const paths = choice.paths.length > 0 ? choice.paths : ['.'];
	return {
		host,
		folder: terminal.folder,
		paths,
		onProblem,
		isMeant: (finding: PlacedFinding) => isMeant(finding, run),
	};
}

/** Whether a finding is told, so that it may be mended. */
function isMeant({ severity }: Pick<PlacedFinding, 'severity'>, { choice }: Run): boolean {
	return !choice.isQuiet || severity === 'error';
}

async function checkInput(path: string, run: Run): Promise<readonly FileReport[]> {
	const { terminal, choice } = run;
	const input = await terminal.readInput();
	const file = resolve(terminal.folder, path);
	const isReadable = readableIdOf(path) !== undefined;
	const bytes = choice.isFixing && isReadable ? await fixGiven(file, input, fixOptions(run)) : input;
	if (choice.isFixing) terminal.printBytes(bytes);
	// As files are read: whatever is no UTF-8 does not stop it.
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	return reportsOn({ files: [], given: { path, text } }, run);
}
