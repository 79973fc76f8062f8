import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { EditedText } from './edited-text.ts';

/** A change after which an editor asks for completions. */
export interface LabelKeystroke {
	readonly change: TextDocumentContentChangeEvent;
	/** Where the cursor is; undefined where nothing is asked, because the line was only taken out again. */
	readonly cursor: Position | undefined;
}

const statements = [
	"console.warn('asked for', id, response.status);",
	'if (session.tenant === undefined) console.debug(id);',
	"performance.mark('answered');",
];
const branchHead = /^\t+(case .+:( \{)?|(\} else )?if \(error\.code .+\{)$/;
const switchHead = /^\tswitch \(error\.code\) \{$/;
/** How many places near the middle are written at in turn. */
const placesInUse = 8;

/**
 * Writes statements into the handlers in the middle of the text without end, one character per keystroke, as they are
 * typed: nothing closes by itself, so the code is broken until the statement is whole.
 */
export function* typeStatements(text: EditedText): Generator<TextDocumentContentChangeEvent, never> {
	for (let round = 0; ; round++) {
		const head = placeNearMiddle(text.lines, branchHead, round);
		const indentation = `${/^\t*/.exec(text.lines[head] ?? '')?.[0]}\t`;
		yield text.insert({ line: head, character: text.lines[head]?.length ?? 0 }, `\n${indentation}`);
		for (const [index, character] of [...(statements[round % statements.length] ?? '')].entries()) {
			yield text.insert({ line: head + 1, character: indentation.length + index }, character);
		}
	}
}

/**
 * Writes `case ''` into the switches in the middle of the text without end, then the first letters of a code between
 * the quotes, then takes the line out.
 */
export function* typeLabels(text: EditedText): Generator<LabelKeystroke, never> {
	const start = "\t\tcase '";
	for (let round = 0; ; round++) {
		const head = placeNearMiddle(text.lines, switchHead, round);
		const line = head + 1;
		const opened = text.insert({ line: head, character: text.lines[head]?.length ?? 0 }, `\n${start}'`);
		yield { change: opened, cursor: { line, character: start.length } };
		for (const [index, letter] of [...'RATE'].entries()) {
			const character = start.length + index;
			yield { change: text.insert({ line, character }, letter), cursor: { line, character: character + 1 } };
		}
		yield { change: text.removeLine(line), cursor: undefined };
	}
}

/** The positions inside the labels `case 'CODE'` and `=== 'CODE'` of the text, in its order. */
export function labelPositions(text: EditedText): Position[] {
	return text.lines.flatMap((content, line) =>
		[...content.matchAll(/(?<=(?:case|===) ')[A-Z_]+(?=')/g)].map((match) => ({ line, character: match.index + 1 })),
	);
}

function placeNearMiddle(lines: readonly string[], pattern: RegExp, round: number): number {
	const middle = lines.length / 2;
	const places = lines
		.flatMap((content, line) => (pattern.test(content) ? [line] : []))
		.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
		.slice(0, placesInUse);
	const place = places[round % places.length];
	if (place === undefined) throw new Error('The text has no place to write at.');
	return place;
}
