import type { CodeWriter, NewBranch } from '../../syntax/language.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';

/** Writes Rust, as rustfmt leaves it. */
export const write: CodeWriter = {
	comment: (text, more = false) => (more ? `/* ${text.replaceAll('*/', '* /')} */` : `// ${text}`),

	string: (value) => `"${value.replace(/[\\"\n\r\t]/g, (found) => escapes[found] ?? found)}"`,

	branch(branch) {
		switch (branch.form) {
			case 'switch':
				return armOf(branch);
			case 'table':
				return '';
			default:
				return ifOf(branch);
		}
	},

	// An arm ends by itself.
	leave: () => '',
	givesValue,
	separator: ',',
	unit: '    ',
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** An arm gives what the others give: where that is a value, one that leaves or panics fits among any. */
function armOf(branch: NewBranch): string {
	const { label, comment, oneLine, givesValue } = branch;
	const end = endOf(branch) ?? (givesValue ? 'todo!()' : '');
	if (oneLine) return `${label} => { ${write.comment(comment, true)}${end && ` ${end}`} }`;
	return `${label} => {\n\t${write.comment(comment)}${end && `\n\t${end}`}\n}`;
}

function ifOf(branch: NewBranch): string {
	const { subject, label, test = `${subject} == ${label}`, comment, oneLine, continued, givesValue } = branch;
	const end = endOf(branch) ?? (givesValue ? 'todo!()' : '');
	const head = `${continued ? 'else ' : ''}if ${test}`;
	return oneLine
		? `${head} { ${write.comment(comment, true)}${end && ` ${end}`} }`
		: `${head} {\n\t${write.comment(comment)}${end && `\n\t${end}`}\n}`;
}

/** Whether a match or an if gives a value: it is given to something, or stands last in what gives one. */
function givesValue(part: Part): boolean {
	const { fields, parent } = part;
	if (!parent || part.text.endsWith(';')) return parent !== undefined;
	if (parent.kind !== 'block') return fields.length > 0 && parent.kind !== 'statement' && givesInside(part, parent);
	const last = parent.children.findLast(({ kind }) => kind !== 'comment');
	return last === part && blockGives(parent);
}

/** Whether the value of an arm, of an `else if` or of a function is what that gives. */
function givesInside({ fields }: Part, around: Part): boolean {
	if (around.kind === 'case' || around.kind === 'default')
		return !fields.includes('body') || (around.parent !== undefined && givesValue(around.parent));
	if (around.kind === 'if') return fields.includes('condition') || givesValue(around);
	return true;
}

/** Whether the last value of a block is used: a function says so, and what stands around other blocks. */
function blockGives(block: Part): boolean {
	const around = block.parent;
	if (around?.kind !== 'function') return around !== undefined && around.kind !== 'loop' && givesInside(block, around);
	const from = childIn(around, 'parameters')?.end ?? block.start;
	if (childIn(around, 'name') === undefined) return true;
	return around.text.slice(from - around.start, block.start - around.start).includes('->');
}

/** What leaves by itself, or gives an error. */
const leaving = /^(?:return\b|continue\b|break\b|Err\(|(?:\w+::)*(?:panic|bail|unreachable|todo|unimplemented)!)[^{]*$/;

/** Where the others leave or give a value, the new branch ends as the default does. */
function endOf({ ending, likeDefault, givesValue }: NewBranch): string | undefined {
	if (ending === 'none' && !givesValue) return likeDefault?.startsWith('Err(') ? likeDefault : undefined;
	if (likeDefault !== undefined && leaving.test(likeDefault))
		return /^(?:return|break|continue)\b.*[^;]$/.test(likeDefault) ? `${likeDefault};` : likeDefault;
	if (ending === 'continue' || ending === 'break') return `${ending};`;
	return ending === 'return' ? 'return;' : ending === 'throw' ? 'todo!()' : undefined;
}
