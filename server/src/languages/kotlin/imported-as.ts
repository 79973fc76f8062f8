import type { ImportedName } from '../../syntax/code.ts';

/**
 * What an import names (Kotlin specification, Imports): a declaration goes by its last word or by the name that it is
 * given. What belongs to a class is known to its file by the class as well: `ErrorCodes.GONE`.
 * @param alias the star of an import of all that a package or a class has, or the name given after `as`
 */
export function importedAs(module: string, alias: string | undefined): readonly ImportedName[] {
	if (alias === '*') return [{ name: '*', alias: '*' }];
	const words = module.split('.');
	const last = words.at(-1) ?? module;
	const owner = words.findIndex((word) => /^[A-Z]/.test(word));
	const inClass = words.slice(owner).filter((word) => word !== 'Companion');
	const known = [{ name: last, alias: alias ?? last }];
	return owner < 0 || inClass.length < 2 ? known : [{ name: inClass.join('.'), alias: alias ?? last }, ...known];
}
