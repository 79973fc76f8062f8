import type { RuleOptions, Severity } from './rules/rule.ts';

/** What the user chose. */
export interface Settings extends RuleOptions {
	readonly enable: boolean;
	readonly hovers: boolean;
	readonly hoverVerbosity: 'compact' | 'full';
	readonly completions: boolean;
	readonly codeActions: boolean;
	readonly diagnostics: boolean;
	/** By name of the rule; a rule that is not named has its own severity. */
	readonly rules: Readonly<Record<string, Severity | 'off'>>;
	/** Which API a file speaks of, by glob; the first that fits counts. `none` switches off. */
	readonly apis: readonly { readonly files: string; readonly apis: readonly string[] }[];
	/** Codes to be handled beside those that the catalog marks, and, with a leading `!`, those that need not be. */
	readonly requiredCodes: readonly string[];
	/** Globs of tests and fixtures, where nothing is warned about. */
	readonly testFiles: readonly string[];
}
