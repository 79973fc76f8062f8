import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';

/** A function that code needs, as gofmt leaves it. */
export interface AddedFunction {
	readonly name: string;
	readonly text: string;
}

/** Edits that write the functions below the block of the place, those that are missing; undefined where a name is taken. */
export function additions(functions: readonly AddedFunction[], place: ClientPlace): readonly Edit[] | undefined {
	const { text, offset, code } = place;
	const missing: string[] = [];
	for (const added of functions) {
		const known = declarationOf(added.name, text);
		if (known === undefined) missing.push(added.text);
		else if (known !== declarationOf(added.name, added.text)) return undefined;
	}
	const at = offset + code.text.length;
	return missing.length === 0 ? [] : [{ start: at, end: at, text: missing.map((one) => `\n\n${one}`).join('') }];
}

/** The line in which a file declares a name at its top level. */
function declarationOf(name: string, text: string): string | undefined {
	return new RegExp(`^(?:func|var|const|type)\\s+${name}\\b[^\\n\\r]*`, 'm').exec(text)?.[0];
}
