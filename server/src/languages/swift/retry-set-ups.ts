import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	// It waits as long as it is told in code, and does not read the header.
	{ imports: ['Alamofire'], shownBy: /\bRetryPolicy\b|\bRequestRetrier\b/, covers: 'rate-limit' },
	{ imports: ['Alamofire'], shownBy: /\bAuthenticationInterceptor\b/, covers: 'authentication' },
];
