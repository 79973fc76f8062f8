import type { Language as Grammar } from 'web-tree-sitter';
import { fieldsIn, hintFor, similarTo } from './missing-names.ts';
import type { PartField, PartKind } from './part.ts';

/** What a node of a grammar is in the vocabulary that all languages share, and what its children are to it. */
export interface NodeRole {
	readonly kind?: PartKind;
	/** The kind by the operator that stands in the node; without one of these the node is nothing to us. */
	readonly kindBy?: Readonly<Record<string, PartKind>>;
	/** Another kind for a node that has a child of the type; without a kind of its own it is nothing else without one. */
	readonly kindWith?: Readonly<Record<string, PartKind>>;
	/** Children by the grammar's names for their fields; a child may be more than one thing. */
	readonly fields?: Readonly<Record<string, PartField | readonly PartField[]>>;
	/** Children by their type. */
	readonly types?: Readonly<Record<string, PartField>>;
	/** Every child that has a name in the grammar. */
	readonly children?: PartField;
	/** The first of them. */
	readonly first?: PartField;
	/** Children in their order, comments aside, where the grammar has no names for them. */
	readonly positions?: readonly (PartField | readonly PartField[])[];
	/** The children after those. */
	readonly rest?: PartField;
	/** Kinds for children that have none of their own, by the grammar's names for their fields. */
	readonly fieldKinds?: Readonly<Record<string, PartKind>>;
	/** Grammar's names of the fields whose node is looked through: what it holds stands right in this one. */
	readonly opened?: readonly string[];
	/** The same by the child's type. */
	readonly openedTypes?: readonly string[];
	/** The same by the child's type, and what each child that stands in it then is: the values of `return a, b`. */
	readonly openedAs?: Readonly<Record<string, PartField>>;
	/**
	 * What a call calls, where the grammar has no node for it: its children under these names of fields are together a
	 * member that is the callee, or the callee itself where there is but one.
	 */
	readonly calleeOf?: readonly string[];
	/** Another kind where the node stands right in a part of a kind, or in none: `class` makes an assignment a field. */
	readonly within?: Readonly<Partial<Record<PartKind | 'nothing', PartKind>>>;
	/** What the node is where a child reads in a certain way. */
	readonly reads?: readonly ReadingRule[];
	/** Whether what follows in the node around stands in this one: an `elif` holds the `else` after it. */
	readonly takesRest?: boolean;
	/** The tokens up to which what follows in the node around stands in this one, as `= 404` belongs to a parameter. */
	readonly takesUntil?: string | readonly string[];
	/** What the pairs of braces in it are to it, in their order, where the grammar has no node for a block. */
	readonly braces?: readonly PartField[];
	/** Whether conditions in a row before its body, of which all must hold, are one; `none`: what is done where they do not. */
	readonly clauses?: 'all' | 'none';
	/** Whether operators in it may be nested by another order than they bind. */
	readonly rebalances?: boolean;
	/** Whether it declares several, each by a name with what follows up to the next. */
	readonly declaresSeveral?: boolean;
	/** Types of children beside the body, where the grammar has no node for it: the others are together a block. */
	readonly bodyBut?: readonly string[];
	/**
	 * What the part before it is to it, where the grammar sets what belongs together side by side: `error` is the object
	 * of the `.code` after it. It then counts as one child with it.
	 */
	readonly follows?: PartField;
	/** Whether what is in it belongs to the part before it, as a body belongs to the signature before it. */
	readonly completes?: boolean;
	/** What children are to it from a keyword on up to the next one; `''` stands for its beginning. */
	readonly from?: Readonly<Record<string, PartField | 'nothing'>>;
	/** Whether signs and clauses in it stand beside what they belong to: `>= 400 && < 500`, `catch (e)` before a block. */
	readonly binds?: boolean;
	/** Kinds of children that are but a word, where the grammar takes keywords for names: `break`. */
	readonly words?: Readonly<Record<string, PartKind>>;
	/** A token that makes the child before it and the one after it a pair: `status = 404`. */
	readonly pairs?: string;
	/** Whether the node is looked through, and each of its children is to the part around what the node is to it. */
	readonly through?: boolean;
	/**
	 * Whether it stands in what follows it in the node around, as an annotation does. The text before a string in it says
	 * whether what follows stands for that string.
	 */
	readonly ahead?: RegExp;
	/** Grammar's names of the fields whose node means its opposite: the condition of `unless`. */
	readonly negated?: readonly string[];
	/** Whether it reaches from its first child to its last, without the words and line breaks around them. */
	readonly tight?: boolean;
	/** Whether a value that stands last in it is given back, as by a `return`; `alone`, where nothing else stands there. */
	readonly givesLast?: boolean | 'alone';
	/** Keywords that say something by standing there. */
	readonly tokens?: Readonly<Record<string, PartField>>;
	/** Keywords that say something about all children after them, some only where they read in a certain way. */
	readonly marks?: Readonly<Record<string, PartField | TextMark>>;
	/** The sign that makes a pair of what stands before it and after it, and the one that ends the pair: `=` and `,`. */
	readonly pairedBy?: readonly [sign: string, end: string];
	/** Calls that only write a list, a table or a row of one: `Set.of(401, 403)`. */
	readonly collects?: readonly CollectingRule[];
	/** Calls that the language has where others have a statement or an operator: `raise(error)`. */
	readonly restates?: readonly RestatingRule[];
}

