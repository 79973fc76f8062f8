import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh expired tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: [
			'tenacity',
			'backoff',
			'retrying',
			'retry',
			'stamina',
			'opnieuw',
			'aiohttp_retry',
			'tenacity.asyncio',
			'google.api_core.retry',
			'google.api_core',
			'httpx_retries',
			'requests_ratelimiter',
		],
		covers: 'rate-limit',
		readsHeader: /httpx_retries/,
	},
	{
		imports: [
			'urllib3',
			'urllib3.util',
			'urllib3.util.retry',
			'requests.adapters',
			'requests.packages.urllib3.util.retry',
		],
		shownBy: /\bRetry\s*\((?!\s*(?:total\s*=\s*)?(?:0|False)\s*[,)])|\bmax_retries\s*=\s*(?!0\b|(?:\w+\.)*Retry\b)\w/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{
		imports: [
			'authlib.integrations.requests_client',
			'authlib.integrations.httpx_client',
			'requests_oauthlib',
			'oauthlib.oauth2',
		],
		shownBy: /\bauto_refresh_url\b|\btoken_endpoint\b|\bupdate_token\b/,
		covers: 'authentication',
	},
	{
		imports: [],
		shownBy:
			/\bAuthBase\b[\s\S]*\b401\b|\bdef\s+(?:sync_|async_)?auth_flow\b[\s\S]*\b401\b|hooks\s*\[?[\s\S]*\bresponse\b[\s\S]*\b401\b/,
		covers: 'authentication',
	},
];
