import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Code } from '../syntax/code.ts';
import type { AnalyzedBlock } from './analysis.ts';
import { errorDispatchesIn } from './error-dispatches.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Resolving } from './resolving.ts';

/** What blocks mean, by their code. */
type KnownBlocks = WeakMap<Code, AnalyzedBlock>;

/** What surrounded the blocks of a document when they were judged. */
interface Surroundings {
	readonly key: string;
	readonly catalogs: CatalogIndex;
	readonly around: Neighbourhood;
	readonly blocks: WeakMap<Code, AnalyzedBlock>;
}

/** What blocks of documents meant, as long as what surrounds them is the same. */
export class JudgedBlocks {
	readonly #byDocument = new Map<string, Surroundings>();

	/** Blocks that did not change mean the same as before, unless the rest of the file or the catalogs say otherwise. */
	in(uri: string, resolving: Resolving, around: Neighbourhood): KnownBlocks {
		const key = surroundingsOf(resolving, around);
		const { catalogs } = resolving;
		const kept = this.#byDocument.get(uri);
		if (kept?.key === key && kept.catalogs === catalogs && kept.around === around) return kept.blocks;
		const blocks: KnownBlocks = new WeakMap();
		this.#byDocument.set(uri, { key, catalogs, around, blocks });
		return blocks;
	}

	forget(uri: string): void {
		this.#byDocument.delete(uri);
	}
}

/** What a block means, found once; when it only moved, all but its place stays the same. */
export function judgedAt(start: number, code: Code, resolving: Resolving, known?: KnownBlocks): AnalyzedBlock {
	const before = known?.get(code);
	if (before?.start === start) return before;
	const fresh = before ? { ...before, start } : judge(start, code, resolving);
	known?.set(code, fresh);
	return fresh;
}

function judge(start: number, code: Code, resolving: Resolving): AnalyzedBlock {
	const dispatches = errorDispatchesIn(code, resolving);
	return { start, code, dispatches, occurrences: occurrencesIn(code, dispatches, resolving) };
}

/** Everything outside a block on which its meaning depends, as one string to compare. */
function surroundingsOf({ facts, inPlay, requiredCodes, setUp }: Resolving, around: Neighbourhood): string {
	// What is lent is the same as long as the neighbourhood is.
	const own = [...facts.constants].filter(([name, constant]) => around.constants.get(name) !== constant);
	const constants = own.map(([name, { literal }]) => `${name}=${literal.value}`);
	const tables = [...facts.tables].map(([name, { found }]) => `${name}:${found.part.text}`);
	const lookups = facts.lookups.map(({ found, code }) => `${found.table}[${found.subject.source}] ${code.text.length}`);
	const predicates = [...facts.predicates].map(
		([name, found]) => `${name}(${found.map(({ part }) => part.text).join()})`,
	);
	const evidence = inPlay.map(({ catalog, step, reason }) => `${catalog.id} ${step} ${reason}`);
	const types = [...facts.types].filter(([name, part]) => around.types.get(name) !== part).map(([, part]) => part);
	const scope = [...types, ...facts.statements.map(({ found }) => found)].map(({ text }) => text);
	const statuses = [...facts.parameters, ...facts.columns, facts.speaksHttp];
	return JSON.stringify([
		[...facts.imports],
		[...facts.sources],
		constants,
		tables,
		lookups,
		predicates,
		evidence,
		requiredCodes,
		[...setUp],
		statuses,
		scope,
	]);
}
