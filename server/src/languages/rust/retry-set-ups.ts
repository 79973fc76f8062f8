import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests by themselves, and what in the file shows that they are set up to. */
export const retrySetUps: readonly RetrySetUp[] = [
	{ imports: [], shownBy: /\bRetryTransientMiddleware\b/, covers: 'rate-limit' },
	{ imports: [], shownBy: /\bRetryAfterMiddleware\b/, covers: 'rate-limit', readsHeader: /./ },
	{
		imports: [],
		shownBy: /\bbackon::|\.retry\(\s*&?(?:Exponential|Constant|Fibonacci)Builder\b/,
		covers: 'rate-limit',
	},
	{ imports: [], shownBy: /\bbackoff::|\btokio_retry2?::|\bagain::retry\b|\bRetryIf?::spawn\(/, covers: 'rate-limit' },
	{ imports: [], shownBy: /\btower::retry\b|\bRetryLayer::new\(/, covers: 'rate-limit' },
];
