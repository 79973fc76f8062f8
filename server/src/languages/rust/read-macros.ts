import { blank, type Mark, marksIn, type Pieces, put } from './macro-marks.ts';
import { readRules } from './read-macro-rules.ts';

/** From the mark of a macro to the bracket that opens what it is given; comments and texts, in which none is. */
const call = /\/\/[^\n]*|'\\?"'|"(?:\\.|[^"\\\n])*"|!\s*(?:(\w+)\s*)?([([{])/g;
/** The name of a macro before its mark, with the module that it is of. */
const nameBefore = /(?:\w+::)*(\w+)$/;
/** UTF-16 units: no such name is longer. */
const longestName = 80;
/** What macros are given that reads like the arguments of a function. */
const likeCalls =
	/^(?:(?:debug_|prop_)?assert(?:_eq|_ne)?|e?print(?:ln)?|format|format_args|write(?:ln)?|panic|todo|unimplemented|unreachable|anyhow|bail|ensure|eyre|format_err|json|matches|assert_matches|trace|debug|info|warn|error)$/;
const lists = /^(?:vec|smallvec|(?:phf_|phf_ordered_)set|hashset|btreeset|indexset)$/;
const tables = /^(?:(?:phf_|phf_ordered_)map|hashmap|btreemap|indexmap|collection)$/;

/**
 * The text with the code in macros spelled out, so that the grammar reads it as code: it takes what a macro is given for
 * single words. `assert_eq!(a, b)` becomes a call, `vec![…]` a list, `json!({…})` and `phf_map! {…}` tables of
 * assignments, `matches!(a, B | C)` a call with the patterns as arguments. Of the same length, line by line.
 */
export function readMacros(text: string): string {
	if (!text.includes('!')) return text;
	const pieces: Pieces = new Map();
	for (const match of text.matchAll(call)) {
		const [found, own, bracket] = match;
		if (bracket === undefined) continue;
		const [whole, name] = nameBefore.exec(text.slice(Math.max(0, match.index - longestName), match.index)) ?? [];
		if (whole === undefined || name === undefined) continue;
		const open = match.index + found.length - 1;
		readMacro({ text, name, own, start: match.index - whole.length, open }, pieces);
	}
	return spelled(text, pieces);
}

/** A macro that is called. */
interface Called {
	readonly text: string;
	readonly name: string;
	/** The name of what it declares: that of the new macro, after `macro_rules!`. */
	readonly own: string | undefined;
	readonly start: number;
	/** Offset of the bracket that opens what it is given. */
	readonly open: number;
}

function readMacro({ text, name, own, start, open }: Called, pieces: Pieces): void {
	const bracket = text[open];
	if (own !== undefined) {
		if (name === 'macro_rules' && bracket === '{') readRules(text, start, open, pieces);
	} else if (likeCalls.test(name) && bracket === '(') readCall(text, name, start, open, pieces);
	else if (lists.test(name)) readList(text, start, open, pieces);
	else if (tables.test(name)) readTable(text, start, open, pieces);
	else if (name === 'lazy_static' && bracket === '{') readStatics(text, start, open, pieces);
	else if (bracket === '(') readUnknown(text, open, pieces);
}

function spelled(text: string, pieces: Pieces): string {
	let from = 0;
	let result = '';
	for (const [at, piece] of [...pieces].sort(([one], [other]) => one - other)) {
		if (at < from) continue;
		result += text.slice(from, at) + piece;
		from = at + piece.length;
	}
	return from === 0 ? text : result + text.slice(from);
}

function readCall(text: string, name: string, start: number, open: number, pieces: Pieces): void {
	const found = /matches$|^json$/.test(name) ? marksIn(text, open) : [];
	if (!found) return;
	const end = text.lastIndexOf('!', open);
	pieces.set(end, ' ');
	// The module that it is of says nothing.
	blank(pieces, text, start, end - name.length);
	if (name === 'json') readJson(text, found, pieces);
	else if (found.length > 0) readPatterns(text, found, pieces);
}

/** A macro that nothing is known about, where all that it is given reads like the arguments of a function. */
function readUnknown(text: string, open: number, pieces: Pieces): void {
	const found = marksIn(text, open);
	if (!found || found.some(({ text: mark, depth }) => strange.test(mark) && (depth === 1 || mark !== ';'))) return;
	pieces.set(text.lastIndexOf('!', open), ' ');
}

