import type { HttpClient } from '../../../syntax/language.ts';
import { clientWith, inFunction } from './client-with.ts';
import { type RetryOption, setUpToRetry } from './own-option.ts';

/**
 * got repeats requests that change nothing by itself, twice, and waits as Retry-After asks, or not at all where that is
 * longer than its limit. Others are repeated for a rate limit only, which says that they were not processed.
 */
const option: RetryOption = (method) =>
	/^(?:get|put|head|delete)$/.test(method)
		? 'retry: { limit: 2, maxRetryAfter: 60_000 }'
		: [
				'retry: {',
				'\tlimit: 2,',
				`\tmethods: ['${method.toUpperCase()}'],`,
				'\tstatusCodes: [429],',
				'\terrorCodes: [],',
				'\tmaxRetryAfter: 60_000,',
				'}',
			].join('\n');

/** got, by its own option, also where it does not throw. */
export const got: HttpClient = clientWith('got', ['got'], {
	...inFunction,
	retryAfter: (site) => setUpToRetry(site, option),
});
