import type { FindModule } from '../syntax/language.ts';
import { languages } from './index.ts';

/** How imports find files in a language, by the editor's id; undefined where they find none. */
export function findModuleIn(languageId: string): FindModule | undefined {
	return languages.find(({ dialects }) => dialects.some(({ id }) => id === languageId))?.findModule;
}

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
