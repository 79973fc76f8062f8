import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { wordsIn } from '../catalog/code-name.ts';
import type { Code, Constant, Dispatch, Label } from '../syntax/code.ts';
import { nameOfFunction } from '../syntax/code-from-parts.ts';
import { sourceOf } from '../syntax/dispatches/binding.ts';
import { ownParts } from '../syntax/dispatches/statements.ts';
import type { Language, RetrySetUp } from '../syntax/language.ts';
import { childIn, closest, type Part } from '../syntax/parts/part.ts';
import { type CodesTogether, codesTogether } from './codes/codes-together.ts';
import { namesHost } from './evidence/host-name.ts';
import { givesUp } from './handled/giving-up.ts';
import { type BlockScope, scopeOf, textOfType } from './names/block-scope.ts';
import { speaksHttp, tellingColumns, tellingParameters } from './status/block-signs.ts';

/** What one block says about its file. It depends on nothing but the block's text and the catalogs, so it can be kept. */
export interface BlockFacts {
	/** Functions whose result is a test of a code or a status. */
	readonly predicates: readonly (readonly [string, Dispatch])[];
	/** Where names of the top level come from. */
	readonly sources: readonly (readonly [string, string])[];
	/** Names of constants that stand for codes, and of tables and lists of codes. */
	readonly names: readonly string[];
	/** APIs whose host the block names in a string. */
	readonly hosts: readonly (readonly [Catalog, string])[];
	/** APIs after which a module that the block imports is named, such as `./acme-client`, with the module. */
	readonly named: readonly (readonly [Catalog, string])[];
	/** Codes that stand together in a dispatch or a table and show their API. */
	readonly together: readonly CodesTogether[];
	/** Labels that stand together and of which some are names, whose values the rest of the file may show. */
	readonly namedSets: readonly (readonly Label[])[];
	/** What libraries are set up to do by themselves, as far as this block shows it. */
	readonly setUps: readonly RetrySetUp[];
	/** What functions call their parameters, where one of them may be a status. */
	readonly parameters: readonly (readonly [string, readonly string[]])[];
	/** What loops call the columns of lists, where one of them may be a status. */
	readonly columns: readonly (readonly [string, readonly string[]])[];
	readonly speaksHttp: boolean;
	/** All on which the meaning of other blocks may depend, as one string to compare; empty for most. */
	readonly lentToFile: string;
	/** What the rest of the file can see. */
	readonly scope: BlockScope;
}

/** Gathers what a block says about its file. */
export function blockFactsOf(code: Code, { retrySetUps }: Language, catalogs: CatalogIndex): BlockFacts {
	const own = {
		predicates: predicatesIn(code),
		sources: sourcesIn(code),
		parameters: tellingParameters(code),
		columns: tellingColumns(code),
		speaksHttp: speaksHttp(code.text),
		scope: scopeOf(code),
	};
	const sets = labelSetsIn(code, catalogs);
	return {
		...own,
		lentToFile: lentToFile(code, own),
		names: [
			...code.constants.filter(({ literal }) => isKnown(literal.value, catalogs)).flatMap(withOwner),
			...code.tables.filter(({ branches }) =>
				branches.some(({ labels }) => labels.some((label) => mayBeCode(label, catalogs) || isNumber(label, catalogs))),
			),
			...namesInDefaults(code, catalogs),
			...own.scope.types.flatMap(([name]) =>
				code.literals.some(({ value }) => isKnown(value, catalogs)) ? [{ name }] : [],
			),
		].map(({ name }) => name),
		hosts: catalogs.catalogs.flatMap((catalog) => {
			const host = catalog.evidence.hosts.find((one) => namesHostInString(code, one));
			return host === undefined ? [] : [[catalog, host] as const];
		}),
		named: code.imports.flatMap(({ module }) =>
			wordsIn(module).flatMap((word) => catalogs.byWord(word).map((catalog) => [catalog, module] as const)),
		),
		together: sets.flatMap((labels) => (labels.some(isName) ? [] : codesTogether(labels.flatMap(writtenIn), catalogs))),
		namedSets: sets.filter((labels) => labels.some(isName)),
		setUps: retrySetUps.filter(({ shownBy }) => shownBy?.test(code.text)),
	};
}

/** All on which the meaning of other blocks may depend. */
function lentToFile(code: Code, own: Pick<BlockFacts, LentFact>): string {
	const parts = [
		...code.imports.map(({ module }) => module),
		...own.sources,
		...code.constants.map(({ name, literal }) => [name, literal.value]),
		...code.tables.map(({ name, part }) => [name, part.text]),
		...code.lookups.map(({ table, subject }) => [table, subject.source, code.text.length]),
		...own.predicates.map(([name, { part }]) => [name, part.text]),
		...own.parameters,
		...own.columns,
		...(own.speaksHttp ? [true] : []),
		...own.scope.types.map(([, type]) => textOfType(type)),
		...code.functions.flatMap(({ name, part }) => (givesUp(part) ? [name] : [])),
	];
	return parts.length === 0 ? '' : JSON.stringify(parts);
}

type LentFact = 'sources' | 'predicates' | 'parameters' | 'columns' | 'speaksHttp' | 'scope';

