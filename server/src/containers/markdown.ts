import { languageIdOfName } from '../languages/language-of-path.ts';
import { type Container, type Cut, type Region, regionOf } from './container.ts';

/** Never empty before the end of a text, whatever stands there. */
const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
const opening = /^([\t ]*)(?:[-*+>][\t ]+|\d+[.)][\t ]+)?(`{3,}|~{3,})[\t ]*\{?\.?([\w+#-]*)[^`\r\n]*$/;

/** Fenced code in Markdown: each fence is read by itself. */
export const markdown: Container = {
	name: 'Markdown',
	ids: ['markdown', 'mdx'],
	extensions: ['.md', '.markdown', '.mdx'],
	importsAs: undefined,
	quiet: 'a sample in a text need not handle everything',
	regions(text) {
		const found: Region[] = [];
		for (let at = 0; at < text.length; ) {
			const first = lineAt(text, at);
			at += first.length;
			const fence = opening.exec(first.trimEnd());
			if (!fence) continue;
			const lines = linesOfFence(text, at, fence[2] ?? '```');
			at = lines.end;
			const languageId = languageIdOfName(fence[3] ?? '');
			if (languageId !== undefined) found.push(regionOfFence(languageId, text, lines.code));
		}
		return found;
	},
};

function lineAt(text: string, at: number): string {
	line.lastIndex = at;
	return line.exec(text)?.[0] ?? '';
}

/** The lines up to the one that closes the fence, and where what follows begins; without one, all that follows. */
function linesOfFence(
	text: string,
	from: number,
	mark: string,
): { readonly code: readonly Cut[]; readonly end: number } {
	const code: Cut[] = [];
	for (let at = from; at < text.length; ) {
		const next = lineAt(text, at);
		const trimmed = next.trim();
		const end = at + next.length;
		if (trimmed.length >= mark.length && trimmed === (mark[0] ?? '`').repeat(trimmed.length)) return { code, end };
		code.push({ start: at, end });
		at = end;
	}
	return { code, end: text.length };
}

/** Code in a list stands further in than it would by itself; what is written into it would not. */
function regionOfFence(languageId: string, text: string, lines: readonly Cut[]): Region {
	const [first] = lines;
	const last = lines.at(-1);
	if (!first || !last) return regionOf(languageId, text, []);
	const full = lines.filter(({ start, end }) => text.slice(start, end).trim() !== '');
	const margin = full.reduce((least, { start, end }) => {
		return Math.min(least, /^[\t ]*/.exec(text.slice(start, end))?.[0].length ?? 0);
	}, Number.POSITIVE_INFINITY);
	if (full.length === 0 || margin === 0) return regionOf(languageId, text, [{ start: first.start, end: last.end }]);
	const cuts = lines.map(({ start, end }) => ({ start: Math.min(start + margin, lineEnd(text, start, end)), end }));
	return regionOf(languageId, text, cuts, { isEditable: false });
}

/** Where the blanks of a line end that has nothing else. */
function lineEnd(text: string, start: number, end: number): number {
	return start + text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, '').length;
}
