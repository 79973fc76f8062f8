/** A piece of a page: Markdown, or HTML that a parser of HTML must read as a whole. */
export interface Segment {
	readonly kind: 'markdown' | 'html' | 'code';
	readonly text: string;
}

/** UTF-16 units of one line that are read. */
const longestLine = 20_000;
/** Lines of Markdown that are read at once; what takes the square of the time takes it of this many only. */
const mostLines = 400;
/** The same for lines of a table, which may not be taken apart. */
const mostTableLines = 25_000;

const fence = /^ {0,12}(?:[-*+] +)?(`{3,}|~{3,})/;
const component =
	/^\s*<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>\s*$|^\s*(?:import|export)\s.+(?:from\s|=|;)|^\s*\{\/\*.*\*\/\}\s*$|^\s*:::\s*\w*.*$/;

/**
 * Takes Markdown apart: code between fences, HTML tables and definition lists, and the rest in pieces of a size that can
 * be read in time. Lines that are nothing but a component or an import of MDX are left out.
 */
export function segmentsOf(source: string): readonly Segment[] {
	const segments: Segment[] = [];
	const lines = source.split(/\r?\n/).map((line) => (line.length > longestLine ? line.slice(0, longestLine) : line));
	let open: string[] = [];
	const close = (kind: Segment['kind'] = 'markdown') => {
		if (open.some((line) => line.trim() !== '')) segments.push({ kind, text: open.join('\n') });
		open = [];
	};
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		const [, sign] = fence.exec(line) ?? [];
		const [, name] = /^\s*<(table|dl)\b/i.exec(line) ?? [];
		if (sign !== undefined || name !== undefined) {
			close();
			const end = sign === undefined ? endOfElement(lines, at, name ?? '') : endOfFence(lines, at, sign);
			open = sign === undefined ? lines.slice(at, end + 1) : lines.slice(at + 1, end);
			close(sign === undefined ? 'html' : 'code');
			at = end;
		} else {
			if (open.length >= mostLines && isGap(line)) close();
			open.push(component.test(line) ? '' : dedented(line));
		}
		if (open.length >= mostLines * 2 && (!line.includes('|') || open.length >= mostTableLines)) close();
	}
	close();
	return segments;
}

function isGap(line: string): boolean {
	return line.trim() === '';
}

/** A row of a table inside of components is indented, which Markdown would take for code; nothing is indented far. */
function dedented(line: string): string {
	if (/^\s{2,}\|/.test(line)) return line.trimStart();
	return line.startsWith(farthest) ? farthest + line.trimStart() : line;
}

const farthest = ' '.repeat(40);

function endOfFence(lines: readonly string[], start: number, sign: string): number {
	for (let at = start + 1; at < lines.length; at++) {
		const text = (lines[at] ?? '').trim();
		if (text.startsWith(sign) && /^(?:`+|~+)$/.test(text)) return at;
	}
	return lines.length;
}

function endOfElement(lines: readonly string[], start: number, name: string): number {
	const end = new RegExp(`</${name}\\s*>`, 'i');
	for (let at = start; at < lines.length; at++) if (end.test(lines[at] ?? '')) return at;
	return lines.length;
}
