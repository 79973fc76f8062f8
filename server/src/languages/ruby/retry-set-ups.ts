import type { RetrySetUp } from '../../syntax/language.ts';

/** Libraries that repeat limited requests, or refresh expired tokens, by themselves. */
export const retrySetUps: readonly RetrySetUp[] = [];
