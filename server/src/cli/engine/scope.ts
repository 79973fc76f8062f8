import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProjectView } from '../project-view.ts';
import type { AroundFiles } from './catalogs-of-files.ts';
import type { Crew } from './crew.ts';
import { importedBy, seesItsFolder } from './importing.ts';
import type { InspectionName } from './inspections.ts';
import { type LookFor, namesToFind, whatMayGain, whatMayMatter, whatMayMatterElsewhere } from './text-keys.ts';

/** Where an API may be in play that a file does not show by itself. */
export interface Scope {
	/** In files that are told, or that see one beside them which shows it. */
	readonly isInPlay: (file: string) => boolean;
	/** In files that have a code and that one which shows it may import. */
	readonly isImported: (file: string) => boolean;
	/** In files that import one of these, which show it or have a name for one of its codes; absolute paths. */
	readonly lending: readonly string[];
	/** Whether files count in which nothing is reported. */
	readonly isQuietToo: boolean;
}

/** What came of the files that speak by themselves. */
interface Found {
	/** Whether one of them surely shows an API. */
	readonly shows: boolean;
	/** Those that show an API, or may. */
	readonly showing: readonly string[];
	/** Those that have names for codes of one API alone. */
	readonly naming: readonly string[];
	/** Those of them that were not read. */
	readonly unread: readonly string[];
	/** The files that the others of them import. */
	readonly imported: ReadonlySet<string>;
}

/**
 * Where APIs are in play, by what the settings tell and by which files show one.
 */
export async function scopeOf(
	files: readonly string[],
	found: Found,
	isTold: boolean,
	{ what, view }: { readonly what: InspectionName; readonly view: ProjectView },
): Promise<Scope> {
	const lending = [...new Set([...(found.shows ? found.showing : []), ...found.naming])];
	if (what !== 'findings') return { isInPlay: () => true, isImported: () => true, lending, isQuietToo: true };
	const told = isTold ? await toldIn(files, view) : new Set<string>();
	const places = new Set(lending.map((file) => dirname(file)));
	const isBeside = (file: string): boolean => places.has(dirname(file)) && seesItsFolder(file);
	const mayBeImported = importedBy(found.shows ? found.unread : [], textOf);
	return {
		isInPlay: (file) => told.has(file) || isBeside(file),
		isImported: (file) => found.imported.has(file) || mayBeImported(file),
		lending,
		isQuietToo: false,
	};
}

/** Empty where it cannot be read. */
function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** Files that say nothing by themselves, where an API is in play. */
export interface Around {
	/** Those that may have something to say. */
	readonly mattering: readonly string[];
	/** Those that import one that shows it, or that has a name for one of its codes. */
	readonly importing: ReadonlySet<string>;
}

export async function lookAround(
	files: readonly string[],
	{ isInPlay, isImported, lending, isQuietToo }: Scope,
	{ catalogs }: AroundFiles,
	crew: Crew,
): Promise<Around> {
	const [inPlay, others] = parted(files, isInPlay);
	const sights = await crew.look(others, whatMayMatterElsewhere(catalogs, lending));
	const speaking = others.filter((_, index) => sights[index] === 'speaks');
	const importing = others.filter((_, index) => sights[index] === 'imports');
	const mattering = [
		...(await speakingIn([...inPlay, ...importing], whatMayMatter(catalogs, isQuietToo), crew)),
		...(await speakingIn(others.filter(isImported), whatMayGain(catalogs), crew)),
		...speaking,
	];
	return { mattering, importing: new Set(importing) };
}

/** The files that have one of the names of constants, where they may know it. */
export async function namedBy(
	names: readonly string[],
	files: readonly string[],
	{ isInPlay, isImported }: Scope,
	{ importing }: Around,
	crew: Crew,
): Promise<readonly string[]> {
	if (names.length === 0) return [];
	const near = files.filter((file) => importing.has(file) || isInPlay(file) || isImported(file));
	return speakingIn(near, namesToFind(names), crew);
}

function parted(
	files: readonly string[],
	fits: (file: string) => boolean,
): readonly [readonly string[], readonly string[]] {
	return [files.filter(fits), files.filter((file) => !fits(file))];
}

/** Those of the files of which the settings say which API they speak of. */
async function toldIn(files: readonly string[], { settings }: ProjectView): Promise<ReadonlySet<string>> {
	const told = new Set<string>();
	for (const file of files) {
		const { choice } = await settings.of(pathToFileURL(file).href);
		if (choice.told.length > 0) told.add(file);
	}
	return told;
}

async function speakingIn(files: readonly string[], what: LookFor, crew: Crew): Promise<readonly string[]> {
	const sights = await crew.look(files, what);
	return files.filter((_, index) => sights[index] === 'speaks');
}
