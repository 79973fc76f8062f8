import { nameLetters } from '../../catalog/code-name.ts';

/**
 * Whether a text may test for the same status twice in one dispatch, which is wrong whatever the API is. Labels count by
 * how they are written and wherever in the text they stand, so that most texts for which this says so have nothing wrong.
 *
 * Not seen are labels between which code is indented less than what it stands in, labels that are equal but are written in
 * two ways (`404` and a constant for it, or `4_04`) or stand in two kinds of code (a list, then a comparison), constants in
 * lists or with names in small letters, and constants whose numbers stand in other files or are none of a status, unless
 * the catalogs know their names as those of statuses.
 */
export function mayRepeatLabels(text: string, isKnown: IsKnown): boolean {
	for (const _ of repeatedLabels(text, isKnown)) return true;
	return false;
}

/** Whether a text has a name for statuses, or an error's status twice, which most have not; sooner known than `mayRepeatLabels`. */
export function mayHaveLabels(text: string, isKnown: IsKnown): boolean {
	return saysStatus(text) || repeatsStatus(text, /\b[45]\d\d\b/g, isKnown);
}

const saysStatus = (text: string): boolean => statusWord.test(text) || codeWord.test(text);

/** Says of a number, or of the last word of a name, whether a catalog has it as a status or a code, or as the name of one. */
export type IsKnown = (word: string) => boolean;

/** @param names the letters of names, and numbers */
export function knownLabels(names: readonly string[]): IsKnown {
	const known = new Set(names);
	return (word) => known.has(nameLetters(word)) || known.has(withoutLibrary(word));
}

/** What libraries put before the name of a status. */
const withoutLibrary = (word: string): string => nameLetters(word).replace(/^(?:http|sc)?(?:status)?(?:code)?\d*/, '');

/** The numbers and names for which `mayRepeatLabels` says so, some of them more than once. */
export function* repeatedLabels(text: string, isKnown: IsKnown): Generator<string> {
	const isNamed = saysStatus(text);
	const hasConstants = isNamed && (constant.test(text) || namedBranch.test(text));
	const hasLabels = hasConstants || (isNamed && text.search(status) >= 0);
	if (!hasLabels && !repeatsStatus(text, /\b[45]\d\d\b/g, isKnown)) return;
	const labels = new Labels(text, isKnown);
	for (const { 1: value = '', index } of text.matchAll(comparison))
		if (labels.repeats(nameBefore(text, index), value, index)) yield value;
	for (const { 1: value = '', 2: name = '', index } of text.matchAll(turnedComparison))
		if (labels.repeats(name, value, index)) yield value;
	for (const { 1: value = '', index } of text.matchAll(branch)) if (labels.repeats('case', value, index)) yield value;
	if (hasConstants) for (const [value, index] of armsIn(text)) if (labels.repeats('case', value, index)) yield value;
	// All that follows is about numbers, which few texts have twice.
	if (!repeatsStatus(text, status, isKnown)) return;
	for (const pattern of [row, listedRow])
		for (const { 1: value = '', index } of text.matchAll(pattern)) if (labels.repeats('row', value, index)) yield value;
	for (const { 1: value = '', index } of text.matchAll(asked)) if (labels.repeats('asked', value, index)) yield value;
	for (const { 0: list, index } of text.matchAll(listed))
		if (repeatsStatus(list, status, isKnown) && speaksOfStatus(text, index, index + list.length))
			yield* list.match(status) ?? [];
}

