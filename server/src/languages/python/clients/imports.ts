import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { lineBreakAt, lineEndAt } from '../../../syntax/text-lines.ts';

/** Modules of the standard library that files often begin with. */
const standard = new Set(
	'abc argparse ast asyncio base64 collections contextlib copy csv dataclasses datetime decimal email enum functools hashlib hmac http io itertools json logging math os pathlib random re secrets shutil socket sqlite3 string subprocess sys tempfile threading time traceback types typing unittest urllib uuid warnings weakref'.split(
		' ',
	),
);

interface Line {
	readonly text: string;
	/** Offsets in the document. */
	readonly start: number;
	readonly end: number;
}

/**
 * Edits that import what is needed and not there yet, each beside its like in the first imports of the file.
 * @param needed lines such as `import time`
 * @returns undefined where a name stands for something else in the file, or it has no imports at its top level
 */
export function newImports(place: ClientPlace, needed: readonly string[]): readonly Edit[] | undefined {
	const lines = importLines(place);
	const [first] = lines;
	const missing = needed.filter((line) => !lines.some(({ text }) => imports(text, line))).sort(byStyle);
	if (!first || missing.some((line) => isTaken(line, place.text))) return undefined;
	const lineBreak = lineBreakAt(place.text, first.end);
	const group = isStandard(first.text) ? groupFrom(lines, place.text) : [];
	if (group.length === 0) {
		const text = missing.map((line) => line + lineBreak).join('');
		return missing.length === 0 ? [] : [{ start: first.start, end: first.start, text: text + lineBreak }];
	}
	const edits = new Map<number, string>();
	for (const line of missing) {
		const alike = group.filter(({ text }) => text.startsWith('from ') === line.startsWith('from '));
		const next =
			alike.find(({ text }) => moduleOf(text) > moduleOf(line)) ??
			(line.startsWith('import') && alike.length === 0 ? group[0] : undefined);
		const after = alike.at(-1) ?? group.at(-1) ?? first;
		const at = next ? next.start : lineEndAt(place.text, after.end);
		const text = next ? line + lineBreak : lineBreak + line;
		edits.set(at, (edits.get(at) ?? '') + text);
	}
	return [...edits].map(([at, text]) => ({ start: at, end: at, text }));
}

/** Whether an import does what another would: `import time` is in `import requests, time`. */
function imports(text: string, needed: string): boolean {
	if (text === needed) return true;
	const [, module] = /^import\s+(\w+)$/.exec(needed) ?? [];
	const [, list = ''] = /^import\s+([^#\n]*)/.exec(text) ?? [];
	return module !== undefined && list.split(',').some((one) => one.trim() === module);
}

/** Plain imports come first, each sort in the order of its modules. */
function byStyle(one: string, other: string): number {
	const isFrom = Number(one.startsWith('from ')) - Number(other.startsWith('from '));
	return isFrom || (moduleOf(one) < moduleOf(other) ? -1 : 1);
}

const moduleOf = (line: string): string => /^(?:from|import)\s+([\w.]+)/.exec(line)?.[1] ?? '';
const isStandard = (line: string): boolean => standard.has(moduleOf(line).split('.', 1).join());

/** The imports that stand at the beginning of a line, in the order of the text; nothing may stand above `__future__`. */
function importLines({ blocks, text }: ClientPlace): readonly Line[] {
	return blocks.flatMap(({ start, code }) =>
		/^(?:from|import)\b(?!\s+__future__\b)/.test(code.text) &&
		(start === 0 || text[start - 1] === '\n' || text[start - 1] === '\uFEFF')
			? [{ text: code.text, start, end: start + code.text.length }]
			: [],
	);
}

/** The first imports up to a blank line or other code. */
function groupFrom(lines: readonly Line[], text: string): readonly Line[] {
	const group: Line[] = [];
	for (const line of lines) {
		const last = group.at(-1);
		if (last && !/^[^\n]*\r?\n$/.test(text.slice(last.end, line.start))) break;
		if (!isStandard(line.text)) break;
		group.push(line);
	}
	return group;
}

/** Whether the file has something else under a name that the line would import. */
function isTaken(line: string, text: string): boolean {
	const names = line.slice(line.indexOf('import') + 'import'.length).split(',');
	return names.some((one) => {
		const name = one.trim();
		const bound = `(?:def|class)\\s+${name}\\b|${name}\\s*(?::[^=\\n]*)?=(?!=)|from\\s[^\\n]*\\bimport\\b[^\\n]*\\b${name}\\b|import\\s[^\\n]*\\bas\\s+${name}\\b`;
		return new RegExp(`^(?:${bound})`, 'm').test(text);
	});
}