/** Functions on which it depends what becomes of other errors: those that defaults call, and those that stand in for a row. */
function namesInDefaults(code: Code, catalogs: CatalogIndex): readonly { readonly name: string }[] {
	const chosen = code.dispatches.filter(({ branches }) =>
		branches.some(({ labels }) => labels.some((label) => label.kind === 'literal' && mayBeCode(label, catalogs))),
	);
	const bodies = chosen.flatMap(({ branches }) =>
		branches.filter(({ isDefault }) => isDefault).flatMap(({ body }) => body),
	);
	const calls = bodies.flatMap(ownParts).flatMap((part) => (part.kind === 'call' ? [childIn(part, 'callee')] : []));
	const fallbacks = code.lookups.map(({ fallback }) =>
		fallback?.kind === 'transparent' ? fallback.children[0] : fallback,
	);
	return [...calls, ...fallbacks].flatMap((one) => (one && one.kind === undefined ? [{ name: one.text }] : []));
}

/** A table may be given another name, or taken apart, before its codes are used. */
function withOwner({ name }: Constant): readonly { readonly name: string }[] {
	return [{ name }, { name: name.split('.', 1).join() }];
}

/** The values of each enum, and of each table of constants. */
function constantsTogether({ constants }: Code): Label[][] {
	const byOwner = new Map<string, Label[]>();
	for (const { name, literal } of constants) {
		const { start, end, part } = literal;
		const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')));
		const label: Label = { kind: 'literal', start, end, negated: false, part, literal };
		const known = byOwner.get(owner);
		if (known) known.push(label);
		else if (owner !== '') byOwner.set(owner, [label]);
	}
	return [...byOwner.values()];
}

/** The known keys of each table, also of one that has no name: it is given to a call, or given back. */
function keysTogether({ literals }: Code, catalogs: CatalogIndex): Label[][] {
	const byTable = new Map<Part, Label[]>();
	for (const literal of literals) {
		const { start, end, part } = literal;
		const row = part.fields.includes('key') ? part.parent : undefined;
		const table = row?.kind === 'pair' ? row.parent : undefined;
		if (table?.kind !== 'table' || !isKnown(literal.value, catalogs)) continue;
		const label: Label = { kind: 'literal', start, end, negated: false, part, literal };
		byTable.set(table, [...(byTable.get(table) ?? []), label]);
	}
	return [...byTable.values()];
}

/** The labels of each dispatch and table, and the values of each enum, as far as they may be codes. */
function labelSetsIn(code: Code, catalogs: CatalogIndex): readonly (readonly Label[])[] {
	return [...code.dispatches, ...code.tables]
		.map(({ branches }) => branches.flatMap((branch) => branch.labels))
		.concat(constantsTogether(code), keysTogether(code, catalogs))
		.map((labels) => labels.filter((label) => mayBeCode(label, catalogs)))
		.filter((labels) => labels.length > 1);
}

const isName = ({ kind }: Label): boolean => kind === 'name';

function writtenIn(label: Label): readonly string[] {
	return label.kind === 'literal' ? [String(label.literal.value)] : [];
}

/** Whether a catalog has the value. */
export function isKnown(value: string | number, catalogs: CatalogIndex): boolean {
	return (typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value)).length > 0;
}

function mayBeCode(label: Label, catalogs: CatalogIndex): boolean {
	return (
		label.kind === 'name' || (label.kind === 'literal' && catalogs.byString(String(label.literal.value)).length > 0)
	);
}

/** The keys of a table may be statuses: `{ 404: showGone }`. */
function isNumber(label: Label, catalogs: CatalogIndex): boolean {
	return label.kind === 'literal' && label.literal.kind === 'integer' && isKnown(label.literal.value, catalogs);
}

/** A host counts in strings, not in comments. */
function namesHostInString({ text, strings }: Code, host: string): boolean {
	return text.includes(host) && strings.some((part) => namesHost(part.text, host));
}

function predicatesIn(code: Code): BlockFacts['predicates'] {
	return code.dispatches.flatMap((dispatch) => {
		if (dispatch.form !== 'predicate') return [];
		const around = dispatch.part.kind === 'function' ? dispatch.part : closest(dispatch.part, 'function');
		const name = around && nameOfFunction(around);
		return name === undefined ? [] : [[name, dispatch] as const];
	});
}

/** The names that a top-level declaration binds to a path. */
function sourcesIn({ root }: Code): BlockFacts['sources'] {
	return declarationsIn(root).flatMap((variable) => {
		// Thousands of constants in a row need not be asked for where else they come from.
		if (written.has(childIn(variable, 'value')?.kind)) return [];
		const target = childIn(variable, 'name');
		return namesIn(target).flatMap((name) => {
			const source = sourceOf(name, endOf(root));
			return source === name ? [] : [[name, source] as const];
		});
	});
}

/** What comes from nowhere else. */
const written: ReadonlySet<Part['kind']> = new Set(['string', 'integer', 'function', 'table', 'collection'] as const);

function declarationsIn(root: Part): readonly Part[] {
	return root.children
		.flatMap((child) => (child.kind === 'export' ? child.children : [child]))
		.filter((part) => part.kind === 'variable');
}

function namesIn(target: Part | undefined): readonly string[] {
	if (!target) return [];
	if (target.kind !== 'destructuring') return target.kind ? [] : [target.text];
	return target.children.flatMap((child) => namesIn(child.kind === 'pair' ? childIn(child, 'value') : child));
}

/** A place after everything in the block, from where all its names are seen. */
function endOf(root: Part): Part {
	return { kind: undefined, fields: [], parent: root, children: [], start: root.end, end: root.end, text: '' };
}
