import type { DeclaredType } from '../../syntax/language.ts';

/** One value or name in a type, with the commas and bars that part it from others. */
const piece = /\s*(?:[rbu]?'([^'\\\n]*)'|[rbu]?"([^"\\\n]*)"|(\d+)|([A-Za-z_][\w.]*))\s*/y;
const lead = /^\s*(?::|->)?\s*/;
const nothing = /^(?:None|Never|NoReturn)$/;

/** Reads a type of values and names: `: Literal["A", "B"] | ErrorCode`; undefined for every other. */
export function declaredType(text: string): DeclaredType | undefined {
	const from = lead.exec(text)?.[0].length ?? 0;
	const type = text
		.slice(from)
		.replace(/\s*=\s*$/, '')
		.trim();
	const members = membersOf(type);
	if (!members) return undefined;
	const values = members.flatMap((one) => (typeof one === 'object' ? [one.value] : []));
	const names = members.filter((one) => typeof one === 'string');
	return values.length + names.length === 0 ? undefined : { values, names, elementsOf: [], keysOf: [], valuesOf: [] };
}

type Member = string | { readonly value: string | number };

/** The members of a union, written with bars, `Union`, `Optional` or `Literal`. */
function membersOf(type: string): readonly Member[] | undefined {
	const [, wrapper = '', inside = ''] =
		/^(?:\w+\.)?(Literal|Union|Optional|Final|ClassVar|Annotated)\[([\s\S]*)\]$/.exec(type) ?? [];
	if (wrapper === 'Literal' && isWhole(inside)) return listed(inside);
	if (wrapper !== '' && isWhole(inside)) return together(split(inside, ','));
	const members = split(type, '|');
	if (members.length > 1) return together(members);
	const name = /^([A-Za-z_][\w.]*)$/.exec(type)?.[1];
	const quoted = /^(['"])([A-Za-z_][\w.]*)\1$/.exec(type)?.[2];
	const found = name ?? quoted;
	if (found === undefined) return undefined;
	return nothing.test(found) ? [] : [found];
}

function together(types: readonly string[]): readonly Member[] | undefined {
	const all = types.map((one) => membersOf(one.trim()));
	return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
}

/** The values of `Literal[…]`; a member of an enum is a name. */
function listed(inside: string): readonly Member[] | undefined {
	const members: Member[] = [];
	for (const one of split(inside, ',')) {
		piece.lastIndex = 0;
		const [all, single, double, number, name] = piece.exec(one) ?? [];
		if (all === undefined || all.length !== one.length) return undefined;
		const value = single ?? double ?? (number === undefined ? undefined : Number(number));
		if (value !== undefined) members.push({ value });
		else if (name !== undefined && !nothing.test(name)) members.push(name);
	}
	return members;
}

/** The text between marks that stand in no brackets and no quotes; an empty piece at the end is left out. */
function split(text: string, mark: string): readonly string[] {
	const pieces: string[] = [];
	let depth = 0;
	let start = 0;
	for (const { 0: found, index } of text.matchAll(/'[^'\n]*'|"[^"\n]*"|[[\](){}|,]/g)) {
		if ('[({'.includes(found)) depth++;
		else if ('])}'.includes(found)) depth--;
		else if (found === mark && depth === 0) {
			pieces.push(text.slice(start, index));
			start = index + 1;
		}
	}
	const last = text.slice(start);
	return last.trim() === '' ? pieces : [...pieces, last];
}

/** Whether the brackets around a text are each other's. */
function isWhole(inside: string): boolean {
	let depth = 0;
	for (const { 0: found } of inside.matchAll(/'[^'\n]*'|"[^"\n]*"|[[\]]/g)) {
		if (found === '[') depth++;
		else if (found === ']' && --depth < 0) return false;
	}
	return depth === 0;
}
