import type { HttpClient } from '../../../syntax/language.ts';
import { retryInInterceptor } from './axios-interceptor.ts';
import { axiosRetryModule, setUpAxiosRetry } from './axios-retry.ts';
import { clientSite } from './client-site.ts';
import { handWritten } from './hand-written.ts';
import { responseAccess } from './response-access.ts';
import { retryInFunction } from './retry-after-code.ts';

/** axios, in a function around the request or in an interceptor; where axios-retry repeats, that is told how. */
export const axios: HttpClient = {
	...handWritten('axios', ['axios']),
	retryAfter(place) {
		const site = clientSite(place);
		const access = site?.client === 'axios' ? responseAccess(site) : undefined;
		if (!site || !access) return undefined;
		if (site.imported.some((name) => name.module === axiosRetryModule)) return setUpAxiosRetry(site);
		return retryInInterceptor(site, access) ?? retryInFunction(site, access);
	},
};
