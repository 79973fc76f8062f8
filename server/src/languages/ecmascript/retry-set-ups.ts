import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat or refresh by themselves, and what in the file shows that they are set up to. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: [
			'axios-retry',
			'retry-axios',
			'p-retry',
			'async-retry',
			'promise-retry',
			'exponential-backoff',
			'fetch-retry',
			'cockatiel',
			'@octokit/plugin-retry',
			'@octokit/plugin-throttling',
			'octokit',
			'retry',
			'ts-retry',
			'got-retry',
			'@vercel/fetch-retry',
		],
		covers: 'rate-limit',
		readsHeader: /axios-retry|retry-axios|octokit/,
	},
	{
		imports: ['ky', 'got'],
		shownBy: /\bretry\s*:(?!\s*(?:0\b|false\b|\{\s*limit\s*:\s*0\b))/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{
		imports: ['undici'],
		shownBy: /\bRetryAgent\b|interceptors\.retry\b|\bRetryHandler\b/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{ imports: ['axios-auth-refresh'], covers: 'authentication' },
	{
		imports: [],
		shownBy:
			/(?:interceptors\.response\.use\(|afterResponse\s*:|onResponseError\s*[:(])[\s\S]*(?:\b401\b|\bunauthori[sz]ed\b|\bAUTH_INVALID_TOKEN\b)|\bcreateAuthRefreshInterceptor\b/i,
		covers: 'authentication',
	},
];
