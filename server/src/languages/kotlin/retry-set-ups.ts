import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: ['io.ktor.client.plugins.HttpRequestRetry', 'io.ktor.client.plugins'],
		shownBy: /\bHttpRequestRetry\b/,
		covers: 'rate-limit',
		readsHeader: /^/,
	},
	{ imports: ['io.ktor.client.plugins.auth'], shownBy: /\brefreshTokens\b/, covers: 'authentication' },
	{ imports: ['io.github.resilience4j'], covers: 'rate-limit' },
	{ imports: ['dev.failsafe', 'net.jodah.failsafe'], covers: 'rate-limit' },
	{ imports: ['org.springframework.retry'], covers: 'rate-limit' },
	{ imports: ['arrow.resilience', 'arrow.fx.coroutines.Schedule'], covers: 'rate-limit' },
	{ imports: ['okhttp3.Authenticator'], covers: 'authentication' },
];
