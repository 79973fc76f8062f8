import { setTimeout as pause } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver/node';
import { type EditedText, editText } from './edited-text.ts';
import { type LanguageClient, startClient } from './language-client.ts';
import type { Findings, Measure, MeasureName, Setting } from './measure.ts';
import { percentile } from './percentile.ts';
import { residentBytes } from './process-memory.ts';
import { bySide, inTurn, type Sides } from './sides.ts';
import { type Answer, type Editor, startTyping, type Typist, timeCompletions, timeHovers } from './time-requests.ts';

/** How long the servers may tidy up before their memory at rest is read, in milliseconds. */
const restTime = 300;

/** In MB; undefined where the system does not tell. */
type Memory = Sides<number | undefined>;

/**
 * A session with the file in both servers at once: hovers, 1,000 keystrokes, completions, and the memory in between.
 * Both get the same changes at the same moments.
 */
export async function measureEditing(setting: Setting): Promise<Findings> {
	const clients: LanguageClient[] = [];
	try {
		const editors = await inTurn(0, setting.servers, async (command) => {
			const client = await startClient(command, setting.folder, setting.folderUri);
			clients.push(client);
			return { client, document: client.open(setting.uri, setting.text) };
		});
		return await measureSession(setting, editors);
	} finally {
		await Promise.all(clients.map((client) => client.stop()));
	}
}

async function measureSession(setting: Setting, editors: Sides<Editor>): Promise<Findings> {
	const { lines, effort } = setting;
	const text = editText(setting.text);
	const found = await inTurn(0, editors, async ({ document }) => (await document.diagnostics()).length);
	await pause(restTime);
	const opened = await readMemory(editors);
	const hovers = await timeHovers(editors, text, effort);
	const typist = startTyping(editors, text, effort);
	const memory = await readMemoryWhileTyping(editors, typist);
	const completions = await timeCompletions(editors, text, effort);
	const agree = await inTurn(0, editors, (editor) => agreesWithFresh(editor, setting.uri, text));
	return {
		measures: [
			answerMeasure('hover on a label', lines, hovers),
			answerMeasure('completion after an edit', lines, completions),
			answerMeasure('didChange to diagnostics', lines, typist.answers),
			...memoryMeasure('memory after open', lines, 'MB', opened),
			...memoryMeasure('memory after 1,000 edits', lines, 'MB', memory.last),
			...memoryMeasure('growth, edits 200 to 1,000', lines, '%', memory.growth),
		],
		remarks: [remarkOnFindings(setting, found), ...remarkOnStaleness(setting, agree)],
	};
}

function answerMeasure(name: MeasureName, lines: number, answers: readonly Sides<Answer>[]): Measure {
	const { ours, reference } = bySide(answers);
	const answered = { ours: shareAnswered(ours), reference: shareAnswered(reference) };
	return { name, lines, unit: 'ms', ours: ours.map(time), reference: reference.map(time), answered };
}

function time(answer: Answer): number {
	return answer.milliseconds;
}

function shareAnswered(answers: readonly Answer[]): number {
	return answers.filter((answer) => answer.size > 0).length / answers.length;
}

/**
 * Makes all the keystrokes. Garbage collectors let memory go up and down between two of them; so growth compares the
 * medians of edits 200 to 300 and of edits 900 to 1,000.
 */
async function readMemoryWhileTyping(
	editors: Sides<Editor>,
	typist: Typist,
): Promise<{ readonly last: Memory; readonly growth: Memory }> {
	const early = await readMemoryBetween(editors, typist, 200, 300);
	const late = await readMemoryBetween(editors, typist, 900, 1_000);
	await pause(restTime);
	const last = await readMemory(editors);
	return {
		last,
		growth: { ours: growth(early.ours, late.ours), reference: growth(early.reference, late.reference) },
	};
}

async function readMemoryBetween(
	editors: Sides<Editor>,
	typist: Typist,
	first: number,
	last: number,
): Promise<Sides<readonly (number | undefined)[]>> {
	const readings: Memory[] = [];
	for (let total = first; total <= last; total += 10) {
		await typist.typeUntil(total);
		readings.push(await readMemory(editors));
	}
	return bySide(readings);
}

/** In per cent; undefined where the system does not tell. */
function growth(early: readonly (number | undefined)[], late: readonly (number | undefined)[]): number | undefined {
	const known = (value: number | undefined): value is number => value !== undefined;
	if (!early.every(known) || !late.every(known)) return undefined;
	const before = percentile(early, 0.5);
	return (100 * (percentile(late, 0.5) - before)) / before;
}

/** In MB. */
async function readMemory(editors: Sides<Editor>): Promise<Memory> {
	return await inTurn(0, editors, async ({ client }) => {
		const bytes = residentBytes(client.pid);
		return bytes === undefined ? undefined : bytes / 1e6;
	});
}

/** No row where the system does not tell. */
function memoryMeasure(name: MeasureName, lines: number, unit: Measure['unit'], memory: Memory): Measure[] {
	const { ours, reference } = memory;
	if (ours === undefined || reference === undefined) return [];
	return [{ name, lines, unit, ours: [ours], reference: [reference] }];
}

/** Whether the server says of the text it followed change by change what it says of the same text opened anew. */
async function agreesWithFresh({ client, document }: Editor, uri: string, text: EditedText): Promise<boolean> {
	const followed = await document.diagnostics();
	await document.close();
	const fresh = client.open(uri, text.toString());
	return describe(followed) === describe(await fresh.diagnostics());
}

function describe(diagnostics: readonly Diagnostic[]): string {
	return diagnostics
		.map(({ range, code, message }) => JSON.stringify([range, code, message]))
		.sort()
		.join('\n');
}

function remarkOnFindings({ lines, servers }: Setting, found: Sides<number>): string {
	const counts = `${servers.ours.name} reports ${found.ours}, ${servers.reference.name} ${found.reference}`;
	return `${lines} lines, diagnostics of the file as opened: ${counts}.`;
}

function remarkOnStaleness({ lines, servers }: Setting, agree: Sides<boolean>): string[] {
	return (['ours', 'reference'] as const)
		.filter((side) => !agree[side])
		.map((side) => `${lines} lines: ${servers[side].name} reports other diagnostics when the edited text is reopened.`);
}
