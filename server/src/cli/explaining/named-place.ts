import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A place as somebody names it: `src/send.ts:12:8`, or a whole line. Lines and columns count from one. */
export interface NamedPlace {
	readonly path: string;
	readonly line: number;
	readonly column: number | undefined;
}

/** A path may have colons of its own, as those of Windows have: the last numbers are line and column. */
const placeForm = /^(.+?):(\d{1,9})(?::(\d{1,9}))?:?$/s;

/**
 * The place that is meant, where it is one; a code may have colons and numbers too, which is a place only where there is
 * such a file, or what looks like the name of one.
 */
export async function namedPlace(text: string, folder: string): Promise<NamedPlace | undefined> {
	const [, path, line, column] = placeForm.exec(text) ?? [];
	if (path === undefined || line === undefined) return undefined;
	const isThere = await stat(resolve(folder, path)).then(
		() => true,
		() => false,
	);
	if (!isThere && !/[\\/]|\.\w{1,10}$/.test(path)) return undefined;
	return { path, line: Number(line), column: column === undefined ? undefined : Number(column) };
}
