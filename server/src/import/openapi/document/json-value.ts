/** An object in data from anywhere: any field may be there, with any value. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value where it is an object, and no list. */
export function objectOf(value: unknown): JsonObject | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** A field of its own: what every object inherits is none. */
export function fieldOf(value: unknown, key: string): unknown {
	const object = objectOf(value);
	return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The fields in the order in which they are written; none where the value is no object. */
export function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] {
	const object = objectOf(value);
	return object ? Object.entries(object) : [];
}

export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Text that says something, without the space around it. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The number where it is an HTTP status that says that something went wrong, as a number or as text. */
export function errorStatusOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 400 && number <= 599 ? number : undefined;
}
