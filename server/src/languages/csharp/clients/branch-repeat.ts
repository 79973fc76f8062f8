import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import { statementsOf } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';
import type { SentRequest } from './sent-request.ts';

/** What goes to the caller, where what sends the request has given up. */
const givenOn = 'throw new HttpRequestException("too many requests")';
const waits = /^(?:await\s+Task\.Delay|Thread\.Sleep)\([^;]*\)(?:\.ConfigureAwait\(\w+\))?;$/;
/** Calls that wait, or after which the request may be sent again, in ways that cannot be told. */
const mayRepeat =
	/\b(?:Task\.Delay|Thread\.Sleep|(?:\w*(?:Retry|Resend|Repeat|Reschedule|Requeue))\w*|(?:Get|Send|Post|Put)Async)\(/;

/**
 * Edits by which a branch hands the error on where it waits and calls its own method again: what sends the request does
 * both then. Nothing where the branch does neither; undefined where it repeats in another way.
 */
export function withoutRepeat(
	{ branch, offset, text }: ClientPlace,
	{ around }: SentRequest,
): readonly Edit[] | undefined {
	const name = nameOfFunction(around);
	const calls = new RegExp(`^(?:await\\s+)?(?:this\\.)?${name}\\([^;]*\\)(?:\\.ConfigureAwait\\(\\w+\\))?$`);
	const statements = branch.body.flatMap(statementsOf);
	const all = statements.map((one) => one.text).join('\n');
	if (name === undefined || !new RegExp(`\\b${name}\\(`).test(all)) return mayRepeat.test(all) ? undefined : [];
	const edits: Edit[] = [];
	let isGivenOn = false;
	for (const one of statements) {
		const [start, end] = [offset + one.start, offset + one.end];
		if (waits.test(one.text) && beginsLine(text, start)) {
			const line = lineStartAt(text, start);
			edits.push({ start: line - lineBreakAt(text, line).length, end, text: '' });
		} else if (calls.test(givenBy(one))) {
			edits.push({ start, end, text: one.kind === 'return' ? `${givenOn};` : givenOn });
			isGivenOn = true;
		}
	}
	return isGivenOn ? edits : undefined;
}

/** What a statement gives back, or the value that stands in its place. */
function givenBy(statement: Part): string {
	if (statement.kind === 'return') return childIn(statement, 'value')?.text ?? '';
	return statement.kind === 'await' || statement.kind === 'call' ? statement.text : '';
}
