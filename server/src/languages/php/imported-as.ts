import type { ImportedName } from '../../syntax/code.ts';

/** A name, with the namespaces before it. */
const qualified = /^\\?(?:\w+\\)*(\w+)$/;
/** A class that is asked for a constant or a case of its own; `class` is no constant. */
const constantOf = /^(\\?(?:\w+\\)*[A-Z]\w*)\s*::\s*(?!class\b)[A-Za-z_]\w*$/;

/** What an import names: a name without its namespaces, or all that an included file has at its top level. */
export function importedAs(module: string, alias: string | undefined): readonly ImportedName[] {
	const name = qualified.exec(module)?.[1];
	return name === undefined ? [{ name: '*', alias: '*' }] : [{ name, alias: alias ?? name }];
}

/** The class of a constant that is named: without an import it is one of the same namespace, or named in full. */
export function namedModule(member: string): string | undefined {
	const name = constantOf.exec(member)?.[1];
	return name?.lastIndexOf('\\') === 0 ? name : name?.replace(/^\\/, '');
}
