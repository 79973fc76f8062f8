import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests by themselves, and what in the file shows that they are set up to. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: ['Symfony\\Component\\HttpClient\\RetryableHttpClient', 'GuzzleRetry\\GuzzleRetryMiddleware'],
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{
		imports: ['GuzzleHttp\\Middleware'],
		shownBy: /\bMiddleware::retry\s*\(/,
		covers: 'rate-limit',
	},
	{
		imports: ['Illuminate\\Support\\Facades\\Http'],
		shownBy: /(?:->|::)retry\s*\(/,
		covers: 'rate-limit',
	},
];
