import { Draft } from '../draft.ts';
import type { PartField, PartKind } from './part.ts';

/**
 * Joins the conditions that stand in a row before the body of a part, with commas between them, to one: values that are
 * given to names, patterns that are asked for and tests. Signs and words are told by what they are to the part:
 * `separate` for a comma, `operator` for what gives a value, `all` for the word before a pattern.
 * @param wanted whether the body is for where all of them hold, or for where one does not
 */
export function joinClauses(part: Draft, wanted: 'all' | 'none'): void {
	const end = part.children.findIndex(({ kind, fields }) => kind === 'block' && fields.includes('body'));
	const before = part.children.slice(0, end < 0 ? part.children.length : end);
	const clauses = splitAt(before, (child) => child.fields.includes('separate')).flatMap((group) =>
		clauseOf(group, part),
	);
	const [first, ...more] = clauses;
	if (!first) return;
	const joined = more.length > 0 ? made('and', clauses, part) : first;
	const condition = wanted === 'none' ? made('not', [joined], part) : joined;
	if (wanted === 'none') joined.fields = ['inner'];
	condition.fields = ['condition'];
	condition.parent = part;
	part.children = [condition, ...part.children.slice(before.length)];
}

/** One condition of its pieces; nothing where they say nothing. */
function clauseOf(pieces: readonly Draft[], owner: Draft): readonly Draft[] {
	const values = pieces.filter(({ kind, text }) => kind !== 'comment' && !/^(?:let|var)$/.test(text));
	const sign = values.findIndex(({ fields }) => fields.includes('operator'));
	const value = values[sign + 1];
	if (sign < 0 || !value) return values.slice(0, 1).map((one) => inField(one, []));
	const [word, ...pattern] = values.slice(0, sign);
	if (!word) return [];
	if (!word.fields.includes('all'))
		return [made('variable', [inField(word, ['name']), inField(value, ['value'])], owner)];
	const label = patternOf(word, pattern, owner);
	return label ? [made('comparison', [inField(label, ['label']), inField(value, ['left'])], owner)] : [];
}

/** `.gone` is a member of what the value is; a pattern with more in it cannot be told. */
function patternOf(word: Draft, pieces: readonly Draft[], owner: Draft): Draft | undefined {
	const [first, ...more] = pieces;
	const last = pieces.at(-1);
	if (!first || !last) return undefined;
	if (more.length === 0 && first.kind !== undefined) return first;
	const start = /^\s*\./.test(owner.source.slice(word.end, first.start))
		? owner.source.indexOf('.', word.end)
		: first.start;
	const isMember = more.length === 0 && start < first.start;
	const pattern = new Draft(start, last.end, isMember ? 'member' : 'dynamic', [], owner, owner.source);
	pattern.children = pieces.map((piece) =>
		Object.assign(inField(piece, isMember ? ['property'] : []), { parent: pattern }),
	);
	return pattern;
}

/** Parts a declaration of several, each by a name with what follows, into one for each. */
export function splitMembers(part: Draft): void {
	const groups: Draft[][] = [];
	for (const child of part.children) {
		if (child.fields.includes('name')) groups.push([child]);
		else groups.at(-1)?.push(child);
	}
	const [own, ...others] = groups;
	if (!own || others.length === 0) return;
	part.children = own;
	part.end = own.at(-1)?.end ?? part.end;
	for (const group of others) {
		const member = made(part.kind, group, part.parent ?? part);
		member.fields = [...part.fields];
		part.parent?.children.push(member);
	}
}

/** A part of others, from the first of them to the last. */
function made(kind: PartKind | undefined, children: readonly Draft[], parent: Draft): Draft {
	const start = Math.min(...children.map((child) => child.start));
	const end = Math.max(...children.map((child) => child.end));
	const part = new Draft(start, end, kind, [], parent, parent.source);
	part.children = [...children];
	for (const child of children) child.parent = part;
	return part;
}

function inField(part: Draft, fields: PartField[]): Draft {
	part.fields = fields;
	return part;
}

function splitAt(parts: readonly Draft[], isEnd: (part: Draft) => boolean): readonly (readonly Draft[])[] {
	const groups: Draft[][] = [[]];
	for (const part of parts) {
		if (isEnd(part)) groups.push([]);
		else groups.at(-1)?.push(part);
	}
	return groups;
}
