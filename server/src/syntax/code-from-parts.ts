import type { Code, Comment, Constant, Export, Import, Literal, NamedFunction } from './code.ts';
import { collectionOf } from './dispatches/collections.ts';
import { readDispatches } from './dispatches/read-dispatches.ts';
import { readLookups, readTables } from './dispatches/read-tables.ts';
import { argumentsOf, keyOf, lastWord } from './dispatches/subject.ts';
import { literalOf } from './literals.ts';
import { childIn, childrenIn, closest, type Part, partsIn } from './parts/part.ts';
import { exportedTable, exportsAt, exportTarget, importAt, type ModuleWords, namedAt } from './read-modules.ts';

/** What a block says, from the parts to which the language's table gives a role. */
export function codeFromParts(root: Part, modules: ModuleWords): Code {
	const literals: Literal[] = [];
	const strings: Part[] = [];
	const functions: NamedFunction[] = [];
	const constants: Constant[] = [];
	const imports: Import[] = [];
	const exports: Export[] = [];
	const comments: Comment[] = [];
	const parts = partsIn(root);
	for (const part of parts) {
		const imported = importAt(part, modules) ?? namedAt(part, modules);
		if (imported && !(imported.isImplied && imports.some(({ module }) => module === imported.module)))
			imports.push(imported);
		exports.push(...exportsAt(part, modules));
		if (part.kind === 'comment') comments.push({ start: part.start, end: part.end, text: part.text });
		const isPiece =
			part.fields.includes('inner') && (part.parent?.kind === 'string' || part.parent?.kind === 'dynamic');
		if ((part.kind === 'string' || part.kind === 'dynamic') && !isPiece) strings.push(part);
		const literal = (part.kind === 'string' && !isPiece) || part.kind === 'integer' ? literalOf(part) : undefined;
		if (literal) literals.push(literal);
		if (part.kind === 'function') functions.push(...named(part));
		for (const one of constantsAt(part, modules))
			constants.push(isOpen(part, modules) ? { ...one, exported: true } : one);
	}
	const { lookups, inline } = readLookups(parts);
	const dispatches = [...readDispatches(parts), ...inline].sort((a, b) => a.start - b.start || b.end - a.end);
	const tables = readTables(parts);
	return {
		text: root.text,
		root,
		literals,
		strings,
		dispatches,
		tables,
		lookups,
		functions,
		constants,
		imports,
		exports,
		comments,
	};
}

function named(part: Part): readonly NamedFunction[] {
	const name = nameOfFunction(part);
	return name === undefined ? [] : [{ name, start: part.start, end: part.end, part }];
}

const definers = /^(?:let!?|define_method|subject!?)$/;

/** The name by which a function is called: its own, or that of what it is assigned to. */
export function nameOfFunction(part: Part): string | undefined {
	const own = childIn(part, 'name');
	if (own) return keyOf(own);
	const { parent } = part;
	switch (parent?.kind) {
		case 'variable':
		case 'field':
			return keyOf(childIn(parent, 'name'));
		case 'pair':
			return keyOf(childIn(parent, 'key'));
		case 'assignment': {
			const target = childIn(parent, 'left');
			return keyOf(target?.kind === 'member' ? childIn(target, 'property') : target);
		}
		case 'transparent':
		case 'call':
			// Calls that define a function by the name that they are given: `let(:status) { 404 }`.
			if (part.fields.includes('argument') && definers.test(childIn(parent, 'callee')?.text ?? ''))
				return keyOf(argumentsOf(parent)[0]);
			// Wrapped when it is made: `const load = memoize(async () => …)`.
			return parent.parent?.kind === 'variable' ? keyOf(childIn(parent.parent, 'name')) : undefined;
		default:
			return undefined;
	}
}

function constantsAt(part: Part, modules: ModuleWords): readonly Constant[] {
	if (part.kind === 'variable') return part.fields.includes('constant') ? constantsOfVariable(part) : [];
	const exported = exportedTable(part, modules);
	if (exported) return constantsInTable(exported.table, exported.name);
	if (part.kind === 'assignment') return constantOfAssignment(part, modules);
	if (part.kind === 'call') return constantOfCall(part, modules);
	if (part.kind !== 'enum-member' && part.kind !== 'field') return [];
	const owner = closest(part, 'enum', 'class');
	const prefix = owner && childIn(owner, 'name')?.text;
	const origin = part.kind === 'field' ? 'constant' : 'enum';
	const found = prefix === undefined ? [] : constant(part, prefix, 'name', origin);
	// In its class, and wherever it is imported, such a name may stand alone.
	const alone = part.fields.includes('constant') ? found : [];
	const outer = owner && closest(owner, 'enum', 'class');
	const inside = outer ? found.map((one) => ({ ...one, name: `${ownersOf(outer)}.${one.name}` })) : [];
	return [...found, ...alone.map((one) => ({ ...one, name: lastWord(one.name) })), ...inside];
}

