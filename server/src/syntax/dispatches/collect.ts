import { Draft } from '../draft.ts';
import type { CollectingRule } from '../parts/node-roles.ts';
import type { PartField } from '../parts/part.ts';

/** Makes a call the list, the table or the row that it writes. */
export function collect(part: Draft, rules: readonly CollectingRule[]): void {
	const callee = part.children.find(({ fields }) => fields.includes('callee'))?.text.replace(/\s+/g, '');
	const given = part.children.find(({ fields }) => fields.includes('arguments'));
	const rule = callee === undefined ? undefined : rules.find((one) => one.callee.test(callee));
	if (!rule || !given) return;
	const values = given.children.filter(({ kind }) => kind !== 'comment');
	const comments = given.children.filter(({ kind }) => kind === 'comment');
	if (rule.kind === 'pair') {
		if (values.length !== 2) return;
		adopt(part, values, ['key', 'value']);
	} else if (rule.kind === 'transparent') {
		if (values.length !== 1) return;
		adopt(part, [...values, ...comments], ['inner']);
	} else if (rule.kind === 'collection' || values.every(({ kind }) => kind === 'pair')) {
		adopt(part, [...values, ...comments], ['element']);
	} else if (values.length % 2 === 0) {
		adopt(part, [...pairsOf(values, given), ...comments], ['element']);
	} else {
		return;
	}
	part.kind = rule.kind;
}

/** Gives a part its children, and says what each is to it; of several words the last goes for the rest. */
function adopt(part: Draft, children: readonly Draft[], fields: readonly PartField[]): void {
	part.children = [...children].sort((a, b) => a.start - b.start);
	for (const [index, child] of part.children.entries()) {
		const field = fields[Math.min(index, fields.length - 1)];
		child.fields = field === undefined || child.kind === 'comment' ? [] : [field];
		child.parent = part;
	}
}

/** Keys and values in turn, as rows. */
function pairsOf(values: readonly Draft[], owner: Draft): readonly Draft[] {
	return values.flatMap((key, index) => {
		const value = index % 2 === 0 ? values[index + 1] : undefined;
		if (!value) return [];
		const row = new Draft(key.start, value.end, 'pair', ['element'], owner, owner.source);
		adopt(row, [key, value], ['key', 'value']);
		return [row];
	});
}
