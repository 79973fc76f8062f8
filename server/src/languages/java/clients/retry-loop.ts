import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, indentationUnit, lineBreakAt } from '../../../syntax/text-lines.ts';
import { type AddedMethod, additions } from './added-methods.ts';
import { importEdits } from './imports.ts';
import type { SentRequest } from './request.ts';

/** How a loop waits: by a method that says how long, given what the header says. */
export interface LoopWait {
	readonly method: AddedMethod;
	readonly imports: readonly string[];
	/** The value of the header, of the response by its name; null where there is none. */
	header(response: string): string;
	/** Gives the connection back; undefined where nothing has to. */
	release?(response: string): string;
	/** Ends the tries; by `break` if left out. */
	giveUp?(response: string): string;
}

/** A loop that counts its tries: `for (int attempt = 0; attempt < 3; attempt++)`. */
const counting = /^for\s*\(\s*(?:int|var)\s+(\w+)\s*=\s*([01])\s*;[^;]*;\s*(?:\+\+\s*\1|\1\s*\+\+)\s*\)/;
const sleeping = /^(?:Thread|TimeUnit\.\w+)\.sleep\([^;]*\);$/;

/** In a loop of tries the branch waits as long as is asked for instead of as long as it says, or leaves the loop. */
export function waitInLoop(
	place: ClientPlace,
	sent: SentRequest & { readonly loop: Part },
	wait: LoopWait,
): readonly Edit[] | undefined {
	const { branch, code, offset } = place;
	const [, counter, first] = counting.exec(sent.loop.text) ?? [];
	const [sleep, ...others] = branch.body.flatMap((part) => partsIn(part)).filter(isSleep);
	const known = sent.loop.text;
	if (counter === undefined || !sleep || others.length > 0 || /retry-?after|\b(?:wait|asked)\b/i.test(known))
		return undefined;
	// Elsewhere `break` would not leave the loop.
	const inner = wait.giveUp ? closest(sleep, 'loop', 'function') : closest(sleep, 'loop', 'switch', 'function');
	if (inner !== sent.loop || !beginsLine(code.text, sleep.start)) return undefined;
	const added = additions([wait.method], place);
	const imported = importEdits(wait.imports, place);
	if (!added || !imported) return undefined;
	const attempt = first === '1' ? `${counter} - 1` : counter;
	const unit = indentationUnit(place.text) ?? '    ';
	const released = isKept(sent) ? undefined : wait.release?.(sent.response);
	const lines = [
		`String asked = ${wait.header(sent.response)};`,
		`Duration wait = retryAfterWait(asked, ${attempt});`,
		'if (wait == null) {',
		unit + (wait.giveUp?.(sent.response) ?? 'break;'),
		'}',
		...(released === undefined ? [] : [released]),
		'Thread.sleep(wait.toMillis());',
	];
	const text = lines.join(lineBreakAt(place.text, offset + sleep.start) + indentationAt(code.text, sleep.start));
	const edit = { start: offset + sleep.start, end: offset + sleep.end, text };
	return [edit, ...added, ...imported].sort((a, b) => a.start - b.start || a.end - b.end);
}

const isSleep = ({ kind, text }: Part): boolean => kind === 'statement' && sleeping.test(text);

/** Whether a try gives the response back by itself: `try (Response response = …)`. */
function isKept({ call, response }: SentRequest): boolean {
	const around = closest(call, 'try');
	const body = around && childIn(around, 'body');
	const head = around && body ? around.text.slice(0, body.start - around.start) : '';
	return new RegExp(`\\b${response}\\s*=`).test(head);
}