/** Says something about what follows a child that reads in a certain way. */
export interface TextMark {
	readonly text: RegExp;
	readonly field: PartField;
}

/** Says what a call by a name is. */
export interface RestatingRule {
	readonly name: RegExp;
	/** Whether it is called on something. */
	readonly isMethod: boolean;
	/**
	 * What it is then; `transparent` where what it is called on is what counts, or the function that it is given, and
	 * `reference` where it stands for the function that is called so: `method(:refresh)`.
	 */
	readonly kind: 'throw' | 'construction' | 'membership' | 'transparent' | 'reference';
}

/** Makes a call what it writes: its arguments are the elements, or keys and values in turn; `transparent`, its only one. */
export interface CollectingRule {
	readonly callee: RegExp;
	readonly kind: 'collection' | 'table' | 'pair' | 'transparent';
}

/** Says by the text of a child what a node is. */
export interface ReadingRule {
	/** What the child is to the node. */
	readonly field: PartField;
	readonly text: RegExp;
	/** What kind the node then is. */
	readonly kind?: PartKind;
	/** Only where no other child is the same to the node. */
	readonly alone?: boolean;
	/** What kind the child then is, where it has none of its own. */
	readonly child?: PartKind;
	/** What the node then also is to the part around it. */
	readonly also?: PartField;
}

/** The nodes of a grammar that mean something, by the grammar's names. */
export type NodeRoles = Readonly<Record<string, NodeRole>>;

