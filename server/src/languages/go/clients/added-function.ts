import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { closest, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';

/** A function or a variable that code needs. */
export interface Added {
	/** As it is called where it is written anew. */
	readonly name: string;
	/** What stands between its name and its body, by which it is found again in the file. */
	readonly signature: string;
	/** As gofmt leaves it, under a name. */
	readonly text: (name: string) => string;
}

/** What was added, or was there already. */
export interface Additions {
	readonly names: readonly string[];
	readonly edits: readonly Edit[];
}

/**
 * Writes what is missing below the block of the place; what the file has already, written by an earlier fix, is used
 * again. Undefined where a name is taken in the file. Another file of the package may have the same under another name:
 * names are made of the function that needs them, so that nothing is declared twice.
 */
export function additions(
	all: readonly ((names: readonly string[]) => Added)[],
	place: ClientPlace,
): Additions | undefined {
	const { text, offset, code } = place;
	const names: string[] = [];
	const missing: string[] = [];
	for (const make of all) {
		const added = make(names);
		const known = nameWith(added, text);
		if (known === undefined && isDeclared(added.name, text)) return undefined;
		names.push(known ?? added.name);
		if (known === undefined) missing.push(added.text(added.name));
	}
	const at = offset + code.text.length;
	const written = missing.reverse().map((one) => `\n\n${one}`);
	return { names, edits: missing.length === 0 ? [] : [{ start: at, end: at, text: written.join('') }] };
}

/** The name under which a file has something of the kind. */
function nameWith({ signature, text }: Added, file: string): string | undefined {
	for (const [declared, name = ''] of file.matchAll(/^(?:func|var) (\w+)\b.*$/gm))
		if (declared.includes(`${name}${signature}`) && text(name).includes(declared.trimEnd())) return name;
	return undefined;
}

function isDeclared(name: string, text: string): boolean {
	return new RegExp(`^(?:func|var|const|type)\\s+${name}\\b`, 'm').test(text);
}

/** A name that belongs to a function, as no other function of the package has it: `clientLoad` for `(*client).Load`. */
export function ownName(around: Part): string {
	let outer = around;
	for (let next = closest(outer, 'function'); next; next = closest(outer, 'function')) outer = next;
	const receiver = /^func\s*\(\s*(?:\w+\s+)?\*?\s*(\w+)[^()]*\)\s*\w+\s*[([]/.exec(outer.text)?.[1] ?? '';
	const name = nameOfFunction(outer) ?? '';
	const words = receiver + name.slice(0, 1).toUpperCase() + name.slice(1) || 'request';
	return words.slice(0, 1).toLowerCase() + words.slice(1);
}
