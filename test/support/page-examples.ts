/** A block of code in a page of a rule. */
export interface PageExample {
	/** Editor id of its language. */
	readonly languageId: string;
	/** `report`: gives the findings that are marked; `fix`: what a fix makes of the one before; `quiet`: gives none. */
	readonly kind: 'report' | 'fix' | 'quiet';
	/** The title of the fix, where it is not the first. */
	readonly title: string | undefined;
	/** Line of the page, from 1. */
	readonly line: number;
	readonly source: string;
}

const languageIds: Readonly<Record<string, string>> = {
	ts: 'typescript',
	tsx: 'typescriptreact',
	js: 'javascript',
	jsx: 'javascriptreact',
	dart: 'dart',
	go: 'go',
	python: 'python',
	java: 'java',
	kotlin: 'kotlin',
	swift: 'swift',
};

/** The catalogs that a page gives for its examples, in blocks of `json catalog`. */
export function readPageCatalogs(page: string): readonly unknown[] {
	return [...page.matchAll(/^```json catalog\r?\n([\s\S]*?)^```$/gm)].map(
		([, text = '']) => JSON.parse(text) as unknown,
	);
}

/** The examples of a page, in their order. Blocks in other languages, such as `json`, are none. */
export function readExamples(page: string): readonly PageExample[] {
	const found: PageExample[] = [];
	for (const match of page.matchAll(/^```(\w+)(?: (\w+))?(?: (.+))?\r?\n([\s\S]*?)^```$/gm)) {
		const [, language = '', word, title, source = ''] = match;
		const languageId = languageIds[language];
		if (!languageId) continue;
		const kind = word === 'report' || word === 'fix' ? word : 'quiet';
		found.push({ languageId, kind, title, line: page.slice(0, match.index).split('\n').length, source });
	}
	return found;
}
