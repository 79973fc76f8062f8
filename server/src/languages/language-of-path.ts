import { languages } from './index.ts';

/** The editor's id of the language that a file is in, by the end of its path or URI; undefined where we do not read it. */
export function languageIdOf(path: string): string | undefined {
	const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
	if (extension === undefined) return undefined;
	return languages.flatMap(({ dialects }) => dialects).find(({ extensions }) => extensions.includes(extension))?.id;
}
