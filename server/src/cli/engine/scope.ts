import { pathToFileURL } from 'node:url';
import type { ProjectView } from '../project-view.ts';
import type { AroundFiles } from './catalogs-of-files.ts';
import type { Crew } from './crew.ts';
import type { InspectionName } from './inspections.ts';
import type { ConstantNames } from './messages.ts';
import { type Showing, showingAs } from './near-files.ts';
import { type LookFor, namesToFind, whatMayMatter, whatMayMatterElsewhere } from './text-keys.ts';

/** Where an API may be in play that a file does not show by itself. */
export interface Scope {
	/** In files that are told or beside one that shows it. */
	readonly isInPlay: (file: string) => boolean;
	/** In files that may import one that shows it. */
	readonly near: Showing | undefined;
	/** Whether files count in which nothing is reported. */
	readonly isQuietToo: boolean;
}

/**
 * Where APIs are in play, by what the settings tell and by which files show one.
 * @param found the files that show an API, or may, and whether one of them surely does
 */
export async function scopeOf(
	files: readonly string[],
	found: { readonly shows: boolean; readonly showing: readonly string[] },
	isTold: boolean,
	{ what, view }: { readonly what: InspectionName; readonly view: ProjectView },
): Promise<Scope> {
	const { shows, showing } = found;
	const near = shows ? showingAs(showing) : undefined;
	const isQuietToo = what !== 'findings';
	if (isQuietToo || (shows && !near)) return { isInPlay: () => true, near: undefined, isQuietToo };
	const told = isTold ? await toldIn(files, view) : new Set<string>();
	return { isInPlay: (file) => told.has(file) || near?.isBeside(file) === true, near, isQuietToo };
}

/** Of the files that say nothing by themselves, those that may have something to say because an API is in play. */
export async function mayMatterIn(
	files: readonly string[],
	{ isInPlay, near, isQuietToo }: Scope,
	{ catalogs }: AroundFiles,
	crew: Crew,
): Promise<readonly string[]> {
	const [inPlay, others] = parted(files, isInPlay);
	return [
		...(await speakingIn(inPlay, whatMayMatter(catalogs, isQuietToo), crew)),
		...(await speakingIn(others, whatMayMatterElsewhere(catalogs, near), crew)),
	];
}

/** The files that have the names of constants: those for codes of one API alone say by themselves what is meant. */
export async function namedBy(
	{ own, others }: ConstantNames,
	files: readonly string[],
	{ isInPlay, near }: Scope,
	crew: Crew,
): Promise<readonly string[]> {
	const found = own.length > 0 ? await speakingIn(files, namesToFind(own), crew) : [];
	if (others.length === 0) return found;
	const [inPlay, far] = parted(files, isInPlay);
	const importing = near ? await speakingIn(far, namesToFind(others, near), crew) : [];
	return [...found, ...(await speakingIn(inPlay, namesToFind(others), crew)), ...importing];
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
