import type { ApiFacts, Cell, CellState, FileCoverage, NamedCell, PlaceFacts, RowFacts } from './facts.ts';

/** What the code of many files does about the errors of APIs: codes by places. */
export interface Coverage {
	/** Sorted by id. */
	readonly apis: readonly ApiCoverage[];
	/** How many files were looked at. */
	readonly files: number;
}

export interface ApiCoverage {
	readonly id: string;
	readonly name: string;
	/** Whether the API has no other codes than these. */
	readonly isComplete: boolean;
	/** What must be handled first, then codes, then statuses. */
	readonly rows: readonly CodeRow[];
	/** Those with places only. */
	readonly files: readonly CoveredFile[];
	readonly counts: Counts;
}

/** A code or a status, and what all places do about it. */
export interface CodeRow extends RowFacts {
	/** Whether it stands anywhere in the code; statuses are not looked for. */
	readonly isMentioned: boolean;
	readonly counts: Counts;
}

export interface CoveredFile {
	/** As the caller names it. */
	readonly path: string;
	readonly places: readonly CoveredPlace[];
}

export interface CoveredPlace extends PlaceFacts {
	/** From one, in the order of files and lines. */
	readonly number: number;
	/** Of what must be handled here. */
	readonly required: Counts;
}

/** How many cells there are of each state. */
export type Counts = Readonly<Record<CellState, number>> & {
	/** Those of `not-handled` that a comment keeps from being warned about. */
	readonly accepted: number;
};

/** One of the files, in the order in which they are told. */
export interface NamedCoverage extends FileCoverage {
	readonly path: string;
}

export interface Wanted {
	/** Ids; all but HTTP's own unless given. */
	readonly apis?: readonly string[] | undefined;
	/** Only what must be handled. */
	readonly onlyRequired?: boolean;
	/** Tests and generated code too. */
	readonly withTests?: boolean;
}

/** Puts together what single files do. */
export function gatherCoverage(given: readonly NamedCoverage[], looked: number, wanted: Wanted = {}): Coverage {
	const isWanted = (id: string): boolean => wanted.apis?.includes(id) ?? id !== 'http';
	const sure = given.flatMap(({ apis }) => apis.filter(({ isSure }) => isSure));
	const ids = new Set(sure.map(({ id }) => id).filter(isWanted));
	const apis = [...ids].sort().map((id) => gatherApi(id, given, wanted));
	return { apis: apis.filter((api) => api.rows.length > 0), files: looked };
}

function gatherApi(id: string, given: readonly NamedCoverage[], { onlyRequired, withTests }: Wanted): ApiCoverage {
	const facts = given.flatMap(({ apis }) => apis.filter((api) => api.id === id));
	let number = 0;
	const files = given.flatMap(({ path, places }): readonly CoveredFile[] => {
		const own = places.filter((place) => place.api === id && (withTests || place.quiet === undefined));
		const shown = own.filter(({ cells }) => !onlyRequired || cells.some(({ required }) => required));
		const covered = shown.map((place) => ({ ...place, number: ++number, required: requiredCounts(place) }));
		return covered.length > 0 ? [{ path, places: covered }] : [];
	});
	const all = files.flatMap(({ places }) => places);
	const rows = rowsOf(facts, all).filter(({ required }) => required || !onlyRequired);
	const [first] = facts;
	return {
		id,
		name: first?.name ?? id,
		isComplete: facts.every(({ isComplete }) => isComplete),
		rows,
		files,
		counts: sumOf(all.map(({ required }) => required)),
	};
}

function rowsOf(facts: readonly ApiFacts[], places: readonly CoveredPlace[]): readonly CodeRow[] {
	const found = new Map<string, RowFacts>();
	for (const row of facts.flatMap(({ rows }) => rows)) {
		const known = found.get(keyOf(row));
		if (!known || (row.required && !known.required)) found.set(keyOf(row), known ? { ...known, required: true } : row);
	}
	const mentioned = new Set(facts.flatMap((api) => api.mentioned));
	const counts = countsByRow([...found.values()], places);
	const isMentioned = ({ kind, value }: RowFacts): boolean => kind === 'code' && mentioned.has(value);
	return [...found.values()]
		.filter((row) => !row.isDeprecated || isMentioned(row))
		.map((row) => ({ ...row, isMentioned: isMentioned(row), counts: counts.get(keyOf(row)) ?? noCounts }))
		.sort((a, b) => weightOf(a) - weightOf(b) || (a.status ?? 0) - (b.status ?? 0));
}

export const keyOf = ({ kind, value }: Pick<RowFacts, 'kind' | 'value'>): string => `${kind} ${value}`;

const weightOf = ({ kind, required }: RowFacts): number => (required ? 0 : 2) + (kind === 'code' ? 0 : 1);

/** What holds for all others is counted once for each place, not once for each code at each place. */
function countsByRow(rows: readonly RowFacts[], places: readonly PlaceFacts[]): ReadonlyMap<string, Counts> {
	const named = new Map<string, Record<keyof Counts, number>>();
	const others = { code: { ...noCounts }, status: { ...noCounts } };
	for (const { on, cells, others: rest, suppressedBy } of places) {
		others[on][rest.state]++;
		for (const { value, state } of cells) {
			const key = keyOf({ kind: on, value });
			const own = named.get(key) ?? { ...noCounts };
			named.set(key, own);
			own[state]++;
			own[rest.state]--;
			if (state === 'not-handled' && suppressedBy !== undefined) own.accepted++;
		}
	}
	return new Map(
		rows.map((row): [string, Counts] => {
			const own = named.get(keyOf(row));
			return [keyOf(row), own ? sumOf([own, others[row.kind]]) : others[row.kind]];
		}),
	);
}

const noCounts: Counts = {
	handled: 0,
	around: 0,
	default: 0,
	'not-handled': 0,
	'cannot-tell': 0,
	'not-asked': 0,
	accepted: 0,
};

function sumOf(all: readonly Counts[]): Counts {
	const sum: Record<keyof Counts, number> = { ...noCounts };
	for (const counts of all) for (const [state, count] of Object.entries(counts)) if (isKey(state)) sum[state] += count;
	return sum;
}

const isKey = (text: string): text is keyof Counts => Object.hasOwn(noCounts, text);

function requiredCounts({ cells, suppressedBy }: PlaceFacts): Counts {
	const counts: Record<keyof Counts, number> = { ...noCounts };
	for (const { state, required } of cells) {
		if (!required) continue;
		counts[state]++;
		if (state === 'not-handled' && suppressedBy !== undefined) counts.accepted++;
	}
	return counts;
}

/** The cell of a row at a place; undefined where the place looks at something else. */
export function cellAt(
	row: Pick<RowFacts, 'kind' | 'value'>,
	place: PlaceFacts,
): (Cell & Partial<NamedCell>) | undefined {
	if (place.on !== row.kind) return undefined;
	return place.cells.find(({ value }) => value === row.value) ?? place.others;
}

/** How many of the cells that can be told are well; a gap that a comment accepts is no longer asked about. */
export interface Share {
	readonly well: number;
	readonly of: number;
}

export function shareOf(counts: Counts): Share {
	const well = counts.handled + counts.around + counts.default;
	return { well, of: well + counts['not-handled'] - counts.accepted };
}

/** All that must be handled, in all APIs. */
export function totalOf({ apis }: Coverage): Counts {
	return sumOf(apis.map(({ counts }) => counts));
}

/** In percent, with one decimal that is never rounded up; undefined where nothing can be told. */
export function percentOf({ well, of }: Share): number | undefined {
	return of === 0 ? undefined : Math.floor((well * 1000) / of) / 10;
}
