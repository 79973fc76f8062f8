import type { Part } from '../../syntax/part.ts';

/** The same answer for the same part, found once: parts never change, and live through many versions of a document. */
export function remember<T>(find: (part: Part) => T): (part: Part) => T {
	const known = new WeakMap<Part, { readonly answer: T }>();
	return (part) => {
		const answer = known.get(part) ?? { answer: find(part) };
		known.set(part, answer);
		return answer.answer;
	};
}
