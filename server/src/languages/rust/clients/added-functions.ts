import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { lineBreakAt } from '../../../syntax/text-lines.ts';

/** A function or a static that code needs. */
export interface Added {
	readonly name: string;
	/** As rustfmt leaves it at the top level. */
	readonly text: string;
}

/**
 * Writes what is missing below the block of the place; what the file has already, written by an earlier fix, is used
 * again. Undefined where a name is taken, or where the block is a module, which does not see what stands outside.
 */
export function additions(all: readonly Added[], place: ClientPlace): readonly Edit[] | undefined {
	const { text, offset, code } = place;
	if (/^(?:pub(?:\([^)]*\))?\s+)?(?:mod|unsafe\s+mod)\b|^macro_rules!/.test(code.text)) return undefined;
	const lineBreak = lineBreakAt(text, offset);
	const plain = text.replaceAll('\r\n', '\n');
	const missing: string[] = [];
	for (const added of all) {
		if (plain.includes(added.text)) continue;
		if (new RegExp(`\\b(?:fn|static|const|use\\s[^;]*)\\s+${added.name}\\b`).test(text)) return undefined;
		missing.push(added.text);
	}
	const at = offset + code.text.length;
	const written = missing.map((one) => `\n\n${one}`).join('');
	return missing.length === 0 ? [] : [{ start: at, end: at, text: written.replaceAll('\n', lineBreak) }];
}
