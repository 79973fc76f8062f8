import type { HttpClient } from '../../../syntax/language.ts';
import { httpClient } from './http-client.ts';

/** The HTTP clients of C# for which fixes write code. */
export const clients: readonly HttpClient[] = [httpClient];
