import type { HttpClient } from '../../../syntax/language.ts';
import { netHttp } from './net-http.ts';

/** The HTTP clients of Go. */
export const clients: readonly HttpClient[] = [netHttp];
