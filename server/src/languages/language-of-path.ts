import { languages } from './index.ts';

/** The editor's id of the language that a file is in, by the end of its path or URI; undefined where we do not read it. */
export function languageIdOf(path: string): string | undefined {
	const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
	if (extension === undefined) return undefined;
	return languages.flatMap(({ dialects }) => dialects).find(({ extensions }) => extensions.includes(extension))?.id;
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
