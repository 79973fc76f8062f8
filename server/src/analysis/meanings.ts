import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogIndex, Match } from '../catalog/catalog-index.ts';
import { constantName, wordsIn } from '../catalog/code-name.ts';
import { lastWord } from '../syntax/dispatches/subject.ts';
import type { Meaning } from './analysis.ts';
import { rank } from './evidence/evidence.ts';
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

/**
 * What a value may be, the strongest evidence first.
 * @param names what stands around the value; where nothing else shows an API, a name after it does
 */
export function meaningsOf(
	value: string | number,
	resolving: Resolving,
	names: readonly string[] = [],
): readonly Meaning[] {
	const { catalogs } = resolving;
	const matches: readonly Match[] = typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value);
	return matches
		.map((match): Meaning => {
			if (match.catalog === catalogs.http) return { ...match, step: 'none', reason: 'it stands where a status does' };
			const standing = standingOf(match.catalog, resolving);
			const weak = standing.step === 'none' ? weakStanding(match, resolving, names) : undefined;
			return { ...match, ...standing, ...weak };
		})
		.sort((a, b) => rank(a.step) - rank(b.step));
}

/** What speaks for an API at one place, where the file shows none: too little for a warning. */
function weakStanding(
	{ catalog, entry }: Match,
	{ catalogs, facts }: Resolving,
	names: readonly string[],
): Pick<Meaning, 'step' | 'reason'> | undefined {
	const step = 'workspace';
	const name = nameAfter(catalog, names, catalogs);
	if (name !== undefined) return { step, reason: `\`${name}\` is named after it` };
	const module = facts.named.get(catalog);
	if (module !== undefined) return { step, reason: `the file imports ${module}` };
	// Short numbers are HTTP’s and anybody’s, whatever catalogs there are.
	const isNumber = /^-?\d{1,4}$/.test(String(entry.value));
	return catalogs.ofFolder.has(catalog) && !isNumber ? { step, reason: 'the folder has a catalog of it' } : undefined;
}

/** The first of the names in which the API is called by its own. */
export function nameAfter(catalog: Catalog, names: readonly string[], catalogs: CatalogIndex): string | undefined {
	return names.find((name) => wordsIn(name).some((word) => catalogs.byWord(word).includes(catalog)));
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

/**
 * The strongest readings that fit what stands around the value best: of an API's `error.code` and `error.decline_code`
 * the one that the code names.
 */
export function fittest(meanings: readonly Meaning[], names: readonly string[]): readonly Meaning[] {
	const likely = strongest(meanings);
	const words = new Set(names.map((name) => constantName(lastWord(name))));
	const fitting = likely.filter(({ catalog: { envelope } }) => {
		return envelope !== undefined && words.has(constantName(lastWord(envelope.code)));
	});
	return fitting.length > 0 ? fitting : likely;
}

/** Whether all readings are one API's, whose catalogs share a host or a package. */
export function isOneApi([first, ...rest]: readonly Meaning[]): boolean {
	const { hosts = [], packages = [] } = first?.catalog.evidence ?? {};
	return rest.every(({ catalog: { evidence } }) => {
		return evidence.hosts.some((one) => hosts.includes(one)) || evidence.packages.some((one) => packages.includes(one));
	});
}
