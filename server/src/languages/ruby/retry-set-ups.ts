import type { RetrySetUp } from '../../syntax/language.ts';

/**
 * Libraries that repeat limited requests, or refresh expired tokens, by themselves. Few files require what Bundler has
 * loaded, so that most are known by how they are set up.
 */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		// Faraday's middleware repeats the statuses that it is given, and heeds the header.
		imports: [],
		shownBy:
			/\b(?:request|use)[ (]+(?::retry|Faraday::(?:Request::)?Retry)\b[\s\S]{0,400}\bretry_statuses\b[^\]]{0,80}\b429\b/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{
		imports: [],
		shownBy:
			/\b(?:Retriable\.(?:retriable|with_context)|Retryable\.retryable|with_retries)\b|^\s*retry_on\b.*(?:TooManyRequests|RateLimit)/m,
		covers: 'rate-limit',
	},
	{
		// What answers for all requests of a connection.
		imports: [],
		shownBy: /<\s*(?:Faraday::Middleware|HTTP::Feature)\b[\s\S]{0,2000}\b401\b[\s\S]{0,800}\brefresh/,
		covers: 'authentication',
	},
];
