import type { Analysis, AnalyzedBlock, ErrorDispatch, Occurrence } from '../analysis/analysis.ts';
import type { Suppression } from '../analysis/directives/suppressions.ts';
import type { Edit, Span } from '../syntax/span.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Finds one kind of mistake in an analysis, and offers fixes. */
export interface Rule {
	/** Also the name of its folder, its page, its setting and the diagnostic's code. */
	readonly name: string;
	/** One line for settings and tables. */
	readonly summary: string;
	/** The severity unless a setting says otherwise. */
	readonly severity: Severity | 'off';
	/** Whether some of its fixes are safe; where this is left out, none is. */
	readonly hasSafeFixes?: true;
	/** Findings in one block; offsets count from the block's start. */
	check(block: AnalyzedBlock, analysis: Analysis, settings: RuleSettings): Iterable<Finding>;
	/** Findings about the whole document, once the rules have run; offsets count from the document's start. */
	checkDocument?(analysis: Analysis, outcome: Outcome): Iterable<Finding>;
	/**
	 * Why the rule finds nothing at a place, as half a sentence that may follow `because`; undefined where it does not look
	 * at such a place, or has something to say about it.
	 */
	whySilent(place: AskedPlace, analysis: Analysis, settings: RuleSettings): string | undefined;
}

/** A place that somebody asks about: what stands there, and the dispatches over errors that it lies in. */
export interface AskedPlace {
	readonly block: AnalyzedBlock;
	/** Counts from the block's start. */
	readonly offset: number;
	/** What stands there, where it stands for a catalog entry. */
	readonly occurrence: Occurrence | undefined;
	/** The innermost of the dispatches. */
	readonly judged: ErrorDispatch | undefined;
}

/** What came of running the rules on a document. */
export interface Outcome {
	/** Names of all rules there are. */
	readonly names: readonly string[];
	/** Names of those that ran: none on a document about which nothing is warned. */
	readonly ran: ReadonlySet<string>;
	/** The rules of which each directive silenced a finding. */
	readonly silenced: ReadonlyMap<Suppression, ReadonlySet<string>>;
}

/** What the user chose that changes what rules say. */
export interface RuleOptions {
	/** What is said of a dispatch whose default ends the matter. */
	readonly whenDefault: 'warning' | 'information' | 'off';
}

/** What the user chose about the rules. */
export interface RuleSettings extends RuleOptions {
	/** By name of the rule; a rule that is not named has its own severity. */
	readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export interface Finding {
	/** Counts from the start of the block that was checked. */
	readonly at: Span;
	readonly message: string;
	/** In place of the rule's own severity, where this finding weighs less. */
	readonly severity?: Severity;
	readonly related?: readonly { readonly at: Span; readonly message: string }[];
	readonly tag?: 'unnecessary' | 'deprecated';
	/** Made only when a user asks for them. */
	readonly fixes?: () => readonly Fix[];
}

export interface Fix {
	readonly title: string;
	/** Offsets count from the start of the document, sorted, without overlap. */
	readonly edits: readonly Edit[];
	/** Whether it may be applied unseen, on save or by `--fix`. */
	readonly safe: boolean;
	/** The one that is right most of the time. */
	readonly preferred?: boolean;
}

/** A finding with its place in the document. */
export interface PlacedFinding extends Finding {
	readonly rule: string;
	readonly severity: Severity;
}
