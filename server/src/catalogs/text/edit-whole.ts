import type { PathEdit } from '../../catalog/problem.ts';
import type { Edit } from '../../syntax/span.ts';
import { lineBreakAt } from '../../syntax/text-lines.ts';
import { valueAfter } from './changed-value.ts';
import type { DataText } from './data-text.ts';
import { writeBlockPart, writeLines } from './written-value.ts';

/** Writes into a text in which nothing but comments stands; undefined where something else does. */
export function editWhole({ text, format, value }: DataText, edits: readonly PathEdit[]): readonly Edit[] | undefined {
	if (value !== undefined && value !== null) return undefined;
	const after = valueAfter(undefined, edits)?.value;
	if (typeof after !== 'object' || after === null) return undefined;
	const lineBreak = lineBreakAt(text, 0);
	const style = {
		text,
		format,
		lineBreak,
		unit: format === 'json' ? '\t' : '  ',
		indentsLists: true,
		isOneLine: false,
	};
	const parts = Array.isArray(after)
		? after.map((item) => ({ name: undefined, value: item }))
		: Object.entries(after).map(([name, field]) => ({ name, value: field }));
	const written =
		format === 'json'
			? writeLines(after, '', style)
			: parts.map((part) => writeBlockPart(part, '', style)).join(lineBreak);
	const isOpen = text.trim() !== '' && !text.endsWith('\n');
	return [{ start: text.length, end: text.length, text: `${isOpen ? lineBreak : ''}${written}${lineBreak}` }];
}
