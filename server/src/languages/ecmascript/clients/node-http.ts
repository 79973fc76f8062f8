import type { HttpClient } from '../../../syntax/language.ts';
import { refreshInCallback, retryInCallback } from './callback-code.ts';
import { clientSite } from './client-site.ts';
import { handWritten } from './hand-written.ts';
import { responseAccess } from './response-access.ts';

const plain = handWritten('node-http', ['node:http', 'node:https', 'http', 'https']);

/** `http.get` and `http.request` of Node.js, whose response comes in a callback or is waited for. */
export const nodeHttp: HttpClient = {
	...plain,
	retryAfter(place) {
		const site = clientSite(place);
		const access = site?.client === 'node-http' ? responseAccess(site) : undefined;
		if (!site || !access) return undefined;
		return site.response.origin?.kind === 'callback' ? retryInCallback(site, access) : plain.retryAfter(place);
	},
	refreshToken(place) {
		const site = clientSite(place);
		const access = site?.client === 'node-http' ? responseAccess(site) : undefined;
		if (!site || !access) return undefined;
		return site.response.origin?.kind === 'callback' ? refreshInCallback(site, access) : plain.refreshToken(place);
	},
};
