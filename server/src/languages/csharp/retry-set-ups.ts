import type { RetrySetUp } from '../../syntax/language.ts';

/** Policies and strategies that repeat, as they are set up. */
const repeats =
	/\b(?:WaitAndRetry\w*|Retry(?:Forever)?Async|AddRetry|AddPolicyHandler|AddTransientHttpErrorPolicy|(?:Http)?RetryStrategyOptions)\b/;

/** Libraries that repeat limited requests, or refresh tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [
	{
		imports: ['Polly', 'Polly.Retry', 'Polly.Extensions.Http', 'Microsoft.Extensions.Http.Polly'],
		shownBy: repeats,
		covers: 'rate-limit',
	},
	// Its strategies read the header unless they are told not to; extension methods need no directive of their own.
	{
		imports: [],
		shownBy: /\b(?:AddStandardResilienceHandler|AddStandardHedgingHandler|HttpRetryStrategyOptions)\b/,
		covers: 'rate-limit',
		readsHeader: /./,
	},
	{ imports: ['Microsoft.Extensions.Http.Resilience'], shownBy: repeats, covers: 'rate-limit', readsHeader: /./ },
	{
		imports: [],
		shownBy: /:\s*(?:\w+\.)*DelegatingHandler\b[\s\S]*\b(?:HttpStatusCode\.Unauthorized|401)\b/,
		covers: 'authentication',
	},
	{
		imports: ['Duende.AccessTokenManagement', 'Duende.AccessTokenManagement.OpenIdConnect'],
		covers: 'authentication',
	},
	{
		imports: [],
		shownBy: /\bAdd(?:User|Client)(?:Credentials(?:Token)?|AccessToken)(?:HttpClient|Handler)\b/,
		covers: 'authentication',
	},
];
