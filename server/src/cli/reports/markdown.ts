import { counted, inWords } from './counts.ts';
import { allFindings, type FoundIn, mostSevereFirst } from './found-in.ts';
import type { ReportFormat } from './report.ts';
import { visible } from './visible.ts';

/** A summary of a job may have a megabyte. */
const rows = 1000;

/** How much was found, and a table of it. */
export const markdown: ReportFormat = {
	name: 'markdown',
	summary: 'a table, for the summary of a job',
	write({ files, problems }) {
		const found = allFindings(files);
		const summary = inWords(
			found.map(({ finding }) => finding),
			files.length,
		);
		const kept = new Set(mostSevereFirst(found).slice(0, rows));
		const left = found.length - kept.size;
		const sections = [
			`### API errors\n\n**${summary}**`,
			...(found.length > 0 ? [table(found.filter((one) => kept.has(one)))] : []),
			...(left > 0 ? [`${counted(left, 'problem')} more, none more severe than these.`] : []),
			...(problems.length > 0 ? [problems.map((problem) => `- ${escaped(problem)}`).join('\n')] : []),
		];
		return `${sections.join('\n\n')}\n`;
	},
};

function table(found: readonly FoundIn[]): string {
	const lines = found.map(({ file, finding: { line, column, severity, message, rule } }) => {
		const cells = [severity, `${escaped(file.pathInRepository)}:${line}:${column}`, escaped(message), escaped(rule)];
		return `| ${cells.join(' | ')} |`;
	});
	return ['| Severity | Place | Problem | Rule |', '|---|---|---|---|', ...lines].join('\n');
}

/** Text in which nothing has a meaning to Markdown, to HTML or to whoever is told of names. */
function escaped(text: string): string {
	return visible(text)
		.replaceAll(/[\\`*_{}[\]|~]/g, '\\$&')
		.replaceAll(/[&<>@#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
