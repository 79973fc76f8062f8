import type { GivenSettings } from '../../settings.ts';
import type { InspectionName } from './inspections.ts';
import type { Sight } from './look-at-file.ts';
import type { LookFor } from './text-keys.ts';

/** What a thread is started with. Plain data, as all that goes from thread to thread. */
export interface ThreadData {
	/** Tells threads of ours from those that others may start with the same script. */
	readonly isInspector: true;
	/** The folder that relative paths count from. */
	readonly folder: string;
	/** The paths that the user names. */
	readonly paths: readonly string[];
	readonly settings: GivenSettings | undefined;
}

/** Something for a thread to do. */
export type Task =
	/** What is looked for is left out where it is the same as in the task before. */
	| { readonly does: 'look'; readonly files: readonly string[]; readonly what: LookFor | undefined }
	| {
			readonly does: 'inspect';
			readonly files: readonly string[];
			readonly what: InspectionName;
			readonly how: Manner;
	  };

/**
 * How files are inspected. `loudly`: tests and the like, of which nothing is told, are not read. `wholly`: they are as well.
 * `alone`: as `loudly`, and nothing around a file counts.
 */
export type Manner = 'loudly' | 'wholly' | 'alone';

/** What became of a task: for each file one of these, in the order of the files. */
export type Done =
	| { readonly does: 'look'; readonly sights: readonly Sight[] }
	| { readonly does: 'inspect'; readonly inspected: readonly InspectedText[] };

/** What came of one file. */
export interface InspectedText {
	/** What the inspection makes of it; undefined where it could not be read. */
	readonly result: unknown;
	/** Whether the file shows by itself which API it speaks of. */
	readonly shows: boolean;
	/** Whether it was not read, because it is a test or the like and so nothing would be told of it. */
	readonly isSkipped: boolean;
	readonly names: ConstantNames;
	/** The files that it imports, where it shows an API to them; absolute paths. */
	readonly imported: readonly string[];
	/** What is wrong, in sentences. */
	readonly problems: readonly string[];
}

export const nothingFound: InspectedText = {
	result: undefined,
	shows: false,
	isSkipped: false,
	names: { own: [], others: [] },
	imported: [],
	problems: [],
};

/** Names of constants in a file that stand for codes, by which other files may name them. */
export interface ConstantNames {
	/** For codes that one API alone has and that are no everyday words. */
	readonly own: readonly string[];
	readonly others: readonly string[];
}

/** From the main thread to one that it started. */
export type ToThread =
	| { readonly kind: 'task'; readonly task: Task }
	/** The files below a folder that show APIs, which the thread asked for. */
	| { readonly kind: 'showing'; readonly root: string; readonly uris: readonly string[] };

/** From a thread to the main thread. */
export type FromThread =
	| { readonly kind: 'done'; readonly done: Done }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'log'; readonly message: string }
	| { readonly kind: 'find-showing'; readonly root: string };
