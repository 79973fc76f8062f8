import { compareBytes } from '../reports/order.ts';

/** Findings that are known: those of one rule on lines that are alike, in one file. */
export interface BaselineEntry {
	/** From the folder of the baseline, with slashes. */
	readonly path: string;
	readonly rule: string;
	/** The line of code, without what changes when code is laid out anew; shortened where nobody would read all of it. */
	readonly line: string;
	readonly count: number;
}

/** Why a text is no baseline, in a sentence. */
export interface NoBaseline {
	readonly problem: string;
}

const firstLine = '# api-errors baseline 1';
const explanation = '# What was there before: file, rule, how often, line. Written by --update-baseline.';

/**
 * What a baseline says. Entries that came in twice, as merges have them, count as the larger one.
 * @returns the problem where the text is no baseline
 */
export function readBaseline(text: string): readonly BaselineEntry[] | NoBaseline {
	const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	if (/^# api-errors baseline \d+$/.test(first) && first !== firstLine)
		return { problem: 'it was written by a newer version, which this one cannot read' };
	if (first !== firstLine) return { problem: 'it is no baseline; it would begin with another line' };
	const entries = new Map<string, BaselineEntry>();
	for (const [index, line] of lines.entries()) {
		if (line === '' || line.startsWith('# ')) continue;
		const entry = entryIn(line);
		if (!entry) return { problem: `line ${index + 2} is no entry of a baseline` };
		const key = [entry.path, entry.rule, entry.line].join('\t');
		if (entry.count > (entries.get(key)?.count ?? 0)) entries.set(key, entry);
	}
	return [...entries.values()];
}

/** The text of a baseline: an entry each line, in the order of their bytes, so that two branches seldom write the same line. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
	const lines = entries.map(({ path, rule, count, line }) =>
		[escaped(path).replace(/^(?=# )/, './'), escaped(rule), count, escaped(line)].join('\t'),
	);
	return `${[firstLine, explanation, ...lines.sort(compareBytes)].join('\n')}\n`;
}

function entryIn(text: string): BaselineEntry | undefined {
	const [path, rule, count, line, ...more] = text.split('\t');
	if (!path || !rule || line === undefined || more.length > 0 || !/^[1-9]\d{0,8}$/.test(count ?? '')) return;
	return {
		path: unescaped(path).replace(/^\.\/(?=# )/, ''),
		rule: unescaped(rule),
		line: unescaped(line),
		count: Number(count),
	};
}

function escaped(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/[\\\p{Cc}\u2028\u2029]/gu, (sign) =>
			sign === '\\' ? '\\\\' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
}

function unescaped(text: string): string {
	return text.replaceAll(/\\(?:\\|u([0-9a-f]{4}))/g, (_, hex) =>
		hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
	);
}
