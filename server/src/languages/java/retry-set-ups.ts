import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: [
			...['io.github.resilience4j.retry', 'io.smallrye.faulttolerance', 'com.github.rholder.retry'],
			...['org.eclipse.microprofile.faulttolerance.Retry', 'io.micronaut.retry.annotation'],
			...['org.springframework.retry', 'org.springframework.core.retry', 'org.springframework.resilience'],
		],
		covers: 'rate-limit',
	},
	{ imports: ['dev.failsafe', 'net.jodah.failsafe'], shownBy: /\bRetryPolicy\b/, covers: 'rate-limit' },
	{ imports: ['reactor.util.retry'], shownBy: /\.retryWhen\(/, covers: 'rate-limit' },
	// Feign repeats what its decoder takes for limited; the client of Apache does so unless it is told not to.
	{ imports: ['feign.Retryer', 'feign.RetryableException'], covers: 'rate-limit', readsHeader: /./ },
	{
		imports: ['org.apache.hc.client5.http'],
		shownBy:
			/^(?![\s\S]*\bdisableAutomaticRetries\()[\s\S]*\b(?:Http(?:Async)?Clients\.|Http(?:Async)?ClientBuilder\.|DefaultHttpRequestRetryStrategy\b)/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{
		imports: ['okhttp3'],
		shownBy: /\.add(?:Network)?Interceptor\(\s*(?:new\s+)?\w*(?:Retry|RateLimit|TooManyRequests)\w*/i,
		covers: 'rate-limit',
	},
	{
		imports: ['okhttp3'],
		shownBy: /\.authenticator\(|\bimplements\s+(?:[\w.]+\s*,\s*)*(?:okhttp3\.)?Authenticator\b/,
		covers: 'authentication',
	},
	{ imports: ['org.springframework.security.oauth2.client'], covers: 'authentication' },
];
