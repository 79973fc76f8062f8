import { astro } from './astro.ts';
import type { Container } from './container.ts';
import { html } from './html.ts';
import { jupyter } from './jupyter.ts';
import { markdown } from './markdown.ts';
import { svelte } from './svelte.ts';
import { vue } from './vue.ts';

/** Every kind of file in which code of other languages is read. */
export const containers: readonly Container[] = [vue, svelte, astro, html, markdown, jupyter];
