import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Code } from '../syntax/code.ts';
import type { AnalyzedBlock } from './analysis.ts';
import type { BlockFacts } from './block-facts.ts';
import { errorDispatchesIn } from './error-dispatches.ts';
import type { Neighbourhood } from './names/neighbourhood.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Resolving } from './resolving.ts';

/** What blocks mean, by their code. */
type KnownBlocks = WeakMap<Code, AnalyzedBlock>;

/** What surrounded the blocks of a document when they were judged. */
interface Surroundings {
	readonly key: string;
	/** What each block lends to the rest of the file. */
	readonly lent: readonly string[];
	readonly catalogs: CatalogIndex;
	readonly around: Neighbourhood;
	readonly blocks: WeakMap<Code, AnalyzedBlock>;
}

/** What blocks of documents meant, as long as what surrounds them is the same. */
export class JudgedBlocks {
	readonly #byDocument = new Map<string, Surroundings>();

	/** Blocks that did not change mean the same as before, unless the rest of the file or the catalogs say otherwise. */
	in(uri: string, facts: readonly BlockFacts[], resolving: Resolving, around: Neighbourhood): KnownBlocks {
		const key = surroundingsOf(resolving);
		const lent = facts.flatMap(({ lentToFile }) => (lentToFile === '' ? [] : [lentToFile]));
		const { catalogs } = resolving;
		const kept = this.#byDocument.get(uri);
		const isKept = kept?.key === key && kept.catalogs === catalogs && kept.around === around;
		if (isKept && isSame(kept.lent, lent)) return kept.blocks;
		const blocks: KnownBlocks = new WeakMap();
		this.#byDocument.set(uri, { key, lent, catalogs, around, blocks });
		return blocks;
	}

	forget(uri: string): void {
		this.#byDocument.delete(uri);
	}
}

/**
 * What a block means, found once; when it only moved, all but its place stays the same. One that runs when its file does
 * is judged anew, as it depends on what runs before and after it.
 */
export function judgedAt(start: number, code: Code, resolving: Resolving, known?: KnownBlocks): AnalyzedBlock {
	const before = resolving.facts.running.has(code) ? undefined : known?.get(code);
	if (before?.start === start) return before;
	const fresh = before ? { ...before, start } : judge(start, code, resolving);
	known?.set(code, fresh);
	return fresh;
}

function judge(start: number, code: Code, resolving: Resolving): AnalyzedBlock {
	const dispatches = errorDispatchesIn(code, resolving);
	return { start, code, dispatches, occurrences: occurrencesIn(code, dispatches, resolving) };
}

/** What else than the blocks' own facts their meaning depends on, as one string to compare. */
function surroundingsOf({ inPlay, requiredCodes, setUp }: Resolving): string {
	const evidence = inPlay.map(({ catalog, step, reason }) => [catalog.id, step, reason]);
	return JSON.stringify([evidence, requiredCodes, [...setUp]]);
}

/** Blocks that did not change keep their facts, so that most strings are the same ones. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((its, index) => its === other[index]);
}
