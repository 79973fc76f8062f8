import type { HttpClient } from '../../../syntax/language.ts';
import { refreshInCallback, retryInCallback } from './callback-code.ts';
import type { ClientSite } from './client-site.ts';
import { clientWith, inFunction } from './client-with.ts';

const isCallback = ({ response }: ClientSite): boolean => response.origin?.kind === 'callback';

/** `http.get` and `http.request` of Node.js, whose response comes in a callback or is waited for. */
export const nodeHttp: HttpClient = clientWith('node-http', ['http', 'https', 'node:http', 'node:https'], {
	retryAfter: (site, access) => (isCallback(site) ? retryInCallback : inFunction.retryAfter)(site, access),
	refreshToken: (site, access) => (isCallback(site) ? refreshInCallback : inFunction.refreshToken)(site, access),
});
