import { titleFor } from '../../../catalog/words-for.ts';
import type { DraftEntry } from '../../draft.ts';
import type { ExampleCode } from '../bodies/body-example.ts';
import type { SchemaCode } from '../bodies/schema-codes.ts';
import type { NamedExample } from '../document/responses.ts';
import type { Code } from '../words/code-values.ts';

/** Where a code was found. */
export interface Origin {
	/** Of the response; undefined where that stands for several, and outside of responses. */
	readonly status: number | undefined;
	/** Whether it is a response, and not a part of the document that only lists codes. */
	readonly isResponse: boolean;
	readonly hasRetryAfter: boolean;
}

export interface ExampleOrigin extends Origin {
	/** Whether it is the example of a schema, and not of the response. */
	readonly isOfSchema: boolean;
}

/** Gathers what a document says about each code, from wherever it says it. */
export interface FoundCodes {
	addDocumented(code: SchemaCode, origin: Origin): void;
	addExample(code: ExampleCode, example: NamedExample, sample: string | undefined, origin: ExampleOrigin): void;
	addListed(entry: DraftEntry): void;
	/** Whether there were more codes than a catalog can have, so that the last of them were left out. */
	ranOver(): boolean;
	/** In the order in which the codes were found first. */
	entries(): readonly DraftEntry[];
}

interface Found {
	readonly value: Code;
	title?: string;
	description?: string;
	remedy?: string;
	/** What is told for this very code, beside the headers of its responses. */
	retry?: NonNullable<DraftEntry['retry']>;
	name?: string;
	deprecated?: true;
	sample?: string;
	/** Statuses that are told for this very code, and those of the responses whose schema allows it among others. */
	readonly told: Set<number>;
	readonly shown: Set<number>;
	readonly possible: Set<number | 'several'>;
	/** What the examples with the code are called, as long as they agree. */
	readonly summaries: Set<string>;
	readonly exampleDescriptions: Set<string>;
	readonly retryAfter: Set<boolean>;
}

/** Codes of one document; no catalog has more. */
const mostCodes = 20_000;

export function foundCodes(): FoundCodes {
	const byKey = new Map<Code, Found>();
	let isOver = false;

	function found(value: Code, origin?: Origin): Found {
		const known = byKey.get(value) ?? newFound(value);
		if (byKey.size < mostCodes) byKey.set(value, known);
		else isOver ||= !byKey.has(value);
		if (origin?.isResponse) known.retryAfter.add(origin.hasRetryAfter);
		return known;
	}

	return {
		addDocumented(code, origin) {
			const known = found(code.value, origin);
			keepFirst(known, code);
			if (code.status !== undefined) known.told.add(code.status);
			if (origin.isResponse) known.possible.add(origin.status ?? 'several');
		},
		addExample(code, example, sample, origin) {
			const known = found(code.value, origin);
			keepFirst(known, { ...(code.title && { title: code.title }), ...(sample && { sample }) });
			const status = origin.isOfSchema ? undefined : (origin.status ?? code.status);
			if (status !== undefined) known.shown.add(status);
			else known.possible.add(origin.status ?? 'several');
			if (example.summary && !ofResponse.test(example.summary)) known.summaries.add(example.summary);
			if (example.description) known.exampleDescriptions.add(example.description);
		},
		addListed({ value, status, deprecated, ...words }) {
			const known = found(value);
			keepFirst(known, { ...words, ...(deprecated && { deprecated: true as const }) });
			if (status !== undefined) known.told.add(status);
		},
		ranOver: () => isOver,
		entries: () => [...byKey.values()].map(entryOf),
	};
}

function newFound(value: Code): Found {
	return {
		value,
		...{ told: new Set<number>(), shown: new Set<number>(), possible: new Set<number | 'several'>() },
		...{ summaries: new Set<string>(), exampleDescriptions: new Set<string>(), retryAfter: new Set<boolean>() },
	};
}

/** Summaries of examples that are about the response, or about being an example, and not about the code. */
const ofResponse = /\b[1-5]\d\d\b|\b(?:example|response|sample)\b/i;

type Words = Partial<Pick<Found, 'title' | 'description' | 'remedy' | 'retry' | 'name' | 'deprecated' | 'sample'>>;

function keepFirst(known: Found, words: Words): void {
	const { title, description, remedy, retry, name, deprecated, sample } = words;
	if (title) known.title ??= title;
	if (description) known.description ??= description;
	if (remedy) known.remedy ??= remedy;
	if (retry) known.retry ??= retry;
	if (name) known.name ??= name;
	if (deprecated) known.deprecated ??= deprecated;
	if (sample) known.sample ??= sample;
}

function entryOf(found: Found): DraftEntry {
	const status = statusOf(found);
	const hasRetryAfter = status !== undefined && onlyOne(found.retryAfter);
	const retry = found.retry ?? (hasRetryAfter ? 'retry-after' : undefined);
	const title = found.title ?? (found.name ? titleFor({ kind: 'code', value: found.name }) : onlyOne(found.summaries));
	const description = found.description ?? onlyOne(found.exampleDescriptions);
	return {
		kind: 'code',
		value: found.value,
		...(status !== undefined && { status }),
		...(title && title.length <= 120 && !/\n/.test(title) && { title }),
		...(description && { description }),
		...(found.remedy && { remedy: found.remedy }),
		...(retry && { retry }),
		...(found.sample && { sample: found.sample }),
		...(found.name && { otherNames: [found.name] }),
		...(found.deprecated && { deprecated: found.deprecated }),
	};
}

/**
 * The one status that a code comes with: as told of this code alone, or as its examples show, or as the responses have
 * whose schema allows it. Where that is more than one, nobody can tell which.
 */
function statusOf({ told, shown, possible }: Found): number | undefined {
	const sure = told.size > 0 ? told : shown;
	if (sure.size > 0) return onlyOne(sure);
	const status = onlyOne(possible);
	return status === 'several' ? undefined : status;
}

function onlyOne<T>(values: ReadonlySet<T>): T | undefined {
	return values.size === 1 ? [...values][0] : undefined;
}
