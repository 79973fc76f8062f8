import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
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
	const asked = `retry_wait(${sent.response}.headers(), ${counter})`;
	const written = added && (wait.kind === 'statement' ? asStatement : asArm)(wait, asked, place);
	return written && [written, ...withoutDuration(place.text, wait.text), ...added];
}

/** The call that waits, for as long as `wait` says. */
function waiting({ text }: Part): string {
	const callee = /^[\w:]+/.exec(text)?.[0] ?? '';
	return `${callee}(wait)${/\.await;?$/.test(text) ? '.await' : ''}`;
}

function asStatement(wait: Part, asked: string, { text, offset }: ClientPlace): Edit | undefined {
	const start = offset + wait.start;
	const lines = [`if let Some(wait) = ${asked} {`, `    ${waiting(wait)};`, '} else {', '    break;', '}'];
	if (!beginsLine(text, start)) return undefined;
	return { start, end: offset + wait.end, text: lines.join(lineBreakAt(text, start) + indentationAt(text, start)) };
}

/** As the whole of an arm. */
function asArm(wait: Part, asked: string, { text, offset, branch }: ClientPlace): Edit | undefined {
	const start = offset + branch.part.start;
	const lines = [`match ${asked} {`, `    Some(wait) => ${waiting(wait)},`, '    None => break,', '}'];
	if (!beginsLine(text, start)) return undefined;
	const written = lines.join(lineBreakAt(text, start) + indentationAt(text, start));
	return { start: offset + wait.start, end: offset + wait.end, text: written };
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

/** A statement that waits, or the value of an arm that does. */
function isWait(part: Part): boolean {
	const isWhole = part.kind === 'statement' || part.fields.includes('body');
	let inner = part.kind === 'statement' ? childIn(part, 'inner') : part;
	if (inner?.kind === 'await') inner = childIn(inner, 'inner');
	const called = inner?.kind === 'call' && argumentsOf(inner).length === 1 ? childIn(inner, 'callee')?.text : undefined;
	return isWhole && called !== undefined && sleeping.test(called);
}

/** How many tries came before: `for attempt in 0..3`, or `1..=3`. */
function countOf(loop: Part): string | undefined {
	const name = childIn(loop, 'name')?.text ?? '';
	const from = /^([01])\.\./.exec(childIn(loop, 'value')?.text ?? '')?.[1];
	if (!/^[a-z]\w*$/.test(name) || from === undefined) return undefined;
	return from === '0' ? `${name} as u32` : `${name} as u32 - 1`;
}
