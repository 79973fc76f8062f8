import type { ImportedName } from '../../syntax/code.ts';

/** The last of a dotted name from the first word that is a class's, as its words are written. */
const classAndMember = /^(?:[a-z_$][\w$]*\.)*(?:([A-Z][\w$]*)(?:\.([\w$.]+))?)?$/;

/**
 * What an import names: a class goes by its own name, a static member or a class inside another by its last word. All
 * members of a class keep their names; a whole package names nothing that can be told.
 * @param alias the star of an import of all members
 */
export function importedAs(module: string, alias: string | undefined): readonly ImportedName[] {
	const [, owner, member] = classAndMember.exec(module) ?? [];
	if (owner === undefined) return [];
	if (alias !== undefined) return [{ name: '*', alias: '*' }];
	if (member === undefined) return [{ name: owner, alias: owner }];
	const last = member.slice(member.lastIndexOf('.') + 1);
	return [
		{ name: `${owner}.${member}`, alias: last },
		{ name: last, alias: last },
	];
}
