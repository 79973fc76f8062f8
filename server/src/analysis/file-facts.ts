import type { Block, Code, Constant, Dispatch, Lookup, Table } from '../syntax/code.ts';
import type { Part } from '../syntax/part.ts';
import { childIn } from '../syntax/part.ts';
import { nameOfFunction } from '../syntax/code-from-parts.ts';
import { closest } from '../syntax/part.ts';
import { sourceOf } from '../syntax/subject.ts';

/** Something found in a block, with the block's code. */
export interface In<T> {
	readonly found: T;
	readonly code: Code;
}

/** What the blocks of a file say about each other. */
export interface FileFacts {
	/** By name, such as `ErrorCode.RateLimited`. */
	readonly constants: ReadonlyMap<string, Constant>;
	readonly functions: ReadonlyMap<string, In<Part>>;
	readonly tables: ReadonlyMap<string, In<Table>>;
	readonly lookups: readonly In<Lookup>[];
	/** Functions whose result is a test of a code or a status, by name. */
	readonly predicates: ReadonlyMap<string, readonly Dispatch[]>;
	/** Where names of the top level come from: after `const { code } = body.error` `code` is `body.error.code`. */
	readonly sources: ReadonlyMap<string, string>;
	readonly imports: ReadonlySet<string>;
}

/** Gathers what holds for the whole file. */
export function factsOf(blocks: readonly Block[]): FileFacts {
	const constants = new Map<string, Constant>();
	const functions = new Map<string, In<Part>>();
	const tables = new Map<string, In<Table>>();
	const lookups: In<Lookup>[] = [];
	const predicates = new Map<string, Dispatch[]>();
	const sources = new Map<string, string>();
	const imports = new Set<string>();
	for (const { code } of blocks) {
		for (const constant of code.constants) constants.set(constant.name, constant);
		for (const { name, part } of code.functions) functions.set(name, { found: part, code });
		for (const table of code.tables) tables.set(table.name, { found: table, code });
		for (const lookup of code.lookups) lookups.push({ found: lookup, code });
		for (const { module } of code.imports) imports.add(module);
		for (const [name, dispatch] of predicatesIn(code)) predicates.set(name, [...(predicates.get(name) ?? []), dispatch]);
		for (const [name, source] of sourcesIn(code)) sources.set(name, source);
	}
	return { constants, functions, tables, lookups, predicates, sources, imports };
}

function predicatesIn(code: Code): readonly (readonly [string, Dispatch])[] {
	return code.dispatches.flatMap((dispatch) => {
		if (dispatch.form !== 'predicate') return [];
		const around = dispatch.part.kind === 'function' ? dispatch.part : closest(dispatch.part, 'function');
		const name = around && nameOfFunction(around);
		return name === undefined ? [] : [[name, dispatch] as const];
	});
}

/** The names that a top-level declaration binds to a path. */
function sourcesIn({ root }: Code): readonly (readonly [string, string])[] {
	const found: (readonly [string, string])[] = [];
	for (const variable of declarationsIn(root)) {
		const target = childIn(variable, 'name');
		if (!target) continue;
		for (const name of namesIn(target)) {
			const source = sourceOf(name, endOf(root));
			if (source !== name) found.push([name, source]);
		}
	}
	return found;
}

function declarationsIn(root: Part): readonly Part[] {
	return root.children.flatMap((child) =>
		child.kind === 'variable' ? [child] : child.kind === 'export' || child.children.length > 0 ? child.children.filter((one) => one.kind === 'variable') : [],
	);
}

function namesIn(target: Part): readonly string[] {
	if (target.kind !== 'destructuring') return target.kind ? [] : [target.text];
	return target.children.flatMap((child) => {
		const value = child.kind === 'pair' ? childIn(child, 'value') : child;
		return value ? namesIn(value) : [];
	});
}

/** A place after everything in the block, from where all its names are seen. */
function endOf(root: Part): Part {
	return { kind: undefined, fields: [], parent: root, children: [], start: root.end, end: root.end, text: '' };
}
