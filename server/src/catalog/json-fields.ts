import { closestName } from './closest.ts';
import { cutTo, limits } from './limits.ts';
import {
	type JsonPath,
	type ProblemCode,
	type ProblemFix,
	type Report,
	removeFix,
	replaceFix,
	wrongValue,
} from './problem.ts';

export type { JsonPath, PathEdit, Problem, ProblemFix, Report, Severity } from './problem.ts';
export { wrongValue } from './problem.ts';

/** What a text must be. */
export interface TextRule {
	/** Says what is wrong with it, or undefined where nothing is. */
	readonly wrong?: (text: string) => string | undefined;
	/** What was probably meant by one that is wrong. */
	readonly meant?: (text: string) => string | undefined;
	/** The name of the problem that one is that is wrong. */
	readonly code?: ProblemCode;
	/** Characters that it may have. */
	readonly longest?: number;
	/** Whether the beginning of a longer one is as good; otherwise it is left out. */
	readonly isProse?: boolean;
}

/** Reads the fields of one JSON object. What is missing or wrong is `undefined`; what is wrong is reported too. */
export interface JsonFields {
	readonly path: JsonPath;
	readonly report: Report;
	/** The value as it stands, unchecked. */
	raw(key: string): unknown;
	has(key: string): boolean;
	text(key: string, rule?: TextRule): string | undefined;
	/** The items that are text; each of the others is reported. Undefined where there is no list. */
	texts(key: string, rule?: TextRule): readonly string[] | undefined;
	flag(key: string): boolean | undefined;
	choice<T extends string>(key: string, choices: readonly T[]): T | undefined;
	/** Reports that a field is missing, where it is. */
	demand(key: string, severity?: 'error' | 'warning', value?: unknown): void;
	/** Reports every field that is not one of these. */
	allowOnly(keys: readonly string[]): void;
}

/** Undefined, and a problem, where the value is no object. */
export function jsonFields(value: unknown, path: JsonPath, report: Report): JsonFields | undefined {
	if (!isObject(value)) {
		// What is no catalog at all may be a file of any kind that a link leads to, of which nothing is told.
		const what = path.length === 0 && typeof value === 'string' ? 'text' : shown(value);
		report(wrongValue(path, `This must be an object, not ${what}.`));
		return undefined;
	}
	const has = (key: string) => Object.hasOwn(value, key) && value[key] !== undefined;
	const raw = (key: string) => (has(key) ? value[key] : undefined);
	return {
		path,
		report,
		raw,
		has,
		text: (key, rule = {}) => (has(key) ? checkedText(raw(key), [...path, key], report, rule) : undefined),
		texts: (key, rule = {}) => (has(key) ? checkedTexts(raw(key), [...path, key], report, rule) : undefined),
		flag: (key) => (has(key) ? checkedFlag(raw(key), [...path, key], report) : undefined),
		choice: (key, choices) => (has(key) ? checkedChoice(raw(key), [...path, key], report, choices) : undefined),
		demand: (key, severity = 'error', missing = undefined) => {
			if (has(key)) return;
			const message = `"${key}" is missing.`;
			const fix: ProblemFix = { title: `Add "${key}"`, edits: [{ path: [...path, key], value: missing }] };
			const fixes = missing === undefined ? {} : { fixes: [fix] };
			report({ path, at: 'key', message, severity, code: 'missing-field', ...fixes });
		},
		allowOnly: (keys) => {
			for (const key of Object.keys(value)) {
				if (report.isFull?.()) return;
				if (!keys.includes(key)) report(unknownField(key, path, keys, has));
			}
		},
	};
}

function unknownField(key: string, path: JsonPath, keys: readonly string[], has: (key: string) => boolean) {
	const at = [...path, key];
	const near = key.length > limits.name ? undefined : closestName(key, keys);
	const isFree = near !== undefined && !has(near);
	const fixes = [
		...(isFree ? [{ title: `Rename to "${near}"`, edits: [{ path: at, rename: near }] }] : []),
		removeFix(at, `Remove "${clipped(key)}"`),
	];
	const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
	const message = `"${clipped(key)}" is not known here.${meant}`;
	return { path: at, at: 'key', message, severity: 'warning', code: 'unknown-field', fixes } as const;
}

