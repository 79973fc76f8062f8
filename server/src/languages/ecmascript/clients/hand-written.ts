import type { HttpClient } from '../../../syntax/language.ts';
import { type ClientName, clientSite } from './client-site.ts';
import { refreshInFunction } from './refresh-code.ts';
import { responseAccess } from './response-access.ts';
import { retryInFunction } from './retry-after-code.ts';

/** A client that leaves waiting and repeating to who calls it: both are written into the function around the branch. */
export function handWritten(name: ClientName, imports: readonly string[]): HttpClient {
	return {
		name,
		imports,
		retryAfter(place) {
			const site = clientSite(place);
			const access = site?.client === name ? responseAccess(site) : undefined;
			return site && access && retryInFunction(site, access);
		},
		refreshToken(place) {
			const site = clientSite(place);
			const access = site?.client === name ? responseAccess(site) : undefined;
			return site && access && refreshInFunction(site, access);
		},
	};
}
