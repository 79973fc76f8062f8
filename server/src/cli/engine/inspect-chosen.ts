import { resolve } from 'node:path';
import type { ProjectView } from '../project-view.ts';
import { type AroundFiles, aroundFiles } from './catalogs-of-files.ts';
import type { Crew } from './crew.ts';
import type { InspectOptions } from './inspect-all.ts';
import type { InspectionName } from './inspections.ts';
import type { Sight } from './look-at-file.ts';
import type { InspectedText, Manner } from './messages.ts';
import { type Around, lookAround, namedBy, type Scope, scopeOf } from './scope.ts';
import { whatSpeaks } from './text-keys.ts';

export interface ChosenParts
	extends Pick<InspectOptions, 'folder' | 'paths' | 'isEachMeant' | 'settings' | 'onProblem' | 'onProgress'> {
	readonly what: InspectionName;
	/** Absolute paths. */
	readonly files: readonly string[];
	readonly view: ProjectView;
	readonly crew: Crew;
	/** Is filled with what was seen in the files that do not speak of an API by themselves. */
	readonly silent: Set<string>;
	/** Is filled with the files that are gone since they were listed. */
	readonly gone: Set<string>;
}

/**
 * Inspects those of the files that can have anything to say, and gives the results by file.
 *
 * First those that speak of an API by themselves, or may test for the same twice (`whatSpeaks`). Where one of them shows
 * an API, or the settings tell of one, those that have anybody's code may have something to say as well, and of those that
 * are told, or are near one that shows it (`scope.ts`, `importing.ts`), also those that have a status. Last, those that have the names
 * of constants which stand for codes in the files that were inspected before.
 *
 * What this does not see: a code that is written in pieces or with escapes, where nothing else in the file speaks; a
 * constant for a code whose name is like no code and like a field of any record (`code`, `type`); a file near one that
 * shows an API by a name that is neither's (`ImportedFiles`); and what `mayRepeatLabels` says of itself.
 */
export async function inspectChosen(parts: ChosenParts): Promise<ReadonlyMap<string, unknown>> {
	const { files, what, crew, silent, isEachMeant = false, onProblem, onProgress } = parts;
	const { sights, all } = await lookAtAll(parts);
	for (const [index, file] of files.entries()) if (isSilent(sights[index])) silent.add(file);
	const { isNamed } = namedIn(parts);
	for (const [index, file] of files.entries()) if (sights[index] === 'gone' && !isNamed(file)) parts.gone.add(file);
	let next = files.filter((file, index) => isWorthReading(sights[index], () => isNamed(file), isEachMeant));
	const first = new Set(next);
	let rest = files.filter((file, index) => isSilent(sights[index]) && !first.has(file));
	const repeating = new Set(files.filter((_, index) => sights[index] === 'repeats'));
	const results = new Map<string, unknown>();
	const found = new Found();
	let around: { readonly scope: Scope; readonly files: Around } | undefined;
	let left = 0;
	const onDone = (count: number): void => {
		left -= count;
		onProgress?.(files.length - left, files.length);
	};
	const inspect = async (some: readonly string[], how: Manner = 'loudly'): Promise<void> => {
		left = some.length;
		const inspected = await crew.inspect(some, what, how, onDone);
		for (const [index, file] of some.entries()) {
			const one = inspected[index];
			if (one === undefined) continue;
			for (const problem of one.problems) if (!results.has(file)) onProblem(problem);
			results.set(file, one.result);
			found.add(file, one);
		}
	};
	const isTold = all.isTold || (parts.settings?.apis?.length ?? 0) > 0 || what !== 'findings';
	while (next.length > 0 || (isTold && !around)) {
		await inspect(next);
		if (!around && !isTold && !found.shows) await inspect(found.takeSkipped(), 'wholly');
		const seen = new Set<string>();
		if (!around && (isTold || found.shows || found.naming.length > 0)) {
			const scope = await scopeOf(rest, found, isTold, parts);
			around = { scope, files: await lookAround(rest, scope, all, crew) };
			for (const file of around.files.mattering) seen.add(file);
		}
		const sought = rest.filter((file) => !seen.has(file));
		const names = around ? found.takeNames(isTold || found.shows) : [];
		if (around) for (const file of await namedBy(names, sought, around.scope, around.files, crew)) seen.add(file);
		next = rest.filter((file) => seen.has(file));
		rest = rest.filter((file) => !seen.has(file));
	}
	// No API is in play in these, whatever is around them.
	await inspect(
		rest.filter((file) => repeating.has(file)),
		'alone',
	);
	return results;
}

const isSilent = (sight: Sight | undefined): boolean => sight === 'nothing' || sight === 'repeats';

/** Looks at all files with the catalogs of the root, which are those of most files, and again if there are others. */
async function lookAtAll({ files, view, crew }: ChosenParts): Promise<{
	readonly sights: readonly Sight[];
	readonly all: AroundFiles;
}> {
	const [root = ''] = view.folders;
	const first = await view.catalogs.of(`${root}/file`);
	// Other threads start to look meanwhile.
	const [sights, all] = await Promise.all([crew.look(files, whatSpeaks([first])), aroundFiles(files, view)]);
	const isSame = all.catalogs.every((one) => one === first);
	return { sights: isSame ? sights : await crew.look(files, whatSpeaks(all.catalogs)), all };
}

/**
 * What no text is, is read only where the user names it; what is gone since it was listed is nobody's fault. What is named
 * is always read: files that are not among those inspected may lend it the names of constants.
 */
function isWorthReading(sight: Sight | undefined, isNamed: () => boolean, isMeant: boolean): boolean {
	if (sight === 'gone' || sight === 'binary') return isNamed();
	return !isSilent(sight) || isMeant || isNamed();
}

function namedIn({ folder, paths }: ChosenParts): { isNamed: (file: string) => boolean } {
	const named = new Set(paths.map((path) => resolve(folder, path)));
	return { isNamed: (file) => named.has(file) };
}

/** What came of the files that were inspected until now. */
class Found {
	/** Whether one of them shows an API by itself. */
	shows = false;
	/** Files of which nothing was told, so that they were not read. */
	readonly unread: string[] = [];
	/** Files that have names for codes of one API alone. */
	readonly naming: string[] = [];
	/** The files that those import which show an API. */
	readonly imported = new Set<string>();
	#skipped: string[] = [];
	readonly #showing = new Set<string>();
	readonly #own = new Set<string>();
	readonly #others = new Set<string>();
	readonly #taken = new Set<string>();

	add(file: string, { shows, isSkipped, names, imported }: InspectedText): void {
		this.shows ||= shows;
		if (shows || isSkipped) this.#showing.add(file);
		if (isSkipped) this.#skipped.push(file);
		if (isSkipped) this.unread.push(file);
		for (const one of imported) this.imported.add(one);
		if (names.own.length > 0) this.naming.push(file);
		for (const name of names.own) this.#own.add(name);
		for (const name of names.others) this.#others.add(name);
	}

	/** The files that show an API to others, or that may, as they were not read. */
	get showing(): readonly string[] {
		return [...this.#showing];
	}

	/** Files of which nothing was told, so that they were not read: they may show an API to others all the same. */
	takeSkipped(): readonly string[] {
		const skipped = this.#skipped;
		this.#skipped = [];
		return skipped;
	}

	/** Names of constants for codes that were not taken before; those of anybody's codes only count where an API is shown. */
	takeNames(withOthers: boolean): readonly string[] {
		const fresh = [...this.#own, ...(withOthers ? this.#others : [])].filter((name) => !this.#taken.has(name));
		for (const name of fresh) this.#taken.add(name);
		return fresh;
	}
}
