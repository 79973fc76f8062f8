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

/** Rows without what is around them, the first with a comma behind it: `GONE = 'GONE',`. */
const rows =
	/^\s*(?:\/\*\*[^*]{0,500}\*\/\s*)?(?:[\w$]+|'[^'\n]+'|"[^"\n]+")\s*[=:]\s*(['"`])[^'"`\n]+\1,\s*(?:\/\/.*)?$/m;

/** How a text of nothing but code begins. */
const opening =
	/^\uFEFF?\s*(?:\/[/*]|#!|@\w|['"]use |(?:import|export|declare|const|let|var|enum|type|interface|class|abstract|namespace|function|async|module)\b|exports\.)/;

/** How sure it is that a source is code of this kind: by its file’s name, or by what it declares. */
export function likelihoodOf({ text, fileName = '' }: ImportSource): number {
	if (fileOfCode.test(fileName)) return 0.95;
	if (otherFile.test(fileName)) return 0;
	const beginning = text.slice(0, looked);
	// A page may have a sample of code in it; what is code begins with it.
	if (declarations.some((words) => words.test(beginning))) return opening.test(beginning) ? 0.8 : 0.2;
	// Surer than a table of cells with commas between.
	if (rows.exec(beginning)?.index === 0) return 0.86;
	return union.test(beginning) ? 0.6 : 0;
}
