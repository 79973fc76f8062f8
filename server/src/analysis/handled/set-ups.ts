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
			(setUp.imports.length === 0 || setUp.imports.some((module) => imports.has(module))) &&
			(setUp.shownBy === undefined || blocks.some(({ setUps }) => setUps.includes(setUp))),
	);
	return new Set(found.map(({ covers }) => covers));
}
