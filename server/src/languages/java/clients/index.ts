import type { HttpClient } from '../../../syntax/language.ts';

/** The HTTP clients of Java for which fixes write code. */
export const clients: readonly HttpClient[] = [];
