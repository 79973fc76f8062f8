import { listed } from '../../reading/listed.ts';
import { fieldOf, type JsonObject, objectOf } from './json-value.ts';

/** Follows the references of one document. */
export interface References {
	/** The object itself or, where it is a reference, what it stands for; undefined where that is nowhere or no object. */
	objectOf(value: unknown): JsonObject | undefined;
	/** Sentences on the references that lead nowhere. */
	notes(): readonly string[];
}

/** References within references that are followed in one go; a longer way is taken for a circle. */
const longestWay = 50;

/** References lead to places within the root: other files and addresses are never read. */
export function referencesIn(root: unknown): References {
	const ends = new Map<string, unknown>();
	const elsewhere = new Set<string>();
	const nowhere = new Set<string>();

	function follow(value: unknown, steps: number): unknown {
		const reference = fieldOf(value, '$ref');
		if (typeof reference !== 'string') return value;
		if (ends.has(reference)) return ends.get(reference);
		const end = steps > longestWay ? undefined : endOf(reference, steps + 1);
		ends.set(reference, end);
		if (end === undefined && reference.startsWith('#')) nowhere.add(reference);
		return end;
	}

	function endOf(reference: string, steps: number): unknown {
		if (!reference.startsWith('#')) {
			elsewhere.add(reference);
			return undefined;
		}
		// Until the end is known a way back to here is a circle, which leads nowhere.
		ends.set(reference, undefined);
		let place: unknown = root;
		for (const step of stepsOf(reference)) place = stepInto(follow(place, steps), step);
		return follow(place, steps);
	}

	return {
		objectOf: (value) => objectOf(follow(value, 0)),
		notes: () => [
			...noteOn(elsewhere, 'Other files and addresses are not read, so these references were left out'),
			...noteOn(nowhere, 'These references lead nowhere'),
		],
	};
}

/** The keys of a JSON pointer in a fragment (RFC 6901, section 6). */
function stepsOf(reference: string): readonly string[] {
	const pointer = reference.slice(1);
	return pointer === '' ? [] : pointer.replace(/^\//, '').split('/').map(unescaped);
}

function unescaped(step: string): string {
	const key = step.includes('%') ? decoded(step) : step;
	return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function decoded(step: string): string {
	try {
		return decodeURIComponent(step);
	} catch {
		return step;
	}
}

function stepInto(place: unknown, step: string): unknown {
	return Array.isArray(place) ? place[/^\d{1,9}$/.test(step) ? Number(step) : -1] : fieldOf(place, step);
}

function noteOn(references: ReadonlySet<string>, what: string): readonly string[] {
	if (references.size === 0) return [];
	return [`${what}: ${listed([...references])}.`];
}
