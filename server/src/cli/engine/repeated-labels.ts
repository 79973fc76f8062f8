/**
 * Whether a text may test for the same status twice in one dispatch, which is wrong whatever the API is. Labels count by
 * how they are written and wherever in the text they stand, so that most texts for which this says so have nothing wrong.
 *
 * Not seen are labels that are equal but are written in two ways (`404` and a constant for it), and constants whose
 * numbers stand in other files, unless the catalogs know their names as those of statuses.
 * @param isKnownName says of the last word of a name whether a catalog has it as the name of a status or of a code
 */
export function mayRepeatLabels(text: string, isKnownName: (word: string) => boolean): boolean {
	if (!statusWord.test(text) && !repeatsStatus(text, /\b[45]\d\d\b/g)) return false;
	const labels = new Labels(text, isKnownName);
	for (const { 1: value = '', index } of text.matchAll(comparison))
		if (labels.repeats(nameBefore(text, index), value)) return true;
	for (const { 1: value = '', 2: name = '' } of text.matchAll(turnedComparison))
		if (labels.repeats(name, value)) return true;
	for (const { 1: value = '' } of text.matchAll(branch)) if (labels.repeats('case', value)) return true;
	for (const { 1: value = '' } of text.matchAll(row)) if (labels.repeats('row', value)) return true;
	for (const { 1: value = '' } of text.matchAll(asked)) if (labels.repeats('asked', value)) return true;
	for (const [list] of text.matchAll(listed)) if (repeatsStatus(list, status)) return true;
	return false;
}

/** What the names of statuses have in them. */
const statusWord = /tatus|TATUS|ttp_?[cC]ode|esp(?:onse)?_?[cC]ode|res_code|reply_code|rcode/;
const status = /\b[1-5]\d\d\b/g;
/** The second side of a comparison: a number, or a name written as those of constants are. */
const comparison = /[=!]==?\s{0,9}\(?["'`:.]?(\d+\b|(?:[\w$]+[.:]+){0,9}[A-Z][\w$]*)/g;
const turnedComparison = /\b(\d{1,5})["'`]?\s{0,9}[=!]==?\s{0,9}([\w$][\w$.]*)/g;
/** The first label of a branch. */
const branch = /\b(?:case|when)\b[\s(]{1,9}["'`:.]?(\d+\b|(?:[\w$]+[.:]+){0,9}[A-Z][\w$]*)/g;
/** A status as the key of a row, or as a label of a branch that is not the first. */
const row = /\b([1-5]\d\d)["'`]?[ \t]{0,9}(?::(?!\d)|\||=>|->|then\b)/g;
/** A status that a call is given. */
const asked = /\b(?:[eE]quals?|eql\?|eq|is)\(\s{0,9}["'`]?([1-5]\d\d)\b/g;
/** Statuses in a row. */
const listed = /\b[1-5]\d\d["'`]?\s{0,99}(?:,\s{0,99}["'`]?[1-5]\d\d\b["'`]?\s{0,99})+/g;

/** UTF-16 units before a sign in which the name before it is sought. */
const longestName = 80;

function repeatsStatus(text: string, pattern: RegExp): boolean {
	const seen = new Set<string>();
	for (const [value] of text.matchAll(pattern)) {
		if (seen.has(value)) return true;
		seen.add(value);
	}
	return false;
}

class Labels {
	readonly #text: string;
	readonly #isKnownName: (word: string) => boolean;
	readonly #seen = new Set<string>();
	readonly #judged = new Map<string, boolean>();

	constructor(text: string, isKnownName: (word: string) => boolean) {
		this.#text = text;
		this.#isKnownName = isKnownName;
	}

	/** Whether the value was a label of the same kind before. */
	repeats(kind: string, value: string): boolean {
		if (kind === '' || (/^\d/.test(value) && !oneStatus.test(value) && !tellingName.test(kind))) return false;
		const key = `${kind} ${value}`;
		if (!this.#seen.has(key)) {
			this.#seen.add(key);
			return false;
		}
		return /^\d/.test(value) || this.#standsForStatus(value);
	}

	#standsForStatus(name: string): boolean {
		const word = /\w+$/.exec(name)?.[0] ?? '';
		const known = this.#judged.get(word);
		if (known !== undefined) return known;
		const given = new RegExp(`\\b${word}\\b[^\\n=,;]{0,40}[=(:,]\\s{0,9}\\(?\\d`);
		const stands = this.#isKnownName(word) || given.test(this.#text);
		this.#judged.set(word, stands);
		return stands;
	}
}

const oneStatus = /^[1-5]\d\d$/;
/** What a name says that has a status or a code, and the sign before the first label of a branch. */
const tellingName = /status|code|err|reason|response|^case$/i;

/** The name that ends before an offset, or what is called with it: `response.status`, `statusOf` of `statusOf(error)`. */
function nameBefore(text: string, offset: number): string {
	const name = nameEndingAt(text, endBefore(text, offset));
	if (tellingName.test(name) || text.charAt(lastVisible(text, offset)) !== ')') return name;
	const opening = text.lastIndexOf('(', offset);
	const caller = opening < 0 || offset - opening > longestName ? '' : nameEndingAt(text, opening);
	return caller === '' ? name : caller;
}

function lastVisible(text: string, offset: number): number {
	let last = offset - 1;
	while (last > 0 && text.charAt(last) <= ' ') last--;
	return last;
}

function endBefore(text: string, offset: number): number {
	let end = offset;
	while (end > 0 && beside.has(text.charAt(end - 1))) end--;
	return end;
}

function nameEndingAt(text: string, end: number): string {
	let start = end;
	const first = Math.max(0, end - longestName);
	while (start > first && /[\w$.]/.test(text.charAt(start - 1))) start--;
	return text.slice(start, end);
}

/** What may stand between a name and a sign. */
const beside: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '(', ')', ']', '?', '!', '"', "'", '`', '=']);
