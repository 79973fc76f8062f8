import Papa from 'papaparse';
import type { ImportFormat, ImportReading } from './draft.ts';
import { longestPage, mostRows } from './tables/page.ts';
import { readPage } from './tables/read-page.ts';

/** Rows of cells with a comma, a semicolon, a tab or a bar between. */
export const csv: ImportFormat = {
	name: 'csv',
	title: 'CSV or tab-separated table',
	likelihood: ({ text, fileName = '' }) => {
		if (/\.(?:csv|tsv|tab)$/i.test(fileName)) return 0.95;
		if (/\.\w{1,10}$/.test(fileName)) return 0;
		return isRegular(text.slice(0, 20_000)) ? 0.84 : 0;
	},
	read: ({ text }) => readRows(text),
};

/** Whether the first lines all have the same number of commas, semicolons or tabs, and a header of short words. */
function isRegular(text: string): boolean {
	const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { preview: 20, skipEmptyLines: 'greedy' });
	const [header] = data;
	const width = header?.length ?? 0;
	// Tabs are what browsers put between the cells of a table, which may have a page around it.
	if (
		header === undefined ||
		text.includes('\t') ||
		data.length < 2 ||
		width < 2 ||
		header.some((cell) => cell.length > 40)
	)
		return false;
	return data.slice(0, 10).every((row) => row.length === width) && !/^\s*[<#{[|]/.test(text);
}

function readRows(text: string): ImportReading {
	// Spreadsheets may write down first what parts the cells.
	const [line = '', sign = ''] = /^\uFEFF?(?:sep=([,;\t|])\r?\n)?/i.exec(text) ?? [];
	const source = text.slice(line.length);
	const { data } = Papa.parse<string[]>(source.slice(0, longestPage), {
		skipEmptyLines: 'greedy',
		preview: mostRows + 2,
		delimiter: sign,
		delimitersToGuess: [',', '\t', ';', '|'],
	});
	const tidy = data.map((row) => row.map((cell) => cell.trim().replace(/\r\n?/g, '\n')));
	const first = tidy.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
	const rows = tidy.slice(Math.max(0, first));
	const titles = tidy.slice(0, Math.max(0, first)).map((row) => row.join(' ').trim());
	const notes = source.length > longestPage ? ['The table is too long; its end was not read.'] : [];
	return readPage({ titles, blocks: [{ kind: 'table', rows }], notes, isRowsAlone: true });
}
