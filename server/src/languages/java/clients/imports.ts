import type { Block } from '../../../syntax/code.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { lineBreakAt } from '../../../syntax/text-lines.ts';

interface Known {
	readonly module: string;
	readonly isStatic: boolean;
	readonly isAll: boolean;
	readonly start: number;
	readonly end: number;
}

/** The imports of a file in their order; offsets count from the start of the document. */
export function importsOf(blocks: readonly Block[]): readonly Known[] {
	return blocks.flatMap(({ start, code }) =>
		// What a name alone implies is no statement.
		code.imports
			.filter(({ isImplied }) => !isImplied)
			.map((one) => {
				const text = code.text.slice(one.start, one.end);
				return {
					module: one.module,
					isStatic: /^import\s+static\b/.test(text),
					isAll: /\*\s*;$/.test(text),
					start: start + one.start,
					end: start + one.end,
				};
			}),
	);
}

/** Whether a class is imported, by its name or with its whole package. */
export function isImported(name: string, blocks: readonly Block[]): boolean {
	const owner = name.slice(0, name.lastIndexOf('.'));
	return importsOf(blocks).some(
		({ module, isStatic, isAll }) => !isStatic && (isAll ? module === owner : module === name),
	);
}

/** Edits that import the classes that are missing, each where it comes in order; undefined where a name is taken. */
export function importEdits(names: readonly string[], { text, blocks }: ClientPlace): readonly Edit[] | undefined {
	const known = importsOf(blocks).filter(({ isStatic }) => !isStatic);
	const missing = names.filter((name) => !isImported(name, blocks)).sort();
	const last = known.at(-1);
	if (!last || missing.some((name) => isTaken(lastOf(name), known, text))) return undefined;
	const lineBreak = lineBreakAt(text, last.end);
	const isSorted = known.every(({ module }, index) => module >= (known[index - 1]?.module ?? ''));
	return missing.map((name) => {
		const beside = known.filter(({ module }) => rootOf(module) === rootOf(name));
		// Groups stand in the order that people chose; where all is one list, it is kept in order.
		const group = beside.length > 0 || !isSorted ? beside : known;
		const next = group.find(({ module }) => module > name);
		const line = `import ${name};`;
		if (next) return { start: next.start, end: next.start, text: line + lineBreak };
		const { end } = group.at(-1) ?? last;
		return { start: end, end, text: lineBreak + line };
	});
}

const rootOf = (name: string): string => name.split('.', 1).join();
const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Whether a file calls something else so. */
function isTaken(name: string, known: readonly Known[], text: string): boolean {
	return (
		known.some(({ module, isAll }) => !isAll && lastOf(module) === name) ||
		new RegExp(`\\b(?:class|interface|enum|record)\\s+${name}\\b`).test(text)
	);
}
