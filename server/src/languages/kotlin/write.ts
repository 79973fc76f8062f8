import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Kotlin. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string: (value) => `"${value.replace(/[\\"$\n\r\t]/g, (found) => escapes[found] ?? found)}"`,

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return entryOf(branch);
			case 'table':
				return rowOf(branch);
			default:
				return ifOf(branch);
		}
	},

	// A branch of `when` never runs into the next.
	leave: () => '',
	unit: '    ',
};

const escapes: Readonly<Record<string, string>> = {
	...{ '\\': '\\\\', '"': '\\"', $: '\\$' },
	...{ '\n': '\\n', '\r': '\\r', '\t': '\\t' },
};

/** A branch of `when`; where that is a value, the branch has to give one or throw. */
function entryOf(branch: NewBranch): string {
	const { label, ending, givesValue } = branch;
	const leaves = ending === 'return' || ending === 'throw' || ending === 'continue';
	return `${label} -> ${blockOf(branch, givesValue ? givenValue(branch) : leaves ? endOf(branch) : '')}`;
}

/** A row of a map of functions; what a new one has to be given shows in the head of another. */
function rowOf(branch: NewBranch): string {
	const { label, functionLike, comment, oneLine } = branch;
	if (functionLike === undefined) return '';
	const end = endOf({ ...branch, ending: 'throw', likeDefault: undefined });
	if (oneLine) return `${label} to ${functionLike} ${write.comment(comment, true)} ${end} },`;
	return `${label} to ${functionLike}\n\t${write.comment(comment)}\n\t${end}\n},`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, continued, givesValue } = branch;
	const test = branch.test ?? `${subject} == ${label}`;
	return `${continued ? 'else ' : ''}if (${test}) ${blockOf(branch, givesValue ? givenValue(branch) : endOf(branch))}`;
}

function blockOf({ comment, oneLine }: NewBranch, end: string): string {
	if (oneLine) return `{ ${write.comment(comment, true)}${end && ` ${end}`} }`;
	return `{\n\t${write.comment(comment)}${end && `\n\t${end}`}\n}`;
}

/** What the default gives fits for others as well. */
function givenValue(branch: NewBranch): string {
	return branch.likeDefault ?? endOf({ ...branch, ending: 'throw' });
}

/** A statement that leaves. */
const leaving = /^(?:return|throw)\b/;

function endOf({ ending, thrown, quoted, likeDefault }: NewBranch): string {
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return ending;
		case 'throw':
			if (thrown === undefined && likeDefault !== undefined && leaving.test(likeDefault)) return likeDefault;
			return `throw ${thrown ?? `IllegalStateException(${quoted})`}`;
		case 'none':
			return '';
	}
}