function checkedText(value: unknown, path: JsonPath, report: Report, rule: TextRule): string | undefined {
	const { longest = limits.text, wrong, meant, isProse = false } = rule;
	if (typeof value !== 'string' || value.trim() === '') {
		const isNumber = typeof value === 'number' || typeof value === 'boolean';
		report(wrongValue(path, `This must be text, not ${shown(value)}.`, [isNumber ? asText(path, value) : undefined]));
		return undefined;
	}
	const given = isProse ? withoutOrders(value) : value;
	const text = cutTo(longest, given);
	if (text.length < given.length) {
		const what = isProse ? 'what is beyond is not shown' : 'it is left out';
		const message = `This is longer than ${longest} characters; ${what}.`;
		report({ path, message, severity: isProse ? 'warning' : 'error', code: 'too-long' });
		return isProse ? text : undefined;
	}
	const complaint = wrong?.(text);
	if (complaint === undefined) return text;
	const better = meant?.(text);
	const isBetter = better !== undefined && better !== text && wrong?.(better) === undefined;
	const fixes = isBetter ? [replaceFix(path, better)] : [];
	report({ ...wrongValue(path, `"${clipped(text)}" ${complaint}.`, fixes), code: rule.code ?? 'wrong-value' });
	return undefined;
}

/** Prose without what is no letter: control characters, and signs that turn the direction of all that follows. */
function withoutOrders(text: string): string {
	return text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

function asText(path: JsonPath, value: number | boolean): ProblemFix {
	return replaceFix(path, String(value));
}

function checkedTexts(value: unknown, path: JsonPath, report: Report, rule: TextRule): readonly string[] | undefined {
	if (!Array.isArray(value)) {
		const isOne = typeof value === 'string' && value.trim() !== '';
		const fix = isOne ? { title: 'Make it a list', edits: [{ path, value: [value] }] } : undefined;
		report(wrongValue(path, `"${path.at(-1)}" must be a list, not ${shown(value)}.`, [fix]));
		return undefined;
	}
	return listedWithin(value, limits.items, path, report)
		.map((item, index) => checkedText(item, [...path, index], report, { longest: limits.name, ...rule }))
		.filter((item) => item !== undefined);
}

/** The items of a list that may be in it; a longer one is reported. */
export function listedWithin(
	list: readonly unknown[],
	most: number,
	path: JsonPath,
	report: Report,
): readonly unknown[] {
	if (list.length <= most) return list;
	const message = `Only the first ${most} of these ${list.length} are read.`;
	report({ path, at: 'key', message, severity: 'error', code: 'too-long' });
	return list.slice(0, most);
}

function checkedFlag(value: unknown, path: JsonPath, report: Report): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const meant = new Map<unknown, boolean>([
		...['true', 'yes', 'on', 1].map((word) => [word, true] as const),
		...['false', 'no', 'off', 0].map((word) => [word, false] as const),
	]).get(typeof value === 'string' ? value.trim().toLowerCase() : value);
	const fix = meant === undefined ? undefined : replaceFix(path, meant);
	report(wrongValue(path, `"${path.at(-1)}" must be true or false, not ${shown(value)}.`, [fix]));
	return undefined;
}

function checkedChoice<T extends string>(
	value: unknown,
	path: JsonPath,
	report: Report,
	choices: readonly T[],
): T | undefined {
	const chosen = choices.find((choice) => choice === value);
	if (chosen !== undefined) return chosen;
	const near = typeof value === 'string' && value.length <= limits.name ? closestName(value, choices) : undefined;
	const fix = near === undefined ? undefined : replaceFix(path, near);
	report(wrongValue(path, `"${path.at(-1)}" must be one of ${choices.join(', ')}, not ${shown(value)}.`, [fix]));
	return undefined;
}

export function isIntegerWithin(value: unknown, minimum: number, maximum: number): value is number {
	return Number.isInteger(value) && typeof value === 'number' && value >= minimum && value <= maximum;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a message names it: short, whatever it is. */
export function shown(value: unknown): string {
	if (value === '') return 'an empty text';
	if (typeof value === 'string') return JSON.stringify(clipped(value));
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : clipped(String(value));
}

export function clipped(text: string): string {
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The object without the fields that are undefined, so that optional fields are there or not. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
	const defined: Record<string, unknown> = {};
	for (const key in value) if (value[key] !== undefined) defined[key] = value[key];
	return defined as Defined<T>;
}

export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
