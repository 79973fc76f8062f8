import type { HttpClient } from '../../../syntax/language.ts';

/** The HTTP clients of Ruby that fixes write code for. */
export const clients: readonly HttpClient[] = [];
