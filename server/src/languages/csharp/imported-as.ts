import type { ImportedName } from '../../syntax/code.ts';

/** All that a namespace or a class has. */
const everything: readonly ImportedName[] = [{ name: '*', alias: '*' }];

/**
 * What a file calls what it takes by a `using` directive (C# language specification, 14.5): types keep their names,
 * members of a class that is named after `static` too, and an alias stands for a type or a namespace.
 * @param alias the alias, or the word `static`
 */
export function importedAs(module: string, alias: string | undefined): readonly ImportedName[] {
	if (alias === undefined || alias === 'static') return everything;
	const type = module.slice(module.lastIndexOf('.') + 1);
	return [
		{ name: type, alias },
		{ name: '*', alias },
	];
}
