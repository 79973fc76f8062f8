import http from './builtin/http.json' with { type: 'json' };
import type { Entry } from './catalog.ts';
import { wordsIn } from './code-name.ts';

/** Words that people write in capitals. */
const abbreviations: ReadonlySet<string> = new Set([
	...['API', 'CORS', 'CSRF', 'CSV', 'CVC', 'DNS', 'HTML', 'HTTP', 'HTTPS', 'IBAN', 'ID', 'IP', 'JSON', 'JWT', 'MFA'],
	...['OTP', 'PDF', 'PIN', 'SDK', 'SKU', 'SMS', 'SQL', 'SSL', 'SSO', 'TLS', 'URI', 'URL', 'UUID', 'VAT', 'XML'],
]);

/**
 * A title that says the same as the code: `Auth missing token` for `AUTH_MISSING_TOKEN`, what HTTP calls a status.
 * It restates the code and claims nothing.
 */
export function titleFor({ kind, value }: Pick<Entry, 'kind' | 'value'>): string {
	if (typeof value === 'number') return (kind === 'status' && httpNameOf(value)) || `${nouns[kind]} ${value}`;
	const words = wordsIn(namePartOf(value)).filter((word) => word !== '');
	const [first, ...others] = words.map((word) => (isWritable(word) ? word : word.toLowerCase()));
	return first === undefined ? value : [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ');
}

const nouns = { code: 'Error', status: 'Status' } as const;

/** A sentence that restates a code, for an author to make more of. */
export function sentenceFor(entry: Pick<Entry, 'kind' | 'value'>): string {
	return `${titleFor(entry)}.`;
}

/** What no standard defines may mean anything here. */
function httpNameOf(status: number): string | undefined {
	return http.entries.find(({ value, standard }) => value === status && standard !== false)?.title;
}

/** Of an address or a URN, as problem types have it, the last name. */
function namePartOf(code: string): string {
	if (!/^(https?:\/\/|urn:|tag:)/i.test(code)) return code;
	return code.replace(/[/#:?]+$/, '').replace(/^.*[/#:]/, '') || code;
}

/** Whether the word stays in capitals: an abbreviation, or a number such as `E1001`. */
function isWritable(word: string): boolean {
	return abbreviations.has(word) || /\d/.test(word);
}
