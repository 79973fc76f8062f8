import type { HttpClient } from '../../../syntax/language.ts';

/** The HTTP clients for which fixes write code. */
export const clients: readonly HttpClient[] = [];
