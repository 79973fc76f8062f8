import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import { refreshEdits } from './refresh-code.ts';
import { retryEdits } from './retry-code.ts';
import { type SentRequest, sentRequest } from './sent-request.ts';
import { isUsed } from './usings.ts';

/** Clients that name their methods alike. */
const others = /^(?:RestSharp|Refit|Flurl|Flurl\.Http|EasyHttp|StackExchange\.Redis)$/;

/** `System.Net.Http.HttpClient`. What sends the request is what waits or refreshes: the branch deals with what is given up. */
export const httpClient: HttpClient = {
	name: 'HttpClient',
	imports: ['System.Net.Http', 'System.Net.Http.Json'],
	retryAfter: (place) => written(place, retryEdits),
	refreshToken: (place) => written(place, refreshEdits),
};

function written(
	place: ClientPlace,
	write: (place: ClientPlace, sent: SentRequest) => ReturnType<HttpClient['retryAfter']>,
): ReturnType<HttpClient['retryAfter']> {
	const sent = isUsed(others, place) ? undefined : sentRequest(place);
	return sent && write(place, sent);
}
