import type { HttpClient } from '../../../syntax/language.ts';
import { clientWith, inFunction } from './client-with.ts';

/** `request` of undici, also of its clients, pools and agents; its `fetch` is like the one that is built in. */
export const undici: HttpClient = clientWith('undici', ['undici'], inFunction);
