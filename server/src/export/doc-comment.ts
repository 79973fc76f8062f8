/**
 * A doc comment of paragraphs, indented as given, on one line where there is only one. No text ends it too early, and
 * none begins a tag but those that `tags` gives.
 */
export function docComment(paragraphs: readonly string[], tags: readonly string[], indentation: string): string {
	const said = paragraphs.map((text) => text.trim()).filter((text) => text !== '');
	const lines = said.flatMap((text, index) => [...(index > 0 ? [''] : []), ...linesOf(text)]);
	if (tags.length > 0 && lines.length > 0) lines.push('');
	lines.push(...tags.map((tag) => withoutEnd(tag.replaceAll(lineBreaks, ' '))));
	const [only, ...others] = lines;
	if (only !== undefined && others.length === 0) return `${indentation}/** ${only} */\n`;
	return [
		`${indentation}/**`,
		...lines.map((line) => `${indentation} *${line && ` ${line}`}`),
		`${indentation} */\n`,
	].join('\n');
}

/** All that some reader takes for the end of a line. */
const lineBreaks = /\r\n|[\n\r\u2028\u2029\v\f]/g;

function linesOf(text: string): readonly string[] {
	return text.split(lineBreaks).map((line) => withoutEnd(line.trimEnd().replace(/^(\s*)@/, '$1\\@')));
}

/** Signs that nobody sees; some readers take one for the end of the file. */
const unseen = /[^\P{Cc}\t]/gu;

const withoutEnd = (text: string): string => text.replaceAll(unseen, ' ').replaceAll('*/', '*\\/');
