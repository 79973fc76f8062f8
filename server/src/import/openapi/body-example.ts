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
import { type Code, isAddress, isCode, isErrorCodeInExample, isProblemType } from './code-values.ts';
import { errorStatusOf, fieldsOf, objectOf, textOf } from './json-value.ts';
import { insideOf, isStatusName, type Role } from './property-names.ts';

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
	const codes: ExampleCode[] = [];
	const places: CodePlace[] = [];
	let left = mostValues;

	const walk = (
		value: unknown,
		path: readonly string[] | undefined,
		within: Surroundings | 'root',
		depth: number,
	): void => {
		if (depth > deepest || left-- <= 0) return;
		if (Array.isArray(value)) {
			for (const item of value.slice(0, mostValues)) walk(item, undefined, within, depth + 1);
			return;
		}
		const fields = fieldsOf(value).slice(0, mostFields);
		const beside = besideIn(fields);
		const names = fields.map(([name]) => name);
		const isTyped = looksLikeProblem(names) || (isProblem && within === 'root');
		const surroundings = within !== 'root' ? within : isTyped || looksLikeError(names) ? 'error' : 'foreign';
		for (const [name, field] of fields) {
			const inside = insideOf(name);
			if (inside && typeof field === 'object') walk(field, below(path, name), inside, depth + 1);
			const role = isTyped && name === 'type' ? 'problem' : roleWithin(name, surroundings);
			if (!role || role === 'message' || role === 'title' || objectOf(field)) continue;
			const found = [field]
				.flat()
				.slice(0, mostValues)
				.filter((code) => isCode(code) && isCodeOf(role, code));
			for (const code of found) codes.push(exampleCode(code as Code, role, fields));
			places.push({
				...placeOf(name, path, beside(name)),
				...{ role, isNumber: typeof field === 'number', hasCodes: found.length > 0 },
			});
		}
	};

	walk(body, [], 'root', 0);
	return { codes, places, sample: codes.length > 0 ? sampleOf(body) : undefined };
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
