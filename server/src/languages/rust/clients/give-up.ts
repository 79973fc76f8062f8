import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import type { SentRequest } from './request.ts';

/** Whether a branch waits, or sends again by calling its own function. */
export function repeatsItself({ branch }: ClientPlace, { around }: SentRequest): boolean {
	const own = nameOfFunction(around);
	return branch.body
		.flatMap((part) => partsIn(part))
		.some((part) => {
			const name = part.kind === 'call' ? /(\w+)$/.exec(childIn(part, 'callee')?.text ?? '')?.[1] : undefined;
			return name !== undefined && (name === own || name === 'sleep');
		});
}

/**
 * Once what sends the request repeats it, a branch that does so by itself is to do what the branch for all other errors
 * does. Undefined where that is not there, or gives the error a name.
 */
export function likeOthers({ dispatch, branch, offset }: ClientPlace): Edit | undefined {
	const other = dispatch.branches.find(({ isDefault }) => isDefault);
	const own = bodyOf(branch.part);
	const like = other && bodyOf(other.part);
	if (!own || !like || other.part.text.startsWith('_ if')) return undefined;
	if (dispatch.form !== 'switch') return { ...placed(own, offset), text: like.text };
	if (!/^_\s*=>/.test(other.part.text)) return undefined;
	const after = other.part.text.slice(like.end - other.part.start).trim();
	const text = like.text + (like.kind === 'block' ? after : ',');
	return { start: offset + own.start, end: offset + branch.part.end, text };
}

/** The body of an arm or of an `if`; an `else` is its own. */
const bodyOf = (part: Part): Part | undefined => (part.kind === 'block' ? part : childIn(part, 'body'));

const placed = ({ start, end }: Part, offset: number): { readonly start: number; readonly end: number } => ({
	start: offset + start,
	end: offset + end,
});
