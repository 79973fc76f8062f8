import type { ImportSource } from '../draft.ts';

const fileOfCode = /\.[cm]?[jt]sx?$/i;
const otherFile = /\.\w+$/;
/** UTF-16 units of a text without a file that are looked at. */
const looked = 100_000;

/** Words that declare codes, at the beginning of a line. */
const declarations = [
	/^[ \t]*(?:export[ \t]+)?(?:declare[ \t]+)?(?:const[ \t]+)?enum[ \t]+\w+\s*\{/m,
	/^[ \t]*(?:export[ \t]+)?(?:declare[ \t]+)?type[ \t]+\w+[ \t]*=/m,
	/^[ \t]*(?:(?:export[ \t]+)?(?:const|let|var)[ \t]+[\w$]+[^=\n]*=|export[ \t]+default|(?:module\.)?exports(?:\.\w+)?[ \t]*=)/m,
];

/** A union without its name: `'A' | 'B'`. */
const union = /^\s*(?:\|\s*)?(['"])[^'"\n]*\1\s*\|/;

/** How sure it is that a source is code of this kind: by its file’s name, or by what it declares. */
export function likelihoodOf({ text, fileName = '' }: ImportSource): number {
	if (fileOfCode.test(fileName)) return 0.95;
	if (otherFile.test(fileName)) return 0;
	const beginning = text.slice(0, looked);
	if (declarations.some((words) => words.test(beginning))) return 0.8;
	return union.test(beginning) ? 0.6 : 0;
}
