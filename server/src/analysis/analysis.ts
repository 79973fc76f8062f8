import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Code, Dispatch, Label, LiteralLabel } from '../syntax/code.ts';
import type { Dialect, Language } from '../syntax/language.ts';
import type { Part } from '../syntax/parts/part.ts';
import type { Span } from '../syntax/span.ts';
import type { Directives } from './directives/directives.ts';
import type { FileFacts } from './file-facts.ts';
import type { SourceDocument } from './source-document.ts';

/** Where the code of one document meets the catalogs. Plain data, never changed. */
export interface Analysis {
	readonly document: SourceDocument;
	readonly language: Language;
	readonly dialect: Dialect;
	/** Every catalog there is, whether or not this document speaks of its API. */
	readonly catalogs: CatalogIndex;
	readonly facts: FileFacts;
	/** The APIs in play here, strongest evidence first. */
	readonly inPlay: readonly InPlay[];
	/** Those that the document shows by itself, to other files too, whatever the settings and other files say. */
	readonly shows: readonly InPlay[];
	/** The packages that the project around the document depends on; undefined where that is not known. */
	readonly dependencies: ReadonlySet<string> | undefined;
	readonly directives: Directives;
	/** In the order of the text; code that cannot have anything to say is left out. */
	readonly blocks: readonly AnalyzedBlock[];
	/** Why nothing is warned about here, as half a sentence: a test, a fixture, generated or minified; undefined elsewhere. */
	readonly quiet: string | undefined;
}

/** How sure it is that a document speaks of an API, strongest first. */
export const evidenceSteps = ['told', 'file', 'near', 'workspace', 'none'] as const;
export type EvidenceStep = (typeof evidenceSteps)[number];

/** An API that a document speaks of, and what shows it. */
export interface InPlay {
	readonly catalog: Catalog;
	readonly step: EvidenceStep;
	/** Half a sentence for the user: `the file names api.silentchat.de`. */
	readonly reason: string;
	/** Whether it is a file that shows it which imports the document, where all files of the folder count for that. */
	readonly isByImporter?: boolean;
}

/** A top-level block and what it means. Offsets inside count from `start`. */
export interface AnalyzedBlock {
	/** Offset of the block in the document. */
	readonly start: number;
	readonly code: Code;
	readonly occurrences: readonly Occurrence[];
	readonly dispatches: readonly ErrorDispatch[];
}

/** A literal or a name that stands for a catalog entry. Offsets count from the block's start. */
export interface Occurrence extends Span {
	readonly kind: 'code' | 'status';
	readonly value: string | number;
	/** A name stands for the value: `ErrorCode.RATE_LIMITED`, `http.StatusTooManyRequests`. */
	readonly name: string | undefined;
	/** What it may be, likeliest first; never empty. */
	readonly meanings: readonly Meaning[];
	readonly part: Part;
}

/** One reading of an occurrence. */
export interface Meaning {
	readonly catalog: Catalog;
	readonly entry: Entry;
	readonly step: EvidenceStep;
	/** Why this API was chosen, as half a sentence. */
	readonly reason: string;
}

/** What a default does with the errors that reach it. */
export type DefaultBehavior = 'none' | 'ends' | 'passes-on';

/** A dispatch over the errors of one API. Offsets count from the block's start. */
export interface ErrorDispatch {
	readonly dispatch: Dispatch;
	/** Whether it looks at the API's codes or at HTTP statuses. */
	readonly on: 'code' | 'status';
	/** The API; the HTTP catalog where only statuses are known. */
	readonly catalog: Catalog;
	readonly step: EvidenceStep;
	readonly reason: string;
	/** Another API that fits as well. */
	readonly rival: Catalog | undefined;
	readonly labels: readonly JudgedLabel[];
	/** Entries that no label covers, required first, then by status. */
	readonly missing: readonly Entry[];
	/** Those of `missing` that must be handled and that nothing else in the function handles. */
	readonly missingRequired: readonly Entry[];
	/** Those of `missing` that must be handled and that are handled outside the dispatch; where, as half a sentence. */
	readonly elsewhere: readonly { readonly entry: Entry; readonly where: string }[];
	readonly onDefault: DefaultBehavior;
	/** Why nothing is said about missing codes, as half a sentence; undefined where a warning stands. */
	readonly silence: string | undefined;
}

/** A label and the entries that it covers. */
export interface JudgedLabel {
	readonly label: Label;
	/** What the label's value is, where it can be told. */
	readonly value: string | number | undefined;
	readonly entries: readonly Entry[];
	/** A value written in full that no catalog in play has. */
	readonly unknown: boolean;
	/** A literal that is written here, for fixes. */
	readonly literal: LiteralLabel['literal'] | undefined;
}
