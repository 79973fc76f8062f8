/** What a run of the suite inside VS Code tells the process that started it. */
export interface SuiteReport {
	readonly results: readonly TestResult[];
}

export interface TestResult {
	readonly title: string;
	/** In milliseconds. */
	readonly duration: number;
	/** What went wrong, with a stack; undefined where nothing did. */
	readonly error?: string;
	/** Why the test did not run here; undefined where it did. */
	readonly leftOut?: string;
}
