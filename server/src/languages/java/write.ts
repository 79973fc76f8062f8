import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Java. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string: (value) => `"${value.replace(/[\\"\n\r\t]/g, (found) => escapes[found] ?? found)}"`,

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return branch.arrow === undefined ? caseOf(branch) : ruleOf(branch);
			case 'table':
				return '';
			default:
				return ifOf(branch);
		}
	},

	leave: () => 'break;',
	opensBelow: true,
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function caseOf(branch: NewBranch): string {
	const { label, comment, braces, below, oneLine } = branch;
	if (oneLine) return `case ${label}: ${write.comment(comment, true)}${endOf(branch, ' ')}`;
	if (braces && below) return `case ${label}:\n\t{\n\t\t${write.comment(comment)}${endOf(branch, '\n\t\t')}\n\t}`;
	if (braces) return `case ${label}: {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	return `case ${label}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
}

/** An arm with an arrow ends by itself; where the switch is a value, it has to give one or throw. */
function ruleOf(branch: NewBranch): string {
	const { label, comment, oneLine, givesValue, ending, likeDefault } = branch;
	const given = likeDefault !== undefined && !leaving.test(likeDefault) ? `yield ${likeDefault}` : likeDefault;
	const leaves = ending === 'return' || ending === 'throw' || ending === 'continue';
	const own = givesValue
		? endOf({ ...branch, ending: 'throw', likeDefault: given }, '')
		: leaves
			? endOf(branch, '')
			: '';
	if (oneLine) return `case ${label} -> { ${write.comment(comment, true)}${own && ` ${own}`} }`;
	const opening = branch.below ? '\n{' : ' {';
	return `case ${label} ->${opening}\n\t${write.comment(comment)}${own && `\n\t${own}`}\n}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, comment, braces, below, oneLine, ending, continued } = branch;
	const test = branch.test ?? (label.startsWith('"') ? `${label}.equals(${subject})` : `${subject} == ${label}`);
	const head = `${continued ? 'else ' : ''}if (${test})`;
	if (!oneLine) return `${head}${below ? '\n{' : ' {'}\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	if (braces || ending === 'none') return `${head} { ${write.comment(comment, true)}${endOf(branch, ' ')} }`;
	return `${head} ${write.comment(comment, true)}${endOf(branch, ' ')}`;
}

/** A statement that gives a value or leaves. */
const leaving = /^(?:return|throw|yield)\b/;

function endOf({ ending, thrown, quoted, likeDefault }: NewBranch, before: string): string {
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return `${before}${ending};`;
		case 'throw':
			if (thrown === undefined && likeDefault !== undefined && leaving.test(likeDefault)) return before + likeDefault;
			return `${before}throw ${thrown ?? `new IllegalStateException(${quoted})`};`;
		case 'none':
			return '';
	}
}
