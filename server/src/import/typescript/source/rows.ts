import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, childrenIn, type Part } from '../../../syntax/parts/part.ts';
import { stringText } from './string-text.ts';
import { type Names, type Value, valueIn } from './values.ts';

/** One member of an enum, a union, a list, an object or a class. */
export interface Row {
	/** All of it; offsets count from the start of its block. */
	readonly part: Part;
	/** What it is called, where it has a name. */
	readonly name: string | undefined;
	/** What its key stands for, where that is a number or an expression that can be told: `[ErrorCode.Gone]: …`. */
	readonly key: Value | undefined;
	/** What stands for it; undefined where nothing is written. */
	readonly value: Part | undefined;
	/** What it is, where that is text or a whole number. */
	readonly is: Value | undefined;
}

/** What nothing but a literal may be in a type. */
const literalKinds: ReadonlySet<Part['kind']> = new Set(['string', 'integer', 'negative']);

/** The table or list that an expression writes out, also where one call makes something of it: `Object.freeze({ … })`. */
export function writtenOut(part: Part | undefined): Part | undefined {
	switch (part?.kind) {
		case 'table':
		case 'collection':
			return part;
		case 'transparent':
			return writtenOut(childIn(part, 'inner'));
		case 'call':
		case 'construction': {
			const [only, ...others] = argumentsOf(part);
			return only && others.length === 0 ? writtenOut(only) : undefined;
		}
		case undefined:
			// `<const>{ … }`
			return part?.children.length === 1 ? writtenOut(part.children[0]) : undefined;
		default:
			return undefined;
	}
}

/** The members of an enum; those without a value count up from the one before. */
export function enumRows(part: Part, names: Names): readonly Row[] {
	const own = childIn(part, 'name')?.text ?? '';
	const known = new Map(names.values);
	const rows: Row[] = [];
	let next: number | undefined = 0;
	for (const member of part.children) {
		if (member.kind !== 'enum-member' && (member.kind !== 'string' || member.fields.includes('name'))) continue;
		const name = nameIn(childIn(member, 'name') ?? member);
		const value = childIn(member, 'value');
		const is: Value | undefined = value ? valueIn(value, { ...names, values: known }) : next;
		next = typeof is === 'number' ? is + 1 : undefined;
		if (name !== undefined && is !== undefined) for (const path of [name, `${own}.${name}`]) known.set(path, is);
		rows.push({ part: member, name, key: undefined, value, is });
	}
	return rows;
}

/** The literals that a union lists; undefined where the type is something else, such as `Exclude<All, 'A'>`. */
export function unionRows(type: Part, names: Names): readonly Row[] | undefined {
	const literals = isLiteral(type) ? [type] : type.children.filter(isLiteral);
	const isWhole = literals.length > 0 && plainUnion.test(restOfUnion(type));
	return (isWhole ? literals : literalsInText(type))?.map((part) => {
		return { part, name: undefined, key: undefined, value: part, is: valueIn(part, names) };
	});
}

/** What stands in a union, white space and comments aside. */
const unionToken =
	/\s+|\||\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<literal>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\d[\d_]*)|[A-Za-z_$][\w$.]*/y;

/** The literals of a union that is so long, and so deep in its tree, that not all of them are parts. */
function literalsInText(type: Part): readonly Part[] | undefined {
	const { text, start: base } = type;
	const token = new RegExp(unionToken);
	const literals: Part[] = [];
	while (token.lastIndex < text.length) {
		const found = token.exec(text);
		if (!found) return undefined;
		const literal = found.groups?.literal;
		if (literal === undefined) continue;
		const [start, end] = [base + found.index, base + token.lastIndex];
		const kind = /\d/.test(literal.charAt(0)) ? 'integer' : 'string';
		literals.push({ kind, fields: [], start, end, parent: type, children: [], text: literal });
	}
	return literals.length > 0 ? literals : undefined;
}

const isLiteral = ({ kind, children }: Part): boolean =>
	kind === 'type' && children.length === 1 && literalKinds.has(children[0]?.kind);

/** Names, bars and parentheses. */
const plainUnion = /^[\s|():\w$.]*$/;
/** Members of a union that lend it values which stand elsewhere, or none that can be listed. */
const otherMembers = /\(\s*string\s*&\s*\{\s*\}\s*\)|`[^`]*`|\[\s*(?:number|keyof\s+typeof\s+[\w$.]+)\s*\]/g;

/** What a union says beside its literals and comments. */
function restOfUnion(type: Part): string {
	if (isLiteral(type)) return '';
	let rest = '';
	let at = type.start;
	for (const child of type.children) {
		rest += type.text.slice(at - type.start, child.start - type.start);
		at = child.end;
	}
	return (rest + type.text.slice(at - type.start)).replaceAll(otherMembers, '');
}

/** The elements of a list. */
export function listRows(list: Part, names: Names): readonly Row[] {
	return elementsIn(list).map((part) => {
		return { part, name: undefined, key: undefined, value: part, is: valueIn(part, names) };
	});
}

/** The parts of a list without the comments between them. */
export function elementsIn(list: Part): readonly Part[] {
	return childrenIn(list, 'element').filter(({ kind }) => kind !== 'comment');
}

/** The rows of an object, in their order. */
export function tableRows(table: Part, names: Names): readonly Row[] {
	return table.children.flatMap((part): readonly Row[] => {
		if (part.kind === 'comment' || part.kind === 'error') return [];
		if (part.kind === 'spread') return [{ part, name: undefined, key: undefined, value: part, is: undefined }];
		if (part.kind !== 'pair') {
			// `{ RATE_LIMITED }` and methods.
			const name = part.kind === undefined ? part.text : childIn(part, 'name')?.text;
			const is = part.kind === undefined ? valueIn(part, names) : undefined;
			return [{ part, name, key: undefined, value: part, is }];
		}
		const [at, value] = [childIn(part, 'key'), childIn(part, 'value')];
		return [{ part, name: at && nameIn(at), key: at && keyIn(at, names), value, is: valueIn(value, names) }];
	});
}

/** The static fields of a class. */
export function classRows(part: Part, names: Names): readonly Row[] {
	return part.children
		.flatMap((child) => (child.kind === 'block' ? child.children : [child]))
		.filter((child) => child.kind === 'field' && /^(?:[a-z]+\s+)*static\s/.test(child.text))
		.map((field) => {
			const [name, value] = [childIn(field, 'name'), childIn(field, 'value')];
			return { part: field, name: name && nameIn(name), key: undefined, value, is: valueIn(value, names) };
		});
}

/** A key or the name of a member as text; undefined for an expression. */
function nameIn(part: Part): string | undefined {
	if (part.kind === 'string') return stringText(part.text);
	if (part.kind === 'transparent') {
		const inner = childIn(part, 'inner');
		return inner?.kind === 'string' ? stringText(inner.text) : undefined;
	}
	return part.kind === undefined || part.kind === 'enum-member' || part.kind === 'integer' ? part.text : undefined;
}

function keyIn(part: Part, names: Names): Value | undefined {
	if (part.kind === 'integer') return valueIn(part, names);
	const inner = part.kind === 'transparent' ? childIn(part, 'inner') : undefined;
	return inner && inner.kind !== 'string' ? valueIn(inner, names) : undefined;
}
