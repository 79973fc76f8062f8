import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/** A source that is to be fixed. */
export interface ClientCase {
	/** Fit for a file name. */
	readonly name: string;
	readonly title: string;
	readonly languageId: 'typescript' | 'javascript';
	readonly text: string;
	/** How what the caller gets begins, where it is given up. */
	readonly givesUpWith: string;
}

/** The cases of a file, each in TypeScript and in JavaScript. */
export function clientCases(file: string): readonly ClientCase[] {
	const all = readFileSync(path.join(import.meta.dirname, `${file}.cases`), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.flatMap((section, index) => {
			const [, title = '', givesUpWith = '', source = ''] =
				/^(.*)\n@> gives up with: (.*)\n([\s\S]*)$/.exec(section) ?? [];
			if (source === '') throw new Error(`Not a case: ${section}`);
			const text = `${source.trim()}\n`;
			const name = `${file}-${index}`;
			return [
				{ name: `${name}.ts`, title: `${title} (TypeScript)`, languageId: 'typescript', text, givesUpWith },
				{
					name: `${name}.js`,
					title: `${title} (JavaScript)`,
					languageId: 'javascript',
					text: withoutTypes(text),
					givesUpWith,
				},
			] as const;
		});
}

/** The same source as a person would have written it in JavaScript. */
function withoutTypes(text: string): string {
	const lines = text.split('\n');
	// Types become blanks, so that the lines stay; those before a member of a class are not its indentation.
	const plain = stripTypeScriptTypes(text)
		.split('\n')
		.map((line, index) => (/^\s*/.exec(lines[index] ?? '')?.[0] ?? '') + line.trimStart());
	return plain
		.join('\n')
		.replace(/^[ \t]*\n(?:[ \t]+\n)*(?=\n)/gm, '')
		.replace(/(?<=\S)(?: {2,}(?=\()| +(?=[,;)\n]|$))/gm, '')
		.replace(/(?<=\S) {2,}(?=\S)/g, ' ')
		.replace(/^\n+/, '');
}
