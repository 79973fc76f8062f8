import type { HttpClient } from '../../../syntax/language.ts';
import { retryInInterceptor } from './axios-interceptor.ts';
import { axiosRetryModule, setUpAxiosRetry } from './axios-retry.ts';
import { clientWith, inFunction } from './client-with.ts';

/** axios, in a function around the request or in an interceptor; where axios-retry repeats, that is told how. */
export const axios: HttpClient = clientWith('axios', ['axios'], {
	...inFunction,
	retryAfter(site, access) {
		if (site.imported.some((name) => name.module === axiosRetryModule)) return setUpAxiosRetry(site);
		return retryInInterceptor(site, access) ?? inFunction.retryAfter(site, access);
	},
});
