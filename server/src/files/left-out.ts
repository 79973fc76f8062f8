import { dirname } from 'node:path';

/** Says of a path whether something counts; a promise only where something has to be read first. */
export type AskPath = (path: string) => boolean | Promise<boolean>;

/** Folders with what others have written. */
const neverEntered: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Whether a folder of that name is left alone wherever it is met. */
export const isNeverEntered = (name: string): boolean => neverEntered.has(name);

/** Whether a path with slashes leads through such a folder. */
export const leadsThroughOthers = (path: string): boolean => /(?:^|\/)(?:node_modules|\.git)\//.test(path);

/**
 * Whether a path is excluded, or a folder above it is.
 * @param isExcluded is asked once of each folder; takes absolute paths
 */
export function leftOut(isExcluded: AskPath): AskPath {
	const known = new Map<string, boolean | Promise<boolean>>();
	const ofFolder = (folder: string): boolean | Promise<boolean> => {
		const before = known.get(folder);
		if (before !== undefined) return before;
		const verdict = dirname(folder) === folder ? false : ask(folder);
		known.set(folder, verdict);
		return verdict;
	};
	const ask = (path: string) => either(ofFolder(dirname(path)), () => isExcluded(path));
	return ask;
}

function either(first: boolean | Promise<boolean>, second: () => boolean | Promise<boolean>) {
	if (typeof first === 'boolean') return first || second();
	return first.then((is) => is || second());
}
