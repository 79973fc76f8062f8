import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProjectView } from '../project-view.ts';
import type { AroundFiles } from './catalogs-of-files.ts';
import type { Crew } from './crew.ts';
import { importedBy, seesItsFolder } from './importing.ts';
import type { InspectionName } from './inspections.ts';
import type { ConstantNames } from './messages.ts';
import { type LookFor, namesToFind, whatMayGain, whatMayMatter, whatMayMatterElsewhere } from './text-keys.ts';

/** Where an API may be in play that a file does not show by itself. */
export interface Scope {
	/** In files that are told, or that see one beside them which shows it. */
	readonly isInPlay: (file: string) => boolean;
	/** In files that have a code and that one which shows it may import. */
	readonly isImported: (file: string) => boolean;
	/** In files that import one of these, which show it; absolute paths. */
	readonly showing: readonly string[];
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
	const showing = found.shows ? found.showing : [];
	if (what !== 'findings') return { isInPlay: () => true, isImported: () => true, showing, isQuietToo: true };
	const told = isTold ? await toldIn(files, view) : new Set<string>();
	const places = new Set(showing.map((file) => dirname(file)));
	const isBeside = (file: string): boolean => places.has(dirname(file)) && seesItsFolder(file);
	return {
		isInPlay: (file) => told.has(file) || isBeside(file),
		isImported: importedBy(showing, textOf),
		showing,
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

/** Of the files that say nothing by themselves, those that may have something to say because an API is in play. */
export async function mayMatterIn(
	files: readonly string[],
	{ isInPlay, isImported, showing, isQuietToo }: Scope,
	{ catalogs }: AroundFiles,
	crew: Crew,
): Promise<readonly string[]> {
	const [inPlay, others] = parted(files, isInPlay);
	return [
		...(await speakingIn(inPlay, whatMayMatter(catalogs, isQuietToo), crew)),
		...(await speakingIn(others.filter(isImported), whatMayGain(catalogs), crew)),
		...(await speakingIn(others, whatMayMatterElsewhere(catalogs, showing), crew)),
	];
}

/** The files that have the names of constants: those for codes of one API alone say by themselves what is meant. */
export async function namedBy(
	{ own, others }: ConstantNames,
	files: readonly string[],
	{ isInPlay, isImported, showing }: Scope,
	crew: Crew,
): Promise<readonly string[]> {
	const found = own.length > 0 ? await speakingIn(files, namesToFind(own), crew) : [];
	if (others.length === 0) return found;
	const [near, far] = parted(files, (file) => isInPlay(file) || isImported(file));
	const importing = showing.length > 0 ? await speakingIn(far, namesToFind(others, showing), crew) : [];
	return [...found, ...(await speakingIn(near, namesToFind(others), crew)), ...importing];
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
