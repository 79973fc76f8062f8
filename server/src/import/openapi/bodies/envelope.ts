import type { Envelope } from '../../../catalog/catalog.ts';
import type { CodePlace } from './code-places.ts';

/** The places of codes in one body, and how many operations respond with it. */
export interface Vote {
	readonly places: readonly CodePlace[];
	readonly weight: number;
}

/** The part of all error bodies that must have a code at the place, in per cent. */
const fewest = 20;

/**
 * Where most error bodies that have a code have it; undefined where they do not agree, where the code stands in a list,
 * or where hardly any body has one. A number beside which there is no status may be the HTTP status itself, so it counts
 * only where it has codes.
 */
export function agreedEnvelope(votes: readonly Vote[]): Envelope | undefined {
	const proven = new Set(
		votes.flatMap(({ places }) => places.filter(({ hasCodes }) => hasCodes).map(({ path }) => path)),
	);
	const weights = new Map<string, number>();
	let all = 0;
	for (const { places, weight } of votes) {
		all += weight;
		const path = bestOf(places, proven)?.path ?? (places.some(isInList) ? inList : undefined);
		if (path !== undefined) weights.set(path, (weights.get(path) ?? 0) + weight);
	}
	const withCode = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
	const [code] = [...weights].find(([, weight]) => weight * 2 > withCode && weight * 100 >= all * fewest) ?? [];
	if (code === undefined || code === inList) return undefined;
	const places = votes.flatMap((vote) => vote.places.filter(({ path }) => path === code));
	const message = places.map((place) => place.message).find(Boolean);
	const status = places.map((place) => place.status).find(Boolean);
	return { code, ...(message && { message }), ...(status && { status }) };
}

/** Stands for the path of codes in a list, which there is none for. */
const inList = '';

function isInList({ path, role, hasCodes }: CodePlace): boolean {
	return path === undefined && (role === 'code' || hasCodes);
}

function bestOf(places: readonly CodePlace[], proven: ReadonlySet<string | undefined>): CodePlace | undefined {
	let best: { readonly place: CodePlace; readonly score: number } | undefined;
	for (const place of places) {
		if (place.path === undefined) continue;
		const score = scoreOf(place, proven.has(place.path));
		if (score > (best?.score ?? 0)) best = { place, score };
	}
	return best?.place;
}

/** 0 for what is no code, as far as can be told. */
function scoreOf({ path, role, isNumber, status }: CodePlace, isProven: boolean): number {
	const depth = path?.split('.').length ?? 0;
	const base = role === 'code' ? ofName(path) : role === 'problem' ? 20 : isProven ? 10 : 0;
	const isDoubtful = isNumber && !isProven && status === undefined;
	return base === 0 || isDoubtful ? 0 : base + (isProven ? 15 : 0) + (role === 'error' ? 2 : 0) - depth;
}

/** The plain names come before those of codes beside the code, such as `sub_code`. */
function ofName(path: string | undefined): number {
	return /(?:^|\.)(?:error_?)?code$/i.test(path ?? '') ? 30 : 25;
}