/** The classes around what stands in one, outermost first, joined by dots. */
function ownersOf(owner: Part): string {
	const outer = closest(owner, 'enum', 'class');
	const name = childIn(owner, 'name')?.text ?? '';
	return outer ? `${ownersOf(outer)}.${name}` : name;
}

function constantsOfVariable(part: Part): readonly Constant[] {
	const values = childrenIn(part, 'value');
	return childrenIn(part, 'name').flatMap((name, index) => {
		if (name.kind) return [];
		const literal = literalOf(values[index]);
		if (literal)
			return [{ name: name.text, literal, origin: 'constant', exported: isExported(part), at: spanOf(name) }];
		const inside = collectionOf(values[index]);
		return inside?.kind === 'table' ? constantsInTable(inside, name.text) : [];
	});
}

/** `exports.RATE_LIMITED = 'RATE_LIMITED'` */
function constantOfAssignment(part: Part, modules: ModuleWords): readonly Constant[] {
	const target = exportTarget(part, modules);
	const at = target?.name === undefined ? undefined : childIn(part, 'left');
	const literal = at && literalOf(childIn(part, 'right'));
	return target && at && literal
		? [{ name: target.path, literal, origin: 'constant', exported: false, at: spanOf(at) }]
		: [];
}

/** `define('RATE_LIMITED', 'rate_limited')` */
function constantOfCall(part: Part, { constantCalls }: ModuleWords): readonly Constant[] {
	if (!constantCalls?.includes(childIn(part, 'callee')?.text ?? '')) return [];
	const [at, value] = argumentsOf(part);
	const name = keyOf(at);
	const literal = literalOf(value);
	return at && name !== undefined && literal
		? [{ name, literal, origin: 'constant', exported: isExported(part), at: spanOf(at) }]
		: [];
}

function constantsInTable(table: Part, name: string): readonly Constant[] {
	return table.children.flatMap((row) => {
		if (row.kind !== 'pair') return [];
		const inner = collectionOf(childIn(row, 'value'));
		const key = keyOf(childIn(row, 'key'));
		if (inner?.kind === 'table' && key !== undefined) return constantsInTable(inner, `${name}.${key}`);
		return constant(row, name, 'key', 'object');
	});
}

function constant(part: Part, prefix: string, field: 'key' | 'name', origin: Constant['origin']): readonly Constant[] {
	// Several may be declared in one statement, each with a value or without.
	return childrenIn(part, field).flatMap((at, index, all) => {
		const next = all[index + 1]?.start ?? part.end;
		const values = childrenIn(part, 'value').filter((one) => one !== at);
		const value = all.length > 1 ? values.find(({ start }) => start > at.start && start < next) : values[0];
		const key = keyOf(at);
		// A name that is its own value is so where nothing else is said of it.
		const named = value === undefined && at.fields.includes('value') ? literalNamed(at) : undefined;
		const literal = (origin === 'enum' ? codeAmong(value) : undefined) ?? literalOf(value) ?? named;
		if (key === undefined || !literal) return [];
		return [{ name: `${prefix}.${key}`, literal, origin, exported: isExported(part), at: spanOf(at) }];
	});
}

/** A name as the text that it stands for. */
function literalNamed(at: Part): Literal {
	const { start, end, text } = at;
	return { kind: 'string', start, end, text, value: text, content: { start, end }, part: at };
}

/** A text that is written as codes are. */
const codeShape = /^(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[a-z][a-z\d]*(?:_[a-z\d]+)+)$/;

/** Of several values that a member of an enumeration is made with, the one that is written as a code. */
function codeAmong(value: Part | undefined): Literal | undefined {
	const given = value?.kind === 'transparent' && value.children.length > 1 ? value.children : [];
	return given.map(literalOf).find((literal) => literal?.kind === 'string' && codeShape.test(String(literal.value)));
}

/** Whether other files can name what stands here without its being exported: all that stands in no function. */
const isOpen = (part: Part, { exportsAll }: ModuleWords): boolean =>
	exportsAll === true && closest(part, 'function') === undefined;
const isExported = (part: Part): boolean => closest(part, 'export') !== undefined;
const spanOf = ({ start, end }: Part): { start: number; end: number } => ({ start, end });
