import type { HttpClient } from '../../../syntax/language.ts';
import { clientSite } from './client-site.ts';
import { handWritten } from './hand-written.ts';
import { type RetryOption, setUpToRetry } from './own-option.ts';
import { responseAccess } from './response-access.ts';
import { retryInFunction } from './retry-after-code.ts';

const plain = handWritten('ky', ['ky', 'ky-universal']);

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

export const ky: HttpClient = {
	...plain,
	retryAfter(place) {
		const site = clientSite(place);
		if (site?.client !== 'ky') return undefined;
		if (site.response.caught) return setUpToRetry(site, option);
		// Where it does not throw, ky does not repeat either.
		const access = responseAccess(site);
		return access && retryInFunction(site, access);
	},
};
