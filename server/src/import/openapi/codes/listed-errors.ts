import type { DraftEntry } from '../../draft.ts';
import { type ErrorField, errorFieldOf, mayHaveCode } from '../../reading/error-fields.ts';
import { retryOf } from '../../reading/retry-words.ts';
import { errorStatusOf, fieldOf, fieldsOf, type JsonObject, listOf, objectOf, textOf } from '../document/json-value.ts';
import { type Code, isCode, isErrorCode } from '../words/code-values.ts';

/** `x-errors`, `x-error-codes`, `x-api-errors`, `x-problem-types` and the like: no standard names one. */
const key = /^x-?(?:(?:api|app|business|common|documented|domain|possible)-?)?(?:error|problem)-?(?:s|codes?|types?)$/i;
const deepest = 4;

/** The codes that extensions of an object list: as a list, as a map by code, by status or by group. */
export function listedErrors(holder: JsonObject, status: number | undefined): readonly DraftEntry[] {
	return fieldsOf(holder).flatMap(([name, value]) => (key.test(name) ? entriesIn(value, status, 0) : []));
}

function entriesIn(value: unknown, status: number | undefined, depth: number): readonly DraftEntry[] {
	if (depth > deepest) return [];
	if (isCode(value)) return entriesOf(value, undefined, status);
	if (Array.isArray(value))
		return value.flatMap((item) => (isCode(item) ? entriesOf(item, undefined, status) : oneOf(item, status)));
	return fieldsOf(value).flatMap(([name, item]) => {
		if (name.startsWith('$')) return [];
		const itsStatus = errorStatusOf(name);
		if (itsStatus !== undefined && typeof item === 'object') return entriesIn(item, itsStatus, depth + 1);
		const isGroup = Array.isArray(item) || (objectOf(item) && !isAboutOne(item));
		return isGroup ? entriesIn(item, status, depth + 1) : entriesOf(name, item, status);
	});
}

/** An item of a list: the code is one of its fields. */
function oneOf(item: unknown, status: number | undefined): readonly DraftEntry[] {
	const fields = [
		...fieldsOf(item).filter(([name]) => errorFieldOf(name) === 'code'),
		...fieldsOf(item).filter(([name]) => mayHaveCode(name)),
	];
	const [, code] = fields.find(([, value]) => isCode(value) && !errorStatusOf(value)) ?? [];
	return isCode(code) ? entriesOf(code, item, status) : [];
}

function isAboutOne(item: unknown): boolean {
	return fieldsOf(item).some(
		([name, value]) => (errorFieldOf(name) ?? mayHaveCode(name)) && (isCode(value) || textOf(value)),
	);
}

/** What an object says about one error. @param about the text alone that describes it, its status alone, or an object */
function entriesOf(value: Code, about: unknown, status: number | undefined): readonly DraftEntry[] {
	if (!isErrorCode(value, 'code') || (typeof value === 'string' && /\s/.test(value))) return [];
	const said = (wanted: ErrorField) =>
		fieldsOf(about).flatMap(([name, field]) => (errorFieldOf(name) === wanted ? [field] : []));
	const text = (wanted: ErrorField) => said(wanted).map(textOf).find(Boolean);
	const own = said('status').map(errorStatusOf).find(Boolean) ?? errorStatusOf(about) ?? status;
	const [title, remedy] = [text('title'), text('remedy')];
	const description = textOf(about) ?? text('description') ?? text('message');
	const retry = said('retry')
		.map((advice) => retryOf(String(advice)))
		.find(Boolean);
	return [
		{
			kind: 'code',
			value,
			...(own !== undefined && { status: own }),
			...(title && { title }),
			...(description && { description }),
			...(remedy && { remedy }),
			...(retry && { retry }),
			...(said('deprecated')[0] === true && { deprecated: true as const }),
		},
	];
}

/** The objects whose extensions may be about all of the API. */
export function generalHolders(root: unknown): readonly JsonObject[] {
	const holders = [root, fieldOf(root, 'info'), fieldOf(root, 'components'), ...listOf(fieldOf(root, 'tags'))];
	return holders.map(objectOf).filter((holder) => holder !== undefined);
}
