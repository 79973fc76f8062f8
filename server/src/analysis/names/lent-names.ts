import type { ImportedName } from '../../syntax/code.ts';
import { closest } from '../../syntax/parts/part.ts';
import type { Lent } from './neighbourhood.ts';
import type { Outline } from './outline.ts';

/** What a file exports without a name. */
const unnamed = 'default';

type Named<T> = ReadonlyMap<string, T>;

/** What a file exports itself, by the names under which it is imported: where it is declared, or by a list of names. */
export function lentByItself({ constants, types, exports, exportsAll }: Omit<Outline, 'inPlay' | 'imports'>): Lent {
	if (exportsAll) return { constants, types };
	return {
		constants: exported(constants, exports, (constant) => constant.exported),
		types: exported(types, exports, (part) => closest(part, 'export') !== undefined),
	};
}

/** What a file that imports the names has, by the names that it gives them. */
export function underTheirNames({ constants, types }: Lent, names: readonly ImportedName[]): Lent {
	return { constants: renamed(constants, names), types: renamed(types, names) };
}

function exported<T>(all: Named<T>, exports: Outline['exports'], isExported: (one: T) => boolean): Named<T> {
	const lent = new Map<string, T>();
	for (const [name, one] of all) if (isExported(one)) lent.set(name, one);
	for (const { name, local } of exports) for (const [path, one] of below(all, local)) lent.set(name + path, one);
	return lent;
}

function renamed<T>(lent: Named<T>, names: readonly ImportedName[]): Named<T> {
	const found = new Map<string, T>();
	for (const { name, alias } of names) {
		for (const [path, one] of pathsUnder(lent, name)) {
			const local = alias === '*' ? path.slice(1) : alias + path;
			if (local !== '') found.set(local, one);
		}
	}
	return found;
}

/** Paths with a dot in front; for what is itself imported, nothing. */
function pathsUnder<T>(lent: Named<T>, name: string): readonly (readonly [string, T])[] {
	const all = [...lent].map(([path, one]) => [`.${path}`, one] as const);
	const others = all.filter(([path]) => !isBelow(path, `.${unnamed}`));
	// `module.exports = codes` exports all that `codes` has: it is reached with and without a name.
	if (name === '*') return [...others, ...below(lent, unnamed)];
	const named = below(lent, name);
	if (named.length > 0) return named;
	return name === unnamed ? others : below(lent, `${unnamed}.${name}`);
}

/** What lies below a path, by the rest of its path. */
function below<T>(all: Named<T>, path: string): readonly (readonly [string, T])[] {
	return [...all].flatMap(([name, one]) => (isBelow(name, path) ? [[name.slice(path.length), one] as const] : []));
}

const isBelow = (name: string, path: string): boolean => name === path || name.startsWith(`${path}.`);
