import type { HttpClient } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type ClientName, type ClientSite, clientSite } from './client-site.ts';
import { refreshInFunction } from './refresh-code.ts';
import { type ResponseAccess, responseAccess } from './response-access.ts';
import { retryInFunction } from './retry-after-code.ts';

type Write = (site: ClientSite, access: ResponseAccess) => readonly Edit[] | undefined;

/** What is written for a client. */
export interface ClientCode {
	readonly retryAfter: Write;
	readonly refreshToken: Write;
}

/** Both are written into the function around the branch, for clients that leave them to who calls. */
export const inFunction: ClientCode = { retryAfter: retryInFunction, refreshToken: refreshInFunction };

/** A client that answers for the places whose response is its own. */
export function clientWith(name: ClientName, imports: readonly string[], code: ClientCode): HttpClient {
	const answer =
		(write: Write): HttpClient['retryAfter'] =>
		(place) => {
			// Told before anything is looked at closely.
			if (imports.length > 0 && !imports.some((module) => place.text.includes(module))) return undefined;
			const site = clientSite(place);
			const access = site?.client === name ? responseAccess(site) : undefined;
			return site && access && write(site, access);
		};
	return { name, imports, retryAfter: answer(code.retryAfter), refreshToken: answer(code.refreshToken) };
}
