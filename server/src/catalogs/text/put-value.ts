import type { JsonPath } from '../../catalog/problem.ts';
import type { Edit } from '../../syntax/span.ts';
import { indentationAt, lineStartAt } from '../../syntax/text-lines.ts';
import type { DataText } from './data-text.ts';
import { withLineBreaks } from './insert-items.ts';
import { type Layout, oneLine, writeJson, writeYaml } from './write-data.ts';

/**
 * The edit that puts a list or an object, laid out as new, in the place of the one that stands under a key of the root.
 * @param key of something that is there
 */
export function putValue(data: DataText, key: string, value: object, layout: Layout): Edit {
	const { text, format } = data;
	const path: JsonPath = [key];
	const { start, end } = data.spanAt(path);
	const indentation = indentationAt(text, data.spanAt(path, 'key').start);
	const isInBrackets = /[[{]/.test(text[start] ?? '');
	if (format === 'json') {
		const written = writeJson(value, { ...layout, indentation }, [key]);
		return { start, end, text: withLineBreaks(text, written) };
	}
	// Brackets that hold something were put there by somebody who likes them.
	if (isInBrackets && !/^[[{]\s*[\]}]$/.test(text.slice(start, end))) return { start, end, text: oneLine(value) };
	if (isInBrackets) {
		const inner = `${indentation}  `;
		const from = start - (/[\t ]*$/.exec(text.slice(lineStartAt(text, start), start))?.[0].length ?? 0);
		const written = writeYaml(value, { ...layout, indentation: inner }, [key]).replace(/\n$/, '');
		return { start: from, end, text: withLineBreaks(text, `\n${inner}${written}`) };
	}
	const written = writeYaml(value, { ...layout, indentation: indentationAt(text, start) }, [key]).replace(/\n$/, '');
	return { start, end: endOfContent(text, start, end), text: withLineBreaks(text, written) };
}

/** Without the blank lines and comments that a block of YAML ends with: they belong to what follows. */
function endOfContent(text: string, start: number, end: number): number {
	let last = end;
	for (;;) {
		const lineStart = Math.max(start, lineStartAt(text, last));
		if (lineStart <= start || !/^\s*(#.*)?$/.test(text.slice(lineStart, last))) break;
		last = lineStart - (text[lineStart - 2] === '\r' ? 2 : 1);
	}
	return last;
}
