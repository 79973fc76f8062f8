import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh expired tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	{ imports: ['package:dio_smart_retry/dio_smart_retry.dart'], shownBy: /\bRetryInterceptor\(/, covers: 'rate-limit' },
	{ imports: ['package:retry/retry.dart'], shownBy: /\b(?:retry|RetryOptions)\(/, covers: 'rate-limit' },
	// Left as it is, it repeats what a server is too busy for, but nothing that is limited.
	{
		imports: ['package:http/retry.dart'],
		shownBy: /\bRetryClient(?:\.withDelays)?\([\s\S]{0,1000}?\b(?:429|tooManyRequests)\b/,
		covers: 'rate-limit',
	},
	{ imports: ['package:fresh_dio/fresh_dio.dart'], shownBy: /\bFresh\b/, covers: 'authentication' },
	{
		imports: ['package:oauth2/oauth2.dart', 'package:googleapis_auth/auth_io.dart'],
		shownBy: /\boauth2\.Client\(|\bhandleAuthorizationResponse\w*\(|\b(?:autoRefreshing|clientVia)\w+\(/,
		covers: 'authentication',
	},
	{
		imports: ['package:dio/dio.dart'],
		shownBy: /\bInterceptors?(?:Wrapper)?\b[\s\S]*\b(?:401|unauthorized)\b[\s\S]*\brefresh/i,
		covers: 'authentication',
	},
];
