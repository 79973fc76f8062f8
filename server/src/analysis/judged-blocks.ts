import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Code } from '../syntax/code.ts';
import type { AnalyzedBlock, ErrorDispatch, Occurrence } from './analysis.ts';
import type { BlockFacts } from './block-facts.ts';
import { errorDispatchesIn } from './error-dispatches.ts';
import type { Neighbourhood } from './names/neighbourhood.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Resolving } from './resolving.ts';

/** What blocks mean, by their code. */
type KnownBlocks = WeakMap<Code, JudgedBlock>;

/** What surrounded the blocks of a document when they were judged. */
interface Surroundings {
	readonly key: string;
	/** What each block lends to the rest of the file. */
	readonly lent: readonly string[];
	readonly catalogs: CatalogIndex;
	readonly around: Neighbourhood;
	readonly blocks: KnownBlocks;
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
 * What a block means, found once and when somebody asks: of most blocks, a hover wants nothing. When it only moved, all but
 * its place stays the same. One that runs when its file does is judged anew, as it depends on what runs before and after it.
 */
export function judgedAt(start: number, code: Code, resolving: Resolving, known?: KnownBlocks): AnalyzedBlock {
	const before = resolving.facts.running.has(code) ? undefined : known?.get(code);
	if (before?.start === start) return before;
	const fresh = before ? before.movedTo(start) : new JudgedBlock(start, code, new Judgement(code, resolving));
	known?.set(code, fresh);
	return fresh;
}

class JudgedBlock implements AnalyzedBlock {
	readonly start: number;
	readonly code: Code;
	readonly #judgement: Judgement;

	constructor(start: number, code: Code, judgement: Judgement) {
		this.start = start;
		this.code = code;
		this.#judgement = judgement;
	}

	get dispatches(): readonly ErrorDispatch[] {
		return this.#judgement.dispatches;
	}

	get occurrences(): readonly Occurrence[] {
		return this.#judgement.occurrences;
	}

	movedTo(start: number): JudgedBlock {
		return new JudgedBlock(start, this.code, this.#judgement);
	}
}

class Judgement {
	readonly #code: Code;
	/** Undefined once all is found: it has the whole file, of which a later version is in use by then. */
	#resolving: Resolving | undefined;
	#dispatches: readonly ErrorDispatch[] | undefined;
	#occurrences: readonly Occurrence[] | undefined;

	constructor(code: Code, resolving: Resolving) {
		this.#code = code;
		this.#resolving = resolving;
	}

	get dispatches(): readonly ErrorDispatch[] {
		if (!this.#dispatches) this.#dispatches = this.#resolving ? errorDispatchesIn(this.#code, this.#resolving) : [];
		return this.#dispatches;
	}

	get occurrences(): readonly Occurrence[] {
		if (!this.#occurrences && this.#resolving) {
			this.#occurrences = occurrencesIn(this.#code, this.dispatches, this.#resolving);
			this.#resolving = undefined;
		}
		return this.#occurrences ?? [];
	}
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
