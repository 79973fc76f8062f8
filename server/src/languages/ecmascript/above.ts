import type { ProjectFiles } from '../../syntax/language.ts';

/** Folders above a file that are looked at. */
const highest = 32;

/** The nearest file of one of the names in the folders above a file: its URI and what it says in JSON. */
export async function nearestAbove(
	names: readonly string[],
	file: string,
	files: ProjectFiles,
): Promise<{ readonly uri: string; readonly content: unknown } | undefined> {
	if (!URL.canParse('.', file)) return undefined;
	let folder = new URL('.', file).href;
	for (let step = 0; step < highest; step++) {
		const inside = await files.list(folder);
		const name = names.find((one) => inside.get(one) === false);
		if (name !== undefined) return { uri: folder + name, content: await files.readJson(folder + name) };
		const above = new URL('..', folder).href;
		if (above === folder) return undefined;
		folder = above;
	}
	return undefined;
}
