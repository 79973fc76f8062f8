import type { Entry } from '../../catalog/catalog.ts';

/** UTF-16 units: a comment in code stays on its line, indented as it is. */
const longest = 80;

/** What a new branch says about its error: in one line, what a caller does about it, as much as there is room for. */
export function commentFor({ title, remedy = '' }: Entry): string {
	const text = withoutMarkdown(remedy);
	const sentence = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
	const clause = /^[^,;:.]+/.exec(sentence)?.[0] ?? '';
	const candidates = [withTitle(title, sentence), sentence, withTitle(title, clause), clause];
	return candidates.find((candidate) => candidate !== '' && candidate.length <= longest) ?? title;
}

function withTitle(title: string, sentence: string): string {
	return sentence === '' ? '' : `${title}: ${sentence[0]?.toLowerCase() ?? ''}${sentence.slice(1)}`;
}

/** The words alone. An underscore inside a word belongs to it. */
function withoutMarkdown(text: string): string {
	return text
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[`*]+/g, '')
		.replace(/(?<![\w])_+(?=\S)|(?<=\S)_+(?!\w)/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
