import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readableIdOf } from '../../containers/readable.ts';

/** Files that show an API, as those around them may name them. */
export interface Showing {
	/** Names that stand in whatever imports one of them: in the same line as a word for importing, or in a path. */
	readonly names: readonly string[];
	/** Sources of patterns of which one fits what imports one of them. */
	readonly pattern: string;
	/** Whether a file may be beside one of them, as those of one package are, or imported by it. */
	isBeside(file: string): boolean;
}

/** More names than these are no longer worth looking for: every file may import one of so many. */
const mostNames = 400;

/**
 * How others may name the files that show an API. Names are those of files and, as packages and `index` files go by them,
 * of their folders; a mapping that calls a file something else altogether is not seen.
 * @param files absolute paths
 * @returns undefined where there are too many of them
 */
export function showingAs(files: readonly string[]): Showing | undefined {
	const own = new Set(files.map((file) => (isIndex(file) ? folderNameOf(file) : stemOf(file))));
	const folders = new Set(files.map(folderNameOf));
	const names = [...new Set([...own, ...folders])].filter((name) => name !== '');
	if (names.length === 0 || names.length > mostNames) return undefined;
	const places = new Set(files.map((file) => dirname(file)));
	const imported = wordsImportedBy(files);
	return {
		names,
		pattern: importing([...own], [...folders]),
		isBeside: (file) =>
			places.has(dirname(file)) ||
			imported.words.has(isIndex(file) ? folderNameOf(file) : stemOf(file)) ||
			imported.last.has(folderNameOf(file)),
	};
}

const indexNames = /^(?:index|mod|lib|main|init|__init__)$/i;
const stemOf = (file: string): string => basename(file).replace(/\..*$/, '');
const isIndex = (file: string): boolean => indexNames.test(stemOf(file));
const folderNameOf = (file: string): string => basename(dirname(file));

/** What languages say where they take something from another file. */
const importWords =
	'(?:import|from|require\\w*|use|using|include\\w*|mod|package|export|part|library|load|autoload|namespace)';

function importing(own: readonly string[], folders: readonly string[]): string {
	const any = own.map(escaped).join('|');
	const last = folders.map(escaped).join('|');
	const ending = '(?:["\'`;\\s)]|\\.\\*|$)';
	return [
		`\\b${importWords}\\b[^\\n]{0,300}\\b(?:${any})\\b`,
		`\\b${importWords}\\b[^\\n]{0,300}\\b(?:${last})${ending}`,
		`["'\`][^"'\`\\s]{0,300}\\b(?:(?:${any})(?:\\.\\w{1,5})?|${last})["'\`]`,
		// A folder may be left by dots alone.
		`["'\`]\\.{1,2}/?["'\`]`,
	].join('|');
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The names in paths that lines import something by, and those that end one. */
function wordsImportedBy(files: readonly string[]): {
	readonly words: ReadonlySet<string>;
	readonly last: ReadonlySet<string>;
} {
	const words = new Set<string>();
	const last = new Set<string>();
	for (const file of files)
		for (const [line] of textOf(file).matchAll(importingLine))
			for (const path of pathsIn(line)) {
				const names = path.match(/[\w$-]+/g) ?? [];
				for (const name of names) words.add(name);
				const end = names.at(-1);
				if (end !== undefined) last.add(end);
			}
	return { words, last };
}

/** A line that begins with a word for importing, ends with one and a path in quotes, or is such a path. */
const importingLine = new RegExp(
	`^[ \\t]*(?:pub )?${importWords}\\b.*$|^.*\\b${importWords}[ (]*["'\`][^"'\`\\s]+["'\`].*$|^[ \\t]*(?:\\w+[ \\t]+)?["'\`][^"'\`\\s]+["'\`][ \\t]*$`,
	'gm',
);

/** What stands in quotes, or else all that may be a path. */
function pathsIn(line: string): readonly string[] {
	const quoted = line.match(/(?<=["'`])[^"'`\s]+(?=["'`])/g);
	// How a file's name ends is the name of nothing.
	if (quoted) return quoted.map((path) => (readableIdOf(path) === undefined ? path : path.replace(/\.\w+$/, '')));
	return line.match(/[\w$-]+(?:(?:[./\\]|::)[\w$-]+)*/g) ?? [];
}

function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
