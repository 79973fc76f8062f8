import type { Coverage } from '../../coverage/coverage.ts';
import type { Style } from '../reports/style.ts';

/** All that a report of the coverage tells. */
export interface CoverageReport {
	readonly coverage: Coverage;
	/** What could not be read, as sentences. */
	readonly problems: readonly string[];
}

/** How a report is written for people. */
export interface Look {
	readonly style: Style;
	/** Columns. */
	readonly width: number;
}

/** Writes a report as text: depends on nothing but the report and its look, and ends with a line break. */
export interface CoverageFormat {
	readonly name: string;
	/** What it is for, in a few words. */
	readonly summary: string;
	readonly write: (report: CoverageReport, look: Look) => string;
}
