import type { ImportedName } from '../../syntax/code.ts';

/** A constant that stands in a module: `Codes::RATE_LIMITED`, `Api::Codes::RATE_LIMITED`. */
const constantOfModule = /^(?:::)?((?:[A-Z]\w*::)*[A-Z]\w*)::[A-Z][A-Z\d_]*$/;

/** The module whose file lends a constant without being required, as Rails and Zeitwerk load it. */
export function namedModule(member: string): string | undefined {
	return constantOfModule.exec(member)?.[1];
}

/** A module that is only named lends what it holds, under its last name; a file that is required lends all. */
export function importedAs(module: string): readonly ImportedName[] {
	if (!/^[A-Z]/.test(module)) return [{ name: '*', alias: '*' }];
	const name = module.slice(module.lastIndexOf(':') + 1);
	return [{ name, alias: name }];
}
