import type { ImportedName } from '../../syntax/code.ts';

/** What an import of a module lends: everything in it, by its own name (The Swift Programming Language, Declarations). */
export function importedAs(): readonly ImportedName[] {
	return [{ name: '*', alias: '*' }];
}
