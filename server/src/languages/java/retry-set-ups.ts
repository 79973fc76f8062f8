import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	{ imports: ['io.github.resilience4j.retry'], covers: 'rate-limit' },
	{ imports: ['dev.failsafe', 'net.jodah.failsafe'], covers: 'rate-limit' },
	{ imports: ['org.springframework.retry'], covers: 'rate-limit' },
	{ imports: ['okhttp3.Authenticator'], covers: 'authentication' },
];
