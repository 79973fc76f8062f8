import type { HttpClient } from '../../../syntax/language.ts';
import { reqwest } from './reqwest.ts';

/** HTTP clients of Rust. */
export const clients: readonly HttpClient[] = [reqwest];
