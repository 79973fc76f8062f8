import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { EditedText } from './edited-text.ts';
import type { LanguageClient, OpenDocument } from './language-client.ts';
import { type Effort, timed } from './measure.ts';
import { inTurn, type Sides } from './sides.ts';
import { labelPositions, typeLabels, typeStatements } from './typing.ts';
import { untilIdle } from './until-idle.ts';

/** One server with the file open in it. */
export interface Editor {
	readonly client: LanguageClient;
	readonly document: OpenDocument;
}

/** How long a request took, in milliseconds, and how many things its answer holds. */
export interface Answer {
	readonly milliseconds: number;
	readonly size: number;
}

/** Hovers over labels all over the file; nothing changes in between. */
export async function timeHovers(
	editors: Sides<Editor>,
	text: EditedText,
	{ hovers, warmUp }: Effort,
): Promise<Sides<Answer>[]> {
	const labels = labelPositions(text);
	const answers: Sides<Answer>[] = [];
	for (let round = 0; round < warmUp + hovers; round++) {
		// A large prime step: what is asked one after the other lies far apart in the file.
		const label = labels[(round * 7919) % labels.length];
		if (label === undefined) throw new Error('The file has no label to hover over.');
		answers.push(
			await whenIdle(round, editors, async ({ document }) => {
				const { milliseconds, result } = await timed(() => document.hover(label));
				return { milliseconds, size: result === null ? 0 : 1 };
			}),
		);
	}
	return answers.slice(warmUp);
}

/** From a keystroke inside the quotes of a new label to the completions there. Leaves the text as it was. */
export async function timeCompletions(
	editors: Sides<Editor>,
	text: EditedText,
	{ completions, warmUp }: Effort,
): Promise<Sides<Answer>[]> {
	const wanted = warmUp + completions;
	const answers: Sides<Answer>[] = [];
	for (const { change, cursor } of typeLabels(text)) {
		if (cursor === undefined) {
			await inTurn(0, editors, ({ document }) => document.change(change));
			if (answers.length >= wanted) break;
			continue;
		}
		answers.push(
			await whenIdle(answers.length, editors, async ({ document }) => {
				const { milliseconds, result } = await timed(() =>
					Promise.all([document.change(change), document.completion(cursor)]),
				);
				return { milliseconds, size: result[1].length };
			}),
		);
	}
	return answers.slice(warmUp, wanted);
}

/** A row of keystrokes that goes on where it stopped, so that memory can be read in between. */
export interface Typist {
	/** Types until `total` keystrokes were made since the start. */
	typeUntil(total: number): Promise<void>;
	/** From a keystroke to the diagnostics of the new version, for those after the warm-up until there are enough. */
	readonly answers: readonly Sides<Answer>[];
}

/** Starts to type in the handlers in the middle of the file. */
export function startTyping(editors: Sides<Editor>, text: EditedText, { edits, warmUp, askEvery }: Effort): Typist {
	const keystrokes = typeStatements(text);
	const answers: Sides<Answer>[] = [];
	let made = 0;
	return {
		answers,
		async typeUntil(total) {
			for (; made < total; made++) {
				const change = keystrokes.next().value;
				if (made < warmUp + edits || made % askEvery === 0) {
					const answer = await whenIdle(made, editors, ({ document }) => timeDiagnostics(document, change));
					if (made >= warmUp && made < warmUp + edits) answers.push(answer);
				} else {
					await inTurn(made, editors, ({ document }) => document.change(change));
				}
			}
		},
	};
}

/** Each in turn, when neither server is still busy with what was asked before. */
async function whenIdle<Result>(
	round: number,
	editors: Sides<Editor>,
	act: (editor: Editor) => Promise<Result>,
): Promise<Sides<Result>> {
	const pids = [editors.ours.client.pid, editors.reference.client.pid];
	return await inTurn(round, editors, async (editor) => {
		await untilIdle(pids);
		return await act(editor);
	});
}

async function timeDiagnostics(document: OpenDocument, change: TextDocumentContentChangeEvent): Promise<Answer> {
	const { milliseconds, result } = await timed(() => Promise.all([document.change(change), document.diagnostics()]));
	return { milliseconds, size: result[1].length };
}
