import type { FindModule } from '../syntax/language.ts';
import { languages } from './index.ts';

/** How imports find files in a language, by the editor's id; undefined where they find none. */
export function findModuleIn(languageId: string): FindModule | undefined {
	return languageOf(languageId)?.findModule;
}

/** Whether files of a language, by the editor's id, name what stands in others without importing it. */
export function namesModules(languageId: string): boolean {
	return languageOf(languageId)?.namedModule !== undefined;
}

const languageOf = (languageId: string) =>
	languages.find(({ dialects }) => dialects.some(({ id }) => id === languageId));

/** Names of files that say where imports lead, in any language; `*` stands for anything. */
export const moduleConfigurations: readonly string[] = [
	...new Set(languages.flatMap((language) => language.moduleConfigurations)),
];

const configuration = new RegExp(
	`(?:^|/)(?:${moduleConfigurations.map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')).join('|')})$`,
);

/** Whether a file, by its path, may change where imports lead. */
export function isModuleConfiguration(path: string): boolean {
	return configuration.test(path);
}
