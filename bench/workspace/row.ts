/** What the runs of a program cost: one sample for each run, of which there may be none. */
export interface Cost {
	readonly seconds: readonly number[];
	/** Of all its processes, in their own code and in the system's. */
	readonly cpuSeconds: readonly number[];
	/** The most of all its processes at once, in bytes. */
	readonly peakBytes: readonly number[];
}

/** What is measured of. */
export type Work = 'corpus' | 'corpus, second run' | 'TypeScript';

/** Whom we are compared with. */
export type Rival = 'ripgrep' | 'ast-grep' | 'tsc 7' | 'ESLint' | 'Biome';

/** We and another program at the same work. */
export interface Row {
	readonly work: Work;
	readonly rival: Rival;
	readonly ours: Cost;
	readonly theirs: Cost;
	/** What the other program found, in words. */
	readonly found: string;
}

/** What was measured, and what a reader must know to trust it. */
export interface Results {
	readonly rows: readonly Row[];
	readonly remarks: readonly string[];
}

/** What of a cost is compared. */
export type Amount = keyof Cost;
