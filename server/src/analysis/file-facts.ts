import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Constant, Dispatch, Lookup, Table } from '../syntax/code.ts';
import type { Part } from '../syntax/parts/part.ts';
import type { BlockFacts } from './block-facts.ts';
import { type Lent, nothingLent } from './names/neighbourhood.ts';

/** Something found in a block, with the block's code. */
export interface In<T> {
	readonly found: T;
	readonly code: Code;
}

/** What the blocks of a file say about each other. */
export interface FileFacts {
	/** By name, such as `ErrorCode.RateLimited`: those of the file, and those that it imports. */
	readonly constants: ReadonlyMap<string, Constant>;
	readonly functions: ReadonlyMap<string, In<Part>>;
	readonly tables: ReadonlyMap<string, In<Table>>;
	readonly lookups: readonly In<Lookup>[];
	/** Functions whose result is a test of a code or a status, by name. */
	readonly predicates: ReadonlyMap<string, readonly Dispatch[]>;
	/** Where names of the top level come from: after `const { code } = body.error` `code` is `body.error.code`. */
	readonly sources: ReadonlyMap<string, string>;
	readonly imports: ReadonlySet<string>;
	/** What is imported under another name, by that: `HTTPStatus` for `S` after `from http import HTTPStatus as S`. */
	readonly renamed: ReadonlyMap<string, string>;
	/** APIs after which an imported module is named, with the module. */
	readonly named: ReadonlyMap<Catalog, string>;
	/** What functions call their parameters, by the functions' names, where one of them may be a status. */
	readonly parameters: ReadonlyMap<string, readonly string[]>;
	/** What loops and tests call the columns of lists, by the lists' names, where one of them may be a status. */
	readonly columns: ReadonlyMap<string, readonly string[]>;
	/** Whether the file sends requests or answers them, as far as its words show. */
	readonly speaksHttp: boolean;
	/** Types of the file by their names. */
	readonly types: ReadonlyMap<string, Part>;
	/** Statements that run when the file does, in its order. */
	readonly statements: readonly In<Part>[];
	/** The blocks that have such statements: what they mean depends on those of the others. */
	readonly running: ReadonlySet<Code>;
}

/**
 * Gathers what holds for the whole file.
 * @param lent what other files lend to this one, by the names that it has for it
 */
export function factsOf(blocks: readonly (readonly [Code, BlockFacts])[], lent: Lent = nothingLent): FileFacts {
	const constants = new Map<string, Constant>(lent.constants);
	const functions = new Map<string, In<Part>>();
	const tables = new Map<string, In<Table>>();
	const lookups: In<Lookup>[] = [];
	const predicates = new Map<string, Dispatch[]>();
	const sources = new Map<string, string>();
	const imports = new Set<string>();
	const renamed = new Map<string, string>();
	const named = new Map<Catalog, string>();
	const parameters = new Map<string, readonly string[]>();
	const columns = new Map<string, readonly string[]>();
	const types = new Map<string, Part>(lent.types);
	const statements: In<Part>[] = [];
	for (const [code, facts] of blocks) {
		for (const { name, part } of code.functions) functions.set(name, { found: part, code });
		for (const found of facts.scope.statements) statements.push({ found, code });
		// Most blocks have nothing else for the rest of the file.
		if (facts.lentToFile === '') continue;
		for (const constant of code.constants) constants.set(constant.name, constant);
		for (const table of code.tables) tables.set(table.name, { found: table, code });
		for (const lookup of code.lookups) lookups.push({ found: lookup, code });
		for (const { module, names } of code.imports) {
			imports.add(module);
			for (const { name, alias } of names) if (name !== alias && /^[A-Za-z_]/.test(name)) renamed.set(alias, name);
		}
		for (const [name, dispatch] of facts.predicates) predicates.set(name, [...(predicates.get(name) ?? []), dispatch]);
		for (const [catalog, module] of facts.named) if (!named.has(catalog)) named.set(catalog, module);
		for (const [name, source] of facts.sources) sources.set(name, source);
		for (const [name, own] of facts.parameters) parameters.set(name, own);
		for (const [name, own] of facts.columns) columns.set(name, own);
		for (const [name, part] of facts.scope.types) types.set(name, part);
	}
	const speaksHttp = blocks.some(([, facts]) => facts.speaksHttp);
	return {
		constants,
		functions,
		tables,
		lookups,
		predicates,
		sources,
		imports,
		renamed,
		named,
		parameters,
		columns,
		speaksHttp,
		types,
		statements,
		running: new Set(statements.map(({ code }) => code)),
	};
}
