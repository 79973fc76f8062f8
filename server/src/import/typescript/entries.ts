import { nameLetters } from '../../catalog/code-name.ts';
import { titleFor } from '../../catalog/words-for.ts';
import { lastWord } from '../../syntax/dispatches/subject.ts';
import type { DraftEntry } from '../draft.ts';
import type { Comments, FoundComment } from './source/comments.ts';
import type { Declaration } from './source/declarations.ts';
import type { Row } from './source/rows.ts';
import { type Names, textOf, type Value } from './source/values.ts';
import { type CommentFacts, commentFacts, exportedFacts } from './words/comment-facts.ts';
import { type Fields, isCodeText, isNameOfField, isStatus, isWordedCode, wordsOfPeople } from './words/fields.ts';

/** What is known of a source when its declarations are read. */
export interface Scope {
	readonly names: Names;
	readonly comments: Comments;
	/** Names of objects whose values are a type: `type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode]`. */
	readonly ofValues: ReadonlySet<string>;
	/** Whether the source is an export of our own, whose comments have a layout and whose names are made of titles. */
	readonly isExport: boolean;
}

/** A row, and what is said in it where it is more than one value. */
export interface ReadRow {
	readonly row: Row;
	readonly fields: Fields | undefined;
}

/** What the members of a declaration mean. */
export interface Meaning {
	/** Whether their names are codes, and their values say something of these. */
	readonly keysAreCodes: boolean;
	readonly numbersAre: 'codes' | 'statuses' | 'statuses of keys';
	/** Whether its values are certainly codes, also those of several words. */
	readonly areCodes: boolean;
	/** Whether what a field calls a code is a status. */
	readonly fieldIsStatus: boolean;
}

/** What the members of a declaration say. */
export interface ReadEntries {
	readonly entries: readonly DraftEntry[];
	readonly unread: readonly string[];
	readonly byName: boolean;
}

/** Makes entries of the members of a declaration and of the comments beside them. */
export function entriesOf(
	rows: readonly ReadRow[],
	meaning: Meaning,
	{ base }: Declaration,
	{ names, comments, isExport }: Scope,
): ReadEntries {
	const read = rows.map((row) => readRow(row, meaning, names));
	const said = commentsOfRows(rows, base, comments).map((facts) => (isExport ? exportedFacts(facts) : facts));
	const values = new Map(rows.flatMap(({ row: { name } }, index) => valueNamed(name, read[index])));
	const entries = read.flatMap((one, index) =>
		one ? [entryOf(isExport ? unnamed(one) : one, said[index] ?? {}, values)] : [],
	);
	const unread = rows.flatMap(({ row }, index) => (read[index] ? [] : [briefly(row.name ?? row.part.text)]));
	return { entries, unread, byName: read.some((one) => one?.byName === true) };
}

const unnamed = (read: Read): Read => ({ ...read, name: undefined });

const valueNamed = (name: string | undefined, read: Read | undefined): readonly (readonly [string, Value])[] =>
	name !== undefined && read ? [[name, read.value]] : [];

const briefly = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text).replaceAll(/\s+/g, ' ');

/** A row as an error. */
interface Read {
	readonly kind: DraftEntry['kind'];
	readonly value: Value;
	/** What the source calls it. */
	readonly name: string | undefined;
	/** Whether its code is the name of the member. */
	readonly byName: boolean;
	readonly fields: Fields;
}

function readRow({ row, fields }: ReadRow, meaning: Meaning, names: Names): Read | undefined {
	if (fields) return readFields(row, fields, meaning);
	const { is, name, key, value } = row;
	if (meaning.keysAreCodes) {
		// `[HttpStatus.CONFLICT]: 'CONFLICT'` says which status a code comes with.
		if (typeof is === 'string' && isStatus(key) && isCodeText(is)) return code(is, undefined, { status: key });
		const message = wordsOfPeople(textOf(value, names));
		const read = ofKey(row, isStatus(is) ? { status: is } : message === undefined ? {} : { message });
		// `[-32700]: 'PARSE_ERROR'` is the name of a number.
		return read && typeof key === 'number' && typeof is === 'string' && isCodeText(is) ? { ...read, name: is } : read;
	}
	if (typeof is === 'number' && meaning.numbersAre === 'statuses of keys') return ofKey(row, { status: is });
	// What is called by its own value is certainly meant.
	const isCode = name === is || (meaning.areCodes ? isWordedCode(is) : isCodeText(is));
	if (is === undefined || is === '' || !isCode) return undefined;
	if (typeof is === 'number' && meaning.numbersAre === 'statuses')
		return { kind: 'status', value: is, name, byName: false, fields: {} };
	return code(is, name, {});
}

