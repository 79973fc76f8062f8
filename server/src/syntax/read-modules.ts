import type { Export, Import, ImportedName } from './code.ts';
import { collectionOf } from './dispatches/collections.ts';
import { argumentsOf, keyOf, pathOf } from './dispatches/subject.ts';
import { literalOf } from './literals.ts';
import { childIn, childrenIn, type Part } from './parts/part.ts';

/** How a language imports and exports beyond its own statements for it. */
export interface ModuleWords {
	/** Functions that import the module they are given. */
	readonly importCalls: readonly string[];
	/** Those of them whose module is given from the folder of the file; where there are any, all that it has is imported. */
	readonly relativeCalls?: readonly string[];
	/** What a file assigns to so that others can import it. */
	readonly exportTargets: readonly string[];
	/** Whether other files can name all that stands at the top level of one. */
	readonly exportsAll?: boolean;
	/** Functions that give the name in their first argument the value of the second, as constants. */
	readonly constantCalls?: readonly string[];
	/** What names of a module are called after an import that lists none; `alias` is what the import calls the module. */
	readonly importedAs?: (module: string, alias: string | undefined) => readonly ImportedName[];
	/** The module whose name a member names without an import: `Codes` of `Codes::A`, which stands beside the file. */
	readonly namedModule?: (member: string) => string | undefined;
}

/** What a file exports without a name. */
const unnamed = 'default';
/** All that a file exports. */
const everything = '*';

/** What a part imports, by a statement or by a call; undefined where it is neither. */
export function importAt(part: Part, words: ModuleWords): Import | undefined {
	const { start, end } = part;
	if (part.kind === 'import' || part.kind === 'export') {
		const module = holdsImports(part) ? undefined : moduleIn(part);
		if (module === undefined) return undefined;
		const isHandedOn = part.kind === 'export';
		return {
			start,
			end,
			module,
			names: isHandedOn ? handedOn(part, module, words) : namesOf(part, module, words),
			isHandedOn,
		};
	}
	const callee = part.kind === 'call' ? (childIn(part, 'callee')?.text ?? '') : '';
	if (!words.importCalls.includes(callee)) return undefined;
	const [given] = argumentsOf(part);
	const text = given?.kind === 'string' ? childIn(given, 'content')?.text : undefined;
	if (text === undefined) return undefined;
	const module = words.relativeCalls?.includes(callee) ? `./${text}` : text;
	const isHandedOn = isAllExported(part, words);
	const all = [{ name: everything, alias: everything }];
	const names = isHandedOn || words.relativeCalls ? all : namesForCall(part);
	return { start, end, module, names, isHandedOn };
}

function moduleIn(part: Part): string | undefined {
	// Where a name for it stands before, the module is the last.
	const module = childrenIn(part, 'module').at(-1);
	// An import that lists nothing may be no more than the module's name.
	if (!module) return part.kind === 'import' && pathOf(leafOf(part)) !== undefined ? part.text : undefined;
	if (module.kind === 'string') return String(literalOf(module)?.value ?? '') || undefined;
	return module.text === '' ? undefined : startOfModule(part) + module.text;
}

/** Whether the imports in it are what it imports, all from one place. */
const holdsImports = ({ children }: Part): boolean => children.some(({ kind }) => kind === 'import');

/** What the modules of imports that stand in another have in common, with the sign that joins it to what is their own. */
function startOfModule({ parent }: Part): string {
	const module = parent?.kind === 'import' ? childIn(parent, 'module') : undefined;
	if (!parent || !module) return '';
	const sign = /^\s*(\\|::|\.)/.exec(parent.text.slice(module.end - parent.start))?.[1] ?? '';
	return startOfModule(parent) + module.text + sign;
}

/** What a part names without having imported it; undefined where its name says nothing of where it comes from. */
export function namedAt(part: Part, { namedModule, importedAs }: ModuleWords): Import | undefined {
	const isOwner = part.parent?.kind === 'member' || part.end - part.start > longestName;
	const module = part.kind === 'member' && !isOwner ? namedModule?.(part.text) : undefined;
	if (module === undefined) return undefined;
	const names = importedAs?.(module, undefined) ?? [];
	return { start: part.start, end: part.end, module, names, isHandedOn: false, isImplied: true };
}

/** UTF-16 units: what is longer is no name. */
const longestName = 120;

function namesOf(statement: Part, module: string, { importedAs }: ModuleWords): readonly ImportedName[] {
	const listed = importedNames(statement);
	const lists = statement.children.some(({ kind }) => kind === 'imported' || kind === 'imported-all');
	return lists ? listed : (importedAs?.(module, childIn(statement, 'alias')?.text) ?? listed);
}

function importedNames(statement: Part): readonly ImportedName[] {
	return statement.children.flatMap((child): readonly ImportedName[] => {
		if (child.kind === 'imported') return [importedName(child)];
		if (child.kind === 'imported-all')
			return [{ name: everything, alias: childIn(child, 'alias')?.text ?? everything }];
		return child.fields.includes('alias') ? [{ name: unnamed, alias: child.text }] : [];
	});
}

