import { indentationUnit, lineBreakAt } from '../../syntax/text-lines.ts';
import type { DataNode } from './data-node.ts';
import type { DataText } from './data-text.ts';

/** How a text is laid out, so that what is added looks like the rest. */
export interface TextStyle {
	readonly text: string;
	readonly format: 'json' | 'yaml';
	readonly lineBreak: string;
	/** One level of indentation. */
	readonly unit: string;
	/** Whether a list in YAML is indented more than the key that it stands under. */
	readonly indentsLists: boolean;
	/** Whether all of it stands in one line. */
	readonly isOneLine: boolean;
}

export function styleOf({ text, format }: DataText, root: DataNode): TextStyle {
	const unit = indentationUnit(text);
	const isOneLine = !text.slice(root.start, root.end).includes('\n') && root.parts.length > 0;
	return {
		text,
		format,
		lineBreak: lineBreakAt(text, 0),
		unit: format === 'json' ? (unit ?? '\t') : unit?.includes('\t') || !unit ? '  ' : unit,
		indentsLists: !/^([ ]*)(?:- )?[^\s#-][^\n]*:[ ]*\r?\n\1-[ ]/m.test(text),
		isOneLine: format === 'json' && isOneLine,
	};
}

/** Where the comment or the blanks end that begin at the offset; the offset itself where there are none. */
export function afterBlanks(text: string, offset: number, format: 'json' | 'yaml'): number {
	const blanks = format === 'json' ? /(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y : /(?:\s|#[^\n]*)*/y;
	blanks.lastIndex = offset;
	blanks.test(text);
	return blanks.lastIndex;
}
