import type { Dispatch } from './typescript-workspace.ts';

/** A place that a program tells of: a path from the workspace's folder, with slashes, and a line, counted from 1. */
export interface Place {
	readonly path: string;
	readonly line: number;
}

/** Of the dispatches that something is wrong with, how many a program tells of, by kind; and of how many others. */
export interface Found {
	readonly typedSwitches: Share;
	readonly untypedSwitches: Share;
	readonly chains: Share;
	/** Places that are not wrong. */
	readonly others: number;
}

export interface Share {
	readonly found: number;
	readonly all: number;
}

export function compareFound(places: readonly Place[], dispatches: readonly Dispatch[]): Found {
	const told = new Set(places.map(nameOf));
	const wrong = dispatches.filter(({ isIncomplete }) => isIncomplete);
	const share = (ofKind: (dispatch: Dispatch) => boolean): Share => {
		const all = wrong.filter(ofKind);
		return { found: all.filter((one) => told.has(nameOf(one))).length, all: all.length };
	};
	const known = new Set(wrong.map(nameOf));
	return {
		typedSwitches: share(({ shape, typed }) => shape === 'switch' && typed),
		untypedSwitches: share(({ shape, typed }) => shape === 'switch' && !typed),
		chains: share(({ shape }) => shape === 'chain'),
		others: [...told].filter((one) => !known.has(one)).length,
	};
}

/** In words, such as `141 of 141 typed switches, 0 of 145 untyped, 0 of 92 chains, 12 others`. */
export function foundText({ typedSwitches, untypedSwitches, chains, others }: Found): string {
	const of = ({ found, all }: Share) => `${found} of ${all}`;
	const more = others === 0 ? '' : `, ${others} others`;
	return `${of(typedSwitches)} typed switches, ${of(untypedSwitches)} untyped, ${of(chains)} chains${more}`;
}

function nameOf({ path, line }: Place): string {
	return `${path}:${line}`;
}
