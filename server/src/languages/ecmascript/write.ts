import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes JavaScript and TypeScript. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string(value, like) {
		const mark = like?.text[0];
		const quote = mark === '"' || mark === '`' ? mark : "'";
		return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
	},

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return caseOf(branch);
			case 'table':
				return `${branch.label}: () => {\n\t${write.comment(branch.comment)}\n},`;
			default:
				return `if (${branch.subject} === ${branch.label}) {\n\t${write.comment(branch.comment)}${endOf(branch, '\n\t')}\n}`;
		}
	},
};

function caseOf(branch: NewBranch): string {
	const { label, comment, braces, oneLine } = branch;
	if (oneLine) return `case ${label}: ${write.comment(comment, true)}${endOf(branch, ' ')}`;
	if (braces) return `case ${label}: {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	return `case ${label}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
}

function endOf({ ending, semicolon, label }: NewBranch, before: string): string {
	const end = semicolon ? ';' : '';
	switch (ending) {
		case 'break':
		case 'return':
			return `${before}${ending}${end}`;
		case 'throw':
			return `${before}throw new Error(${/^['"`]/.test(label) ? label : `String(${label})`})${end}`;
		case 'none':
			return '';
	}
}
