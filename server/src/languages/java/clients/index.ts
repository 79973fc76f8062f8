import type { HttpClient } from '../../../syntax/language.ts';
import { javaNetHttp } from './java-net-http.ts';
import { okHttp } from './okhttp.ts';
import { spring } from './spring.ts';

/** The HTTP clients of Java for which fixes write code. */
export const clients: readonly HttpClient[] = [javaNetHttp, okHttp, spring];
