import type { Constant, ImportedName } from '../syntax/code.ts';
import type { Outline } from './outline.ts';

/** Constants that a file lends to others, by the names under which they are imported. */
export type LentConstants = ReadonlyMap<string, Constant>;

/** What a file exports without a name. */
const unnamed = 'default';

/** The constants that a file exports itself: where they are declared, or by a list of names. */
export function ownLentConstants({ constants, exports }: Outline): LentConstants {
	const lent = new Map<string, Constant>();
	for (const [name, constant] of constants) if (constant.exported) lent.set(name, constant);
	for (const { name, local } of exports) {
		for (const [path, constant] of below(constants, local)) lent.set(name + path, constant);
	}
	return lent;
}

/** What a file that imports the names has, by the names that it gives them. */
export function underTheirNames(lent: LentConstants, names: readonly ImportedName[]): LentConstants {
	const found = new Map<string, Constant>();
	for (const { name, alias } of names) {
		for (const [path, constant] of pathsUnder(lent, name)) {
			const local = alias === '*' ? path.slice(1) : alias + path;
			if (local !== '') found.set(local, constant);
		}
	}
	return found;
}

/** Paths with a dot in front; where a constant is itself what is imported, nothing. */
function pathsUnder(lent: LentConstants, name: string): readonly (readonly [string, Constant])[] {
	const all = [...lent].map(([path, constant]) => [`.${path}`, constant] as const);
	const others = all.filter(([path]) => !isBelow(path, `.${unnamed}`));
	// `module.exports = codes` exports all that `codes` has: it is reached with and without a name.
	if (name === '*') return [...others, ...below(lent, unnamed)];
	const named = below(lent, name);
	if (named.length > 0) return named;
	return name === unnamed ? others : below(lent, `${unnamed}.${name}`);
}

/** What lies below a path, by the rest of its path. */
function below(constants: LentConstants, path: string): readonly (readonly [string, Constant])[] {
	return [...constants].flatMap(([name, constant]) =>
		isBelow(name, path) ? [[name.slice(path.length), constant] as const] : [],
	);
}

const isBelow = (name: string, path: string): boolean => name === path || name.startsWith(`${path}.`);
