import { languages } from './index.ts';

/** Ids by the endings of names; of two with the same, the first counts. */
const byExtension: ReadonlyMap<string, string> = new Map(
	languages
		.flatMap(({ dialects }) => dialects)
		.flatMap(({ id, extensions }) => extensions.map((extension) => [extension, id] as const))
		.reverse(),
);

/** The editor's id of the language that a file is in, by the end of its path or URI; undefined where we do not read it. */
export function languageIdOf(path: string): string | undefined {
	const extension = /\.[^./\\]+$/.exec(path)?.[0];
	return extension === undefined ? undefined : byExtension.get(extension.toLowerCase());
}

/** The editor's id of the language that people call so, such as `py` or `Python` on a fence in a text. */
export function languageIdOfName(name: string): string | undefined {
	const called = name.toLowerCase();
	if (called === '') return undefined;
	const dialects = languages.flatMap((language) => language.dialects);
	return dialects.find(
		({ id, extensions, aliases }) =>
			id === called || extensions.includes(`.${called}`) || aliases?.includes(called) === true,
	)?.id;
}
