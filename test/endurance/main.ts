// An hour's worth of editing, squeezed into minutes. `npm run endurance -- --help` says what can be chosen.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serverProgram } from '../support/server-program.ts';
import { endure, type Outcome, type Progress } from './endure.ts';
import { inMegabytes } from './memory.ts';
import { shrink } from './shrink.ts';

const usage = `npm run endurance -- [options]

  --seed N       what happens, and in which order; told at the start, any unless given
  --push         the editor takes the diagnostics that are pushed to it, as it does with every odd seed unless given
  --edits N      how often documents are changed, 100000 unless given
  --server FILE  this server instead of dist/server.node.js
  --no-shrink    does not look for the fewest events that go wrong
  --help         prints this
`;

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: String(Date.now() % 1e6) },
		push: { type: 'boolean' },
		edits: { type: 'string', default: '100000' },
		server: { type: 'string', default: serverProgram },
		shrink: { type: 'boolean', default: true },
		help: { type: 'boolean', default: false },
	},
	allowNegative: true,
});

if (values.help) console.log(usage);
else await main();

async function main(): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-endurance-'));
	const seed = Number(values.seed);
	const isPushed = values.push ?? seed % 2 === 1;
	console.log(`Seed ${seed}, diagnostics are ${isPushed ? 'pushed' : 'asked for'}`);
	try {
		const outcome = await endure({
			...{ seed, edits: Number(values.edits), isPushed, program: values.server, folder: pathToFileURL(folder).href },
			onProgress: (progress) => showProgress(Number(values.edits), progress),
		});
		process.stdout.write('\n');
		for (const line of summaryOf(outcome)) console.log(line);
		if (outcome.problems.length === 0) return;
		process.exitCode = 1;
		console.log(`\nSeed ${seed} goes wrong:\n${outcome.problems.join('\n')}`);
		if (values.shrink) for await (const line of shrink(outcome.since)) console.log(line);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** One line, written over on a terminal. */
function showProgress(all: number, { edits, seconds, memory }: Progress): void {
	const line = `${edits} of ${all} edits, ${(edits / seconds).toFixed(0)} per second, ${inMegabytes(memory.heap)} heap, ${inMegabytes(memory.resident)} in all`;
	process.stdout.write(process.stdout.isTTY ? `\r${line}\u001B[K` : `${line}\n`);
}

function summaryOf({ edits, seconds, questions, slowest, samples }: Outcome): readonly string[] {
	const [first, last] = [samples[0], samples.at(-1)];
	return [
		`${edits} edits in ${seconds.toFixed(0)} s: ${(edits / seconds).toFixed(0)} per second`,
		`${questions} questions, 99 of 100 answered in ${slowest.toFixed(0)} ms`,
		...(first && last
			? [
					`Heap ${inMegabytes(first.heap)} at first, ${inMegabytes(last.heap)} at last`,
					`Memory in all ${inMegabytes(first.resident)} at first, ${inMegabytes(last.resident)} at last`,
				]
			: []),
	];
}
