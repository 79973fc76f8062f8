import type { HttpClient } from '../../../syntax/language.ts';

/** The HTTP clients of Go. */
export const clients: readonly HttpClient[] = [];
