import { plainText } from '../../explain/markdown.ts';
import type { Terminal } from '../command.ts';

/** Markdown of ours as a terminal shows it: headings in bold, the signs gone, lines broken where it ends. */
export function plainPage(markdown: string, { style, width = Number.POSITIVE_INFINITY }: Terminal): string {
	const lines = markdown.split('\n').flatMap((line) => {
		const heading = /^#+ (.*)$/.exec(line)?.[1];
		if (heading !== undefined) return [style('bold', plainText(heading))];
		const indent = line.startsWith('- ') ? '  ' : '';
		return wrapped(plainText(line), width, indent);
	});
	return `${lines
		.join('\n')
		.replaceAll(/\n{3,}/g, '\n\n')
		.trim()}\n`;
}

/** Breaks a line at its blanks. A word that is longer than the terminal is wide stands alone. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line.trim() !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = indent + word;
		} else line = line === '' && lines.length === 0 ? word : `${line} ${word}`;
	}
	return [...lines, line];
}
