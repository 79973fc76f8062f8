import type { ClientPlace } from '../../../syntax/language.ts';
import { closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt } from '../../../syntax/text-lines.ts';
import { laidOut, memberEdits } from './members.ts';
import { retryAfterWait } from './retry-after-wait.ts';
import type { SentRequest } from './sent-request.ts';
import { usingEdits } from './usings.ts';

/** A loop that counts its tries: `for (var attempt = 0; attempt < 3; attempt++)`. */
const counting = /^for\s*\(\s*(?:int|var)\s+(\w+)\s*=\s*([01])\s*;[^;]*;\s*(?:\+\+\s*\1|\1\s*\+\+)\s*\)/;
const delaying = /^await\s+Task\.Delay\([^;]*\)(\.ConfigureAwait\(false\))?;$/;
const sleeping = /^Thread\.Sleep\([^;]*\);$/;

/** In a loop of tries the branch waits as long as is asked for instead of as long as it says, or leaves the loop. */
export function waitInLoop(place: ClientPlace, sent: SentRequest, loop: Part): readonly Edit[] | undefined {
	const { branch, code, offset, text } = place;
	const [, counter, first] = counting.exec(loop.text) ?? [];
	const [sleep, ...others] = branch.body.flatMap((part) => partsIn(part)).filter(isSleep);
	if (counter === undefined || !sleep || others.length > 0 || sent.response === '') return undefined;
	// Elsewhere `break` would not leave the loop.
	const inner = closest(sleep, 'loop', 'switch', 'function');
	if (inner !== loop || !beginsLine(code.text, sleep.start) || /retry-?after|\bwait\b/i.test(loop.text))
		return undefined;
	const members = memberEdits([retryAfterWait], place, sent.call);
	if (!members) return undefined;
	const attempt = first === '1' ? `${counter} - 1` : counter;
	const delay = delaying.exec(sleep.text);
	const end = sent.token === undefined ? '' : `, ${sent.token}`;
	const lines = [
		`var wait = RetryAfterWait(${sent.response}, ${attempt});`,
		'if (wait == null)',
		'{',
		'\tbreak;',
		'}',
		'',
		delay ? `await Task.Delay(wait.Value${end})${delay[1] ?? ''};` : 'Thread.Sleep(wait.Value);',
	];
	const start = offset + sleep.start;
	const margin = indentationAt(text, start);
	const written = laidOut(lines.join('\n'), margin, place).slice(margin.length);
	const edit = { start, end: offset + sleep.end, text: written };
	return [edit, ...members, ...usingEdits(['System', 'System.Net.Http'], place)].sort(
		(a, b) => a.start - b.start || a.end - b.end,
	);
}

const isSleep = ({ kind, text }: Part): boolean => kind === 'statement' && (delaying.test(text) || sleeping.test(text));
