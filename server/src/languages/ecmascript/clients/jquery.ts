import type { HttpClient } from '../../../syntax/language.ts';
import { retryInCallback } from './callback-code.ts';
import { clientWith } from './client-with.ts';

/** `$.ajax` and its kin, whose errors come in callbacks that nothing waits for; mostly it is no module. */
export const jquery: HttpClient = clientWith('jquery', [], {
	retryAfter: retryInCallback,
	refreshToken: () => undefined,
});
