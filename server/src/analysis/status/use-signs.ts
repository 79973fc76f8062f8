import { closest, type Part } from '../../syntax/part.ts';
import { kindOfName, snakeCase } from './names.ts';
import type { Sign } from './sign.ts';

/** As much of the function around is looked through. */
const reach = 8000;
const name = /^[\w$]+$/;

/** What else the function does with a name: `const expected = 404` and later `expect(response.status).toBe(expected)`. */
export function signsOfUse(path: string, part: Part): readonly Sign[] {
	const kind = kindOfName(snakeCase(path));
	if (!name.test(path) || part.parent?.kind === 'loop' || kind === 'status' || kind === 'foreign' || kind === 'measure')
		return [];
	const text = scopeOf(part).text.slice(0, reach);
	if (!/status|writeHead|write_head/i.test(text)) return [];
	return usesAsStatus(path).some((use) => use.test(text))
		? [{ weight: 10, reason: `\`${path}\` is used as a status` }]
		: [];
}

function scopeOf(part: Part): Part {
	let scope: Part = closest(part, 'function') ?? part;
	if (scope.kind !== 'function') while (scope.parent) scope = scope.parent;
	return scope;
}

function usesAsStatus(path: string): readonly RegExp[] {
	// Counted with or asked about, it is a part of the status at most.
	const word = `${path.replaceAll('$', '\\$')}\\b(?!\\s*[-+*/%.[(])`;
	return [
		// statusCode = code, status: code, status(code), status).toBe(code), statusCode={code}
		new RegExp(`status\\w*(?:\\(\\))?\\)?\\s*(?:\\.\\s*\\w+\\s*){0,3}(?:[:(]|={1,3}|!==?|=\\{)\\s*${word}`, 'i'),
		// equal(response.status, code)
		new RegExp(`\\w\\([^;\\n(]{0,60}status\\w*(?:\\(\\))?,\\s*${word}`, 'i'),
		// code = response.status, code === response.status
		new RegExp(`(?<![\\w.])${word}\\s*[!=]={0,2}\\s*(?:[\\w$]+\\??\\.)+status\\w*`, 'i'),
		new RegExp(`\\b(?:writeHead|sendStatus|write_head|send_response|reply|respond|abort)\\(\\s*${word}`),
	];
}
