import type { Entry } from '../catalog/catalog.ts';

/** Columns: a comment in code stays on its line. */
const longest = 90;

/** What a new branch says about its error: in one line, what a caller does about it. */
export function commentFor(entry: Entry): string {
	const plain = (text: string): string =>
		text
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.replace(/[`*_]{1,2}(?=\S)|(?<=\S)[`*]{1,2}/g, '')
			.replace(/\s+/g, ' ')
			.trim();
	const remedy = plain(entry.remedy ?? '');
	const sentence = /^.*?[.!?](?=\s|$)/.exec(remedy)?.[0] ?? remedy;
	const text =
		sentence === '' ? entry.title : `${entry.title}: ${sentence[0]?.toLowerCase() ?? ''}${sentence.slice(1)}`;
	return text.length <= longest ? text : entry.title;
}
