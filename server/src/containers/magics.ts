/** What a cell may begin with and still be code of the notebook's language. */
const harmless = /^%%(?:time|timeit|capture|prun)\b/;
/** A line that is for the notebook rather than for the language; a lone sign may be an operator. */
const magic = /^([\t ]*)[%!](?=[A-Za-z%!/])/gm;

/**
 * The code of a cell with comments where it speaks to the notebook itself, as long as it was; undefined for a cell that
 * is in a language of its own.
 */
export function withoutMagics(cell: string): string | undefined {
	const first = cell.trimStart();
	if (first.startsWith('%%') && !harmless.test(first)) return undefined;
	return cell.replaceAll(magic, '$1#');
}
