import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes JavaScript and TypeScript. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string(value, like) {
		const mark = like?.kind === 'string' ? (like.text[0] ?? '') : '';
		if (/[\w$]/.test(mark) && /^[A-Za-z_$][\w$]*$/.test(value)) return value;
		const quote = mark === '"' || mark === '`' ? mark : "'";
		const escaped = value.replace(/[\\\n\r]/g, (found) => escapes[found] ?? found).replaceAll(quote, `\\${quote}`);
		return quote + (quote === '`' ? escaped.replaceAll('${', '\\${') : escaped) + quote;
	},

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return caseOf(branch);
			case 'table':
				return rowOf(branch);
			default:
				return ifOf(branch);
		}
	},

	leave: (semicolon) => (semicolon ? 'break;' : 'break'),
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

function caseOf(branch: NewBranch): string {
	const { label, comment, braces, oneLine } = branch;
	if (oneLine) return `case ${label}: ${write.comment(comment, true)}${endOf(branch, ' ')}`;
	if (braces) return `case ${label}: {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	return `case ${label}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, test = `${subject} === ${label}`, comment, braces, oneLine, ending, continued } = branch;
	const head = `${continued ? 'else ' : ''}if (${test})`;
	if (!oneLine) return `${head} {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	if (braces || ending === 'none') return `${head} { ${write.comment(comment, true)}${endOf(branch, ' ')} }`;
	return `${head} ${write.comment(comment, true)}${endOf(branch, ' ')}`;
}

function rowOf(branch: NewBranch): string {
	const { label, comment, oneLine, row, computed, asynchronous } = branch;
	const head = `${asynchronous ? 'async ' : ''}() =>`;
	const body = oneLine
		? `{ ${write.comment(comment, true)}${endOf(branch, ' ')} }`
		: `{\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	if (row === 'list') return `[${label}, ${head} ${body}],`;
	return `${computed ? `[${label}]` : label}: ${head} ${body},`;
}

function endOf({ ending, semicolon, thrown, quoted }: NewBranch, before: string): string {
	const end = semicolon ? ';' : '';
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return `${before}${ending}${end}`;
		case 'throw':
			return `${before}throw ${thrown ?? `new Error(${quoted})`}${end}`;
		case 'none':
			return '';
	}
}
