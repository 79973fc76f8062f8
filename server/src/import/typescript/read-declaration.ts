import { childIn, partsAround } from '../../syntax/parts/part.ts';
import type { DraftEntry } from '../draft.ts';
import { entriesOf, type Meaning, type ReadRow, type Scope } from './entries.ts';
import type { Declaration } from './source/declarations.ts';
import { classRows, enumRows, listRows, type Row, tableRows, unionRows, writtenOut } from './source/rows.ts';
import { type Names, valueIn } from './source/values.ts';
import { type Fields, fieldsOf, isStatus } from './words/fields.ts';
import {
	isTypeOfError,
	namesCode,
	speaksOfCodes,
	speaksOfKeys,
	speaksOfStatuses,
	speaksOfTexts,
} from './words/telling-names.ts';

/** What a declaration says. */
export interface DeclarationReading {
	readonly declaration: Declaration;
	/** Whether it only says something of codes that stand elsewhere: its keys are the codes. */
	readonly isAbout: boolean;
	readonly entries: readonly DraftEntry[];
	/** What its members are called whose values cannot be told, or are no codes. */
	readonly unread: readonly string[];
	/** Whether codes were taken from the names of its members. */
	readonly byName: boolean;
	/** Whether it is a single error: a constant, or an object with a code, a title and so on. */
	readonly isSingle: boolean;
}

/** Reads a declaration; undefined where it can list no codes, such as an object of functions. */
export function readDeclaration(declaration: Declaration, scope: Scope): DeclarationReading | undefined {
	const record = recordIn(declaration, scope.names);
	const rows = record ? [record] : rowsOf(declaration, scope.names);
	if (rows.length === 0) return undefined;
	const meaning = meaningOf(declaration, rows, scope);
	const { entries, unread, byName } = entriesOf(rows, meaning, declaration, scope);
	const isSingle = record !== undefined || declaration.form === 'constant';
	const isAbout = meaning.keysAreCodes && !isSingle;
	return entries.length === 0 ? undefined : { declaration, isAbout, entries, unread, byName, isSingle };
}

/** An object that is one error: it has a code or the type of an error, or two other things that errors have, and nothing deeper. */
function recordIn({ form, part, name, annotation }: Declaration, names: Names): ReadRow | undefined {
	const fields = form === 'table' ? fieldsOf(part, names, true) : undefined;
	if (!fields || tableRows(part, names).some(({ value }) => writtenOut(value))) return undefined;
	const { code, title, message, description, remedy, status } = fields;
	const said = [title, message, description, remedy, status].filter((one) => one !== undefined);
	if (said.length < (code === undefined && !isTypeOfError(annotation) ? 2 : 1)) return undefined;
	return { row: { part, name, key: undefined, value: part, is: undefined }, fields };
}

function rowsOf({ form, part, name, annotation }: Declaration, names: Names): readonly ReadRow[] {
	switch (form) {
		case 'enum':
			return enumRows(part, names).map((row) => ({ row, fields: undefined }));
		case 'union':
			return (unionRows(part, names) ?? []).map((row) => ({ row, fields: undefined }));
		case 'constant': {
			const value = childIn(part, 'value');
			const is = valueIn(value, names);
			// Its comment stands before the words that declare it.
			const row = { part: [...partsAround(part)].at(-1) ?? part, name, key: undefined, value, is };
			return namesCode(name, is, annotation) ? [{ row, fields: undefined }] : [];
		}
		case 'list':
			return listRows(part, names).flatMap((row) => withFields(row, names));
		case 'class':
			return classRows(part, names).flatMap((row) => withFields(row, names));
		case 'table':
			return tableRows(part, names).flatMap((row) => withFields(row, names));
	}
}

/** A row with what it says; an object that says nothing of an error is a group of rows. */
function withFields(row: Row, names: Names): readonly ReadRow[] {
	const { value, is, name, key } = row;
	if (!value || is !== undefined) return [{ row, fields: undefined }];
	const fields: Fields | undefined = fieldsOf(value, names, (name ?? key) !== undefined);
	const group = fields ? undefined : writtenOut(value);
	if (group?.kind === 'table') return tableRows(group, names).flatMap((inner) => withFields(inner, names));
	return [{ row, fields }];
}

/** A type that has codes as its keys: `Record<ErrorCode, string>`, `{ [code in ErrorCode]: … }`. */
const keyedByCode = /\b(?:Record|Map)<[^,]*(?:code|err)[^,]*,|\bin\s+(?:keyof\s+typeof\s+)?\w*(?:code|err)/i;

function meaningOf(declaration: Declaration, rows: readonly ReadRow[], { names, ofValues }: Scope): Meaning {
	const { name, form, annotation } = declaration;
	const isOfValues = (form !== 'table' && form !== 'class') || ofValues.has(name);
	const texts = rows.filter(({ row }) => typeof row.is === 'string' && row.is !== row.name);
	const spaced = texts.filter(({ row }) => /\s/.test(String(row.is))).length;
	const keyed = rows.filter(({ row }) => row.key !== undefined).length;
	const keysAreCodes =
		!isOfValues &&
		(keyed * 2 >= rows.length ||
			keyedByCode.test(annotation) ||
			spaced * 2 > texts.length ||
			((speaksOfTexts(name) || speaksOfKeys(name)) && texts.length > 0));
	return {
		keysAreCodes,
		numbersAre: meaningOfNumbers(rows, declaration, isOfValues, keysAreCodes, names),
		areCodes: isOfValues && form !== 'list' && speaksOfCodes(name) && !speaksOfTexts(name),
		fieldIsStatus: fieldIsStatus(rows),
	};
}

function meaningOfNumbers(
	rows: readonly ReadRow[],
	{ name, form }: Declaration,
	isOfValues: boolean,
	keysAreCodes: boolean,
	{ statuses }: Names,
): Meaning['numbersAre'] {
	const numbers = rows.flatMap(({ row: { is } }) => (typeof is === 'number' ? [is] : []));
	if (numbers.length === 0 || !numbers.every(isStatus)) return 'codes';
	const ofStatuses = speaksOfStatuses(name);
	const named = rows.filter(
		({ row: { name: own = '', is } }) => is !== undefined && statuses.byStatusName(own)?.value === is,
	);
	const isRepeated = form === 'table' && new Set(numbers).size < numbers.length;
	if (ofStatuses && !isRepeated && (isOfValues || named.length * 2 > numbers.length)) return 'statuses';
	return isRepeated || (!isOfValues && (keysAreCodes || ofStatuses)) ? 'statuses of keys' : 'codes';
}

/** Whether what is called a code is a status, as several errors share one of them and none has another. */
function fieldIsStatus(rows: readonly ReadRow[]): boolean {
	const codes = rows.flatMap(({ fields }) => fields?.code ?? []);
	return (
		codes.every(isStatus) &&
		new Set(codes).size < codes.length &&
		rows.every(({ fields }) => fields?.status === undefined)
	);
}
