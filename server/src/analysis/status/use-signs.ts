import { closest, type Part } from '../../syntax/parts/part.ts';
import { kindOfName, snakeCase } from './names.ts';
import type { Sign } from './sign.ts';

/** As much of the function is looked through, before the number and after it. */
const before = 4000;
const after = 2000;
const name = /^[\w$]+$/;

/** What else the function does with a name: `const code = 404`, and later `expect(response.status).toBe(code)`. */
export function signsOfUse(path: string, part: Part): readonly Sign[] {
	const kind = kindOfName(snakeCase(path));
	if (!name.test(path) || part.parent?.kind === 'loop' || kind === 'status' || kind === 'foreign' || kind === 'measure')
		return [];
	const text = textAround(part);
	let uses: readonly RegExp[] | undefined;
	for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + path.length)) {
		const near = text.slice(Math.max(0, at - beside), at + path.length + beside);
		if (!telling.test(near)) continue;
		uses ??= usesAsStatus(path);
		if (uses.some((use) => use.test(near))) return [{ weight: 10, reason: `\`${path}\` is used as a status` }];
	}
	return [];
}

/** As much of the text on either side of a name says what is done with it. */
const beside = 70;
const telling =
	/status|response_?code|writeHead|write_head|send_response|reply|respond|abort|(?:res|resp|response|rr|recorder)\.code/i;

function textAround(part: Part): string {
	let scope: Part = closest(part, 'function') ?? part;
	if (scope.kind !== 'function') while (scope.parent) scope = scope.parent;
	const at = part.start - scope.start;
	return scope.text.slice(Math.max(0, at - before), at + after);
}

function usesAsStatus(path: string): readonly RegExp[] {
	// Counted with or asked about, it is a part of the status at most.
	const word = `${path.replaceAll('$', '\\$')}\\b(?!\\s*[-+*/%.[(])`;
	return [
		// statusCode = code, status: code, status(code), status).toBe(code), statusCode={code}
		new RegExp(`status\\w*(?:\\(\\))?\\)?\\s*(?:\\.\\s*\\w+\\s*){0,3}(?:[:(]|={1,3}|!==?|=\\{)\\s*${word}`, 'i'),
		// equal(response.status, code)
		new RegExp(`\\w\\([^;\\n(]{0,60}status\\w*(?:\\(\\))?,\\s*${word}`, 'i'),
		// code = response.status, code === response.status, rc = connection.getResponseCode()
		new RegExp(
			`(?<![\\w.])${word}\\s*(?::=|[!=]={0,2})\\s*(?:[\\w$]+(?:\\(\\))?\\??\\.)+(?:get_?)?(?:status|response_?code)\\w*`,
			'i',
		),
		// code := recorder.Code
		new RegExp(`(?<![\\w.])${word}\\s*:?=\\s*(?:\\w+\\.)*(?:res|resp|response|rr|recorder)\\.code\\b`, 'i'),
		new RegExp(`\\b(?:writeHead|sendStatus|write_head|send_response|reply|respond|abort)\\(\\s*${word}`),
	];
}
