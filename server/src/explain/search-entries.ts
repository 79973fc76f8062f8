import type { ListedEntry } from '../protocol.ts';

/**
 * Entries that hold every word of the query in their code, status, title, description or API's name, in any order.
 * What fits the code itself comes first; else the order stays.
 */
export function searchEntries(entries: readonly ListedEntry[], query: string): readonly ListedEntry[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const found = entries.filter((entry) => {
		const text = searchableText(entry);
		return words.every((word) => text.includes(spoken(word)));
	});
	return found.toSorted((a, b) => closeness(b, words) - closeness(a, words));
}

function searchableText({ value, status, title, description, api }: ListedEntry): string {
	return spoken(`${value} ${status ?? ''} ${title} ${description} ${api}`.toLowerCase());
}

/** `NOT_FOUND` and `not-found` are found by `not found`, and the other way round. */
function spoken(text: string): string {
	return text.replaceAll(/[_-]/g, ' ');
}

/** 3 for the code itself, 2 for its beginning, 1 for a part of it or its status, 0 for words elsewhere. */
function closeness({ value, status }: ListedEntry, words: readonly string[]): number {
	const query = words.join('_');
	const code = value.toLowerCase();
	if (query === '') return 0;
	if (code === query) return 3;
	if (code.startsWith(query)) return 2;
	return code.includes(query) || String(status) === query ? 1 : 0;
}

/** What an entry says in one line of plain text: its title and the paragraph that tells its meaning. */
export function summarize({ title, description }: ListedEntry): string {
	// The first paragraph is the heading, which says code and title again.
	const meaning = plainText(description.split(/\n{2,}/)[1] ?? '');
	return meaning === '' ? title : `${title} — ${meaning}`;
}

/** Markdown as plain text on one line, for where no Markdown is shown. */
function plainText(markdown: string): string {
	return markdown
		.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replaceAll(/\*\*|__|`/g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
