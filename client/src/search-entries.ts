import type { ListedEntry } from '../../server/src/protocol.ts';

/**
 * Entries that hold every word of the query in their code, status, title, description or API's name, in any order.
 * What fits the code itself comes first; else the order stays.
 */
export function searchEntries(entries: readonly ListedEntry[], query: string): readonly ListedEntry[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const found = entries.filter((entry) => {
		const text = searchableText(entry);
		return words.every((word) => text.includes(word));
	});
	return found.toSorted((a, b) => closeness(b, words) - closeness(a, words));
}

function searchableText({ value, status, title, description, api }: ListedEntry): string {
	const spoken = value.replaceAll(/[_-]/g, ' ');
	return `${value} ${spoken} ${status ?? ''} ${title} ${description} ${api}`.toLowerCase();
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

/** The first sentences of Markdown as plain text on one line, for where no Markdown is shown. */
export function plainText(markdown: string): string {
	return markdown
		.replaceAll(/```[\s\S]*?(?:```|$)/g, ' ')
		.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replaceAll(/(\*\*|__|`)/g, '')
		.replaceAll(/^\s*(?:#{1,6}|[-*>]|-{3,})\s+/gm, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
