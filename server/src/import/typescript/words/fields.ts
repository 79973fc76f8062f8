import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { DraftEntry } from '../../draft.ts';
import { type ErrorField, errorFieldOf, mayHaveCode } from '../../reading/error-fields.ts';
import { retryOf } from '../../reading/retry-words.ts';
import { elementsIn, type Row, tableRows } from '../source/rows.ts';
import { type Names, textOf, type Value, valueIn } from '../source/values.ts';

/** What the fields beside a code say of it. */
export interface Fields extends Partial<Omit<DraftEntry, 'kind' | 'value'>> {
	readonly code?: Value;
	/** The text that is sent or shown with it. */
	readonly message?: string;
}

export const isStatus = (value: Value | undefined): value is number =>
	typeof value === 'number' && value >= 100 && value <= 599;

/** Whether a name is what people call a field of an error, so that it is no name of the error itself. */
export function isNameOfField(name: string): boolean {
	return mayHaveCode(name) || errorFieldOf(name) !== undefined;
}

/** UTF-16 units: what is longer is no code. */
const longestCode = 200;

/** Text that can be a code: one word, no address, no path, no markup, no colour. */
export function isCodeText(value: Value | undefined): boolean {
	if (typeof value === 'number') return true;
	return (
		value !== undefined &&
		value.length <= longestCode &&
		/^[\p{L}\p{N}_$@-][^\s<>{}]*$/u.test(value) &&
		!value.includes('://')
	);
}

/** The same for what is certainly meant to be one: it may be of several words, such as `no window`. */
export function isWordedCode(value: Value | undefined): boolean {
	return isCodeText(typeof value === 'string' ? value.replaceAll(' ', '-') : value) && !/[.!?]$/.test(String(value));
}

/**
 * Reads what an object, a list or the arguments of a call say of one error; undefined where they say nothing that can be
 * told.
 * @param isNamed whether the error has a name already, such as the key of the row
 */
export function fieldsOf(value: Part, names: Names, isNamed: boolean): Fields | undefined {
	switch (value.kind) {
		case 'transparent': {
			const inner = childIn(value, 'inner');
			return inner && fieldsOf(inner, names, isNamed);
		}
		case 'table':
			return recordOf(tableRows(value, names), names, isNamed);
		case 'collection':
			return listOf(elementsIn(value), names, isNamed);
		case 'call':
		case 'construction':
			return listOf(argumentsOf(value), names, isNamed);
		default:
			return undefined;
	}
}

function recordOf(rows: readonly Row[], names: Names, isNamed: boolean): Fields | undefined {
	const said = new Map<ErrorField, Row>();
	for (const row of rows) {
		const field = errorFieldOf(row.name ?? '');
		if (field && !said.has(field)) said.set(field, row);
	}
	const code =
		said.get('code') ??
		(isNamed
			? undefined
			: rows.find(({ name, is }) => mayHaveCode(name ?? '') && typeof is === 'string' && isCodeText(is)));
	const [status, since] = [said.get('status')?.is, said.get('since')?.is];
	const advice = said.get('retry')?.value;
	const retry = retryOf(textOf(advice, names) ?? advice?.text ?? '');
	const words = textsOf((field) => wordsOfPeople(textOf(said.get(field)?.value, names)));
	const fields: Fields = {
		...(code?.is !== undefined && { code: code.is }),
		...(isStatus(status) && { status }),
		...words,
		...(since !== undefined && { since: String(since) }),
		...(retry && { retry }),
		...deprecationOf(said.get('deprecated'), names),
	};
	return Object.keys(fields).length > 0 ? fields : undefined;
}

/** A text for people; undefined for a key under which one is kept elsewhere: `errors.not_found`. */
export function wordsOfPeople(text: string | undefined): string | undefined {
	const words = text?.trim() ?? '';
	return /\s|^https?:/.test(words) || /^\p{Lu}?\p{Ll}+[.!]?$/u.test(words) ? words : undefined;
}

function textsOf(text: (field: ErrorField) => string | undefined): Fields {
	const url = text('url');
	const fields = (['title', 'description', 'message', 'remedy'] as const).flatMap((field) => {
		const words = text(field);
		return words === undefined ? [] : [[field, words] as const];
	});
	return { ...Object.fromEntries(fields), ...(url !== undefined && /^https?:\/\/\S+$/.test(url) && { url }) };
}

function deprecationOf(row: Row | undefined, names: Names): Fields {
	const text = textOf(row?.value, names);
	if (row?.value?.text !== 'true' && !text) return {};
	return { deprecated: text || true };
}

/** A list and the arguments of a call have no names, so that what stands there is told by how it looks. */
function listOf(parts: readonly Part[], names: Names, isNamed: boolean): Fields | undefined {
	const records = parts.flatMap((part) => (part.kind === 'table' ? (fieldsOf(part, names, true) ?? []) : []));
	const values = parts.flatMap((part) => textOf(part, names) ?? valueIn(part, names) ?? []);
	const statuses = values.filter(isStatus);
	const [code, ...others] = values.filter((value) => typeof value === 'string' && isCodeText(value));
	const [message] = values.filter((value) => typeof value === 'string' && /\s/.test(value));
	const fields: Fields = {
		...(code !== undefined && others.length === 0 && { code }),
		...(statuses.length === 1 && statuses[0] !== undefined && { status: statuses[0] }),
		...(typeof message === 'string' && { message }),
		...Object.assign({}, ...records),
	};
	return Object.keys(fields).length > 0 && (fields.code !== undefined || isNamed) ? fields : undefined;
}
