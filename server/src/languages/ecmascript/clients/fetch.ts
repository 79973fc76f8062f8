import type { HttpClient } from '../../../syntax/language.ts';
import { handWritten } from './hand-written.ts';

/** `fetch`, which is built in, and what has its interface. */
export const fetchClient: HttpClient = handWritten('fetch', []);
