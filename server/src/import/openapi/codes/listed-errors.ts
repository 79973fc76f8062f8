import type { DraftEntry } from '../../draft.ts';
import { errorStatusOf, fieldOf, fieldsOf, type JsonObject, listOf, objectOf, textOf } from '../document/json-value.ts';
import { type Code, isCode, isErrorCode } from '../words/code-values.ts';

/** `x-errors`, `x-error-codes`, `x-api-errors`, `x-problem-types` and the like: no standard names one. */
const key = /^x-?(?:(?:api|app|business|common|documented|domain|possible)-?)?(?:error|problem)-?(?:s|codes?|types?)$/i;
/** Fields of an object that says something about one error. */
const codeKeys = ['code', 'errorCode', 'error_code', 'error', 'type', 'name', 'id', 'key', 'value'];
const statusKeys = [
	'status',
	'httpStatus',
	'http_status',
	'http-status',
	'statusCode',
	'status_code',
	'http',
	'httpCode',
];
const descriptionKeys = ['description', 'message', 'detail', 'details', 'reason', 'meaning', 'text'];
const titleKeys = ['title', 'summary'];
const remedyKeys = ['remedy', 'resolution', 'solution', 'action'];

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
	const code = codeKeys.map((name) => fieldOf(item, name)).find((value) => isCode(value) && !errorStatusOf(value));
	return isCode(code) ? entriesOf(code, item, status) : [];
}

function isAboutOne(item: unknown): boolean {
	const known = [...codeKeys, ...statusKeys, ...descriptionKeys, ...titleKeys, ...remedyKeys];
	return known.some((name) => isCode(fieldOf(item, name)) || textOf(fieldOf(item, name)));
}

function entriesOf(value: Code, about: unknown, status: number | undefined): readonly DraftEntry[] {
	if (!isErrorCode(value, 'code') || (typeof value === 'string' && /\s/.test(value))) return [];
	const own =
		statusKeys.map((name) => errorStatusOf(fieldOf(about, name))).find(Boolean) ?? errorStatusOf(about) ?? status;
	const title = firstText(about, titleKeys);
	const description = textOf(about) ?? firstText(about, descriptionKeys);
	const remedy = firstText(about, remedyKeys);
	const isDeprecated = fieldOf(about, 'deprecated') === true;
	return [
		{
			kind: 'code',
			value,
			...(own !== undefined && { status: own }),
			...(title && { title }),
			...(description && { description }),
			...(remedy && { remedy }),
			...(isDeprecated && { deprecated: true as const }),
		},
	];
}

function firstText(about: unknown, names: readonly string[]): string | undefined {
	return names.map((name) => textOf(fieldOf(about, name))).find(Boolean);
}

/** The objects whose extensions may be about all of the API. */
export function generalHolders(root: unknown): readonly JsonObject[] {
	const holders = [root, fieldOf(root, 'info'), fieldOf(root, 'components'), ...listOf(fieldOf(root, 'tags'))];
	return holders.map(objectOf).filter((holder) => holder !== undefined);
}
