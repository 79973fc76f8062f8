// Speed of the command line over whole folders, beside other tools: `npm run bench:workspace`.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Arguments, readArguments, usage } from './arguments.ts';
import { cacheFolder, root } from './cache-folder.ts';
import { layOutCorpus } from './corpus/lay-out.ts';
import { measureCorpus } from './corpus/measure-corpus.ts';
import { fullEffort, quickEffort } from './measure-cost.ts';
import { measureTypescript } from './measure-typescript.ts';
import { reportJson, reportText } from './report.ts';
import type { Results } from './row.ts';
import { installTools } from './tools.ts';

async function main(words: readonly string[]): Promise<void> {
	const chosen = readArguments(words);
	if (chosen.help) {
		process.stdout.write(usage);
		return;
	}
	const bundle = resolve(chosen.command ?? join(root, 'dist', 'cli.js'));
	if (!existsSync(bundle)) throw new Error(`There is no command line at ${bundle}: run npm run build.`);
	const results = await measureAll(chosen, bundle);
	process.stdout.write(reportText(results));
	if (chosen.json !== undefined) writeFileSync(chosen.json, reportJson(results));
}

async function measureAll({ quick, only, corpus }: Arguments, bundle: string): Promise<Results> {
	mkdirSync(cacheFolder, { recursive: true });
	const tools = installTools(tell);
	const effort = quick ? quickEffort : fullEffort;
	const setting = { bundle, tools, effort, tell };
	const parts: Results[] = [];
	if (only !== 'typescript') {
		const { folder, remarks } = corpus === undefined ? ownCorpus() : { folder: resolve(corpus), remarks: [] };
		const measured = await measureCorpus({ ...setting, folder });
		parts.push({ rows: measured.rows, remarks: [...remarks, ...measured.remarks] });
	}
	if (only !== 'corpus') parts.push(await measureTypescript(setting));
	return { rows: parts.flatMap(({ rows }) => rows), remarks: parts.flatMap(({ remarks }) => remarks) };
}

function ownCorpus(): Pick<Results, 'remarks'> & { readonly folder: string } {
	const { folder, files, bytes, sources, remarks } = layOutCorpus(cacheFolder, join(root, 'examples'), tell);
	const size = `${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(0)} MB`;
	return { folder, remarks: [`Corpus: ${size} of ${sources.join(', ')}.`, ...remarks] };
}

/** Progress, beside the report. */
function tell(what: string): void {
	process.stderr.write(`${what} …\n`);
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
