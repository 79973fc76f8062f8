import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { argumentsOf } from '../../../syntax/subject.ts';
import { beginsLine, indentationAt, lineBreakAt } from '../../../syntax/text-lines.ts';
import { additions } from './added-functions.ts';
import type { SentRequest } from './request.ts';
import { httpDate, retryWait } from './retry-functions.ts';

const sleeping = /^(?:(?:tokio::time::|std::thread::|time::|thread::)?sleep)$/;

/** Whether a branch goes on with the next turn of the loop around, or waits for it. */
export function goesOn({ branch }: ClientPlace): boolean {
	return branch.body
		.flatMap((part) => partsIn(part))
		.some(({ kind, text }) => kind === 'continue' || /\bsleep\(/.test(text));
}

/**
 * Waits in a loop of counted tries as Retry-After asks, where it waits already; the loop ends where it is to be given
 * up. Undefined for other loops.
 */
export function waitInLoop(place: ClientPlace, sent: SentRequest, loop: Part): readonly Edit[] | undefined {
	const counter = countOf(loop);
	const wait = place.branch.body.flatMap((part) => partsIn(part)).find(isWait);
	if (counter === undefined || !wait || place.branch.body.some(({ text }) => /retry_?after|\bretry_wait\(/i.test(text)))
		return undefined;
	const added = additions([retryWait, httpDate], place);
	const { text, offset } = place;
	const start = offset + wait.start;
	if (!added || !beginsLine(text, start)) return undefined;
	const indent = indentationAt(text, start);
	const call = childIn(wait, 'inner') ?? wait;
	const callee = /^[\w:]+/.exec(call.text)?.[0] ?? '';
	const isAwaited = /\.await;?$/.test(wait.text);
	const lines = [
		`if let Some(wait) = retry_wait(${sent.response}.headers(), ${counter}) {`,
		`    ${callee}(wait)${isAwaited ? '.await' : ''};`,
		'} else {',
		'    break;',
		'}',
	];
	const written = lines.join(lineBreakAt(text, start) + indent);
	return [{ start, end: offset + wait.end, text: written }, ...withoutDuration(text, wait.text), ...added];
}

/** Takes away the import of `Duration` where only the wait that is written anew used it. */
function withoutDuration(text: string, wait: string): readonly Edit[] {
	const uses = (within: string): number => within.match(/\bDuration\b/g)?.length ?? 0;
	const found = /^use std::time::(?:Duration;\r?\n|\{(?:(Duration, )\w|[^{};]*?(, Duration)\b)[^{};]*\};)/m.exec(text);
	if (!found || uses(wait) === 0 || uses(text) !== uses(wait) + 1) return [];
	const [whole, first, other] = found;
	const named = first ?? other ?? whole;
	const start = found.index + whole.indexOf(named);
	return [{ start, end: start + named.length, text: '' }];
}

/** A statement that waits. */
function isWait(part: Part): boolean {
	if (part.kind !== 'statement') return false;
	let inner = childIn(part, 'inner');
	if (inner?.kind === 'await') inner = childIn(inner, 'inner');
	return (
		inner?.kind === 'call' && argumentsOf(inner).length === 1 && sleeping.test(childIn(inner, 'callee')?.text ?? '')
	);
}

/** How many tries came before: `for attempt in 0..3`, or `1..=3`. */
function countOf(loop: Part): string | undefined {
	const name = childIn(loop, 'name')?.text ?? '';
	const from = /^([01])\.\./.exec(childIn(loop, 'value')?.text ?? '')?.[1];
	if (!/^[a-z]\w*$/.test(name) || from === undefined) return undefined;
	return from === '0' ? `${name} as u32` : `${name} as u32 - 1`;
}
