import { type Catalog, type Entry, isDeprecated, type Retry } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import { markdownCode, markdownText } from '../catalog/markdown-text.ts';
import { safeMarkdown } from '../catalog/safe-markdown.ts';
import { deprecationText } from './entry-comment.ts';

const repeats: Readonly<Record<Retry, string>> = {
	never: 'no',
	backoff: 'yes, with growing waits',
	'retry-after': 'yes, after `Retry-After`',
	'after-refresh': 'yes, after a token refresh',
};

/** A Markdown page with a table of the codes of a catalog and one of its statuses, in the catalog's order. */
export function exportMarkdown(catalog: Catalog): string {
	const { name, version, url, entries } = catalog;
	const codes = entries.filter(({ kind }) => kind === 'code');
	const statuses = entries.filter(({ kind }) => kind === 'status');
	const title = `# Errors of ${markdownText(name)}${version === undefined ? '' : ` ${markdownText(version)}`}`;
	const page = url !== undefined && /^https?:\/\/[^\s<>]+$/i.test(url) ? [`Documented at <${url}>.`] : [];
	const tables = [
		...(codes.length > 0 ? ['## Error codes', tableOf(['Code', 'HTTP status', ...saidHeads], codes.map(codeRow))] : []),
		...(statuses.length > 0
			? ['## HTTP statuses', tableOf(['HTTP status', ...saidHeads], statuses.map(statusRow))]
			: []),
	];
	const rest = tables.length > 0 ? tables : ['The catalog has no entries.'];
	return `${[title, ...page, ...rest].join('\n\n')}\n`;
}

const saidHeads = ['Meaning', 'What to do', 'Retry', 'Must be handled'];

type Row = readonly string[];

/** A table without the columns in which nothing stands. */
function tableOf(head: Row, rows: readonly Row[]): string {
	const isFilled = head.map((_, column) => rows.some((row) => row[column] !== ''));
	const lines = [head, head.map(() => '---'), ...rows].map((row) => row.filter((_, column) => isFilled[column]));
	return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function codeRow(entry: Entry): Row {
	const status = statusOf(entry);
	return [codeCell(String(entry.value)), status === undefined ? '' : String(status), ...saidOf(entry)];
}

const statusRow = (entry: Entry): Row => [String(entry.value), ...saidOf(entry)];

function saidOf(entry: Entry): Row {
	const { title, description, remedy, retry, required, differsFromHttp } = entry;
	const meaning = [`**${markdownText(title)}**`, description, differsFromHttp, deprecationOf(entry)];
	return [
		cell(meaning.filter(Boolean).join('\n\n')),
		cell(remedy ?? ''),
		retry === undefined ? '' : repeats[retry],
		required ? 'yes' : 'no',
	];
}

function deprecationOf(entry: Entry): string {
	if (!isDeprecated(entry)) return '';
	const { replacedBy } = entry;
	const instead = replacedBy === undefined ? undefined : markdownCode(String(replacedBy));
	return `**Deprecated.** ${deprecationText(entry, instead)}`.trim();
}

/** A code in a cell: where a bar stands after a backslash, no code can show both. */
function codeCell(code: string): string {
	return cell(code.includes('\\|') ? markdownText(code) : markdownCode(code));
}

/** Markdown in a cell: it has one line, and a bar that is not escaped, also within code, would end the cell. */
function cell(markdown: string): string {
	// A line's end is a sign of its own until all that could be HTML is none.
	return safeMarkdown(markdown.trim().replaceAll(/(?:\s*\n\s*)+/g, '\u2028'))
		.replaceAll('\u2028', '<br>')
		.replaceAll(/(\\*)\|/g, (found, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : found));
}
