import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { ReportFormat } from './report.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';

/** Every format of a report; the first is that of who names none. */
export const reportFormats: readonly [ReportFormat, ...ReportFormat[]] = [
	stylish,
	json,
	sarif,
	github,
	junit,
	gitlab,
	markdown,
];
