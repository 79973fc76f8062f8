/** UTF-16 units of one sample that are looked through for bodies. */
const longestSample = 50_000;
const mostBodies = 200;

/** Reads the JSON objects in samples of code; comments, commas too many and dots for what is left out are put up with. */
export function bodiesIn(samples: readonly string[]): readonly object[] {
	const bodies: object[] = [];
	for (const sample of samples) {
		for (const text of objectsIn(sample.slice(0, longestSample))) {
			const body = parsed(text);
			if (body !== undefined) bodies.push(body);
			if (bodies.length >= mostBodies) return bodies;
		}
	}
	return bodies;
}

/** The pieces from an opening bracket at the start of a line, or after a space, to the one that closes it. */
function objectsIn(text: string): readonly string[] {
	const found: string[] = [];
	const opening = /(?:^|[\s'(])(?=\{\s*["}\n])/g;
	for (let match = opening.exec(text); match !== null && found.length < mostBodies; match = opening.exec(text)) {
		const start = match.index + match[0].length;
		const end = endOfObject(text, start);
		if (end === undefined) return found;
		found.push(text.slice(start, end));
		opening.lastIndex = Math.max(end, match.index + 1);
	}
	return found;
}

/** Where the object that begins at the place ends; undefined where it does not. */
export function endOfObject(text: string, start: number): number | undefined {
	let depth = 0;
	let isInString = false;
	for (let at = start; at < text.length; at++) {
		const sign = text[at];
		if (isInString) {
			if (sign === '\\') at++;
			else if (sign === '"' || sign === '\n') isInString = false;
		} else if (sign === '"') isInString = true;
		else if (sign === '{' || sign === '[') depth++;
		else if (sign === '}' || sign === ']') {
			depth--;
			if (depth === 0) return at + 1;
		}
	}
	return undefined;
}

function parsed(text: string): object | undefined {
	for (const attempt of [text, cleaned(text)]) {
		try {
			const value: unknown = JSON.parse(attempt);
			return typeof value === 'object' && value !== null ? value : undefined;
		} catch {
			// Not strict JSON; samples in documentation often are not.
		}
	}
	return undefined;
}

function cleaned(text: string): string {
	return text
		.replace(/^([^"\n]*(?:"[^"\n]*"[^"\n]*)*?)\/\/[^\n]*$/gm, '$1')
		.replace(/\/\*[^*]{0,500}\*\//g, '')
		.replace(/,?\s*(?:\.\.\.|…)\s*,?/g, '')
		.replace(/([{[]\s*),/g, '$1')
		.replace(/,(\s*[}\]])/g, '$1');
}
