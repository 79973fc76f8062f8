import type { ImportFormat, ImportSource } from '../draft.ts';
import { htmlPage } from './html/html-page.ts';
import { markdownPage } from './markdown/markdown-page.ts';
import { readPage } from './read-page.ts';
import { headersRunTogether } from './text/header-line.ts';
import { textPage } from './text/text-page.ts';

/** UTF-16 units at the start of a source that tell what it is. */
const looked = 50_000;

/** A page of documentation in Markdown or MDX. */
export const markdown: ImportFormat = {
	name: 'markdown',
	title: 'Markdown page',
	likelihood: ({ text, fileName = '' }) => {
		if (/\.(?:mdx?|markdown|mdown)$/i.test(fileName)) return 0.9;
		const start = text.slice(0, looked);
		if (isNamed(fileName) || isData(start)) return 0;
		const isPage = !beginsWithCode(start);
		if (/^[ \t]{0,20}\|?[ \t]{0,20}:?-{3,200}:?[ \t]{0,200}\|[ \t|:-]{0,2000}$/m.test(start)) return isPage ? 0.9 : 0.7;
		if (!/^#{1,6} \S/m.test(start) && !/^[ \t]{0,8}[-*] (?:`|\*\*)/m.test(start)) return 0.05;
		return isPage ? 0.85 : 0.5;
	},
	read: ({ text }) => readPage(markdownPage(text)),
};

/** A page of documentation in HTML. */
export const html: ImportFormat = {
	name: 'html',
	title: 'HTML page',
	likelihood: ({ text, fileName = '' }) => {
		if (/\.x?html?$/i.test(fileName)) return 0.95;
		if (isNamed(fileName)) return 0;
		const start = text.slice(0, looked).trimStart();
		if (/^(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(start)) return 0.95;
		return /^<(?:table|dl|div|section|main|article|h[1-6]|meta|p|ul|ol)\b/i.test(start) ? 0.85 : 0;
	},
	read: ({ text }) => readPage(htmlPage(text)),
};

/** Text as it was pasted from a browser; what nobody else knows may be that. */
export const text: ImportFormat = {
	name: 'text',
	title: 'Text pasted from a page',
	likelihood: (source) => {
		if (/\.(?:txt|text|log)$/i.test(source.fileName ?? '')) return 0.85;
		const start = source.text.slice(0, looked);
		if (isNamed(source.fileName ?? '') || isData(start)) return 0;
		return !beginsWithCode(start) && hasTable(start) ? 0.82 : 0.3;
	},
	read: (source: ImportSource) => readPage(textPage(source.text)),
};

/** Whether a file's name has an ending, which tells what it is. */
function isNamed(fileName: string): boolean {
	return /\.\w{1,10}$/.test(fileName);
}

/** Whether a source is JSON, or begins as YAML documents do that describe an API. */
function isData(start: string): boolean {
	return /^\s*[[{]\s*["\]{[}]/.test(start) || /^\s*(?:openapi|swagger)\s*:/m.test(start.slice(0, 2_000));
}

/** Whether the first line is one of a program, so that a table in it is a comment's. */
function beginsWithCode(start: string): boolean {
	const first = /^\s*(\S.{0,200})/.exec(start.replace(/^\uFEFF/, ''))?.[1] ?? '';
	return /^(?:\/[/*]|import\b|export\b|const\b|let\b|var\b|enum\b|type\b|declare\b|interface\b|['"]use |#!|<\?)|[;{]\s*$/.test(
		first,
	);
}

/** Whether there is a line that can only be the header of a table, or a few sentences at least. */
function hasTable(start: string): boolean {
	const lines = start.split('\n', 2_000);
	const isHeader = (line: string) =>
		line.length <= 160 && (line.includes('\t') || headersRunTogether(line) !== undefined);
	return lines.some(isHeader) || lines.filter((line) => /^[\p{Lu}].{20,}[.:]\s*$/u.test(line)).length >= 3;
}
