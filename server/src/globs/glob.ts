import { withoutBraces } from './braces.ts';
import { type NamePattern, namePattern } from './name-pattern.ts';

/** How long a glob may be, in UTF-16 units. */
const longest = 500;
/** What one with braces may stand for. */
const mostChoices = 100;

/** A glob that can be asked. */
export interface Glob {
	/** As it was written. */
	readonly text: string;
	/** The folder below which all is that fits, with slashes; empty where that cannot be told. */
	readonly base: string;
	/** How many steps one look at a character of a path may take. */
	readonly cost: number;
	/** @param path from the folder that the glob counts from, with slashes */
	fits(path: string): boolean;
}

/** Why a glob is none, in a sentence, and what was probably meant. */
export interface WrongGlob {
	readonly wrong: string;
	readonly meant?: string;
}

/** `**` is any number of folders. */
type Segment = NamePattern | '**';

/**
 * Reads a glob: `*` and `?` for what is in a name, `**` for folders, `[a-z]`, `[!a-z]` and `{one,other}`. One without a
 * slash fits a name in any folder; one that ends in a slash fits what is below. However it is written, a look at a path
 * takes no more steps than both are long, multiplied: globs come with projects that nobody may have read.
 */
export function readGlob(text: string): Glob | WrongGlob {
	if (text.trim() === '') return { wrong: 'A glob is missing here.' };
	if (text.length > longest) return { wrong: `A glob has at most ${longest} characters.` };
	const wrong = notUnderstood(text);
	if (wrong) return wrong;
	const plain = text.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '/**');
	const texts = withoutBraces(plain, mostChoices);
	if (texts === 'unbalanced') return { wrong: 'A brace { or } has no partner.' };
	if (texts === 'too many') return { wrong: `The braces stand for more than ${mostChoices} globs.` };
	const named = texts.filter((one) => one !== '');
	if (named.length === 0) return { wrong: 'A glob is missing here.' };
	const choices = named.map(segmentsOf).filter((segments) => segments !== undefined);
	if (choices.length < named.length) return { wrong: 'A bracket [ is not closed.' };
	return {
		text,
		base: baseOf(plain),
		cost: choices.flat().reduce((sum, segment) => sum + (segment === '**' ? 1 : segment.cost), 0),
		fits(path) {
			const names = path.split('/');
			return choices.some((segments) => isFitting(segments, names));
		},
	};
}

function notUnderstood(text: string): WrongGlob | undefined {
	if (text.startsWith('!')) return { wrong: 'A glob cannot begin with !, as it says what fits.' };
	if (/[@+!?*]\(/.test(text))
		return { wrong: 'Round brackets after @, +, !, ? or * are not understood: use {one,other}.' };
	if (/\{[^{},]*\.\.[^{},]*\}/.test(text))
		return { wrong: 'A range in braces is not understood: use {1,2,3}, or [1-3].' };
	if (/\\[^*?[\]{}!,()\\]|\\$/.test(text))
		return {
			wrong: 'Folders are parted by /, and \\ only goes before a sign such as *.',
			meant: text.replaceAll('\\', '/'),
		};
	if (/^(?:\/|[A-Za-z]:|~\/)/.test(text)) {
		const wrong = 'A glob is no absolute path: it counts from the folder.';
		return text.startsWith('/') ? { wrong, meant: text.replace(/^\/+/, '') } : { wrong };
	}
	return /(?:^|\/)\.\.(?:\/|$)/.test(text)
		? { wrong: 'A glob cannot lead out of the folder that it counts from.' }
		: undefined;
}

/** Undefined where a bracket is never closed. */
function segmentsOf(glob: string): readonly Segment[] | undefined {
	const names = (glob.includes('/') ? glob : `**/${glob}`).split('/').filter((name) => name !== '' && name !== '.');
	// Several in a row say no more than one.
	const told = names.filter((name, index) => name !== '**' || names[index - 1] !== '**');
	const segments: (Segment | undefined)[] = told.map((name) => (name === '**' ? name : namePattern(name)));
	// At the end it is what is below, and not the folder itself.
	if (segments.at(-1) === '**') segments.push(namePattern('*'));
	return segments.every((segment) => segment !== undefined) ? segments : undefined;
}

/** As with the stars of a name, only the last `**` is ever asked to take more. */
function isFitting(segments: readonly Segment[], names: readonly string[]): boolean {
	let [at, segment, folders, afterFolders] = [0, 0, -1, 0];
	while (at < names.length) {
		const wanted = segments[segment];
		if (wanted === '**') {
			folders = segment++;
			afterFolders = at;
		} else if (wanted?.fits(names[at] ?? '')) {
			at++;
			segment++;
		} else if (folders >= 0) {
			segment = folders + 1;
			at = ++afterFolders;
		} else return false;
	}
	return segment === segments.length;
}

function baseOf(glob: string): string {
	const names = glob.split('/').slice(0, -1);
	const end = names.findIndex((name) => /[*?[{\\]/.test(name));
	return (end < 0 ? names : names.slice(0, end)).join('/');
}
