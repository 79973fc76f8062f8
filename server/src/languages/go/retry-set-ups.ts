import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat or refresh by themselves, and what in the file shows that they are set up to. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: ['github.com/hashicorp/go-retryablehttp', 'github.com/PuerkitoBio/rehttp'],
		covers: 'rate-limit',
		readsHeader: /go-retryablehttp/,
	},
	{
		imports: [
			'github.com/avast/retry-go',
			'github.com/avast/retry-go/v4',
			'github.com/cenkalti/backoff',
			'github.com/cenkalti/backoff/v4',
			'github.com/cenkalti/backoff/v5',
			'github.com/sethvargo/go-retry',
			'github.com/eapache/go-resiliency/retrier',
			'github.com/failsafe-go/failsafe-go/failsafehttp',
			'github.com/gojek/heimdall/v7/httpclient',
		],
		covers: 'rate-limit',
		readsHeader: /failsafehttp/,
	},
	{
		imports: ['github.com/go-resty/resty/v2', 'resty.dev/v3'],
		shownBy: /\bSetRetryCount\((?!\s*0\s*\))/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{
		imports: ['golang.org/x/oauth2', 'golang.org/x/oauth2/clientcredentials', 'golang.org/x/oauth2/google'],
		shownBy: /\boauth2\.NewClient\(|\.Client\(\s*(?:ctx|context\.)|\boauth2\.Transport\{/,
		covers: 'authentication',
	},
];
