import type { DraftEntry } from '../draft.ts';
import type { Declaration } from './declarations.ts';
import type { DeclarationReading } from './read-declaration.ts';
import { restOfUnion } from './rows.ts';
import { rankOfName } from './telling-names.ts';

/** The entries of the declarations that are meant, and sentences on what was passed over. */
export interface Choice {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
}

/** How many names a sentence lists before it counts the rest. */
const mostNamed = 5;

/**
 * Chooses which declarations of a source are meant: those whose names speak of errors, or else of codes, or the only one.
 * What says something of the codes that these have is taken with them.
 */
export function choose(readings: readonly DeclarationReading[], declarations: readonly Declaration[]): Choice {
	const ranks = ranksOf(readings, declarations);
	const lists = strongest(
		readings.filter(({ isAbout }) => !isAbout),
		ranks,
	);
	const codes = new Set(lists.flatMap(({ entries }) => entries.map(({ value }) => value)));
	const about = readings.filter(({ isAbout }) => isAbout);
	const chosen = new Set(
		lists.length > 0 ? [...lists, ...about.filter(({ entries }) => mostlyIn(entries, codes))] : strongest(about, ranks),
	);
	const notes = [...chosen].flatMap(notesOn);
	const passed = readings.filter((reading) => !chosen.has(reading));
	return {
		entries: readings.flatMap((reading) => (chosen.has(reading) ? reading.entries : [])),
		notes: [...notes, ...passedOver(passed, chosen.size > 0)],
	};
}

/** How much the name of each says, or that of a type which is made of it: `type ErrorCode = (typeof all)[number]`. */
function ranksOf(
	readings: readonly DeclarationReading[],
	declarations: readonly Declaration[],
): ReadonlyMap<DeclarationReading, number> {
	const byAlias = new Map<string, number>();
	for (const { form, part, name } of declarations) {
		if (form !== 'union') continue;
		for (const [, of = ''] of restOfUnion(part).matchAll(/\btypeof\s+([\w$]+)/g))
			byAlias.set(of, Math.max(byAlias.get(of) ?? 0, rankOfName(name)));
	}
	return new Map(
		readings.map((reading) => {
			const { name } = reading.declaration;
			return [reading, Math.max(rankOfName(name), byAlias.get(name) ?? 0)];
		}),
	);
}

function strongest(
	readings: readonly DeclarationReading[],
	ranks: ReadonlyMap<DeclarationReading, number>,
): readonly DeclarationReading[] {
	const best = Math.max(0, ...readings.map((reading) => ranks.get(reading) ?? 0));
	if (best === 0) return readings.length === 1 ? readings : [];
	return readings.filter((reading) => ranks.get(reading) === best);
}

function mostlyIn(entries: readonly DraftEntry[], codes: ReadonlySet<DraftEntry['value']>): boolean {
	return entries.filter(({ value }) => codes.has(value)).length * 2 >= entries.length;
}

function notesOn({ declaration: { name }, unread, byName }: DeclarationReading): readonly string[] {
	const what = name === '' ? 'what has no name' : name;
	return [
		...(byName ? [`The names of the members of ${what} are taken for codes.`] : []),
		...(unread.length > 0 ? [`Left out of ${what}, as no code can be told: ${listed(unread)}.`] : []),
	];
}

function passedOver(readings: readonly DeclarationReading[], isSomeChosen: boolean): readonly string[] {
	if (readings.length === 0) return [];
	const names = readings.map(
		({ declaration: { name }, entries }) => `${name || 'what has no name'} (${entries.length} members)`,
	);
	const why = isSomeChosen ? 'as others speak more of errors by their names' : 'as no name speaks of errors';
	return [`Passed over, ${why}: ${listed(names)}. Import one by itself to take it.`];
}

function listed(names: readonly string[]): string {
	const more = names.length - mostNamed;
	return names.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
