import { createHash } from 'node:crypto';
import { coveragePage } from '../../coverage/page/page.ts';
import { pageScript } from '../../coverage/page/script.ts';
import { pageStyle } from '../../coverage/page/style.ts';
import type { CoverageFormat } from './coverage-format.ts';

/** One page with a picture, which nothing has to stand beside. */
export const html: CoverageFormat = {
	name: 'html',
	summary: 'a page with a picture, to look at in a browser',
	write: ({ coverage }) => coveragePage(coverage, { subtitle: '', policy }),
};

/** Nothing runs and nothing is loaded but what we wrote into the page ourselves. */
const policy = [
	"default-src 'none'",
	`style-src ${hashOf(pageStyle)}`,
	`script-src ${hashOf(pageScript)}`,
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

function hashOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
