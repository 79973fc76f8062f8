/** A program that a page shows, and what the page says that it prints. */
export interface PageProgram {
	readonly code: string;
	/** Undefined where the page does not say. */
	readonly prints: string | undefined;
}

/** The programs in JavaScript on a page, in their order: blocks of code, each with a block of text behind it or none. */
export function programsIn(page: string): readonly PageProgram[] {
	const blocks = page.matchAll(/(?<!-->\n\n)^```js\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gms);
	return [...blocks].map(([, code = '', prints]) => ({ code, prints }));
}

/** The files that a page shows, by their paths: each a block of code below a comment with its path. */
export function filesIn(page: string): Readonly<Record<string, string>> {
	const files = page.matchAll(/^<!-- file: (\S+) -->\n\n```\w*\n(.*?)^```$/gms);
	return Object.fromEntries([...files].map(([, path = '', text = '']) => [path, text]));
}
