/** What a catalog may hold at most. Texts are counted in characters; longer ones are cut, and the author is told. */
export const limits = {
	/** Descriptions, remedies and other Markdown. */
	text: 4_000,
	title: 200,
	/** Codes, names, ids, hosts, paths and versions. */
	name: 200,
	address: 2_000,
	sample: 20_000,
	/** Items of a list within an entry, or of evidence. */
	items: 200,
	/** Catalogs that one catalog extends directly. */
	extends: 20,
	entries: 20_000,
	/** Problems that are told of one file; nobody mends more at once. */
	problems: 1_000,
} as const;

/** The text without what is beyond its length; no character is cut in two. */
export function cutTo(longest: number, text: string): string {
	if (text.length <= longest) return text;
	return [...text.slice(0, longest * 2)].slice(0, longest).join('');
}
