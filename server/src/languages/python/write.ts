import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Python, laid out as Black does. */
export const write: CodeWriter = {
	comment: (text) => `# ${text}`,

	string(value, like) {
		const usual = like?.kind === 'string' ? quoteOf(like.text) : '"';
		const other = usual === '"' ? "'" : '"';
		// Black takes the quotes that need fewer marks before them.
		const quote = value.includes(usual) && !value.includes(other) ? other : usual;
		const escaped = value.replace(/[\\\n\r]/g, (found) => escapes[found] ?? found).replaceAll(quote, `\\${quote}`);
		return quote + escaped + quote;
	},

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return blockOf(`case ${branch.label}:`, branch);
			case 'table':
				// A function with statements cannot be written in place.
				return '';
			default:
				return ifOf(branch);
		}
	},

	leave: () => 'pass',
	blocks: 'indentation',
	unit: '    ',
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** The quote that a string begins with, after letters that say how it is read: `r'…'`, `'''…'''`. */
const quoteOf = (text: string): string => /^\w*(['"])/.exec(text)?.[1] ?? '"';

function ifOf(branch: NewBranch): string {
	const { subject, label, test = `${subject} == ${label}`, continued } = branch;
	return blockOf(`${continued ? 'elif' : 'if'} ${test}:`, branch);
}

/** A head with its statements below it; where the siblings are one line each, in its line. */
function blockOf(head: string, branch: NewBranch): string {
	const comment = write.comment(branch.comment);
	const end = endOf(branch);
	return branch.oneLine ? `${head} ${end}  ${comment}` : `${head}\n\t${comment}\n\t${end}`;
}

function endOf({ ending, thrown, quoted, likeDefault }: NewBranch): string {
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return ending;
		case 'throw':
			return likeDefault?.startsWith('raise') ? likeDefault : `raise ${thrown ?? `RuntimeError(${quoted})`}`;
		case 'none':
			return 'pass';
	}
}
