import type { Catalog, Entry, ErrorCode, StatusCode } from './catalog.ts';
import { codeFinder } from './closest.ts';
import { constantName, nameLetters } from './code-name.ts';

export { closest, closestName } from './closest.ts';

/** An entry and the catalog that it belongs to. */
export interface Match {
	readonly catalog: Catalog;
	readonly entry: Entry;
}

/** Catalogs made ready for looking up. No look-up takes longer because there are more codes. */
export interface CatalogIndex {
	/** In the order given; of two with the same id, the later one in the place of the earlier. */
	readonly catalogs: readonly Catalog[];
	/** Those that the folder brings itself: its code probably speaks of their APIs. */
	readonly ofFolder: ReadonlySet<Catalog>;
	/** The catalog with the id `http`; one without entries where none was given. */
	readonly http: Catalog;
	byId(id: string): Catalog | undefined;
	/** Codes that are exactly this text, one for each catalog that has it. */
	byString(code: string): readonly Match[];
	/** Codes and statuses that are this number, the HTTP catalog's among them. */
	byNumber(value: number): readonly Match[];
	/** Whether one of these catalogs has the code or the status. */
	has(catalog: Catalog, value: string | number): boolean;
	/** Codes that a constant's name stands for: `RateLimited`, `rateLimited` and `RATE_LIMITED` are `RATE_LIMITED`. */
	byName(name: string): readonly Match[];
	/**
	 * The HTTP status that a library's name stands for: `TooManyRequests`, `StatusTooManyRequests`,
	 * `HTTP_429_TOO_MANY_REQUESTS`. Ask only for names out of such a library: `GONE` alone may be anything.
	 */
	byStatusName(name: string): StatusCode | undefined;
	/** APIs of which this is a package, by the package's exact name. */
	byPackage(name: string): readonly Catalog[];
	/** APIs that code calls so: by the first word of the id, or by a package whose name is one word. In capitals. */
	byWord(word: string): readonly Catalog[];
	/** As `closest`, for one of these catalogs; asked again, or of a large catalog, it takes no longer. */
	closestCode(text: string, catalog: Catalog): Entry | undefined;
	/** What HTTP itself says of a status. */
	httpStatus(value: number): StatusCode | undefined;
}

const noMatches: readonly Match[] = [];
const noCatalogs: readonly Catalog[] = [];
const noHttp: Catalog = { id: 'http', name: 'HTTP', evidence: { packages: [], hosts: [] }, entries: [] };

/**
 * Makes catalogs ready for looking up.
 * @param ofFolder those that the folder brings itself; one with the id of another takes its place
 */
export function buildCatalogIndex(given: readonly Catalog[], ofFolder: readonly Catalog[] = []): CatalogIndex {
	const byId = new Map([...given, ...ofFolder].map((catalog) => [catalog.id, catalog]));
	const catalogs = [...byId.values()];
	const http = byId.get('http') ?? noHttp;
	const byValue = new Map<string | number, Match[]>();
	const byName = new Map<string, Match[]>();
	for (const catalog of catalogs)
		for (const entry of catalog.entries) {
			add(byValue, entry.value, { catalog, entry });
			if (entry.kind === 'code') for (const name of namesOf(entry)) add(byName, name, { catalog, entry });
		}
	const byPackage = groupedBy(catalogs, ({ evidence }) => evidence.packages);
	const byWord = groupedBy(catalogs, wordsFor);
	const finders = new Map<Catalog, (text: string) => Entry | undefined>();
	const statuses = http.entries.filter((entry) => entry.kind === 'status');
	const statusByValue = new Map(statuses.map((status) => [status.value, status]));
	const statusByName = indexStatusNames(statuses);
	return {
		catalogs,
		ofFolder: new Set(ofFolder.filter((catalog) => byId.get(catalog.id) === catalog)),
		http,
		byId: (id) => byId.get(id),
		byString: (code) => byValue.get(code) ?? noMatches,
		byNumber: (value) => byValue.get(value) ?? noMatches,
		has: (catalog, value) => (byValue.get(value) ?? noMatches).some((match) => match.catalog === catalog),
		byName: (name) => byName.get(nameLetters(name)) ?? noMatches,
		byStatusName: (name) => statusByName.get(nameLetters(name)) ?? statusByName.get(withoutLibrary(nameLetters(name))),
		byPackage: (name) => byPackage.get(name) ?? noCatalogs,
		byWord: (word) => byWord.get(word) ?? noCatalogs,
		closestCode: (text, catalog) => {
			const find = finders.get(catalog) ?? codeFinder(catalog.entries);
			finders.set(catalog, find);
			return find(text);
		},
		httpStatus: (value) => statusByValue.get(value),
	};
}

function groupedBy(
	catalogs: readonly Catalog[],
	keysOf: (catalog: Catalog) => readonly string[],
): ReadonlyMap<string, readonly Catalog[]> {
	const groups = new Map<string, Catalog[]>();
	for (const catalog of catalogs)
		for (const key of new Set(keysOf(catalog))) {
			const group = groups.get(key);
			if (group) group.push(catalog);
			else groups.set(key, [catalog]);
		}
	return groups;
}

function wordsFor({ id, evidence }: Catalog): readonly string[] {
	const packages = evidence.packages.filter((name) => /^\w+$/.test(name));
	return [id.split('-', 1).join(), ...packages].map(constantName);
}

function add(index: Map<string | number, Match[]>, key: string | number, match: Match): void {
	const matches = index.get(key);
	if (matches === undefined) index.set(key, [match]);
	else matches.push(match);
}

/** A number's name is whatever the code calls it, so only text has one of its own. */
function namesOf(entry: ErrorCode): ReadonlySet<string> {
	const names = typeof entry.value === 'string' ? [entry.value] : [];
	return new Set([...names, ...(entry.otherNames ?? [])].map(nameLetters).filter((name) => name !== ''));
}

/** Registered names win over vendors', and titles over other names. */
function indexStatusNames(statuses: readonly StatusCode[]): ReadonlyMap<string, StatusCode> {
	const byName = new Map<string, StatusCode>();
	const standardFirst = [...statuses].sort((a, b) => Number(a.standard === false) - Number(b.standard === false));
	const names = [
		...standardFirst.map((status) => [status.title, status] as const),
		...standardFirst.flatMap((status) => (status.otherNames ?? []).map((name) => [name, status] as const)),
	];
	for (const [name, status] of names) {
		const letters = nameLetters(name);
		if (!byName.has(letters)) byName.set(letters, status);
	}
	return byName;
}

/** Libraries put `Status`, `HTTP_`, `SC_` or the number before the phrase. */
function withoutLibrary(letters: string): string {
	return letters.replace(/^(http|sc)?(status)?(code)?(\d{3})?/, '');
}

/** The codes that whoever dispatches on this API's codes must handle by name. */
export function requiredOf(catalog: Catalog): readonly Entry[] {
	return catalog.entries.filter((entry) => entry.required);
}

/** The HTTP status that comes with the entry: its own, or its value where that is a status or a number used as one. */
export function statusOf(entry: Entry): number | undefined {
	if (entry.kind === 'status') return entry.value;
	if (entry.status !== undefined) return entry.status;
	return typeof entry.value === 'number' && entry.value >= 100 && entry.value <= 599 ? entry.value : undefined;
}