/** What stands in no arguments. */
const strange = /^(?:=>|[:;@#$%])$/;

function readList(text: string, start: number, open: number, pieces: Pieces): void {
	const close = marksIn(text, open)?.at(-1)?.at;
	if (close === undefined) return;
	blank(pieces, text, start, open);
	pieces.set(open, '[').set(close, ']');
}

/** `{ "A" => 1 }` as `[ "A"  = 1 ]` */
function readTable(text: string, start: number, open: number, pieces: Pieces): void {
	const found = marksIn(text, open);
	const close = found?.at(-1)?.at;
	if (!found || close === undefined) return;
	blank(pieces, text, start, open);
	pieces.set(open, '[').set(close, ']');
	for (const mark of found) if (mark.text === '=>' && mark.depth === 1) pieces.set(mark.at, ' =');
}

/** `{ "code": 1 }` as `[ "code"= 1 ]`, where a value may stand. */
function readJson(text: string, found: readonly Mark[], pieces: Pieces): void {
	const isTable: boolean[] = [];
	for (const { text: mark, at } of found) {
		if ('([{'.includes(mark)) {
			const table = mark === '{' && /[([,:]\s*$/.test(text.slice(Math.max(0, at - 200), at));
			isTable.push(table);
			if (table) pieces.set(at, '[');
		} else if (')]}'.includes(mark)) {
			if (isTable.pop()) pieces.set(at, ']');
		} else if (mark === ':' && isTable.at(-1)) {
			pieces.set(at, '=');
		}
	}
}

/** `a, Some("A") | B { .. } if c` as `a,     ("A") , B {    } ,  c`: each pattern is an argument. */
function readPatterns(text: string, found: readonly Mark[], pieces: Pieces): void {
	const comma = found.findIndex(({ text: mark, depth }) => mark === ',' && depth === 1);
	for (const { text: mark, at, depth } of comma < 0 ? [] : found.slice(comma + 1)) {
		const before = text.slice(0, at).trimEnd().at(-1) ?? '';
		if (mark === 'if' && depth === 1) {
			pieces.set(at, ', ');
			return;
		}
		if (mark === '|') pieces.set(at, /[,([]/.test(before) ? ' ' : ',');
		else if (mark === 'ref' || mark === 'mut') blank(pieces, text, at, at + mark.length);
		else if (mark === '@') blank(pieces, text, startOfWord(text, at), at + 1);
		else if (mark === '..' && /[,([{]/.test(before)) readRest(text, at, pieces);
		else if (mark === '(') readWrapper(text, at, pieces);
	}
}

/** The rest of what a pattern does not name. */
function readRest(text: string, at: number, pieces: Pieces): void {
	const after = /^\s*(\S)/.exec(text.slice(at + 2, at + 200))?.[1] ?? '';
	if (after === '}') blank(pieces, text, at, at + 2);
	else if (/[,)\]]/.test(after)) pieces.set(at, '()');
}

/** A type around a pattern: `Some("A")`, `Err(Api { .. })`. */
function readWrapper(text: string, at: number, pieces: Pieces): void {
	const from = startOfWord(text, at);
	if (/^(?:Some|Ok|Err)$/.test(text.slice(from, at)) || /^\(\s*(?:"|\d)/.test(text.slice(at, at + 200)))
		blank(pieces, text, from, at);
}

function startOfWord(text: string, end: number): number {
	const word = /[\w:]*\s*$/.exec(text.slice(Math.max(0, end - 200), end))?.[0] ?? '';
	return end - word.length;
}

/** `lazy_static! { static ref A: T = …; }` as a module of statics. */
function readStatics(text: string, start: number, open: number, pieces: Pieces): void {
	const found = marksIn(text, open);
	if (!found) return;
	if (!put(pieces, text, start, open, 'mod lazies')) return;
	for (const { text: mark, at } of found) {
		if (mark === 'ref' && /\bstatic\s+$/.test(text.slice(Math.max(0, at - 20), at))) blank(pieces, text, at, at + 3);
	}
}
