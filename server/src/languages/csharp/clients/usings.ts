import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineBreakAt } from '../../../syntax/text-lines.ts';

/** Namespaces of all that the members name which are written. */
export const usings = ['System', 'System.Net.Http', 'System.Threading', 'System.Threading.Tasks'];

interface Using {
	readonly module: string;
	readonly start: number;
	readonly end: number;
	readonly isPlain: boolean;
}

/** The `using` directives of a file in their order; offsets count from the start of the document. */
function usingsOf({ blocks }: ClientPlace): readonly Using[] {
	return blocks.flatMap(({ start, code }) =>
		code.imports.map((one) => ({
			module: one.module,
			start: start + one.start,
			end: start + one.end,
			isPlain: /^using [\w.]+;$/.test(code.text.slice(one.start, one.end)),
		})),
	);
}

/** Whether a namespace is used in a file. */
export function isUsed(module: RegExp, place: ClientPlace): boolean {
	return usingsOf(place).some((one) => module.test(one.module));
}

/**
 * Edits that use the namespaces that are missing, each where it comes in order. A file that names tasks without their
 * namespace has all of them by the project's implicit directives.
 */
export function usingEdits(modules: readonly string[], place: ClientPlace): readonly Edit[] {
	const { text } = place;
	const known = usingsOf(place).filter(({ isPlain }) => isPlain);
	const has = (module: string): boolean => known.some((one) => one.module === module);
	if (!has('System.Threading.Tasks') && /\bTask\b/.test(text)) return [];
	const lineBreak = lineBreakAt(text, 0);
	return modules
		.filter((module) => !has(module))
		.sort()
		.map((module) => {
			const next = known.find((one) => one.module > module && one.module.startsWith('System'));
			const before = known.findLast((one) => one.module.startsWith('System')) ?? known.at(-1);
			const line = `using ${module};`;
			if (next) return { start: next.start, end: next.start, text: line + lineBreak + indentationAt(text, next.start) };
			if (!before) return { start: 0, end: 0, text: line + lineBreak };
			return { start: before.end, end: before.end, text: lineBreak + indentationAt(text, before.start) + line };
		});
}