function handedOn(statement: Part, module: string, words: ModuleWords): readonly ImportedName[] {
	if (childIn(statement, 'all')) return [{ name: everything, alias: everything }];
	return words.importedAs ? namesOf(statement, module, words) : importedNames(statement);
}

/** A part of nothing but its own text, as a plain name is. */
const leafOf = (part: Part): Part | undefined =>
	part.children.length === 0 ? { ...part, kind: undefined, text: part.text } : undefined;

function importedName(part: Part): ImportedName {
	const name = keyOf(childIn(part, 'name') ?? leafOf(part)) ?? '';
	return { name, alias: keyOf(childIn(part, 'alias')) ?? name };
}

/** `module.exports = require('./a')`, `module.exports = { ...require('./a') }`. */
function isAllExported(call: Part, words: ModuleWords): boolean {
	const spread = call.parent?.kind === 'spread' ? call.parent.parent : undefined;
	const assignment = (spread ?? call).parent;
	return assignment?.kind === 'assignment' && words.exportTargets.includes(pathOf(childIn(assignment, 'left')) ?? '');
}

/** What a call that imports is given to: `const { A, B: C } = require('./a')`, `const a = require('./a').A`. */
function namesForCall(call: Part): readonly ImportedName[] {
	let value = call;
	const path: string[] = [];
	for (let around = call.parent; around; value = around, around = around.parent) {
		if (around.kind === 'await' || around.kind === 'transparent') continue;
		if (around.kind === 'member' && childIn(around, 'object') === value) {
			const key = keyOf(childIn(around, 'property'));
			if (key === undefined) return [];
			path.push(key);
			continue;
		}
		if (around.kind !== 'variable' || childIn(around, 'value') !== value) return [];
		const target = childIn(around, 'name');
		if (target?.kind === 'destructuring') return destructured(target, path);
		return target ? [{ name: path.join('.') || everything, alias: target.text }] : [];
	}
	return [];
}

function destructured(target: Part, path: readonly string[]): readonly ImportedName[] {
	return target.children.flatMap((child): readonly ImportedName[] => {
		const key = keyOf(child.kind === 'pair' ? childIn(child, 'key') : child);
		const alias = child.kind === 'pair' ? keyOf(childIn(child, 'value')) : key;
		return key === undefined || alias === undefined ? [] : [{ name: [...path, key].join('.'), alias }];
	});
}

/** The names that a part lets other files import. A declaration that is exported where it stands says so itself. */
export function exportsAt(part: Part, words: ModuleWords): readonly Export[] {
	if (part.kind === 'export') return moduleIn(part) === undefined ? exportedNames(part) : [];
	if (part.kind !== 'assignment') return [];
	const target = exportTarget(part, words);
	const value = childIn(part, 'right');
	if (!target || !value) return [];
	if (target.name !== undefined) return [{ name: target.name, local: pathOf(value) ?? target.path }];
	const table = collectionOf(value);
	if (table?.kind !== 'table')
		return [{ name: unnamed, local: pathOf(value) ?? '' }].filter(({ local }) => local !== '');
	return table.children.flatMap((row) => exportedRow(row, target.path));
}

/** `export { A, B as C }`, `export default codes`. */
function exportedNames(statement: Part): readonly Export[] {
	const named = statement.children
		.filter((child) => child.kind === 'imported')
		.map(importedName)
		.map(({ name, alias }) => ({ name: alias, local: name }));
	const value = childIn(statement, 'value');
	if (!value) return named;
	return [...named, { name: unnamed, local: pathOf(value) ?? unnamed }];
}

/** A row of `module.exports = { A, B: C, D: 'text' }`. */
function exportedRow(row: Part, path: string): readonly Export[] {
	const key = keyOf(row.kind === 'pair' ? childIn(row, 'key') : row);
	if (key === undefined) return [];
	const value = row.kind === 'pair' ? childIn(row, 'value') : row;
	return [{ name: key, local: pathOf(value) ?? `${path}.${key}` }];
}

/** What an assignment exports. */
export interface ExportTarget {
	readonly path: string;
	/** Undefined where all that the file exports is assigned at once. */
	readonly name: string | undefined;
}

/** What an assignment lets other files import; undefined where it is none that does. */
export function exportTarget(assignment: Part, { exportTargets }: ModuleWords): ExportTarget | undefined {
	const path = pathOf(childIn(assignment, 'left'));
	if (path === undefined) return undefined;
	if (exportTargets.includes(path)) return { path, name: undefined };
	const owner = path.slice(0, Math.max(0, path.lastIndexOf('.')));
	return exportTargets.includes(owner) ? { path, name: path.slice(owner.length + 1) } : undefined;
}

/** A table that is exported without being given to a variable, with the name that its constants go by. */
export function exportedTable(
	part: Part,
	words: ModuleWords,
): { readonly table: Part; readonly name: string } | undefined {
	if (part.kind === 'export') {
		const table = collectionOf(childIn(part, 'value'));
		return table?.kind === 'table' ? { table, name: unnamed } : undefined;
	}
	if (part.kind !== 'assignment') return undefined;
	const target = exportTarget(part, words);
	const table = target && collectionOf(childIn(part, 'right'));
	return target && table?.kind === 'table' ? { table, name: target.path } : undefined;
}
