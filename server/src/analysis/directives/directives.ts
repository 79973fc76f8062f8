import { type CatalogIndex, closestName } from '../../catalog/catalog-index.ts';
import type { Block } from '../../syntax/code.ts';
import type { Span } from '../../syntax/span.ts';
import { linesOf } from '../lines.ts';
import {
	type DirectiveComment,
	type DirectiveLines,
	type DirectiveProblem,
	directiveCommentsIn,
	type Named,
	namesIn,
	wholeProblem,
} from './directive-comments.ts';
import { type Suppression, suppressionsIn } from './suppressions.ts';

/** What comments in a file tell us: which APIs it speaks of, what its defaults cover, what is to be kept silent. */
export interface Directives {
	/** Ids of the APIs that comments name, or `none`; undefined where no comment names one that there is. */
	readonly apis: readonly string[] | undefined;
	readonly covers: readonly Cover[];
	readonly suppressions: readonly Suppression[];
	readonly problems: readonly DirectiveProblem[];
}

/** `default covers RATE_LIMITED`: codes that a default takes care of. */
export interface Cover extends Span {
	readonly codes: readonly Named[];
	/** The line that it speaks of, from 0: its own, or the one below where it stands alone. */
	readonly line: number;
}

const noDirectives: Directives = { apis: undefined, covers: [], suppressions: [], problems: [] };

/**
 * Reads the directives of a document from the comments of its blocks.
 * What cannot be followed is kept among the problems, and has no effect.
 */
export function readDirectives(blocks: readonly Block[], text: string, catalogs: CatalogIndex): Directives {
	if (!text.includes('api-errors')) return noDirectives;
	const comments = directiveCommentsIn(blocks);
	if (comments.length === 0) return noDirectives;
	const lines = linesIn(text, comments);
	const apis: string[] = [];
	const covers: Cover[] = [];
	const problems: DirectiveProblem[] = [];
	for (const comment of comments) {
		if (comment.word !== 'api-errors') continue;
		if (/^\s*default(\s|$)/.test(comment.rest)) readCover(comment, lines, covers, problems);
		else readApis(comment, catalogs, apis, problems);
	}
	const { suppressions, problems: others } = suppressionsIn(comments, lines);
	const all = [...problems, ...others].sort((a, b) => a.start - b.start);
	return { apis: apis.length > 0 ? apis : undefined, covers, suppressions, problems: all };
}

/** The codes that directives say the default in these lines takes care of; both lines belong to it. */
export function coversIn({ covers }: Directives, fromLine: number, toLine = fromLine): readonly Cover[] {
	return covers.filter(({ line }) => fromLine <= line && line <= toLine);
}

function linesIn(text: string, comments: readonly DirectiveComment[]): DirectiveLines {
	const lineAt = linesOf(text);
	const alone = new Map<number, number>();
	for (const comment of comments) {
		if (standsAlone(comment, text)) alone.set(lineAt(comment.start), lineAt(comment.end));
	}
	const below = ({ end }: DirectiveComment): number => {
		let line = lineAt(end) + 1;
		for (let skipped = alone.get(line); skipped !== undefined; skipped = alone.get(line)) line = skipped + 1;
		return line;
	};
	return { text, lineAt, below };
}

/** Whether nothing but the comment, and braces that JSX needs around it, is in its lines. */
export function standsAlone({ start, end }: Span, text: string): boolean {
	const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
	const lineEnd = text.indexOf('\n', end);
	const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
	return /^\uFEFF?\s*\{?\s*$/.test(before) && /^\s*\}?\s*$/.test(after);
}

function readCover(
	comment: DirectiveComment,
	{ text, lineAt, below }: DirectiveLines,
	covers: Cover[],
	problems: DirectiveProblem[],
): void {
	const { start, end, rest } = comment;
	const head = /^\s*default\s+covers(?=\s|$)/.exec(rest)?.[0];
	const codes = head === undefined ? [] : namesIn(comment, head.length);
	if (codes.length === 0) {
		const message =
			head === undefined ? 'Expected default covers and the codes' : 'Expected the codes that the default covers';
		problems.push(wholeProblem(comment, message));
		return;
	}
	covers.push({ start, end, codes, line: standsAlone(comment, text) ? below(comment) : lineAt(start) });
}

function readApis(
	comment: DirectiveComment,
	catalogs: CatalogIndex,
	apis: string[],
	problems: DirectiveProblem[],
): void {
	const named = namesIn(comment, 0, false);
	if (named.length === 0) problems.push(wholeProblem(comment, 'Expected the id of an API, or none'));
	for (const one of named) {
		const problem = problemWithApi(one.name, named.length, catalogs);
		if (problem) problems.push({ ...one, ...problem, comment, words: named });
		else apis.push(one.name);
	}
}

/** What is wrong with an API's name, and what was probably meant. */
function problemWithApi(
	name: string,
	count: number,
	{ catalogs, http, byId }: CatalogIndex,
): Pick<DirectiveProblem, 'message' | 'meant'> | undefined {
	if (name === 'none' && count === 1) return undefined;
	if (name === 'none')
		return { message: 'none stands alone: it says that the file speaks of no API', meant: undefined };
	if (byId(name)) return undefined;
	const ids = catalogs.filter((catalog) => catalog !== http).map(({ id }) => id);
	if (/\s/.test(name)) {
		const words = name.split(/\s+/);
		const meant = words.every((word) => ids.includes(word)) ? words.join(', ') : undefined;
		return { message: 'Expected ids of APIs with commas between them', meant };
	}
	const meant = closestName(name, [...ids, 'none']);
	const hint =
		meant === undefined ? (ids.length > 0 ? `; there are ${ids.join(', ')}` : '') : `; did you mean ${meant}?`;
	return { message: `There is no API '${name}'${hint}`, meant };
}
