import type { HttpClient } from '../../../syntax/language.ts';
import { clientWith, inFunction } from './client-with.ts';

/** `fetch`, which is built in, and what has its interface. */
export const fetchClient: HttpClient = clientWith('fetch', [], inFunction);
