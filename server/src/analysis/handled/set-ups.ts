import type { Language } from '../../syntax/language.ts';
import type { BlockFacts } from '../block-facts.ts';
import type { FileFacts } from '../file-facts.ts';
import type { Resolving } from '../resolving.ts';

/** What libraries that the file sets up do by themselves. */
export function setUpIn(
	{ retrySetUps }: Language,
	blocks: readonly BlockFacts[],
	{ imports }: FileFacts,
): Resolving['setUp'] {
	const found = retrySetUps.filter(
		(setUp) =>
			(setUp.imports.length === 0 || setUp.imports.some((module) => importsFrom(imports, module))) &&
			(setUp.shownBy === undefined || blocks.some(({ setUps }) => setUps.includes(setUp))),
	);
	return new Set(found.map(({ covers }) => covers));
}

/** Whether a file imports a module, or what stands in it: `dev.failsafe.RetryPolicy` of `dev.failsafe`. */
export function importsFrom(imports: ReadonlySet<string>, module: string): boolean {
	if (imports.has(module)) return true;
	for (const one of imports) if (one.startsWith(`${module}.`)) return true;
	return false;
}
