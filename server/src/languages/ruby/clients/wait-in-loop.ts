import { statementsOf } from '../../../syntax/dispatches/statements.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, lineBreakAt, lineEndAt, lineStartAt } from '../../../syntax/text-lines.ts';
import { isSleep, laidOut } from './branch-body.ts';
import { type LoopOfTries, loopOfTries } from './loop-of-tries.ts';
import { attempts } from './repeat.ts';
import type { FoundResponse } from './response-of.ts';

/**
 * In a loop that waits and tries again by itself, only how long it waits becomes another: as long as the header asks.
 * Undefined where there is no such loop.
 */
export function waitInLoop(place: ClientPlace, header: string, response: FoundResponse): readonly Edit[] | undefined {
	const { branch, text, offset } = place;
	const isIf = branch.part.kind === 'if';
	const statements = isIf ? statementsOf(childIn(branch.part, 'body')) : branch.body;
	const [sleep, ...others] = statements.filter(isSleep);
	const last = statements.at(-1);
	if (!sleep || others.length > 0 || last?.kind !== 'continue') return undefined;
	if (!beginsLine(text, offset + sleep.start) || lineEndAt(text, offset + sleep.end) !== offset + sleep.end)
		return undefined;
	const loop = loopOfTries(place, sleep, last.text.startsWith('retry'), response.request);
	if (!loop) return undefined;
	const counted = counting(place, loop);
	if (!counted) return undefined;
	const given = assignedFor(sleep, statements);
	const name = given ? (childIn(given, 'left')?.text ?? 'wait') : 'wait';
	const asked = `retry_after_wait(${header}, ${counted.counter})`;
	const passOn = response.isRescued ? 'raise' : `raise "Rate limited: gave up at try #{${triesOf(counted.counter)}}"`;
	const after = [`${passOn} unless ${name}`, ...counted.next];
	const lines = [`${name} = ${asked}`, ...after];
	const at = given ?? sleep;
	const added = laidOut(given ? lines : [...lines, `sleep ${name}`], indentationAt(text, offset + at.start), place);
	return [...counted.above, { start: lineStartAt(text, offset + at.start), end: offset + at.end, text: added }];
}

const triesOf = (counter: string): string => (counter.endsWith(' - 1') ? counter.slice(0, -4) : `${counter} + 1`);

/** The loop's own counter, or one that is added to it. */
function counting(place: ClientPlace, { counter, part }: LoopOfTries) {
	if (counter !== undefined) return { counter, above: [], next: [] };
	const { text, offset } = place;
	const start = offset + part.start;
	if (!beginsLine(text, start) || new RegExp(`\\b${attempts.name}\\b`).test(place.code.text)) return undefined;
	const at = lineStartAt(text, start);
	const added = `${indentationAt(text, start)}${attempts.name} = 0${lineBreakAt(text, start)}`;
	return { counter: attempts.name, above: [{ start: at, end: at, text: added }], next: [`${attempts.name} += 1`] };
}

/** The statement of the branch that says how long is waited, so that a log after it tells the same. */
function assignedFor(sleep: Part, statements: readonly Part[]): Part | undefined {
	const [given] = argumentsOf(sleep);
	const name = given && /^[a-z_]\w*$/.exec(given.text)?.[0];
	// `tries += 1` counts: what is waited has a variable of its own.
	const isGiven = (one: Part): boolean => one.kind === 'assignment' && /^[a-z_]\w*\s*=(?![=~])/.test(one.text);
	const found = statements.filter((one) => isGiven(one) && childIn(one, 'left')?.text === name);
	const [only, ...more] = found;
	return only && more.length === 0 && only.start < sleep.start && partsIn(only).length > 1 ? only : undefined;
}
