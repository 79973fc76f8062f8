import { statementsOf } from '../../syntax/dispatches/statements.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';

/** Whether a function comes to nothing but an error in the end: it throws, or gives a promise that is rejected. */
export function givesUp(part: Part): boolean {
	const last = statementsOf(childIn(part, 'body')).at(-1);
	const value = last?.kind === 'return' ? childIn(last, 'value') : last;
	return last?.kind === 'throw' || (value?.kind === 'call' && childIn(value, 'callee')?.text === 'Promise.reject');
}
