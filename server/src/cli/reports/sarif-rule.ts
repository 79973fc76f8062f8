import type { Severity } from '../../rules/rule.ts';
import type { ReportedRule } from './report.ts';

/** A rule as SARIF describes it (section 3.49), with its page as help. */
export function sarifRule({ name, summary, severity, page }: ReportedRule) {
	const { level, problem } = weights[severity];
	const text = page === undefined ? summary : readable(page);
	return {
		id: name,
		name: name.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase()),
		shortDescription: { text: summary },
		fullDescription: { text: page === undefined ? summary : (firstParagraph(page) ?? summary) },
		help: { text, markdown: text },
		defaultConfiguration: { enabled: severity !== 'off', level },
		properties: { tags: ['api-errors', 'reliability'], 'problem.severity': problem },
	};
}

/** What GitHub calls the weights, beside the levels of SARIF. */
const weights: Readonly<Record<Severity | 'off', { readonly level: string; readonly problem: string }>> = {
	error: { level: 'error', problem: 'error' },
	warning: { level: 'warning', problem: 'warning' },
	information: { level: 'note', problem: 'recommendation' },
	hint: { level: 'note', problem: 'recommendation' },
	off: { level: 'none', problem: 'recommendation' },
};

/** A page without the words behind its languages, which only its tests read, and without links to what is beside it. */
function readable(page: string): string {
	return page.replaceAll(/^(```\w+) .*$/gm, '$1').replaceAll(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1');
}

/** The first paragraph below the title, without marks of Markdown around words. */
function firstParagraph(page: string): string | undefined {
	const paragraph = page.split(/\n{2,}/).find((text) => /^[^#`|<\s-]/.test(text));
	const words = paragraph?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
	return words?.replaceAll(/\s+/g, ' ').trim();
}
