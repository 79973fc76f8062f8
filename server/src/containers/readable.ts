import { findModuleIn } from '../languages/find-modules.ts';
import { languageIdOf } from '../languages/language-of-path.ts';
import type { FindModule } from '../syntax/language.ts';
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

/** How imports find files in a language, or in the code of a container; undefined where they find none. */
export function findModuleInCode(id: string): FindModule | undefined {
	return findModuleIn(containerOf(id)?.importsAs ?? id);
}

function containerAt(path: string): Container | undefined {
	const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
	return extension === undefined ? undefined : containers.find(({ extensions }) => extensions.includes(extension));
}
