import { errorStatusOf, fieldsOf, objectOf, textOf } from '../document/json-value.ts';
import { type Code, isAddress, isCode, isErrorCodeInExample, isProblemType } from '../words/code-values.ts';
import { insideOf, isStatusName, type Role } from '../words/property-names.ts';
import {
	type BesideCode,
	below,
	type CodePlace,
	fieldsBesideCodes,
	looksLikeError,
	looksLikeProblem,
	pathTo,
	roleWithin,
	type Surroundings,
} from './code-places.ts';

/** A code in an example of a body. */
export interface ExampleCode {
	readonly value: Code;
	/** The HTTP status that the object with the code tells. */
	readonly status: number | undefined;
	/** The title of a problem: the same wherever its type is (RFC 9457, section 3.1.3). */
	readonly title: string | undefined;
	readonly isNumber: boolean;
}

export interface ExampleReading {
	readonly codes: readonly ExampleCode[];
	readonly places: readonly CodePlace[];
	/** The body as JSON; undefined where that is too long to show. */
	readonly sample: string | undefined;
}

const deepest = 8;
/** Values in an example that are looked at. */
const mostValues = 2000;
/** Fields of one object that are looked at. */
const mostFields = 200;
/** Characters of a sample. */
const longestSample = 4000;

/** @param example the body as a value, or as the JSON text of it */
export function readBodyExample(example: unknown, isProblem: boolean): ExampleReading {
	const body = typeof example === 'string' ? parsed(example) : example;
	const walk: Walk = { isProblem, codes: [], places: [], left: mostValues };
	walkThrough(body, { path: [], within: 'root', depth: 0 }, walk);
	return { codes: walk.codes, places: walk.places, sample: walk.codes.length > 0 ? sampleOf(body) : undefined };
}

/** One way through the values of a body, and what was found on it so far. */
interface Walk {
	readonly isProblem: boolean;
	readonly codes: ExampleCode[];
	readonly places: CodePlace[];
	/** How many more are looked at. */
	left: number;
}

interface Place {
	readonly path: readonly string[] | undefined;
	readonly within: Surroundings | 'root';
	readonly depth: number;
}

function walkThrough(value: unknown, place: Place, walk: Walk): void {
	if (place.depth > deepest || walk.left-- <= 0) return;
	const next = { ...place, depth: place.depth + 1 };
	if (Array.isArray(value)) {
		for (const item of value.slice(0, mostValues)) walkThrough(item, { ...next, path: undefined }, walk);
		return;
	}
	const fields = fieldsOf(value).slice(0, mostFields);
	const beside = besideIn(fields);
	const names = fields.map(([name]) => name);
	const isTyped = looksLikeProblem(names) || (walk.isProblem && place.within === 'root');
	const surroundings = place.within !== 'root' ? place.within : isTyped || looksLikeError(names) ? 'error' : 'foreign';
	for (const [name, field] of fields) {
		const inside = insideOf(name);
		if (inside && typeof field === 'object') {
			walkThrough(field, { ...next, path: below(place.path, name), within: inside }, walk);
		}
		const role = isTyped && name === 'type' ? 'problem' : roleWithin(name, surroundings);
		if (!role || role === 'message' || role === 'title' || objectOf(field)) continue;
		const found = codesIn(field, role);
		walk.codes.push(...found.map((code) => exampleCode(code, role, fields)));
		walk.places.push({
			...placeOf(name, place.path, beside(name)),
			...{ role, isNumber: typeof field === 'number', hasCodes: found.length > 0 },
		});
	}
}

/** The codes that a field is, or has in a list. */
function codesIn(field: unknown, role: Role | 'problem'): readonly Code[] {
	const values: readonly unknown[] = Array.isArray(field) ? field.slice(0, mostValues) : [field];
	return values.filter(isCode).filter((code) => isCodeOf(role, code));
}

type Fields = readonly (readonly [string, unknown])[];

function isCodeOf(role: Role | 'problem', code: Code): boolean {
	if (role === 'problem') return isProblemType(code);
	return role === 'kind' && isAddress(code) ? isProblemType(code) : isErrorCodeInExample(code, role);
}

function exampleCode(value: Code, role: Role | 'problem', fields: Fields): ExampleCode {
	const [, status] = fields.find(([name, field]) => isStatusName(name) && errorStatusOf(field)) ?? [];
	const [, title] = fields.find(([name]) => name === 'title') ?? [];
	return {
		value,
		status: errorStatusOf(status),
		title: role === 'problem' ? textOf(title) : undefined,
		isNumber: typeof value === 'number',
	};
}

function placeOf(name: string, path: readonly string[] | undefined, { message, status }: BesideCode) {
	return { path: pathTo(path, name), message: pathTo(path, message), status: pathTo(path, status) };
}

function besideIn(fields: Fields): (code: string) => BesideCode {
	return fieldsBesideCodes(
		fields.map(([name, field]) => [
			name,
			typeof field === 'number' ? 'number' : typeof field === 'string' ? 'text' : 'other',
		]),
	);
}

function parsed(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Undefined for what cannot be written as JSON, such as a circle made by aliases of YAML. */
function sampleOf(body: unknown): string | undefined {
	try {
		const text = JSON.stringify(body, undefined, 2);
		return text.length <= longestSample ? text : undefined;
	} catch {
		return undefined;
	}
}