/** What the names of statuses have in them. Two patterns, because each of them by itself leaves more of a text out. */
const statusWord = /[sS][tT][aA][tT][uU][sS]/;
const codeWord = /[cC]ode\b(?<=(?:ttp|resp|onse|res|eply|\br)_?[cC]ode)/;
/** What names of constants for statuses begin with, in libraries. */
const constant = /[sS]tatus(?:[cC]odes?)?(?:::|\.|_)?[A-Z]|STATUS_|\bHTTP_|\bSC_|HTTPStatus|\bcodes\./;
const status = /\b[1-5]\d\d\b/g;
/** The second side of a comparison: a number, or a name written as those of constants are. */
const comparison = /[=!]==?\s{0,9}\(?["'`:.]?(\d+\b|(?:[\w$]+[.:]+){0,9}[A-Z][\w$]*)/g;
const turnedComparison = /\b(\d{1,5})["'`]?\s{0,9}[=!]==?\s{0,9}([\w$][\w$.]*)/g;
/** The first label of a branch: also a name that begins with a dot, as the type says whose it is. */
const branch =
	/\b(?:case|when)\b[\s(]{1,9}["'`:.]?(\d+\b|(?:[\w$]+[.:]+){0,9}(?:[A-Z][\w$]*|(?<=\.)[a-z][\w$]*)(?![\w$]|\s{0,9}(?:[<>]|[=!]=)))/g;
const namedBranch = /\bcase\b[\s(]{1,9}(?:\w*\.\w|[A-Z]{3})/;
/** The last word of a name as the only or the last label of a branch, or as the key of a row, and what may stand before it. */
const arm = /(?<![\w$])[A-Z][\w$]*(?=\]?[ \t]{0,9}(?:=>|->|:(?![:=])))/g;
const beforeArm = /(?:^|[,{;|[(]|\bis)[ \t]*((?:[\w$]+[.:]+){0,9})(?![\s\S])/m;
/** A status as the key of a row, or as a label of a branch that is not the first. */
const row = /(?<![\w.-])(?<!HTTP )([1-5]\d\d)["'`]?[ \t]{0,9}(?::(?!\d)|\||=>|->|then\b)/g;
/** The same where a list stands for the row. */
const listedRow = /\[\s{0,9}["'`]?([1-5]\d\d)["'`]?\s{0,9},/g;
/** A status that a call is given. */
const asked = /\b(?:[eE]quals?|eql\?|eq|is)\(\s{0,9}["'`]?([1-5]\d\d)\b/g;
/** Statuses in a row, but no colours: those are often 255. */
const listed =
	/\b(?:[1-3]0\d|2[12]\d|[45]\d\d)["'`]?\s{0,99}(?:,\s{0,99}["'`]?(?:[1-3]0\d|2[12]\d|[45]\d\d)\b["'`]?\s{0,99})+/g;

/** UTF-16 units before a sign in which the name before it is sought. */
const longestName = 80;

/** Names that stand as labels by themselves, and where. */
function* armsIn(text: string): Generator<readonly [value: string, at: number]> {
	for (const { 0: word, index } of text.matchAll(arm)) {
		const before = beforeArm.exec(text.slice(Math.max(0, index - longestName), index));
		if (before) yield [(before[1] ?? '') + word, index - before[0].length];
	}
}

function repeatsStatus(text: string, pattern: RegExp, isKnown: IsKnown): boolean {
	const seen = new Set<string>();
	for (const [value] of text.matchAll(pattern)) {
		if (seen.has(value)) return true;
		if (isKnown(value)) seen.add(value);
	}
	return false;
}

/** UTF-16 units around a list in which stands what it is a list of. */
const besideList = 160;

/** Whether a name for a status, or, of errors, for what has one, stands near a list of numbers. */
function speaksOfStatus(text: string, from: number, to: number): boolean {
	const telling = /\b[45]\d\d\b/.test(text.slice(from, to)) ? /status|code|http|resp/i : /status/i;
	return telling.test(text.slice(Math.max(0, from - besideList), to + besideList));
}

class Labels {
	readonly #text: string;
	readonly #isKnown: IsKnown;
	/** Offsets of labels. */
	readonly #seen = new Map<string, readonly number[]>();
	readonly #judged = new Map<string, boolean>();
	/** The offset of the last status of each kind of labels, and of the last name that was there twice and says nothing. */
	readonly #statuses = new Map<string, number>();
	readonly #strangers = new Map<string, number>();

	constructor(text: string, isKnown: IsKnown) {
		this.#text = text;
		this.#isKnown = isKnown;
	}

	/** Whether the value was a label of the same kind before, in what may be the same dispatch. */
	repeats(kind: string, value: string, at: number): boolean {
		const isTelling = tellingName.test(kind) && kind !== 'case';
		const isStatus = oneStatus.test(value) && (isTelling || this.#isKnown(value));
		if (kind === '' || (/^\d/.test(value) && !isStatus && !tellingName.test(kind))) return false;
		// Numbers below those of errors are anything, where nothing says that a status is looked at.
		const isSure = isStatus && (isTelling || Number(value) >= 400);
		if (isSure) {
			this.#statuses.set(kind, at);
			if (this.#isWith(this.#strangers.get(kind), at)) return true;
		}
		const key = `${kind} ${value}`;
		const before = this.#seen.get(key) ?? [];
		this.#seen.set(key, [...before.slice(-mostBefore), at]);
		if (!before.some((one) => mayBeTogether(this.#text, one, at))) return false;
		if (isStatus) return isSure || this.#choosesByStatus(at);
		if (this.#standsForStatus(value)) return true;
		// Beside a status it is one, whatever it is called.
		this.#strangers.set(kind, at);
		return this.#isWith(this.#statuses.get(kind), at) || (kind === 'case' && this.#choosesByStatus(at));
	}

	#isWith(other: number | undefined, at: number): boolean {
		return other !== undefined && mayBeTogether(this.#text, other, at);
	}

	/** Whether what begins to choose shortly before an offset looks at something that is called like a status. */
	#choosesByStatus(at: number): boolean {
		return statusHead.test(this.#text.slice(Math.max(0, at - longestChoice), at));
	}

	#standsForStatus(name: string): boolean {
		const word = /\w+$/.exec(name)?.[0] ?? '';
		const known = this.#judged.get(word);
		if (known !== undefined) return known;
		const stands = this.#isKnown(word) || (!/^\d/.test(word) && givenTo(word).test(this.#text));
		this.#judged.set(word, stands);
		return stands;
	}
}

/** A status that a name is given: `NAME = 404`, `NAME: u16 = 404`, `NAME(404`, `'NAME', 404`. */
const givenTo = (name: string): RegExp =>
	new RegExp(
		`\\b${name}\\b(?:[^\\n=,;(]{0,40}[=:]\\s{0,9}\\(?|\\s{0,9}\\(\\s{0,9}|["'],\\s{0,9})(?:[1-3]0\\d|2[12]\\d|[45]\\d\\d)\\b`,
	);

/** UTF-16 units in which the beginning of a choice is sought before its labels. */
const longestChoice = 3_000;
const statusHead =
	/^[ \t}]*(?:(?:return|[\w$.: ]{1,60}=)\s{0,9})?(?:switch|match|case|when)\b[^\n:{]{0,120}(?:status|(?<!op|en|de|un)code)\w{0,12}[)\]\s]{0,4}(?:\{|:|=>|do\b|$)/im;

/** Labels before one that are compared with it; those that are farther away stand in other code. */
const mostBefore = 20;

/** Whether no line between two offsets closes what is around both: it would be indented less than their lines are. */
function mayBeTogether(text: string, from: number, to: number): boolean {
	const least = Math.min(indentationAt(text, from), indentationAt(text, to));
	for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
		const start = end + 1;
		const indented = indentationAt(text, start);
		if (indented < least && closing.test(text.charAt(start + indented)) && start <= to - indented) return false;
	}
	return true;
}

/** What begins a line of code that is no comment, and no text of several lines as those are mostly written. */
const closing = /[}\])\w@]/;

/** How many tabs and spaces the line of an offset begins with. */
function indentationAt(text: string, offset: number): number {
	const start = text.lastIndexOf('\n', offset - 1) + 1;
	let end = start;
	while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
	return end - start;
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
