import type { Severity } from '../../rules/rule.ts';
import type { Style } from './style.ts';

/** A line of a report; lines and columns count from one, columns in UTF-16 units. */
export interface ListedFinding {
	readonly line: number;
	readonly column: number;
	readonly severity: Severity;
	readonly message: string;
	readonly rule: string;
}

/** A finding with all that a report may say of it. */
export interface ReportedFinding extends ListedFinding {
	readonly endLine: number;
	/** The first column after what was found. */
	readonly endColumn: number;
	/** The id of the API that it is about; undefined where it is about none. */
	readonly api: string | undefined;
	/** Whether a fix may be applied unseen. */
	readonly fixable: boolean;
	/** The text of the line on which it begins, without the space around it. */
	readonly code: string;
}

/** What was found in one file. */
export interface FileReport {
	/** From the current folder, with slashes. */
	readonly path: string;
	/** From the root of the repository, with slashes; an absolute path where the file lies outside of it. */
	readonly pathInRepository: string;
	readonly findings: readonly ReportedFinding[];
}

/** All that a check has to say. */
export interface Report {
	/** Every file that was read, those without findings too, in the order of `byPath`. */
	readonly files: readonly FileReport[];
	/** What could not be read or done, as sentences. */
	readonly problems: readonly string[];
	readonly rules: readonly ReportedRule[];
	/** The version of the project. */
	readonly version: string;
	/** Whether what a baseline knows was left out, so that all findings are new. */
	readonly isCompared?: boolean;
}

/** What is known of a rule. */
export interface ReportedRule {
	readonly name: string;
	readonly summary: string;
	readonly severity: Severity | 'off';
	/** Its page, in Markdown; left out where the format has no use for it. */
	readonly page?: string;
}

/** What `--format` takes. */
export type FormatName = 'stylish' | 'json' | 'sarif' | 'github' | 'junit' | 'gitlab' | 'markdown';

/** Writes a report as text: depends on nothing but the report, and ends with a line break. */
export interface ReportFormat {
	readonly name: FormatName;
	/** What it is for, in a few words. */
	readonly summary: string;
	/** Whether it shows the pages of the rules. */
	readonly hasPages?: boolean;
	readonly write: (report: Report, style: Style) => string;
}
