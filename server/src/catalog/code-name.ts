/**
 * The words of a name in capitals, `_` between: `RateLimited`, `rateLimited`, `rate-limited` and `RATE_LIMITED` are all
 * `RATE_LIMITED`. Names that differ only in how they are spelled become equal.
 */
export function constantName(name: string): string {
	return name
		.replace(/['’]/g, '')
		.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1_$2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
		.replace(/[^\p{L}\p{N}]+/gu, '_')
		.replace(/^_+|_+$/g, '')
		.toUpperCase();
}

/** The words of a name or a path in capitals: `API` and `ERROR` of `apiError` or `./api-error`. */
export function wordsIn(name: string): readonly string[] {
	return constantName(name).split('_');
}

/** The letters and digits alone, for names whose words may be joined differently: `URITooLong`, `UriTooLong`. */
export function nameLetters(name: string): string {
	return name.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
