/** An object of a JSON text, which may begin with a byte order mark; undefined where it is anything else. */
export function readJsonObject(text: string): object | undefined {
	try {
		return asObject(JSON.parse(text.replace(/^\uFEFF/, '')));
	} catch {
		return undefined;
	}
}

/** The fields of some objects inside an object; what is missing, or no object, has none. */
export function fieldsIn(owner: object, names: readonly string[]): readonly (readonly [string, unknown])[] {
	return Object.entries(owner).flatMap(([name, value]) =>
		names.includes(name) ? Object.entries(asObject(value) ?? {}) : [],
	);
}

function asObject(value: unknown): object | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
