/** Offset of the start of the line that holds the offset; after the byte order mark, if one begins the text. */
export function lineStartAt(text: string, offset: number): number {
	const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
	return start === 0 && text.startsWith('\uFEFF') ? Math.min(1, offset) : start;
}

/** Offset of the end of the line that holds the offset, before its line break. */
export function lineEndAt(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	if (end < 0) return text.length;
	return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The blanks that begin the line that holds the offset. */
export function indentationAt(text: string, offset: number): string {
	const start = lineStartAt(text, offset);
	return /^[\t ]*/.exec(text.slice(start, lineEndAt(text, start)))?.[0] ?? '';
}

/** Whether only blanks stand before the offset in its line. */
export function beginsLine(text: string, offset: number): boolean {
	return text.slice(lineStartAt(text, offset), offset).trim() === '';
}

/** Whether only blanks stand after the offset in its line. */
export function endsLine(text: string, offset: number): boolean {
	return text.slice(offset, lineEndAt(text, offset)).trim() === '';
}

/** The line break that ends the line before the offset, or the next there is. */
export function lineBreakAt(text: string, offset: number): string {
	const before = text.lastIndexOf('\n', offset - 1);
	const at = before >= 0 ? before : text.indexOf('\n', offset);
	return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** What one level of indentation is in these lines: what most lines have more than the line before them. */
export function indentationUnit(text: string): string | undefined {
	const counts = new Map<string, number>();
	let before: string | undefined;
	for (const [line] of text.matchAll(/^[\t ]*(?=[^\s*])/gm)) {
		if (before !== undefined && line.length > before.length && line.startsWith(before)) {
			const more = line.slice(before.length);
			counts.set(more, (counts.get(more) ?? 0) + 1);
		}
		before = line;
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Columns that blanks take up, where a tab counts four. */
export function widthOf(blanks: string): number {
	return blanks.replaceAll('\t', '    ').length;
}
