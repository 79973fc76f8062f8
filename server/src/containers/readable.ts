import { findModuleIn } from '../languages/find-modules.ts';
import { languages } from '../languages/index.ts';
import { languageIdOf, languageIdOfName } from '../languages/language-of-path.ts';
import type { FindModule } from '../syntax/language.ts';
import { isCell } from './cells.ts';
import type { Container } from './container.ts';
import { containerOf } from './documents-in.ts';
import { containers } from './index.ts';

/** The editor's id of the language or the container that a file is; undefined where we do not read it. */
export function readableIdOf(path: string): string | undefined {
	return languageIdOf(path) ?? containerAt(path)?.ids[0];
}

/** The same for files whose code may be imported, or shows what a project works with. */
export function codeIdOf(path: string): string | undefined {
	const container = containerAt(path);
	return container && container.importsAs === undefined ? undefined : readableIdOf(path);
}

/**
 * The id under which a document is read. Editors have names of their own for some languages, such as `cs`, and none for
 * others: then the name of the file decides. What is no file is in the language that people call so. A text that is said to
 * be plain is.
 */
export function readableIdFor(languageId: string, uri: string): string {
	if (languageId === 'plaintext' || isReadable(languageId)) return languageId;
	const byPath = isCell(uri) ? undefined : readableIdOf(uri.replace(/[?#].*$/, ''));
	return byPath ?? languageIdOfName(languageId) ?? languageId;
}

function isReadable(languageId: string): boolean {
	const isLanguage = languages.some(({ dialects }) => dialects.some(({ id }) => id === languageId));
	return isLanguage || containerOf(languageId) !== undefined;
}

/** How imports find files in a language, or in the code of a container; undefined where they find none. */
export function findModuleInCode(id: string): FindModule | undefined {
	return findModuleIn(containerOf(id)?.importsAs ?? id);
}

const byExtension: ReadonlyMap<string, Container> = new Map(
	containers.flatMap((container) => container.extensions.map((extension) => [extension, container] as const)),
);

function containerAt(path: string): Container | undefined {
	const extension = /\.[^./\\]+$/.exec(path)?.[0];
	return extension === undefined ? undefined : byExtension.get(extension.toLowerCase());
}
