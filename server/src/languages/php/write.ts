import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes PHP, laid out as PSR-12 asks. */
export const write: CodeWriter = {
	comment: (text, more = false) =>
		more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text.replaceAll('?>', '? >')}`,

	string(value, like) {
		const quote = like?.text.startsWith('"') ? '"' : "'";
		const escaped = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
		return quote + (quote === '"' ? escaped.replaceAll('$', '\\$') : escaped) + quote;
	},

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return branch.separate ? armOf(branch) : caseOf(branch);
			case 'table':
				return rowOf(branch);
			default:
				return branch.separate ? armOf(branch) : ifOf(branch);
		}
	},

	leave: () => 'break;',
};

/** Exceptions are looked up from the root, whatever namespace the code is in. */
const thrownBy = ({ thrown, quoted, label }: NewBranch): string =>
	thrown === undefined ? `new \\RuntimeException(${valueIn.exec(label)?.[0] ?? quoted})` : variable(thrown);
/** The value at the end of a whole test: `$code === 'A'`. */
const valueIn = /(['"])[^'"]+\1$/;
/** A variable goes by its name alone where its sign is not needed to know it. */
const variable = (name: string): string => (/^[a-z_]\w*$/i.test(name) ? `$${name}` : name);

/** An arm gives what the default gives; where there is none, no value can be made up, and it throws. */
function armOf(branch: NewBranch): string {
	const { test, label, comment, oneLine, likeDefault } = branch;
	const value = likeDefault === undefined ? `throw ${thrownBy(branch)}` : likeDefault.replace(/;$/, '');
	const arm = `${branch.form === 'switch' ? label : (test ?? label)} => ${value},`;
	return oneLine ? `${write.comment(comment, true)} ${arm}` : `${write.comment(comment)}\n${arm}`;
}

function caseOf(branch: NewBranch): string {
	const { label, comment, braces, oneLine } = branch;
	if (oneLine) return `case ${label}: ${write.comment(comment, true)}${endOf(branch, ' ')}`;
	if (braces) return `case ${label}: {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	return `case ${label}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, comment, braces, colon, oneLine, ending, continued } = branch;
	const test = branch.test ?? `${variable(subject)} === ${label}`;
	const head = `${continued ? 'elseif' : 'if'} (${test})`;
	if (colon) return `${head}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
	if (!oneLine) return `${head} {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
	if (braces || ending === 'none') return `${head} { ${write.comment(comment, true)}${endOf(branch, ' ')} }`;
	return `${head} ${write.comment(comment, true)}${endOf(branch, ' ')}`;
}

/** A function takes fewer arguments than it is given, so that the one made up here fits beside any. */
function rowOf({ label, comment, oneLine, functionLike }: NewBranch): string {
	if (oneLine) return `${label} => fn () => null ${write.comment(comment, true)},`;
	if (functionLike === undefined) return `${write.comment(comment)}\n${label} => fn () => null,`;
	return `${label} => ${functionLike} {\n\t${write.comment(comment)}\n},`;
}

function endOf(branch: NewBranch, before: string): string {
	switch (branch.ending) {
		case 'break':
		case 'continue':
		case 'return':
			return `${before}${branch.ending};`;
		case 'throw':
			// Where the others return values, what the default does fits.
			if (branch.thrown === undefined && /^(?:return|throw)\b/.test(branch.likeDefault ?? ''))
				return before + branch.likeDefault;
			return `${before}throw ${thrownBy(branch)};`;
		case 'none':
			return '';
	}
}
