import type { DeclaredType } from '../../syntax/language.ts';

/** What stands before a type: after a name, or after a value that is said to have it. */
const lead = /^\s*(?:[?!]?\s*:|as\b(?!\s+const\b)|satisfies\b)?\s*\|?/;
/** One member of a union. */
const member =
	/^\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(\d+)|\(?\s*typeof\s+([\w$.]+)\s*\)?\s*\[\s*(?:number|keyof\s+typeof\s+([\w$.]+))\s*\]|keyof\s+typeof\s+([\w$.]+)|([A-Za-z_$][\w$.]*))\s*(?=[|=;,)]|$)/;
const nothing: ReadonlySet<string> = new Set(['undefined', 'null', 'never']);

/** Reads a type of values and names: `: 'A' | ErrorCode`, `as (typeof CODES)[number]`; undefined for every other. */
export function declaredType(text: string): DeclaredType | undefined {
	const members: Partial<DeclaredType>[] = [];
	let rest = text.replace(lead, '|');
	while (rest.startsWith('|')) {
		const found = member.exec(rest.slice(1));
		const read = found && readMember(found);
		if (!read) return undefined;
		members.push(read);
		rest = rest.slice(1 + found[0].length);
	}
	const values = members.flatMap((one) => one.values ?? []);
	const names = members.flatMap((one) => one.names ?? []).filter((name) => !nothing.has(name));
	const elementsOf = members.flatMap((one) => one.elementsOf ?? []);
	const keysOf = members.flatMap((one) => one.keysOf ?? []);
	const valuesOf = members.flatMap((one) => one.valuesOf ?? []);
	const isEmpty = [values, names, elementsOf, keysOf, valuesOf].every((list) => list.length === 0);
	return isEmpty ? undefined : { values, names, elementsOf, keysOf, valuesOf };
}

function readMember(found: RegExpExecArray): Partial<DeclaredType> | undefined {
	const [, single, double, number, list, table, keys, name] = found;
	const value = single ?? double ?? (number === undefined ? undefined : Number(number));
	if (value !== undefined) return { values: [value] };
	if (list !== undefined && table === undefined) return { elementsOf: [list] };
	if (list !== undefined) return list === table ? { valuesOf: [list] } : undefined;
	if (keys !== undefined) return { keysOf: [keys] };
	return name === undefined ? undefined : { names: [name] };
}
