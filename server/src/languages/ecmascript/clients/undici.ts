import type { HttpClient } from '../../../syntax/language.ts';
import { handWritten } from './hand-written.ts';

/** `request` of undici, also of its clients, pools and agents; its `fetch` is like the one that is built in. */
export const undici: HttpClient = handWritten('undici', ['undici']);
