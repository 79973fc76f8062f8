import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..');

/** Where the corpus, the generated workspace and the tools of others are kept between runs; not part of the project. */
export const cacheFolder = join(root, '.bench');
