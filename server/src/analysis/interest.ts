import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Interest } from '../syntax/code-reader.ts';

/** What may be a status. */
const number = /\b[1-5]_?\d\d\b|0x1[0-9a-fA-F]{2}/;
/**
 * What makes any block worth reading, whatever the catalogs say: a name of a status, a directive, what repeats, an import,
 * a constant of a class that is compared, and at the top level a statement that may leave.
 */
const always =
	/api-errors?\b|status_?code|(?:status|code)\s+u?int|http_?status|[(,]\s*(?:\w+\s+)?status\b|retr(?:y|iab|ies)|oauth|interceptors|\bhead[ (]+:|\bimport\b|\b(?:require|include)(?:_once|_relative)?\b|\bswitch\b|\bmatch \(|\bin_array\b|[=!]=\s*[\\\w]+::|^(?:throw|raise|if|use|using)\b|^(?:pub(?:\([^)]*\))?\s+)?(?:use\b|mod\s+\w+;)/i;
/** A response that is asked for at the top level, where what is done about it stands in a block of its own. */
const asked =
	/^(?:(?:const|let|var|val)\s+)?\w+\s*=\s*(?:await\s+)?(?:fetch|\w*(?:request|http|axios|client|session)\w*\.\w+)\(/i;
/** A constant of a class, of this file or another, that a method compares. */
const compared =
	/\bequals(?:IgnoreCase)?\(\s*(?:\w+,\s*)?[A-Z]\w*\.[A-Z]|\b[A-Z]\w*\.[A-Z]\w*(?:\.\w+(?:\(\))?)?\.equals/;
/** What stands for a status as a number, on one line in place of `NUMBER`. */
const labelSigns = [
	// Compared, or the label of a branch or a row.
	'(?:[=!]==?\\s*\\(?|\\b(?:case|when)\\b[\\s(]*)["\'`]?NUMBER',
	'NUMBER["\'`]?\\s*(?:[=!]==?|=>|->|:(?!:)|\\||\\.\\.|then\\b|to\\b)',
	'[<>]=?\\s*(?:400|499|500|599)\\b',
	// The first of a list or of a row that is one, one of several, or all that stands in its line.
	'(?:[[{]|\\b(?:entry|of|put|set)\\()\\s*["\'`]?NUMBER',
	'NUMBER["\'`]?\\s*,\\s*["\'`]?NUMBER',
	'^\\s*["\'`]?NUMBER["\'`]?\\s*,?\\s*(?:$|//|#|/\\*)',
	// What a name stands for.
	'\\b(?:const|val|var|let|final|static|define|enum|case)\\b[^=({\\n]*[=(]?[^=({\\n]*[=,]\\s*["\'`]?NUMBER',
	'\\b[A-Z]\\w*["\'`]?\\s*(?::[^=]+)?[=(:]\\s*["\'`]?NUMBER',
	'^\\s*[\\w$]+\\s*=\\s*NUMBER\\s*(?:[,;]|$|//|#)',
	'=>\\s*NUMBER',
];
/** What names have in them that hold statuses, and what calls are called that test for one. */
const telling =
	/stat(?:us|i)|code|err|resp|\bres\b|http|fetch|repl(?:y|ies)|fail|except|expect|answer|outcome|reason|result|abort\(|redirect|\bis[A-Z_(]|eql?\b|equal|include|contain|\bhas\b|\bin\b|between|range/i;
const plainNumber = '\\b(?:[1-5]_?\\d\\d|0x1[0-9a-fA-F]{2})\\b';
const label = new RegExp(labelSigns.join('|').replaceAll('NUMBER', plainNumber));

/** Whether a number that may be a status stands where something may be chosen by it, as far as its line shows. */
function mayChoose(text: string): boolean {
	for (const { index } of text.matchAll(numbers)) {
		const start = text.lastIndexOf('\n', index) + 1;
		const end = text.indexOf('\n', index);
		const line = text.slice(start, end < 0 ? undefined : end);
		if (line.length > longestLine || telling.test(line) || label.test(line)) return true;
	}
	return false;
}

const numbers = new RegExp(number, 'g');
/** UTF-16 units: what stands in a longer line may be anywhere in it. */
const longestLine = 1_000;

/** Words, codes with the marks that codes are written with, and those that begin with a digit: `42P01`, `10001`. */
const word = /[A-Za-z_$][\w$]*(?:[-./:][\w$]+)*|\b\d\w{3,9}\b/g;

/** What is wanted of a document: all that can be said of it, or what chooses by codes and statuses. */
export type Wanted = 'everything' | 'dispatches';

/** Whether a number alone makes a block worth reading where everything is wanted. */
export function hasNumber(text: string): boolean {
	return number.test(text);
}

/**
 * Says which blocks can matter. The time it takes depends on the text alone, not on how many codes there are.
 * @param names names of the file's own constants that stand for codes
 */
export function interestIn(
	catalogs: CatalogIndex,
	names: ReadonlySet<string>,
	wanted: Wanted = 'everything',
): Interest {
	const hasStatus = wanted === 'everything' ? hasNumber : mayChoose;
	const hosts = catalogs.catalogs.flatMap((catalog) => catalog.evidence.hosts);
	const judged = new Map<string, boolean>();
	const matters = (token: string): boolean => {
		const known = judged.get(token);
		if (known !== undefined) return known;
		if (judged.size > judgedLimit) judged.clear();
		const result =
			isTelling(token, catalogs, names) || piecesOf(token).some((piece) => isTelling(piece, catalogs, names));
		judged.set(token, result);
		return result;
	};
	return {
		mayMatter(text) {
			if (hasStatus(text) || always.test(text) || asked.test(text) || compared.test(text)) return true;
			for (const host of hosts) if (text.includes(host)) return true;
			return text.match(word)?.some((token) => token.length > 2 && matters(token)) ?? false;
		},
	};
}

/** The same few thousand words make up a code base; more than this many are not worth their memory. */
const judgedLimit = 50_000;

const piecesOf = (token: string): string[] => (/[-./:]/.test(token) ? token.split(/[-./:]/) : []);

function isTelling(token: string, catalogs: CatalogIndex, names: ReadonlySet<string>): boolean {
	if (names.has(token) || catalogs.byString(token).length > 0 || catalogs.byName(token).length > 0) return true;
	if (/^\d+$/.test(token) && catalogs.byNumber(Number(token)).length > 0) return true;
	return /http|status/i.test(token) && catalogs.byStatusName(token) !== undefined;
}
