import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Ruby, laid out as RuboCop and Standard ask. */
export const write: CodeWriter = {
	comment: (text) => `# ${text}`,

	string(value, like) {
		const sign = like?.kind === 'string' ? like.text[0] : '"';
		const isWord = /^[A-Za-z_]\w*$/.test(value);
		// A key without quotes, and a symbol.
		if (isWord && sign !== undefined && /\w/.test(sign)) return value;
		if (sign === ':') return isWord ? `:${value}` : `:${quoted(value, '"')}`;
		return quoted(value, sign === "'" ? "'" : '"');
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

	leave: () => '',
	blocks: 'words',
	unit: '  ',
	casesAreIndented: false,
};

function quoted(value: string, quote: string): string {
	const escaped = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
	return quote + (quote === '"' ? escaped.replaceAll('#{', '\\#{') : escaped) + quote;
}

/** A case may hold nothing but a comment; one that stands in a line must give something. */
function caseOf(branch: NewBranch): string {
	const { label, arrow = 'when', comment, oneLine, givesValue, ending } = branch;
	const end = givesValue && ending === 'none' ? endOf({ ...branch, ending: 'throw' }) : endOf(branch);
	const head = `${arrow} ${label}`;
	return oneLine ? `${head} then ${end || 'nil'} # ${comment}` : withBody(head, comment, end);
}

function ifOf(branch: NewBranch): string {
	const { subject, label, test = `${subject} == ${label}`, comment, continued, oneLine } = branch;
	const end = endOf(branch);
	if (continued)
		return oneLine ? `elsif ${test} then ${end || 'nil'} # ${comment}` : withBody(`elsif ${test}`, comment, end);
	return oneLine ? `${end} if ${test} # ${comment}` : `${withBody(`if ${test}`, comment, end)}\nend`;
}

function withBody(head: string, comment: string, end: string): string {
	return `${head}\n\t# ${comment}${end === '' ? '' : `\n\t${end}`}`;
}

/** A lambda takes as many arguments as its siblings, and a proc any. */
function rowOf({ label, comment, computed, oneLine, functionLike }: NewBranch): string {
	const key = !computed && /^[A-Za-z_]\w*$/.test(label) ? `${label}:` : `${label} =>`;
	const row = `${key} ${functionLike?.endsWith('{') ? functionLike : 'proc {'}},`;
	// A comment ends with its line, so that a table in one line gets none.
	return oneLine ? row : `# ${comment}\n${row}`;
}

function endOf({ ending, thrown, quoted: message, likeDefault }: NewBranch): string {
	switch (ending) {
		case 'break':
		case 'return':
			return ending;
		case 'continue':
			return 'next';
		case 'throw':
			return likeDefault?.startsWith('raise') ? likeDefault : `raise ${thrown ?? message}`;
		case 'none':
			return '';
	}
}
