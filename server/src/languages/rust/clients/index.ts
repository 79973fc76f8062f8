import type { HttpClient } from '../../../syntax/language.ts';

/** HTTP clients of Rust. */
export const clients: readonly HttpClient[] = [];
