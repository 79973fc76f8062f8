import type { Span } from '../../../syntax/span.ts';
import { codeOnly, splitAtCommas } from './code-text.ts';

/** A name that a file imports. */
export interface ImportedName {
	readonly local: string;
	/** Its name in the module; `default`, or `*` for all of it. */
	readonly imported: string;
	readonly module: string;
}

const importStatement = /(?<![\w$.])import\s+(?:type\s+)?([\w$*{},\s]+?)\s*\bfrom\s*['"]( *)['"]/g;
const required =
	/(?<![\w$.])(?:const|let|var|import)\s+([\w$]+|\{[\w$:,\s]*\})\s*=\s*\(?\s*(?:await\s+)?(?:require|import)\s*\(\s*['"]( *)['"]/g;

/** The names that a file imports, by `import` and by `require`. */
export function importedNames(text: string, code = codeOnly(text)): readonly ImportedName[] {
	const names: ImportedName[] = [];
	for (const pattern of [importStatement, required]) {
		for (const match of code.matchAll(pattern)) {
			const [all, clause = '', blanks = ''] = match;
			const end = match.index + all.length - 1;
			const module = text.slice(end - blanks.length, end);
			const plain = pattern === required ? '*' : 'default';
			for (const { local, imported } of namesIn(clause, plain)) names.push({ local, imported, module });
		}
	}
	return names;
}

/** The names in `a, { b, c as d }`, `* as e` or `{ b: c }`. */
function namesIn(clause: string, plain: string): readonly Omit<ImportedName, 'module'>[] {
	const all: Span = { start: 0, end: clause.length };
	return splitAtCommas(clause, all).flatMap(({ start, end }) => {
		const piece = clause.slice(start, end);
		const whole = /^\*\s+as\s+([\w$]+)$/.exec(piece)?.[1];
		if (whole) return [{ local: whole, imported: '*' }];
		if (!piece.startsWith('{')) return [{ local: piece, imported: plain }];
		return splitAtCommas(piece, { start: 1, end: piece.length - 1 }).map((one) => {
			const [imported = '', local = imported] = piece
				.slice(one.start, one.end)
				.replace(/^type\s+/, '')
				.split(/\s+as\s+|\s*:\s*/);
			return { local, imported };
		});
	});
}
