import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes C#, in the way of `dotnet format`: braces in lines of their own. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string: (value) => `"${value.replace(/[\\"\n\r\t]/g, (found) => escapes[found] ?? found)}"`,

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return branch.arrow === undefined ? caseOf(branch) : armOf(branch);
			case 'table':
				return '';
			default:
				return ifOf(branch);
		}
	},

	leave: () => 'break;',
	unit: '    ',
	opensBelow: true,
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A section must leave at its end. */
function caseOf(branch: NewBranch): string {
	const { label, comment, braces, below, oneLine } = branch;
	const end = endOf(branch.ending === 'none' ? { ...branch, ending: 'break' } : branch);
	if (oneLine) return `case ${label}: ${write.comment(comment, true)} ${end}`;
	if (braces && !below) return `case ${label}: {\n\t${write.comment(comment)}\n\t${end}\n}`;
	if (braces) return `case ${label}:\n\t{\n\t\t${write.comment(comment)}\n\t\t${end}\n\t}`;
	return `case ${label}:\n\t${write.comment(comment)}\n\t${end}`;
}

/** An arm of a switch that is a value: it gives what the default gives, or throws. */
function armOf({ label, comment, oneLine, thrown, quoted, likeDefault }: NewBranch): string {
	const value = likeDefault ?? `throw ${thrown ?? newError(quoted)}`;
	if (oneLine) return `${label} => ${write.comment(comment, true)} ${value},`;
	return `${write.comment(comment)}\n${label} => ${value},`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, comment, braces, below, oneLine, ending, continued } = branch;
	const test = branch.test ?? `${subject} == ${label}`;
	const head = `${continued ? 'else ' : ''}if (${test})`;
	const opening = below ? '\n{' : ' {';
	if (!oneLine)
		return `${head}${opening}\n\t${write.comment(comment)}${ending === 'none' ? '' : `\n\t${endOf(branch)}`}\n}`;
	if (braces || ending === 'none')
		return `${head} { ${write.comment(comment, true)}${ending === 'none' ? '' : ` ${endOf(branch)}`} }`;
	return `${head} ${write.comment(comment, true)} ${endOf(branch)}`;
}

/** A statement that gives a value or leaves. */
const leaving = /^(?:return|throw)\b/;
const newError = (quoted: string): string => `new InvalidOperationException(${quoted})`;

function endOf({ ending, thrown, quoted, likeDefault }: NewBranch): string {
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return `${ending};`;
		case 'throw':
			if (thrown === undefined && likeDefault !== undefined && leaving.test(likeDefault)) return likeDefault;
			return thrown === undefined ? `throw ${newError(quoted)};` : `throw ${thrown};`;
		case 'none':
			return '';
	}
}
