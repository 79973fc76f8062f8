import type { Edit } from '../../../syntax/span.ts';
import { lineBreakAt } from '../../../syntax/text-lines.ts';

/** Comments that must stand first, with the blank lines after them. */
const beginning =
	/^(?:\uFEFF?(?:#!.*|# *(?:frozen_string_literal|encoding|coding|typed|warn_indent):.*)\r?\n)+(?:[ \t]*\r?\n)*/;
const required = /^require[ (]+(['"])[^'"\n]+\1\)?.*$/gm;

/** The edit that requires a library of Ruby's own, after the others; undefined where the file does so already. */
export function requiring(library: string, text: string): Edit | undefined {
	if (new RegExp(`^\\s*require[ (]+['"]${library}['"]`, 'm').test(text)) return undefined;
	const last = [...text.matchAll(required)].at(-1);
	const lineBreak = lineBreakAt(text, text.indexOf('\n') + 1);
	const quote = last?.[1] ?? (/'[^'\n]*'/.test(text) && !/"[^"\n]*"/.test(text) ? "'" : '"');
	const line = `require ${quote}${library}${quote}`;
	if (last) {
		const end = last.index + last[0].trimEnd().length;
		return { start: end, end, text: lineBreak + line };
	}
	const at = beginning.exec(text)?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);
	const isFollowed = /^require/.test(text.slice(at));
	return { start: at, end: at, text: line + lineBreak.repeat(isFollowed ? 1 : 2) };
}
