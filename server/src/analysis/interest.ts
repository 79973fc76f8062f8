import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Interest } from '../syntax/code-reader.ts';

/**
 * What makes any block worth reading, whatever the catalogs say: a status, a name of one, a directive, what repeats, an
 * import, a constant of a class that is compared, and at the top level a statement that may leave.
 */
const always =
	/\b[1-5]\d\d\b|0x1[0-9a-fA-F]{2}|\b[1-5]_\d\d\b|api-errors?\b|status_?code|(?:status|code)\s+u?int|http_?status|[(,]\s*(?:\w+\s+)?status\b|retr(?:y|iab|ies)|oauth|interceptors|\bhead[ (]+:|\bimport\b|\b(?:require|include)(?:_once|_relative)?\b|\bswitch\b|\bmatch \(|\bin_array\b|[=!]=\s*[\\\w]+::|^(?:throw|raise|if|use|using)\b|^(?:pub(?:\([^)]*\))?\s+)?(?:use\b|mod\s+\w+;)/i;
/** A response that is asked for at the top level, where what is done about it stands in a block of its own. */
const asked =
	/^(?:(?:const|let|var|val)\s+)?\w+\s*=\s*(?:await\s+)?(?:fetch|\w*(?:request|http|axios|client|session)\w*\.\w+)\(/i;
/** A constant of a class, of this file or another, that a method compares. */
const compared =
	/\bequals(?:IgnoreCase)?\(\s*(?:\w+,\s*)?[A-Z]\w*\.[A-Z]|\b[A-Z]\w*\.[A-Z]\w*(?:\.\w+(?:\(\))?)?\.equals/;
/** Words, codes with the marks that codes are written with, and those that begin with a digit: `42P01`, `10001`. */
const word = /[A-Za-z_$][\w$]*(?:[-./:][\w$]+)*|\b\d\w{3,9}\b/g;

/**
 * Says which blocks can matter. The time it takes depends on the text alone, not on how many codes there are.
 * @param names names of the file's own constants that stand for codes
 */
export function interestIn(catalogs: CatalogIndex, names: ReadonlySet<string>): Interest {
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
			if (always.test(text) || asked.test(text) || compared.test(text)) return true;
			for (const host of hosts) if (text.includes(host)) return true;
			for (const [token] of text.matchAll(word)) if (token.length > 2 && matters(token)) return true;
			return false;
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