const code = (value: Value, name: string | undefined, fields: Fields): Read => {
	return { kind: 'code', value, name, byName: false, fields };
};

/** A row whose key is the code. */
function ofKey({ key, name }: Row, fields: Fields): Read | undefined {
	const value = key ?? name;
	if (value === undefined || !isWordedCode(value)) return undefined;
	// A name with spaces, or one of a field, is no code; what a constant stands for may be.
	if (key === undefined && (!isCodeText(value) || isNameOfField(String(value)))) return undefined;
	return { kind: 'code', value, name: undefined, byName: key === undefined, fields };
}

function readFields(row: Row, fields: Fields, { fieldIsStatus }: Meaning): Read | undefined {
	const { code: given, ...others } = fields;
	// What is said under the code of another declaration is said of that code.
	if (row.key !== undefined && !isStatus(row.key)) return ofKey(row, others);
	if (given !== undefined && !fieldIsStatus) return isCodeText(given) ? code(given, row.name, others) : undefined;
	const said = fieldIsStatus && isStatus(given) ? { status: given, ...others } : others;
	// What a call is given may be anything; a name in capitals is meant to be a code.
	const isCall = row.value?.kind === 'call' || row.value?.kind === 'construction';
	if (isCall && row.key === undefined && !/^[A-Z][A-Z\d_]*$/.test(row.name ?? '')) return undefined;
	return ofKey(row, said);
}

/** UTF-16 units: a message that is longer is no title. */
const longestTitle = 80;

function entryOf(read: Read, said: CommentFacts, values: ReadonlyMap<string, Value>): DraftEntry {
	const { kind, value, name, fields } = read;
	const { message, ...given } = fields;
	const { insteadName, ...comment } = said;
	const description = given.description ?? comment.description ?? message;
	const isTitle = message !== undefined && message !== description && message.length <= longestTitle;
	const title =
		given.title ??
		comment.title ??
		(isTitle
			? message
			: typeof value === 'number' && name !== undefined
				? titleFor({ kind: 'code', value: name })
				: undefined);
	const instead = insteadName === undefined ? undefined : values.get(lastWord(insteadName));
	return {
		kind,
		value,
		...(kind === 'code' ? comment : withoutStatus(comment)),
		...given,
		...(title !== undefined && { title }),
		...(description !== undefined && { description }),
		...(instead !== undefined && instead !== value && { replacedBy: instead }),
		...(isOtherName(name, value) && { otherNames: [name] }),
	};
}

function isOtherName(name: string | undefined, value: Value): name is string {
	return name !== undefined && !isNameOfField(name) && nameLetters(name) !== nameLetters(String(value));
}

function withoutStatus({ status: _, ...others }: CommentFacts): CommentFacts {
	return others;
}

/** What the comments beside each row say. */
function commentsOfRows(rows: readonly ReadRow[], base: number, comments: Comments): readonly CommentFacts[] {
	const beside = rows.map(({ row: { part } }) => {
		return { before: comments.before(base + part.start), after: comments.after(base + part.end) };
	});
	const isPlain = (comment: FoundComment): boolean =>
		!comment.isDoc && commentFacts([comment]).description !== undefined;
	// A plain comment above one of many heads those that follow; where most have one it is each one's own.
	const plain = beside.filter(({ before }) => before.some(isPlain)).length;
	const headings = plain * 2 < rows.length;
	return beside.map(({ before, after }) => {
		const own = headings ? before.filter(({ isDoc }) => isDoc) : before;
		return commentFacts(after ? [...own, after] : own);
	});
}
