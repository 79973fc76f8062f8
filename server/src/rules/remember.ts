/** The same answer for the same part of the code, found once: parts never change, and live through many versions of a document. */
export function remember<K extends object, T>(find: (part: K) => T): (part: K) => T {
	const known = new WeakMap<K, { readonly answer: T }>();
	return (part) => {
		const answer = known.get(part) ?? { answer: find(part) };
		known.set(part, answer);
		return answer.answer;
	};
}
