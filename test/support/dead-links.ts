import path from 'node:path';
import { marked, type Token, type Tokens } from 'marked';

/**
 * The relative links and pictures in Markdown pages that lead to no file, or to no heading of a page, each as
 * `page: link`.
 * @param files the paths of all files that are there, from the same folder and with slashes
 */
export function deadLinks(files: readonly string[], read: (file: string) => string): readonly string[] {
	const tokens = new Map(files.filter((file) => file.endsWith('.md')).map((page) => [page, tokensOf(read(page))]));
	const leads = (page: string, link: string) => {
		const [name = '', fragment] = link.split('#').map(decodeURIComponent);
		const file = name === '' ? page : path.posix.join(path.posix.dirname(page), name);
		if (!files.includes(file)) return false;
		return fragment === undefined || headingsOf(tokens.get(file) ?? []).includes(fragment);
	};
	return [...tokens].flatMap(([page, parts]) =>
		parts
			.flatMap(linksOf)
			.filter((link) => !/^[a-z][\w+.-]*:/i.test(link) && !leads(page, link))
			.map((link) => `${page}: ${link}`),
	);
}

function tokensOf(text: string): readonly Token[] {
	const tokens: Token[] = [];
	marked.walkTokens(marked.lexer(text), (token) => {
		tokens.push(token);
	});
	return tokens;
}

function linksOf(token: Token): readonly string[] {
	if (token.type === 'link' || token.type === 'image') return [token.href];
	if (token.type !== 'html') return [];
	return [...token.text.matchAll(/\s(?:href|src|srcset)=["']([^"']*)/g)].map(([, link]) => link ?? '');
}

/** The fragments by which links reach a page's headings. */
function headingsOf(tokens: readonly Token[]): readonly string[] {
	const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
	return tokens.filter(isHeading).map(({ text }) =>
		text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
}
