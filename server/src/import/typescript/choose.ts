import type { DraftEntry } from '../draft.ts';
import { listed } from '../reading/listed.ts';
import type { DeclarationReading } from './read-declaration.ts';
import type { Declaration } from './source/declarations.ts';
import { isTypeOfError, rankOfName, speaksOfCodes } from './words/telling-names.ts';

/** The entries of the declarations that are meant, and sentences on what was passed over. */
export interface Choice {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
}

/** How many objects with what errors have, but without a code, are taken for errors. */
const fewestRecords = 3;

/** Says that a source has nothing to import. */
export const nothingFound = 'No enum, union, object or list of codes was found.';

/**
 * Chooses which declarations of a source are meant: those whose names speak of errors, or else of codes, or the only one.
 * What says something of the codes that these have is taken with them.
 */
export function choose(read: readonly DeclarationReading[], declarations: readonly Declaration[]): Choice {
	// One constant, and one object with a message, may be anything; several are a list of errors.
	const unsure = new Set(read.filter(({ isSingle, byName }) => isSingle && byName));
	const constants = read.filter(isConstant);
	const readings = read.filter(
		(reading) =>
			!isThin(reading) &&
			(unsure.size >= fewestRecords || !unsure.has(reading)) &&
			(constants.length > 1 || !isConstant(reading)),
	);
	if (readings.length === 0) return { entries: [], notes: [nothingFound] };
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
	const notes = [...notErrors([...chosen], ranks), ...notesOn([...chosen])];
	const passed = readings.filter((reading) => !chosen.has(reading));
	return {
		entries: readings.flatMap((reading) => (chosen.has(reading) ? reading.entries : [])),
		notes: [...notes, ...passedOver(passed, chosen.size > 0)],
	};
}

const isConstant = ({ declaration: { form } }: DeclarationReading): boolean => form === 'constant';

/** Whether an object has but one member, of which only its name may be a code, or a value that is not written like one. */
function isThin({
	declaration: { form, name },
	isSingle,
	byName,
	entries: [first, ...others],
}: DeclarationReading): boolean {
	if (form !== 'table' || isSingle || others.length > 0 || speaksOfCodes(name)) return false;
	return byName || (first?.otherNames !== undefined && !/^[A-Z\d_]+$/.test(String(first.value)));
}

/** How much the name of each says, or that of a type which is made of it: `type ErrorCode = (typeof all)[number]`. */
function ranksOf(
	readings: readonly DeclarationReading[],
	declarations: readonly Declaration[],
): ReadonlyMap<DeclarationReading, number> {
	const byAlias = new Map<string, number>();
	for (const { form, part, name } of declarations) {
		if (form !== 'union') continue;
		for (const [, of = ''] of part.text.matchAll(/\btypeof\s+([\w$]+)/g))
			byAlias.set(of, Math.max(byAlias.get(of) ?? 0, rankOfName(name)));
	}
	const ranks = new Map<DeclarationReading, number>(
		readings.map((reading) => {
			const { name, annotation } = reading.declaration;
			const ofType = isConstant(reading) || (reading.isSingle && isTypeOfError(annotation)) ? 2 : 0;
			return [reading, Math.max(rankOfName(name), byAlias.get(name) ?? 0, ofType)] as const;
		}),
	);
	// Objects that are an error each stand for one list.
	const records = readings.filter(({ isSingle, declaration: { form } }) => isSingle && form === 'table');
	const best = Math.max(0, ...records.map((reading) => ranks.get(reading) ?? 0));
	for (const reading of records) ranks.set(reading, best);
	return ranks;
}

function strongest(
	readings: readonly DeclarationReading[],
	ranks: ReadonlyMap<DeclarationReading, number>,
): readonly DeclarationReading[] {
	const best = Math.max(0, ...readings.map((reading) => ranks.get(reading) ?? 0));
	if (best === 0) return readings.length === 1 && !readings.some(mayBeAnything) ? readings : [];
	return readings.filter((reading) => ranks.get(reading) === best);
}

/** Fields of a class, and numbers in an object, that is not called after codes. */
function mayBeAnything({ declaration: { form }, entries }: DeclarationReading): boolean {
	return form === 'class' || (form !== 'enum' && entries.every(({ value }) => typeof value === 'number'));
}

function mostlyIn(entries: readonly DraftEntry[], codes: ReadonlySet<DraftEntry['value']>): boolean {
	return entries.filter(({ value }) => codes.has(value)).length * 2 >= entries.length;
}

function notErrors(
	chosen: readonly DeclarationReading[],
	ranks: ReadonlyMap<DeclarationReading, number>,
): readonly string[] {
	if (chosen.length === 0 || chosen.some((reading) => ranks.get(reading) === 2)) return [];
	return [`Nothing here says by its name that it has codes of errors; taken is ${listed(chosen.map(nameOf))}.`];
}

function notesOn(chosen: readonly DeclarationReading[]): readonly string[] {
	// What says something of codes that stand elsewhere has their names.
	const isBeside = chosen.some(({ isAbout }) => !isAbout);
	const byName = chosen.filter((reading) => reading.byName && !(isBeside && reading.isAbout)).map(nameOf);
	const unread = chosen.flatMap((reading) => reading.unread.map((member) => `${nameOf(reading)}.${member}`));
	return [
		...(byName.length > 0 ? [`Taken for codes are the names of the members of ${listed(byName)}.`] : []),
		...(unread.length > 0 ? [`Left out, as no code can be told: ${listed(unread)}.`] : []),
	];
}

const nameOf = ({ declaration: { name } }: DeclarationReading): string => name || 'what has no name';

function passedOver(readings: readonly DeclarationReading[], isSomeChosen: boolean): readonly string[] {
	if (readings.length === 0) return [];
	const names = readings.map((reading) => `${nameOf(reading)} (${reading.entries.length})`);
	const why = isSomeChosen ? 'as others speak more of errors by their names' : 'as no name speaks of errors';
	return [`Passed over, ${why}: ${listed(names)}. Import one by itself to take it.`];
}
