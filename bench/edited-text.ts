import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';

/** A text that is being written, as an editor keeps it: in lines, with LSP positions (UTF-16). */
export interface EditedText {
	readonly lines: readonly string[];
	/** Writes at a position. Returns the change for the servers. */
	insert(at: Position, text: string): TextDocumentContentChangeEvent;
	/** Takes out a whole line and the line end before it. */
	removeLine(line: number): TextDocumentContentChangeEvent;
	toString(): string;
}

/** Starts from a text whose lines end in LF. */
export function editText(start: string): EditedText {
	const lines = start.split('\n');

	function lineAt(index: number): string {
		const line = lines[index];
		if (line === undefined) throw new RangeError(`There is no line ${index}.`);
		return line;
	}

	return {
		lines,
		insert(at, text) {
			const line = lineAt(at.line);
			const written = line.slice(0, at.character) + text + line.slice(at.character);
			lines.splice(at.line, 1, ...written.split('\n'));
			return { range: { start: at, end: at }, text };
		},
		removeLine(index) {
			const start = { line: index - 1, character: lineAt(index - 1).length };
			const end = { line: index, character: lineAt(index).length };
			lines.splice(index, 1);
			return { range: { start, end }, text: '' };
		},
		toString: () => lines.join('\n'),
	};
}
