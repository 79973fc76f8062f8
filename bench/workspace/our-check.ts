import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { Place } from './found.ts';
import type { Contestant } from './measure-cost.ts';
import { type Run, runCommand } from './run-command.ts';

/** What `api-errors check` prints as JSON, as far as it is needed here. */
interface Report {
	readonly files: number;
	readonly findings: readonly { readonly file: string; readonly line: number; readonly rule: string }[];
}

/** Our command, as it is measured. */
export interface OurCheck {
	readonly withoutCache: Contestant;
	/** Undefined where this build has no cache. */
	readonly withCache: Contestant | undefined;
	summaryOf(run: Run): { readonly files: number; readonly findings: number };
	/** Where it says that a required code is missing. */
	placesIn(run: Run): readonly Place[];
}

/**
 * @param bundle of the command line; an absolute path
 * @param folder an absolute path, the current folder of each run
 */
export async function ourCheck(bundle: string, folder: string, paths: readonly string[]): Promise<OurCheck> {
	const words = ['check', ...paths, '--format', 'json'];
	const contestant = (name: string, more: readonly string[]): Contestant => ({
		name,
		command: { file: process.execPath, args: [bundle, ...words, ...more], folder },
		// With 2 it says that single files could not be read, which is told and no failure.
		exitCodes: [0, 1, 2],
	});
	const help = await runCommand({ file: process.execPath, args: [bundle, 'check', '--help'], folder });
	const hasCache = help.output.includes('--no-cache');
	const location = hasCache ? mkdtempSync(join(cacheFolder, 'results-')) : '';
	return {
		withoutCache: contestant('ours', hasCache ? ['--no-cache'] : []),
		withCache: hasCache ? contestant('ours, again', ['--cache-location', location]) : undefined,
		summaryOf: (run) => {
			const { files, findings } = reportIn(run);
			return { files, findings: findings.length };
		},
		placesIn: (run) =>
			reportIn(run)
				.findings.filter(({ rule }) => rule === 'missing-required')
				.map(({ file, line }) => ({ path: file, line })),
	};
}

function reportIn({ output, complaints }: Run): Report {
	try {
		return JSON.parse(output);
	} catch (cause) {
		throw new Error(`api-errors check writes no JSON: ${complaints || output.slice(0, 200)}`, { cause });
	}
}
