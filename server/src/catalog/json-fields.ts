/** Where in a JSON document something is, as keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** Something in a JSON document that is not as it should be. */
export interface Problem {
	readonly path: JsonPath;
	/** A sentence for the author of the file. */
	readonly message: string;
}

/** Collects problems. */
export type Report = (path: JsonPath, message: string) => void;

/** What a value must be: says what is wrong with it, or undefined where nothing is. */
export type Check = (value: unknown) => string | undefined;

/** Reads the fields of one JSON object. What is missing or wrong is `undefined`; what is wrong is reported too. */
export interface JsonFields {
	readonly path: JsonPath;
	readonly report: Report;
	/** The value as it stands, unchecked. */
	raw(key: string): unknown;
	has(key: string): boolean;
	text(key: string, check?: (text: string) => string | undefined): string | undefined;
	/** The items that are text; each of the others is reported. Undefined where there is no list. */
	texts(key: string, check?: (text: string) => string | undefined): readonly string[] | undefined;
	flag(key: string): boolean | undefined;
	integer(key: string, minimum: number, maximum: number): number | undefined;
	choice<T extends string>(key: string, choices: readonly T[]): T | undefined;
	/** Reports that a field is missing, where it is. */
	demand(key: string): void;
	/** Reports every field that is not one of these. */
	allowOnly(keys: readonly string[]): void;
}

/** Undefined, and a problem, where the value is no object. */
export function jsonFields(value: unknown, path: JsonPath, report: Report): JsonFields | undefined {
	if (!isObject(value)) {
		report(path, `This must be an object, not ${shown(value)}.`);
		return undefined;
	}
	const has = (key: string) => Object.hasOwn(value, key) && value[key] !== undefined;
	const raw = (key: string) => (has(key) ? value[key] : undefined);
	/** The value where it is of the type; undefined, and a problem if there is one, where it is not. */
	const typed = <T>(key: string, is: (value: unknown) => value is T, what: string): T | undefined => {
		const field = raw(key);
		if (is(field)) return field;
		if (field !== undefined) report([...path, key], `"${key}" must be ${what}, not ${shown(field)}.`);
		return undefined;
	};
	return {
		path,
		report,
		raw,
		has,
		text: (key, check) => checkedText(raw(key), [...path, key], report, check),
		texts: (key, check) =>
			typed(key, (field): field is unknown[] => Array.isArray(field), 'a list')
				?.map((item, index) => checkedText(item, [...path, key, index], report, check))
				.filter((item) => item !== undefined),
		flag: (key) => typed(key, (field) => typeof field === 'boolean', 'true or false'),
		integer: (key, minimum, maximum) =>
			typed(key, (field) => isIntegerWithin(field, minimum, maximum), `a whole number from ${minimum} to ${maximum}`),
		choice: <T extends string>(key: string, choices: readonly T[]) =>
			typed(key, (field): field is T => choices.some((choice) => choice === field), `one of ${choices.join(', ')}`),
		demand: (key) => {
			if (!has(key)) report(path, `"${key}" is missing.`);
		},
		allowOnly: (keys) => {
			for (const key of Object.keys(value))
				if (!keys.includes(key)) report([...path, key], `"${clipped(key)}" is not known here.`);
		},
	};
}

function checkedText(
	value: unknown,
	path: JsonPath,
	report: Report,
	check?: (text: string) => string | undefined,
): string | undefined {
	if (value === undefined && typeof path.at(-1) === 'string') return undefined;
	if (typeof value !== 'string' || value.trim() === '') {
		report(path, `This must be text, not ${shown(value)}.`);
		return undefined;
	}
	const wrong = check?.(value);
	if (wrong === undefined) return value;
	report(path, `"${clipped(value)}" ${wrong}.`);
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

function clipped(text: string): string {
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The object without the fields that are undefined, so that optional fields are there or not. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
