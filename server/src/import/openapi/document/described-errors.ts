import type { DraftEntry } from '../../draft.ts';
import { markdownPage } from '../../tables/markdown/markdown-page.ts';
import { readPage } from '../../tables/read-page.ts';

/** UTF-16 units: longer descriptions of one thing are about more than its errors. */
const longestOfOne = 20_000;

/** The codes of which a Markdown page, the description of an API, tells in tables, lists and headings. */
export function errorsOnPage(text: string | undefined): readonly DraftEntry[] {
	return text === undefined || !mayList(text) ? [] : readPage(markdownPage(text)).draft.entries.filter(isCode);
}

/** The codes that a description lists, where what it describes is a response of an error or the code of one. */
export function listedErrorCodes(text: string | undefined): readonly DraftEntry[] {
	if (text === undefined || text.length > longestOfOne || !mayList(text)) return [];
	return readPage({ ...markdownPage(text), isRowsAlone: true }).draft.entries.filter(isCode);
}

/** Whether there is a line that could belong to a table or a list, or be a heading. */
function mayList(text: string): boolean {
	return /^[ \t>]*[|#*+\-\d][^\n]*\w/m.test(text) && text.includes('\n');
}

function isCode({ kind }: DraftEntry): boolean {
	return kind === 'code';
}
