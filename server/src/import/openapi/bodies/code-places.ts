import { isStatusName, type Role, roleOf } from '../words/property-names.ts';

/** A place in the body of an error where a code may stand. */
export interface CodePlace {
	/** Dotted, such as `error.code`; undefined within lists and maps, where each item has its own. */
	readonly path: string | undefined;
	readonly role: Role | 'problem';
	readonly isNumber: boolean;
	/** Whether codes were found there. */
	readonly hasCodes: boolean;
	/** The paths of the words and of the HTTP status beside it. */
	readonly message: string | undefined;
	readonly status: string | undefined;
}

/** What is inside of what is looked at: an error, something of an error, or anything at all. */
export type Surroundings = 'error' | 'neutral' | 'foreign';

/** Whether an object with fields of these names is an error: it has words for people, or little else than a code. */
export function looksLikeError(names: readonly string[]): boolean {
	const few = names.length <= 4;
	return names.some((name) => {
		const role = roleOf(name);
		if (role === 'error') return true;
		if (role === 'message') return few || !/^(?:description|text)$/i.test(name);
		return role === 'code' && (names.length <= 2 || /err|fault|problem/i.test(name));
	});
}

/** Whether an object with fields of these names is a problem as RFC 9457 (section 3.1) has it. */
export function looksLikeProblem(names: readonly string[]): boolean {
	return names.includes('type') && names.includes('title') && (names.includes('detail') || names.includes('status'));
}

/** The roles that count within the surroundings; in what is no error nothing is a code. */
export function roleWithin(name: string, surroundings: Surroundings): Role | undefined {
	const role = roleOf(name);
	if (surroundings === 'foreign' && role !== 'message' && role !== 'title') return undefined;
	return surroundings === 'neutral' && role === 'kind' && !/reason/i.test(name) ? undefined : role;
}

/** What a field holds, as far as it matters for what stands beside a code. */
export type Held = 'text' | 'number' | 'other';

/** What stands beside a code: the names of the fields for the message and for the HTTP status. */
export interface BesideCode {
	readonly message: string | undefined;
	readonly status: string | undefined;
}

/**
 * The best of the fields of an object for the words and the HTTP status beside its code, of which it may have several.
 * @param fields names, each with what it holds
 */
export function fieldsBesideCodes(fields: readonly (readonly [string, Held])[]): (code: string) => BesideCode {
	const texts = fields.filter(([, held]) => held === 'text').map(([name]) => [name, roleOf(name)] as const);
	const named = (isWanted: (name: string, role: Role | undefined) => boolean) =>
		texts.filter(([name, role]) => isWanted(name, role)).map(([name]) => name);
	const messages = [
		...named((name, role) => role === 'message' && /message|msg/i.test(name)),
		...named((_, role) => role === 'message'),
		// Where the code has a name of its own, the words may stand in `error`.
		...named((name) => name === 'error'),
		...named((_, role) => role === 'title'),
	];
	const statuses = fields.filter(([name, held]) => held === 'number' && isStatusName(name)).map(([name]) => name);
	return (code) => ({
		message: messages.find((name) => name !== code),
		status: statuses.find((name) => name !== code),
	});
}

export function pathTo(path: readonly string[] | undefined, name: string | undefined): string | undefined {
	// A name with a dot in it cannot be told from two names.
	if (!path || name === undefined || name.includes('.')) return undefined;
	return [...path, name].join('.');
}

/** The place below one of the name; undefined where items of a list or a map have no path. */
export function below(path: readonly string[] | undefined, name: string): readonly string[] | undefined {
	return path && !name.includes('.') ? [...path, name] : undefined;
}
