import type { CoverageFormat } from './coverage-format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Every format, the one that is written unless another is asked for first. */
export const coverageFormats = [text, markdown, json, html] as const satisfies readonly CoverageFormat[];
