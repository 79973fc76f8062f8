import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { editText } from './edited-text.ts';
import { startClient } from './language-client.ts';
import { type Measure, type Setting, timed } from './measure.ts';
import type { ServerCommand } from './servers.ts';
import { bySide, inTurn, type Sides } from './sides.ts';
import { labelPositions } from './typing.ts';

/** From the start of the process to the diagnostics of the file, a new process each time. */
export async function measureFirstDiagnostic(setting: Setting): Promise<Measure> {
	const times = await startInTurn(setting, async (command) => {
		const { milliseconds, result } = await timed(async () => {
			const client = await startClient(command, setting.folder, setting.folderUri);
			await client.open(setting.uri, setting.text).diagnostics();
			return client;
		});
		await result.stop();
		return milliseconds;
	});
	return { name: 'start to first diagnostic', lines: setting.lines, unit: 'ms', ...times };
}

/** From opening the file to the answer of a hover in its middle, in a process that just initialized. */
export async function measureFirstHover(setting: Setting): Promise<Measure> {
	const labels = labelPositions(editText(setting.text));
	const label = labels[Math.floor(labels.length / 2)];
	if (label === undefined) throw new Error('The file has no label to hover over.');
	const times = await startInTurn(setting, async (command) => {
		const client = await startClient(command, setting.folder, setting.folderUri);
		const { milliseconds } = await timed(() => client.open(setting.uri, setting.text).hover(label));
		await client.stop();
		return milliseconds;
	});
	return { name: 'didOpen to first hover', lines: setting.lines, unit: 'ms', ...times };
}

/** What starting Node costs before any of our code runs; to be read beside the other two. */
export async function measureNode(times: number): Promise<Measure> {
	const ours: number[] = [];
	for (let round = 0; round < times; round++) {
		const { milliseconds } = await timed(() => once(spawn(process.execPath, ['-e', '0']), 'close'));
		ours.push(milliseconds);
	}
	return { name: 'start of Node alone', unit: 'ms', ours };
}

/** The first round fills the disk's cache and does not count. */
async function startInTurn(
	{ servers, effort }: Setting,
	start: (command: ServerCommand) => Promise<number>,
): Promise<Sides<readonly number[]>> {
	const rounds: Sides<number>[] = [];
	for (let round = 0; round <= effort.starts; round++) rounds.push(await inTurn(round, servers, start));
	return bySide(rounds.slice(1));
}
