import type { Dispatch } from '../../syntax/code.ts';
import { leaves, statementsOf } from '../../syntax/dispatches/statements.ts';
import { pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';

/** What a response or a result says of itself where nothing went wrong: `response.ok`. */
const wentWell = /^(.+)\.(?:ok|is_?ok|success|is_?success(?:ful)?|successful)$/i;

/**
 * Whether whatever is no success has left before the dispatch: `if (!response.ok) throw new ApiError(response)`.
 * @param paths what the dispatch looks at, as written and where it comes from
 */
export function leavesEarlier({ part }: Dispatch, paths: readonly string[]): boolean {
	for (let inner = part, around = part.parent; around; inner = around, around = around.parent) {
		const before = around.children.filter(({ kind, end }) => kind === 'if' && end <= inner.start);
		if (before.some((guard) => isGuard(guard, paths))) return true;
	}
	return false;
}

function isGuard(guard: Part, paths: readonly string[]): boolean {
	return leaves(statementsOf(childIn(guard, 'body'))) && isFailure(childIn(guard, 'condition'), paths);
}

/** Whether a condition holds for every response that is no success, among others. */
function isFailure(condition: Part | undefined, paths: readonly string[]): boolean {
	switch (condition?.kind) {
		case 'transparent':
		case 'or':
			return condition.children.some((child) => isFailure(child, paths));
		case 'not': {
			const owner = wentWell.exec(pathOf(condition.children[0]) ?? '')?.[1];
			return owner !== undefined && paths.some((path) => path.startsWith(`${owner}.`));
		}
		default:
			return false;
	}
}
