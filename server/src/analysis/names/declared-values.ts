import type { Dispatch } from '../../syntax/code.ts';
import { bindingOf } from '../../syntax/dispatches/binding.ts';
import type { DeclaredType } from '../../syntax/language.ts';
import { literalOf } from '../../syntax/literals.ts';
import { childIn, childrenIn, closest, type Part } from '../../syntax/parts/part.ts';
import type { FileFacts } from '../file-facts.ts';
import { memberOf } from './block-scope.ts';

type Value = string | number;

/** What is known where a type is looked up. */
export interface TypeQuestion {
	readonly facts: FileFacts;
	/** Reads a type as the language writes it. */
	readonly declaredType: ((text: string) => DeclaredType | undefined) | undefined;
}

/** Types that name each other are followed this far. */
const furthest = 8;

/**
 * The values that the subject of a dispatch can have by the type that the file declares for it; undefined where none is
 * declared, or it takes values that the file does not list.
 */
export function declaredValues({ subject }: Dispatch, question: TypeQuestion): ReadonlySet<Value> | undefined {
	if (!question.declaredType) return undefined;
	const cast = castOf(subject.part, question) ?? ofItself(subject.part, question);
	if (cast) return cast;
	for (const path of new Set([subject.path, subject.source])) {
		const [root = '', ...members] = path.split('.');
		const binding = bindingOf(root, subject.part);
		// A parameter that is taken apart gives a member of what is declared: `({ code }: ApiError)`.
		const [first, ...taken] = binding?.source?.split('.') ?? [];
		const asked = first === '<param>' ? [...taken, ...members] : members;
		const values = binding && ofDeclaration(binding.part, asked, question);
		if (values) return values;
	}
	return undefined;
}

function ofDeclaration(part: Part, members: readonly string[], question: TypeQuestion): ReadonlySet<Value> | undefined {
	const value = childIn(part, 'value');
	const values = ofMembers(part, annotationOf(part), members, question, furthest);
	return values ?? (members.length === 0 && value ? castOf(value, question) : undefined);
}

/** What stands between a name and the value that it is given. */
function annotationOf(part: Part): string {
	const name = childIn(part, 'name') ?? part;
	const value = childIn(part, 'value');
	const isType = part.kind === 'type';
	return part.text.slice(name.end - part.start, isType || !value ? undefined : value.start - part.start);
}

/** `error.code as ErrorCode`, in parentheses or not. */
function castOf(part: Part, question: TypeQuestion): ReadonlySet<Value> | undefined {
	for (let outer = part; outer.kind === 'transparent'; ) {
		const inner = childIn(outer, 'inner');
		if (!inner) return undefined;
		const values = ofText(outer.text.slice(inner.end - outer.start), question, furthest);
		if (values) return values;
		outer = inner;
	}
	return undefined;
}

/** Code of an enum that asks which of its members it belongs to. */
function ofItself(part: Part, question: TypeQuestion): ReadonlySet<Value> | undefined {
	const owner = /^(?:self|this|\$this)$/.test(part.text) ? closest(part, 'enum', 'class') : undefined;
	const name = owner?.kind === 'enum' ? childIn(owner, 'name')?.text : undefined;
	return owner && name !== undefined ? ofEnum(name, owner, question) : undefined;
}

/** The values of a member of a member … of what is declared with the text. */
function ofMembers(
	owner: Part,
	text: string,
	members: readonly string[],
	question: TypeQuestion,
	steps: number,
): ReadonlySet<Value> | undefined {
	const [member, ...more] = members;
	if (member === undefined) return ofText(text, question, steps);
	if (steps === 0) return undefined;
	const own = memberOf(owner, member);
	if (own) return ofMembers(own, annotationOf(own), more, question, steps - 1);
	const [name, ...others] = question.declaredType?.(text)?.names ?? [];
	const type = name === undefined || others.length > 0 ? undefined : question.facts.types.get(name);
	return type && ofMembers(type, childIn(type, 'value')?.text ?? '', members, question, steps - 1);
}

function ofText(text: string, question: TypeQuestion, steps: number): ReadonlySet<Value> | undefined {
	const type = steps > 0 ? question.declaredType?.(text) : undefined;
	if (!type) return undefined;
	const found = [
		new Set(type.values),
		...type.names.map((name) => ofName(name, question, steps - 1)),
		...type.elementsOf.map((name) => ofTable(name, true, question)),
		...type.keysOf.map((name) => ofTable(name, false, question)),
		...type.valuesOf.map((name) => ofConstants(name, question)),
	];
	const known = found.filter((values) => values !== undefined);
	return known.length === found.length ? new Set(known.flatMap((values) => [...values])) : undefined;
}

function ofName(name: string, question: TypeQuestion, steps: number): ReadonlySet<Value> | undefined {
	const { types, constants } = question.facts;
	const constant = constants.get(name);
	if (constant) return new Set([constant.literal.value]);
	const type = types.get(name);
	if (type?.kind === 'enum') return ofEnum(name, type, question);
	const text = type?.kind === 'type' ? childIn(type, 'value')?.text : undefined;
	return text === undefined ? undefined : ofText(text, question, steps);
}

/** Members without a value that is written out may have any. */
function ofEnum(name: string, type: Part, { facts }: TypeQuestion): ReadonlySet<Value> | undefined {
	const members = type.children.filter(({ kind }) => kind === 'enum-member');
	const values = members.map(
		(member) => facts.constants.get(`${name}.${childIn(member, 'name')?.text}`)?.literal.value,
	);
	const known = values.filter((value) => value !== undefined);
	return known.length > 0 && known.length === values.length ? new Set(known) : undefined;
}

/** The elements of a list that cannot change, or the keys of a table. */
function ofTable(name: string, isList: boolean, { facts }: TypeQuestion): ReadonlySet<Value> | undefined {
	const table = facts.tables.get(name)?.found;
	if (table?.isList !== isList || (isList && table.part.parent?.kind !== 'transparent')) return undefined;
	const labels = table.branches.flatMap((branch) => branch.labels);
	const values = labels.flatMap((label) => (label.kind === 'literal' ? [label.literal.value] : []));
	return values.length === labels.length ? new Set(values) : undefined;
}

function ofConstants(name: string, { facts }: TypeQuestion): ReadonlySet<Value> | undefined {
	const table = facts.tables.get(name)?.found;
	const rows = table ? childrenIn(table.part, 'element') : [];
	const values = rows.map((row) => literalOf(childIn(row, 'value'))?.value);
	const known = values.filter((value) => value !== undefined);
	return known.length > 0 && known.length === values.length ? new Set(known) : undefined;
}
