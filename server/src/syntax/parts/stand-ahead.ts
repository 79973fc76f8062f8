import type { Draft } from '../draft.ts';
import { partsIn } from './part.ts';

/**
 * Moves what stands ahead of a member of an enum into it, and gives it the string that it stands for.
 * @param names matches the text before that string: `serde(rename = `
 */
export function standAhead(ahead: readonly Draft[], member: Draft, names: RegExp): void {
	const { parent } = member;
	const [first] = ahead;
	if (!parent || !first || member.kind !== 'enum-member') return;
	parent.children = parent.children.filter((child) => !ahead.includes(child));
	for (const one of ahead) one.parent = member;
	member.children.unshift(...ahead);
	member.start = first.start;
	if (member.children.some(({ fields }) => fields.includes('value'))) return;
	for (const one of ahead) {
		const value = partsIn(one).find(
			({ kind, start }) => kind === 'string' && names.test(one.source.slice(one.start, start)),
		) as Draft | undefined;
		if (!value?.parent) continue;
		value.parent.children = value.parent.children.filter((child) => child !== value);
		value.parent = member;
		value.fields = ['value'];
		member.children.unshift(value);
		return;
	}
}
