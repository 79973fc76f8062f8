import type { ImportedName } from '../../syntax/code.ts';

/** `import a.b` is used as `a.b`, `import a.b as c` as `c`; all that the module has is reached through it. */
export function importedAs(module: string, alias: string | undefined): readonly ImportedName[] {
	return [{ name: '*', alias: alias ?? module }];
}
