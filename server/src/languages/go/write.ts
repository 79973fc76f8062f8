import type { CodeWriter, NewBranch } from '../../syntax/language.ts';

/** Writes Go, as gofmt leaves it. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string(value, like) {
		if (like?.text.startsWith('`') && !/[`\r]/.test(value)) return `\`${value}\``;
		return `"${value.replace(/["\\\n\r]/g, (found) => escapes[found] ?? found)}"`;
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

	// A case ends by itself.
	leave: () => '',
	casesAreIndented: false,
};

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

function caseOf(branch: NewBranch): string {
	const { label, comment, oneLine } = branch;
	return oneLine
		? `case ${label}: ${write.comment(comment, true)}${endOf(branch, ' ')}`
		: `case ${label}:\n\t${write.comment(comment)}${endOf(branch, '\n\t')}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, test = `${subject} == ${label}`, comment, oneLine, continued } = branch;
	const head = `${continued ? 'else ' : ''}if ${test}`;
	return oneLine
		? `${head} { ${write.comment(comment, true)}${endOf(branch, ' ')} }`
		: `${head} {\n\t${write.comment(comment)}${endOf(branch, '\n\t')}\n}`;
}

/** A row needs a function of the same type as the others; empty where the code around does not show which. */
function rowOf({ label, comment, oneLine, functionLike, tableType, quoted }: NewBranch): string {
	const head = functionLike ?? /\bfunc\s*\([^{}]*$/.exec(tableType ?? '')?.[0].trim();
	if (head === undefined) return '';
	const end = givesValue(head) ? `panic(${quoted})` : undefined;
	const body = oneLine
		? `{ ${write.comment(comment, true)}${end ? ` ${end}` : ''} }`
		: `{\n\t${write.comment(comment)}${end ? `\n\t${end}` : ''}\n}`;
	return `${label}: ${head} ${body},`;
}

/** Whether something stands after the parameters: `func(err error) bool`. */
function givesValue(head: string): boolean {
	let depth = 0;
	for (let at = head.indexOf('('); at >= 0 && at < head.length; at++) {
		if (head[at] === '(') depth++;
		if (head[at] === ')' && --depth === 0) return head.slice(at + 1).trim() !== '';
	}
	return true;
}

/** Where the others return values, the new branch returns what the default does; otherwise it comes to what follows. */
function endOf({ ending, likeDefault, oneLine }: NewBranch, before: string): string {
	const end = ending === 'throw' ? likeDefault : ending;
	if (!end || !/^(?:return|continue|panic\()/.test(end)) return '';
	return before + end + (oneLine ? ';' : '');
}
