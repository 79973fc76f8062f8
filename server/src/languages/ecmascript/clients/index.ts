import type { HttpClient } from '../../../syntax/language.ts';
import { axios } from './axios.ts';
import { fetchClient } from './fetch.ts';
import { got } from './got.ts';
import { jquery } from './jquery.ts';
import { ky } from './ky.ts';
import { nodeHttp } from './node-http.ts';
import { superagent } from './superagent.ts';
import { undici } from './undici.ts';

/** Every client that fixes write code for. */
export const clients: readonly HttpClient[] = [axios, ky, got, undici, nodeHttp, superagent, jquery, fetchClient];
