import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Swift. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string: (value) => `"${value.replace(/[\\"\n\r\t]/g, (found) => escapes[found] ?? found)}"`,

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return caseOf(branch);
			case 'table':
				return '';
			default:
				return ifOf(branch);
		}
	},

	// A case never runs into the next unless it says so.
	leave: () => '',
	unit: '    ',
	casesAreIndented: false,
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A case must do something; where the switch is a value, it has to give one. */
function caseOf(branch: NewBranch): string {
	const { label, comment, oneLine, givesValue } = branch;
	const end = (givesValue ? branch.likeDefault : undefined) ?? (endOf(branch) || 'break');
	if (oneLine) return `case ${label}: ${write.comment(comment, true)} ${end};`;
	return `case ${label}:\n\t${write.comment(comment)}\n\t${end}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, comment, oneLine, continued } = branch;
	const test = branch.test ?? `${subject} == ${label}`;
	const head = `${continued ? 'else ' : ''}if ${test}`;
	const end = branch.givesValue ? (branch.likeDefault ?? endOf({ ...branch, ending: 'throw' })) : endOf(branch);
	if (oneLine) return `${head} { ${write.comment(comment, true)}${end && ` ${end}`} }`;
	return `${head} {\n\t${write.comment(comment)}${end && `\n\t${end}`}\n}`;
}

/** A statement that leaves. */
const leaving = /^(?:return|throw)\b/;

/** Where values are returned none can be made up: as in the default, or the program says that nobody has thought of it. */
function endOf({ ending, thrown, quoted, likeDefault }: NewBranch): string {
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return ending;
		case 'throw':
			if (thrown === undefined && likeDefault !== undefined && leaving.test(likeDefault)) return likeDefault;
			return thrown === undefined ? `fatalError(${quoted})` : `throw ${thrown}`;
		case 'none':
			return '';
	}
}
