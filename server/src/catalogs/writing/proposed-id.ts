/** Words at either end of a name that say what the source is, not whose errors they are. */
const wordsOfSources: ReadonlySet<string> = new Set([
	...['api', 'apis', 'rest', 'http', 'openapi', 'swagger', 'spec', 'schema', 'v1', 'v2', 'v3'],
	...['error', 'errors', 'code', 'codes', 'errorcodes', 'status', 'docs', 'documentation', 'reference', 'the'],
]);

/** Words that directives use for something else. */
const takenWords: ReadonlySet<string> = new Set(['none', 'default']);

/**
 * An id for a catalog, made of the API's name, or else of the name of the file that tells of it: `acme-pay` for
 * `Acme Pay API` and for `docs/acme-pay.errors.md`. It is always one that a catalog may have.
 */
export function proposedId(name: string | undefined, fileName = ''): string {
	const stem = fileName.replace(/^.*[\\/]/, '').replace(/(?<=.)\.[^.]*$/, '');
	return idOf(name ?? '') ?? idOf(stem) ?? 'api';
}

function idOf(text: string): string | undefined {
	const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const words = letters.split(/[^a-z0-9]+/).filter((word) => word !== '');
	while (words.length > 1 && wordsOfSources.has(words.at(-1) ?? '')) words.pop();
	while (words.length > 1 && wordsOfSources.has(words[0] ?? '')) words.shift();
	if (words.length === 0) return undefined;
	const id = words.join('-').slice(0, 60).replace(/-$/, '');
	return /^[a-z]/.test(id) && !takenWords.has(id) ? id : `api-${id}`;
}
