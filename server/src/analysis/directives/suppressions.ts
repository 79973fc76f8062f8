import { closestName } from '../../catalog/catalog-index.ts';
import type { Span } from '../../syntax/span.ts';
import {
	type DirectiveComment,
	type DirectiveLines,
	type DirectiveProblem,
	type Named,
	namesIn,
	wholeProblem,
} from './directive-comments.ts';

/** A comment that silences rules. Offsets count from the start of the document. */
export interface Suppression extends Span {
	/** The comment's word, such as `api-errors-disable-next-line`. */
	readonly word: string;
	/** Names of the rules as written; empty where all are meant. */
	readonly rules: readonly Named[];
	/** Where the rules are silent; one may begin and end more than once in a file. */
	readonly silent: readonly SilentLines[];
}

/** Lines from 0, both ends included, in which rules are silent. */
export interface SilentLines {
	/** Undefined where every rule is but those of `except`. */
	readonly rule: string | undefined;
	readonly except: readonly string[];
	readonly from: number;
	readonly to: number;
}

const directiveWords = ['disable-file', 'disable-line', 'disable-next-line', 'disable', 'enable'].map(
	(word) => `api-errors-${word}`,
);

/** Silent lines whose end is not known yet. */
interface Open {
	readonly by: DirectiveComment;
	readonly rule: string | undefined;
	readonly except: readonly string[];
	readonly from: number;
}

interface Reading {
	readonly lines: DirectiveLines;
	readonly silent: Map<DirectiveComment, SilentLines[]>;
	readonly problems: DirectiveProblem[];
	open: readonly Open[];
}

/** The comments that silence rules, and those that cannot be followed. */
export function suppressionsIn(
	comments: readonly DirectiveComment[],
	lines: DirectiveLines,
): { readonly suppressions: readonly Suppression[]; readonly problems: readonly DirectiveProblem[] } {
	const reading: Reading = { lines, silent: new Map(), problems: [], open: [] };
	for (const comment of comments) read(comment, reading);
	for (const open of reading.open) close(open, lines.lineAt(lines.text.length), reading);
	const suppressions = [...reading.silent].map(([comment, silent]) => {
		const { start, end, word } = comment;
		return { start, end, word, rules: namesIn(comment), silent };
	});
	return { suppressions, problems: reading.problems };
}

/** The comment that keeps a rule silent in a line, the nearest of several; undefined where none does. */
export function suppresses(
	{ suppressions }: { readonly suppressions: readonly Suppression[] },
	rule: string,
	line: number,
): Suppression | undefined {
	let nearest: Suppression | undefined;
	let width = Number.POSITIVE_INFINITY;
	for (const suppression of suppressions) {
		for (const { rule: silenced, except, from, to } of suppression.silent) {
			const fits = silenced === undefined ? !except.includes(rule) : silenced === rule;
			if (!fits || line < from || to < line || to - from > width) continue;
			nearest = suppression;
			width = to - from;
		}
	}
	return nearest;
}

function read(comment: DirectiveComment, reading: Reading): void {
	const { lines } = reading;
	const from = lines.lineAt(comment.start);
	const below = lines.below(comment);
	switch (comment.word) {
		case 'api-errors':
			break;
		case 'api-errors-disable-file':
			silence(comment, 0, lines.lineAt(lines.text.length), reading);
			break;
		case 'api-errors-disable-line':
			silence(comment, from, lines.lineAt(comment.end), reading);
			break;
		case 'api-errors-disable-next-line':
			silence(comment, below, below, reading);
			break;
		case 'api-errors-disable':
			reading.silent.set(comment, []);
			reading.open = [...reading.open, ...rulesOf(comment).map((rule) => ({ by: comment, rule, except: [], from }))];
			break;
		case 'api-errors-enable':
			enable(comment, reading);
			break;
		default:
			report(comment, reading);
	}
}

const rulesOf = (comment: DirectiveComment): readonly (string | undefined)[] => {
	const named = namesIn(comment).map(({ name }) => name);
	return named.length > 0 ? named : [undefined];
};

function silence(comment: DirectiveComment, from: number, to: number, { silent }: Reading): void {
	silent.set(
		comment,
		rulesOf(comment).map((rule) => ({ rule, except: [], from, to })),
	);
}

/** Ends what is silent: everything, or the rules that are named. */
function enable(comment: DirectiveComment, reading: Reading): void {
	const { lines } = reading;
	const line = lines.lineAt(comment.start);
	const lineStart = lines.text.lastIndexOf('\n', comment.start - 1) + 1;
	const last = lines.text.slice(lineStart, comment.start).trim() === '' ? line - 1 : line;
	let ended = false;
	for (const rule of rulesOf(comment)) {
		const still: Open[] = [];
		for (const open of reading.open) {
			const fits = rule === undefined || open.rule === rule || (open.rule === undefined && !open.except.includes(rule));
			if (!fits) {
				still.push(open);
				continue;
			}
			ended = true;
			close(open, last, reading);
			if (open.rule === undefined && rule !== undefined)
				still.push({ ...open, except: [...open.except, rule], from: line });
		}
		reading.open = still;
	}
	if (!ended) reading.problems.push(wholeProblem(comment, 'This ends nothing: no api-errors-disable is open here'));
}

function close({ by, rule, except, from }: Open, to: number, { silent }: Reading): void {
	if (from <= to) silent.get(by)?.push({ rule, except, from, to });
}

/** A word that looks like ours but is none; others, such as the name of a package, are left alone. */
function report(comment: DirectiveComment, { problems, lines }: Reading): void {
	const { word, start, end } = comment;
	if (!/^api-errors-(dis|en|ign|sup|off|on\b)/.test(word)) return;
	const meant = closestName(word, directiveWords);
	const at = lines.text.slice(start, end).indexOf(word);
	const problem = wholeProblem(comment, `There is no directive ${word}${meant ? `; did you mean ${meant}?` : ''}`);
	if (meant === undefined || at < 0) problems.push(problem);
	else problems.push({ ...problem, start: start + at, end: start + at + word.length, meant });
}
