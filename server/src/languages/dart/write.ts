import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Dart, laid out as its formatter does. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string(value, like) {
		const quote = like?.kind === 'string' && /^r?"/.test(like.text) ? '"' : "'";
		const escaped = value.replace(/[\\$\n\r]/g, (found) => escapes[found] ?? found).replaceAll(quote, `\\${quote}`);
		return quote + escaped + quote;
	},

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return branch.separate ? armOf(branch) : caseOf(branch);
			case 'table':
				return rowOf(branch);
			default:
				return ifOf(branch);
		}
	},

	leave: () => 'break;',
	unit: '  ',
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', $: '\\$', '\n': '\\n', '\r': '\\r' };

/** An arm gives a value, which none can be made up for: it throws, as the default does or in its own way. */
function armOf(branch: NewBranch): string {
	const { label, comment, oneLine, likeDefault, thrown, quoted } = branch;
	const value = likeDefault?.startsWith('throw ') ? likeDefault : `throw ${thrown ?? `StateError(${quoted})`}`;
	const arm = `${label} => ${value},`;
	return oneLine ? `${write.comment(comment, true)} ${arm}` : `${write.comment(comment)}\n${arm}`;
}

function caseOf(branch: NewBranch): string {
	const { label, comment, braces, oneLine } = branch;
	if (oneLine) return `case ${label}: ${write.comment(comment, true)}${endOf(branch, ' ')}`;
	if (braces) return `case ${label}: {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	return `case ${label}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, test = `${subject} == ${label}`, comment, braces, oneLine, ending, continued } = branch;
	const head = `${continued ? 'else ' : ''}if (${test})`;
	if (!oneLine) return `${head} {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	if (braces || ending === 'none') return `${head} { ${write.comment(comment, true)}${endOf(branch, ' ')} }`;
	return `${head} ${write.comment(comment, true)}${endOf(branch, ' ')}`;
}

/** A function fits beside others only where one of them shows what it is given. */
function rowOf(branch: NewBranch): string {
	const { label, comment, oneLine, functionLike } = branch;
	if (functionLike === undefined) return '';
	const body = oneLine
		? `{ ${write.comment(comment, true)}${endOf(branch, ' ')} }`
		: `{\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	return `${label}: ${functionLike} ${body},`;
}

function endOf({ ending, thrown, quoted, likeDefault }: NewBranch, before: string): string {
	switch (ending) {
		case 'break':
		case 'continue':
		case 'return':
			return `${before}${ending};`;
		case 'throw':
			if (thrown === undefined && likeDefault !== undefined && /^(?:throw|rethrow|return)\b/.test(likeDefault))
				return before + likeDefault;
			return `${before}throw ${thrown ?? `StateError(${quoted})`};`;
		case 'none':
			return '';
	}
}
