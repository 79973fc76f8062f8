import type { Code, Comment, Constant, Import, Literal, NamedFunction } from './code.ts';
import { collectionOf } from './labels.ts';
import { literalOf } from './literals.ts';
import { childIn, closest, type Part, partsIn } from './part.ts';
import { readDispatches } from './read-dispatches.ts';
import { readLookups, readTables } from './read-tables.ts';
import { argumentsOf, keyOf } from './subject.ts';

/** What a block says, from the parts to which the language's table gives a role. */
export function codeFromParts(root: Part, importCalls: readonly string[]): Code {
	const literals: Literal[] = [];
	const strings: Part[] = [];
	const functions: NamedFunction[] = [];
	const constants: Constant[] = [];
	const imports: Import[] = [];
	const comments: Comment[] = [];
	const parts = partsIn(root);
	for (const part of parts) {
		const { start, end, text } = part;
		const module = moduleOf(part, importCalls);
		if (module !== undefined) imports.push({ start, end, module });
		if (part.kind === 'comment') comments.push({ start, end, text });
		if (part.kind === 'string' || part.kind === 'dynamic') strings.push(part);
		const literal = part.kind === 'string' || part.kind === 'integer' ? literalOf(part) : undefined;
		if (literal) literals.push(literal);
		if (part.kind === 'function') functions.push(...named(part));
		constants.push(...constantsAt(part));
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
		comments,
	};
}

/** The module that a part imports: by a statement, or by a call of a function that does. */
function moduleOf(part: Part, importCalls: readonly string[]): string | undefined {
	if (part.fields.includes('module')) return childIn(part, 'content')?.text;
	if (part.kind !== 'call' || !importCalls.includes(childIn(part, 'callee')?.text ?? '')) return undefined;
	const [given] = argumentsOf(part);
	return given?.kind === 'string' ? childIn(given, 'content')?.text : undefined;
}

function named(part: Part): readonly NamedFunction[] {
	const name = nameOfFunction(part);
	return name === undefined ? [] : [{ name, start: part.start, end: part.end, part }];
}

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
			// Wrapped when it is made: `const load = memoize(async () => …)`.
			return parent.parent?.kind === 'variable' ? keyOf(childIn(parent.parent, 'name')) : undefined;
		default:
			return undefined;
	}
}

function constantsAt(part: Part): readonly Constant[] {
	if (part.kind === 'variable') return part.fields.includes('constant') ? constantsOfVariable(part) : [];
	if (part.kind !== 'enum-member' && part.kind !== 'field') return [];
	const owner = closest(part, 'enum', 'class');
	const prefix = owner && childIn(owner, 'name')?.text;
	return prefix === undefined ? [] : constant(part, prefix, 'name', part.kind === 'field' ? 'constant' : 'enum');
}

function constantsOfVariable(part: Part): readonly Constant[] {
	const name = childIn(part, 'name');
	const value = childIn(part, 'value');
	if (!name || name.kind) return [];
	const literal = literalOf(value);
	if (literal) return [{ name: name.text, literal, origin: 'constant', exported: isExported(part), at: spanOf(name) }];
	const inside = collectionOf(value);
	if (inside?.kind !== 'table') return [];
	return inside.children.flatMap((row) => (row.kind === 'pair' ? constant(row, name.text, 'key', 'object') : []));
}

function constant(part: Part, prefix: string, field: 'key' | 'name', origin: Constant['origin']): readonly Constant[] {
	const at = childIn(part, field);
	const key = keyOf(at);
	const literal = literalOf(childIn(part, 'value'));
	if (!at || key === undefined || !literal) return [];
	return [{ name: `${prefix}.${key}`, literal, origin, exported: isExported(part), at: spanOf(at) }];
}

const isExported = (part: Part): boolean => closest(part, 'export') !== undefined;
const spanOf = ({ start, end }: Part): { start: number; end: number } => ({ start, end });