/** A role with the grammar's numbers in place of its names, for reading fast. */
export interface CompiledRole {
	readonly kind: PartKind | undefined;
	readonly kindBy: ReadonlyMap<number, PartKind> | undefined;
	readonly kindWith: ReadonlyMap<number, PartKind> | undefined;
	readonly fields: ReadonlyMap<number, PartField | readonly PartField[]> | undefined;
	readonly types: ReadonlyMap<number, PartField> | undefined;
	readonly children: PartField | undefined;
	readonly first: PartField | undefined;
	readonly positions: NodeRole['positions'];
	readonly rest: PartField | undefined;
	readonly fieldKinds: ReadonlyMap<number, PartKind> | undefined;
	readonly opened: ReadonlySet<number> | undefined;
	readonly openedTypes: ReadonlyMap<number, true> | undefined;
	readonly openedAs: ReadonlyMap<number, PartField> | undefined;
	readonly calleeOf: ReadonlySet<number> | undefined;
	readonly within: NodeRole['within'];
	readonly reads: readonly ReadingRule[] | undefined;
	readonly takesRest: boolean;
	readonly takesUntil: ReadonlyMap<number, true> | undefined;
	readonly braces: readonly PartField[] | undefined;
	/** By the number of a brace, whether it opens. */
	readonly braceTypes: ReadonlyMap<number, boolean> | undefined;
	readonly clauses: NodeRole['clauses'];
	readonly rebalances: boolean;
	readonly declaresSeveral: boolean;
	readonly bodyBut: ReadonlyMap<number, true> | undefined;
	readonly follows: PartField | undefined;
	readonly completes: boolean;
	readonly from:
		| { readonly start: readonly PartField[]; readonly at: ReadonlyMap<number, readonly PartField[]> }
		| undefined;
	readonly binds: boolean;
	readonly words: ReadonlyMap<string, PartKind> | undefined;
	readonly through: boolean;
	readonly ahead: RegExp | undefined;
	readonly pairs: ReadonlyMap<number, true> | undefined;
	readonly tokens: ReadonlyMap<number, PartField> | undefined;
	readonly marks: ReadonlyMap<number, PartField | TextMark> | undefined;
	readonly pairedBy: ReadonlyMap<number, ReadonlyMap<number, true>> | undefined;
	readonly collects: readonly CollectingRule[] | undefined;
	readonly restates: readonly RestatingRule[] | undefined;
	readonly negated: ReadonlySet<number> | undefined;
	readonly tight: boolean;
	readonly givesLast: boolean | 'alone';
}

export interface CompiledRoles {
	/** By the number of a node's type; undefined where the node means nothing. */
	readonly roles: readonly (CompiledRole | undefined)[];
	/** By the number of a node's type: whether it has a name in the grammar. */
	readonly named: readonly boolean[];
	/** Numbers of the types of top-level nodes after which the block goes on. */
	readonly pieces: ReadonlySet<number>;
}

/** Kinds whose operator matters beyond the kind. */
export const kindsWithOperator: ReadonlySet<PartKind> = new Set<PartKind>(['comparison', 'membership', 'arithmetic']);

/**
 * Translates roles into a grammar's numbers.
 * @throws where the grammar has no node or field of a name, so that a slip fails the first test.
 */
export function compileRoles(grammar: Grammar, given: NodeRoles, pieces: readonly string[] = []): CompiledRoles {
	const ids = idsByType(grammar);
	const missing = pieces.find((type) => !ids.has(type));
	if (missing !== undefined) throw new Error(`The grammar has no node ${missing}, which a block should begin with`);
	const named = grammar.types.map((_, id) => grammar.nodeTypeIsNamed(id));
	const roles: (CompiledRole | undefined)[] = grammar.types.map(() => undefined);
	for (const [type, role] of Object.entries(given)) {
		const compiled = compileRole(grammar, ids, role, type);
		const own = (ids.get(type) ?? []).filter((id) => named[id]);
		if (own.length === 0) throw new Error(`The grammar has no node ${type}${hintFor(type, ids, named)}`);
		for (const id of own) roles[id] = compiled;
	}
	return { roles, named, pieces: new Set(pieces.flatMap((type) => ids.get(type) ?? [])) };
}

function pairingOf(
	pairedBy: NodeRole['pairedBy'],
	byType: (names: Readonly<Record<string, true>>) => ReadonlyMap<number, true> | undefined,
): CompiledRole['pairedBy'] {
	const [signs, ends] = pairedBy?.map((sign) => byType({ [sign]: true })) ?? [];
	return signs && ends && new Map([...signs.keys()].map((sign) => [sign, ends]));
}

/** The names as keys; undefined where there are none. */
function allTrue(names: readonly string[]): Readonly<Record<string, true>> | undefined {
	return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, true as const]));
}

