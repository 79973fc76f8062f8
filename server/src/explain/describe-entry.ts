import { type Catalog, type Entry, isDeprecated, type Retry } from '../catalog/catalog.ts';
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
		entry.description === '' ? undefined : safeMarkdown(entry.description),
		entry.remedy === undefined ? undefined : `**What to do:** ${safeMarkdown(entry.remedy)}`,
		entry.runbook === undefined ? undefined : link('Runbook', entry.runbook),
		demandsOf(entry),
		deprecationOf(entry),
		entry.differsFromHttp === undefined ? undefined : `**Unlike HTTP:** ${safeMarkdown(entry.differsFromHttp)}`,
		entry.standard === false ? 'Not in the HTTP standard: a number that some servers use.' : undefined,
		codesWithStatus(entry, catalog),
		...(verbosity === 'full' ? [otherNames(entry), sampleOf(entry), sinceOf(entry), specificationOf(entry)] : []),
		sourceOf(entry, catalog, reason),
	];
	return paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n');
}

/** One line on an entry of an API that is less likely than another. */
export function mentionEntry(entry: Entry, catalog: Catalog): string {
	const [firstSentence = ''] = safeMarkdown(entry.description).split(/(?<=[.!?])\s/);
	const title = hasTitle(entry) ? ` ${safeMarkdown(entry.title)}` : '';
	const name = link(safeMarkdown(catalog.name), entry.url ?? catalog.url);
	return `${name}: ${safeMarkdown(`${entry.value}`)}${title}. ${firstSentence}`.trimEnd();
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
	if (entry.kind === 'status') return `**${entry.value}${hasTitle(entry) ? ` ${safeMarkdown(entry.title)}` : ''}**`;
	const phrase = entry.status === undefined ? undefined : catalogs.httpStatus(entry.status)?.title;
	const status = entry.status === undefined ? '' : ` · ${entry.status}${phrase === undefined ? '' : ` ${phrase}`}`;
	const saysMore = hasTitle(entry) && entry.title.toLowerCase() !== phrase?.toLowerCase();
	const title = saysMore ? ` — ${safeMarkdown(entry.title)}` : '';
	return `**${inlineCode(`${entry.value}`)}**${status}${title}`;
}

/** Where nobody has written a title, the code stands in its place. */
function hasTitle({ title, value }: Entry): boolean {
	return title !== `${value}`;
}

/** What a caller must know of a code that the API no longer sends, or soon will not. */
function deprecationOf(entry: Entry): string | undefined {
	const { deprecated, replacedBy, removedIn } = entry;
	if (!isDeprecated(entry)) return undefined;
	const since = removedIn === undefined ? '' : ` since ${safeMarkdown(removedIn)}`;
	const isGone = replacedBy !== undefined || removedIn !== undefined;
	const sentences = [
		isGone ? `**No longer sent${since}.**` : '**Deprecated.**',
		replacedBy === undefined ? undefined : `Replaced by ${inlineCode(`${replacedBy}`)}.`,
		typeof deprecated === 'string' ? safeMarkdown(deprecated) : undefined,
	];
	return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function sinceOf({ since }: Entry): string | undefined {
	return since === undefined ? undefined : `Sent since ${safeMarkdown(since)}.`;
}

function specificationOf({ specification }: Entry): string | undefined {
	return specification === undefined ? undefined : safeMarkdown(specification);
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

/** Codes that are named; whoever wants all of them opens the catalog. */
const mostCodes = 20;

function codesWithStatus(entry: Entry, catalog: Catalog): string | undefined {
	if (entry.kind !== 'status') return undefined;
	const codes = catalog.entries.filter((other) => other.kind === 'code' && other.status === entry.value);
	if (codes.length === 0) return undefined;
	const shown = codes.toSorted((one, other) => Number(other.required) - Number(one.required)).slice(0, mostCodes);
	const names = shown.map((code) => inlineCode(`${code.value}`) + (code.required ? ' (must be handled)' : ''));
	const more = codes.length > mostCodes ? ` and ${codes.length - mostCodes} more` : '';
	return `**Codes:** ${names.join(', ')}${more}`;
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
