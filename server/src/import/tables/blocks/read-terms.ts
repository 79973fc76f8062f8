import { plain } from '../cells/cell-text.ts';
import { type CodeCell, isSurelyCode, readCodeCell } from '../cells/code-cell.ts';
import { type Found, textsOf } from '../cells/found.ts';
import { roleOfHeader } from '../cells/header-words.ts';
import { saidIn } from '../cells/labels.ts';
import { isPhraseOf, isStatus, readStatusCell } from '../cells/status-cell.ts';
import { clipped, type List, mostRows, type Terms } from '../page.ts';

/** How many of the items must name an error for the list to be one of errors. */
const most = 0.6;

/** Reads a list of terms as errors; undefined where most of its terms are none. */
export function readTerms({ items }: Pick<Terms, 'items'>): readonly Found[] | undefined {
	const cells = items.slice(0, mostRows).map(({ term }) => readCodeCell(term));
	const surely = cells.filter((cell) => cell?.words.some(isSurelyCode)).length;
	const found = cells.map((cell, at) => {
		const { term = '', text = '' } = items[at] ?? {};
		const isError = cell && (isErrorTerm(cell, term) || (surely > items.length / 2 && isSmallWord(cell, term)));
		return isError ? foundIn(cell, text) : undefined;
	});
	const errors = found.filter((one) => one !== undefined);
	const sure = errors.filter(isSure).length;
	return errors.length >= items.length * most && sure >= errors.length / 2 && sure > 0 ? errors : undefined;
}

/** An error that a cell names, with what is said of it. */
export function foundIn(cell: CodeCell, text: string): Found {
	const said = saidIn(clipped(text.trim()), 'description', '');
	const own = cell.title === undefined ? [] : [{ role: 'title' as const, header: '', text: cell.title }];
	const statuses = said
		.filter(({ role }) => role === 'status')
		.flatMap((one) => readStatusCell(plain(one.text))?.statuses ?? []);
	return {
		words: cell.words,
		numbers: cell.numbers,
		statuses,
		isRange: cell.isRange,
		...textsOf([...own, ...said]),
		...(cell.isDeprecated && { deprecated: true }),
	};
}

function isErrorTerm({ words, numbers, isRange }: CodeCell, term: string): boolean {
	if (words.length === 0) return numbers.length > 0 || isRange;
	return words.every((word) => isSurelyCode(word) || (/[`*]/.test(term) && /^[a-z]+$/.test(word)));
}

/** A word such as `ratelimited`, which is a code where most of those beside it are. */
function isSmallWord({ words, title }: CodeCell, term: string): boolean {
	const pattern = /[*`]/.test(term) ? /^[A-Za-z][a-z]{2,39}$/ : /^[a-z]{3,40}$/;
	return title === undefined && words.length === 1 && words.every((word) => pattern.test(word));
}

/** Whether an error is surely one: lower-case words alone may be the names of fields. */
function isSure({ words, numbers, statuses, title }: Found): boolean {
	if (words.length > 0) return words.some(isSurelyCode) || numbers.length + statuses.length > 0;
	return numbers.some((number) => !isStatus(number) || number >= 200 || isPhraseOf(number, title ?? ''));
}

/** Terms of list items that begin with one: `` - `CODE` (404): text ``, `- **400** – text`, `- 400 - code: text`. */
export function termsOfList({ items }: List): Terms {
	return { kind: 'terms', items: items.slice(0, mostRows).map(termOf) };
}

const beginning = [
	// `CODE` (404): text; **400 Bad Request** – text; **CODE:** text; 400 - `code`: text
	/^((?:[1-5]\d\d\s*[-–—:]?\s*)?(?:`[^`\n]{1,120}`|\*\*[^*\n]{1,120}\*\*|\[[^[\]\n]{1,120}\]\([^()\s]*\))(?:\s*,?\s*\([^()\n]{1,60}\))?)\s*(?:[:–—=]|-{1,2}(?=\s)|\n|(?=\p{Lu}))\s*([\s\S]*)$/u,
	// CODE (404): text; 404 Not Found: text; 404: text
	/^((?:[1-5]\d\d|[A-Za-z][\w./-]{2,99})(?:\s+\([^()\n]{1,60}\)|(?<=\d)(?:\s+[\p{L}'’-]+){1,5})?)\s*(?:[:–—=]\s*|\s-{1,2}\s+|\n)([\s\S]*)$/u,
];

/** The term at the beginning of a text, and the rest; an empty rest where the text is nothing but a term. */
function termOf(text: string): { readonly term: string; readonly text: string } {
	for (const pattern of beginning) {
		const [, term, rest] = pattern.exec(text) ?? [];
		if (term !== undefined && rest !== undefined) return { term, text: rest.replace(/^\**\s*/, '') };
	}
	return { term: text.length <= 120 ? text : '', text: '' };
}

/** A list of terms that are the labels of one record: `Name`, `Type`, `Description`; undefined where it is none. */
export function recordOf({
	items,
}: Terms): { readonly header: readonly string[]; readonly row: readonly string[] } | undefined {
	const isRecord = items.length >= 2 && items.every(({ term }) => roleOfHeader(term) !== undefined);
	if (!isRecord || items.every(({ term }) => readCodeCell(term)?.words.some(isSurelyCode) === true)) return undefined;
	return { header: items.map(({ term }) => term), row: items.map(({ text }) => text) };
}
