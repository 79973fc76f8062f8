import type { Match } from '../catalog/catalog-index.ts';
import type { Meaning } from './analysis.ts';
import { rank } from './evidence.ts';
import { type Resolving, standingOf } from './resolving.ts';

/** The reading that the place shows, then what else the value may be; HTTP's meaning of a number always belongs to it. */
export function withOthers(first: Meaning, value: string | number, resolving: Resolving): readonly Meaning[] {
	const others = meaningsOf(value, resolving).filter(
		(meaning) => meaning.entry !== first.entry && meaning.catalog !== first.catalog,
	);
	const kept = others.filter(
		(meaning) => rank(meaning.step) <= rank(first.step) || meaning.catalog === resolving.catalogs.http,
	);
	return [first, ...kept];
}

/** What a value may be, the strongest evidence first. */
export function meaningsOf(value: string | number, resolving: Resolving): readonly Meaning[] {
	const { catalogs } = resolving;
	const matches: readonly Match[] = typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value);
	return matches
		.map((match): Meaning => {
			if (match.catalog === catalogs.http) return { ...match, step: 'none', reason: 'it stands where a status does' };
			return { ...match, ...standingOf(match.catalog, resolving) };
		})
		.sort((a, b) => rank(a.step) - rank(b.step));
}

/** A status as the APIs in play use it, then as HTTP defines it. */
export function statusMeanings(value: number, resolving: Resolving): readonly Meaning[] {
	return meaningsOf(value, resolving).filter(
		({ entry, step, catalog }) => catalog === resolving.catalogs.http || (entry.kind === 'status' && step !== 'none'),
	);
}

/** The readings for which as much speaks as for the likeliest. */
export function strongest(meanings: readonly Meaning[]): readonly Meaning[] {
	const [first] = meanings;
	return first ? meanings.filter((meaning) => meaning.step === first.step) : [];
}
