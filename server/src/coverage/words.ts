import type { DispatchForm } from '../syntax/code.ts';
import { type Counts, percentOf, shareOf } from './coverage.ts';
import type { CellState, PlaceFacts, RowFacts } from './facts.ts';

/** What each state means, in a few words. */
export const stateWords: Readonly<Record<CellState, string>> = {
	handled: 'has a branch of its own',
	around: 'handled around it',
	default: 'left to the default',
	'not-handled': 'not handled',
	'cannot-tell': 'cannot be told',
	'not-asked': 'not asked about',
};

const formWords: Readonly<Record<DispatchForm, string>> = {
	switch: 'switch on',
	chain: 'if on',
	ternary: 'choice by',
	table: 'table by',
	membership: 'list for',
	predicate: 'question about',
	flag: 'flag from',
	test: 'test of',
};

/** How a place chooses, and by what: `switch on error.code`. */
export function lookOf({ form, subject }: Pick<PlaceFacts, 'form' | 'subject'>): string {
	return `${formWords[form]} ${shortened(subject, 48)}`;
}

/** A text that is at most so many UTF-16 units long. */
export function shortened(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, Math.max(0, most - 1))}…` : text;
}

/** The end of a text, which tells more of a path than its beginning does. */
export function shortenedPath(text: string, most: number): string {
	return text.length > most ? `…${text.slice(text.length - Math.max(0, most - 1))}` : text;
}

/** The status that comes with a code, unless the code says it. */
export function statusBeside({ value, status }: Pick<RowFacts, 'value' | 'status'>): string {
	return status === undefined || `${status}` === `${value}` ? '' : `${status}`;
}

/** `10 of 12 (83.3 %)`, of the cells that can be told. */
export function shareInWords(counts: Counts): string {
	const share = shareOf(counts);
	return `${share.well} of ${share.of}${share.of === 0 ? '' : ` (${percentOf(share)} %)`}`;
}

/** A number and what it counts, as `2 places`. */
export function counted(count: number, one: string, more = `${one}s`): string {
	return `${count} ${count === 1 ? one : more}`;
}
