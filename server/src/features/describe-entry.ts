import type { Catalog, Entry, Retry } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { codeBlock, inlineCode, link, safeMarkdown } from './markdown.ts';

/** How much is said, and what only the caller knows. */
export interface Description {
	readonly verbosity: 'compact' | 'full';
	/** Knows the words for HTTP statuses, such as `Too Many Requests`. */
	readonly catalogs: CatalogIndex;
	/** Why this API was chosen, as half a sentence. */
	readonly reason?: string | undefined;
}

/** All that a caller of the API wants to know about one of its errors, as Markdown that is safe to show. */
export function describeEntry(entry: Entry, catalog: Catalog, description: Description): string {
	const { verbosity, catalogs, reason } = description;
	const paragraphs = [
		titleOf(entry, catalogs),
		safeMarkdown(entry.description),
		entry.remedy === undefined ? undefined : `**What to do:** ${safeMarkdown(entry.remedy)}`,
		demandsOf(entry),
		entry.replacedBy === undefined
			? undefined
			: `**No longer sent.** Replaced by ${inlineCode(`${entry.replacedBy}`)}.`,
		entry.differsFromHttp === undefined ? undefined : `**Unlike HTTP:** ${safeMarkdown(entry.differsFromHttp)}`,
		entry.standard === false ? 'Not in the HTTP standard: a number that some servers use.' : undefined,
		codesWithStatus(entry, catalog),
		...(verbosity === 'full' ? [otherNames(entry), sampleOf(entry), entry.specification] : []),
		sourceOf(entry, catalog, reason),
	];
	return paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n');
}

/** One line on an entry of an API that is less likely than another. */
export function mentionEntry(entry: Entry, catalog: Catalog): string {
	const [firstSentence = ''] = safeMarkdown(entry.description).split(/(?<=[.!?])\s/);
	return `${link(safeMarkdown(catalog.name), entry.url ?? catalog.url)}: ${entry.value} ${safeMarkdown(entry.title)}. ${firstSentence}`;
}

/** What a list of completions has room for: `429 · must be handled`. */
export function detailOf(entry: Entry): string {
	const first = entry.kind === 'code' && entry.status !== undefined ? entry.status : entry.title;
	return entry.required ? `${first} · must be handled` : `${first}`;
}

const retrySentences: Readonly<Record<Retry, string>> = {
	never: 'Do not retry: the same request fails again',
	backoff: 'Retry with growing pauses',
	'retry-after': 'Retry once the time in `Retry-After` is over',
	'after-refresh': 'Retry once, with a fresh token',
};

function titleOf(entry: Entry, catalogs: CatalogIndex): string {
	if (entry.kind === 'status') return `**${entry.value} ${safeMarkdown(entry.title)}**`;
	const phrase = entry.status === undefined ? undefined : catalogs.httpStatus(entry.status)?.title;
	const status = entry.status === undefined ? '' : ` · ${entry.status}${phrase === undefined ? '' : ` ${phrase}`}`;
	const title = entry.title.toLowerCase() === phrase?.toLowerCase() ? '' : ` — ${safeMarkdown(entry.title)}`;
	return `**${inlineCode(`${entry.value}`)}**${status}${title}`;
}

function demandsOf(entry: Entry): string | undefined {
	const demands = [
		entry.required ? '**Must be handled**' : undefined,
		isError(entry) && entry.retry !== undefined ? retrySentences[entry.retry] : undefined,
	];
	return demands.filter((demand) => demand !== undefined).join(' · ') || undefined;
}

/** A success is no error, so there is nothing to retry. */
function isError(entry: Entry): boolean {
	return entry.kind === 'code' || entry.value >= 400;
}

function codesWithStatus(entry: Entry, catalog: Catalog): string | undefined {
	if (entry.kind !== 'status') return undefined;
	const codes = catalog.entries.filter((other) => other.kind === 'code' && other.status === entry.value);
	if (codes.length === 0) return undefined;
	const names = codes.map((code) => inlineCode(`${code.value}`) + (code.required ? ' (must be handled)' : ''));
	return `**Codes:** ${names.join(', ')}`;
}

function otherNames(entry: Entry): string | undefined {
	return entry.otherNames?.length ? `Also called ${safeMarkdown(entry.otherNames.join(', '))}.` : undefined;
}

function sampleOf(entry: Entry): string | undefined {
	return entry.sample === undefined ? undefined : codeBlock(entry.sample, 'json');
}

function sourceOf(entry: Entry, catalog: Catalog, reason: string | undefined): string {
	const name = link(safeMarkdown(catalog.name), entry.url ?? catalog.url);
	return reason === undefined ? name : `${name}, because ${safeMarkdown(reason)}`;
}
