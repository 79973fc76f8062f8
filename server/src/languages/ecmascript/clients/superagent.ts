import type { HttpClient } from '../../../syntax/language.ts';
import { clientWith, inFunction } from './client-with.ts';

/** SuperAgent. Its own `retry` repeats at once, whatever the header says, so that each try would be several. */
export const superagent: HttpClient = clientWith('superagent', ['superagent'], {
	...inFunction,
	retryAfter: (site, access) => (/\.retry\(/.test(site.block) ? undefined : inFunction.retryAfter(site, access)),
});