/** A type may have several numbers: one for each symbol that the grammar shows under its name. */
function idsByType(grammar: Grammar): ReadonlyMap<string, readonly number[]> {
	const ids = new Map<string, number[]>();
	grammar.types.forEach((type, id) => {
		const known = ids.get(type);
		if (known) known.push(id);
		else ids.set(type, [id]);
	});
	return ids;
}

function compileRole(
	grammar: Grammar,
	ids: ReadonlyMap<string, readonly number[]>,
	role: NodeRole,
	owner: string,
): CompiledRole {
	const byType = <T>(names: Readonly<Record<string, T>> | undefined): ReadonlyMap<number, T> | undefined =>
		names &&
		new Map(
			Object.entries(names).flatMap(([name, value]) => {
				const own = ids.get(name);
				if (!own) throw new Error(`The grammar has no node ${name}, which ${owner} should have${similarTo(name, ids)}`);
				return own.map((id) => [id, value] as const);
			}),
		);
	const fieldId = (name: string): number => {
		const id = grammar.fieldIdForName(name);
		if (id === null)
			throw new Error(`The grammar has no field ${name}, which ${owner} should have${fieldsIn(grammar)}`);
		return id;
	};
	const byField = <T>(names: Readonly<Record<string, T>> | undefined): ReadonlyMap<number, T> | undefined =>
		names && new Map(Object.entries(names).map(([name, field]) => [fieldId(name), field] as const));
	return {
		kind: role.kind,
		kindBy: byType(role.kindBy),
		kindWith: byType(role.kindWith),
		fields: byField(role.fields),
		types: byType(role.types),
		children: role.children,
		first: role.first,
		positions: role.positions,
		rest: role.rest,
		fieldKinds: byField(role.fieldKinds),
		opened: role.opened && new Set(role.opened.map(fieldId)),
		openedAs: byType(role.openedAs),
		openedTypes: role.openedTypes && byType(Object.fromEntries(role.openedTypes.map((one) => [one, true as const]))),
		calleeOf: role.calleeOf && new Set(role.calleeOf.map(fieldId)),
		within: role.within,
		reads: role.reads,
		takesRest: role.takesRest ?? false,
		takesUntil: byType(allTrue([role.takesUntil ?? []].flat())),
		braces: role.braces,
		braceTypes: role.braces && byType({ '{': true, '}': false }),
		clauses: role.clauses,
		rebalances: role.rebalances ?? false,
		declaresSeveral: role.declaresSeveral ?? false,
		bodyBut: role.bodyBut && byType(Object.fromEntries(role.bodyBut.map((one) => [one, true as const]))),
		follows: role.follows,
		completes: role.completes ?? false,
		from: role.from && stagesOf(role.from, byType),
		binds: role.binds ?? false,
		words: role.words && new Map(Object.entries(role.words)),
		through: role.through ?? false,
		ahead: role.ahead,
		pairs: role.pairs === undefined ? undefined : byType({ [role.pairs]: true as const }),
		tokens: byType(role.tokens),
		marks: byType(role.marks),
		pairedBy: pairingOf(role.pairedBy, byType),
		collects: role.collects,
		restates: role.restates,
		negated: role.negated && new Set(role.negated.map(fieldId)),
		tight: role.tight ?? false,
		givesLast: role.givesLast ?? false,
	};
}

/** What children are from the beginning, and from each keyword on. */
function stagesOf(
	from: NonNullable<NodeRole['from']>,
	byType: <T>(names: Readonly<Record<string, T>>) => ReadonlyMap<number, T> | undefined,
): NonNullable<CompiledRole['from']> {
	const { '': start, ...others } = from;
	const listOf = (field: PartField | 'nothing' | undefined): readonly PartField[] =>
		field === undefined || field === 'nothing' ? [] : [field];
	const at = Object.fromEntries(Object.entries(others).map(([token, field]) => [token, listOf(field)]));
	return { start: listOf(start), at: byType(at) ?? new Map() };
}
