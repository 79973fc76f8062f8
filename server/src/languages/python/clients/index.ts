import type { HttpClient } from '../../../syntax/language.ts';
import { type ClientName, clientSite } from './client-site.ts';
import { refreshInFunction } from './refresh-code.ts';
import { retryInFunction } from './retry-code.ts';

function client(name: ClientName, imports: readonly string[]): HttpClient {
	return {
		name,
		imports,
		retryAfter(place) {
			const site = clientSite(place);
			return site?.client === name ? retryInFunction(site) : undefined;
		},
		refreshToken(place) {
			const site = clientSite(place);
			return site?.client === name ? refreshInFunction(site) : undefined;
		},
	};
}

/** The HTTP clients for which fixes write code. */
export const clients: readonly HttpClient[] = [
	client('requests', ['requests']),
	client('httpx', ['httpx']),
	client('aiohttp', ['aiohttp']),
	client('urllib', ['urllib.request', 'urllib.error', 'urllib']),
];
