import type { HttpClient } from '../../../syntax/language.ts';
import { clientWith, inFunction } from './client-with.ts';
import { type RetryOption, setUpToRetry } from './own-option.ts';

/**
 * ky repeats requests that change nothing by itself, twice, and waits as Retry-After asks, however long. Others are
 * repeated for a rate limit only, which says that they were not processed.
 */
const option: RetryOption = (method) =>
	/^(?:get|put|head|delete)$/.test(method)
		? 'retry: { limit: 2, maxRetryAfter: 60_000 }'
		: [
				'retry: {',
				'\tlimit: 2,',
				`\tmethods: ['${method}'],`,
				'\tstatusCodes: [429],',
				'\tmaxRetryAfter: 60_000,',
				"\tshouldRetry: ({ error }) => (error.name === 'HTTPError' ? undefined : false),",
				'}',
			].join('\n');

/** ky, by its own option; where it does not throw, it does not repeat either, and that is written by hand. */
export const ky: HttpClient = clientWith('ky', ['ky'], {
	...inFunction,
	retryAfter: (site, access) =>
		site.response.caught ? setUpToRetry(site, option) : inFunction.retryAfter(site, access),
});
