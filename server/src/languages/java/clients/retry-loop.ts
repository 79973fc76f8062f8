import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
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
	const [, counter, first] = counting.exec(sent.loop.text) ?? [];
	const sleep = onlySleep(place);
	if (!sleep || uses.test(sent.loop.text)) return undefined;
	// Elsewhere `break` would not leave the loop.
	const inner = wait.giveUp ? closest(sleep, 'loop', 'function') : closest(sleep, 'loop', 'switch', 'function');
	const attempt = first === '1' ? `${counter} - 1` : (counter ?? countedBefore(sleep, sent));
	return inner === sent.loop && attempt !== undefined ? waitInstead(place, sent, sleep, wait, attempt) : undefined;
}

/** What says how many tries there were, in a loop that counts them itself: `while (tries < 3)` with `tries++` in it. */
function countedBefore(sleep: Part, { loop, around }: SentRequest & { readonly loop: Part }): string | undefined {
	const counter = /^while\s*\(\s*(\w+)\s*<=?\s*[\w.]+\s*\)/.exec(loop.text)?.[1];
	if (counter === undefined) return undefined;
	const up = new RegExp(`\\b${counter}\\s*(?:\\+\\+|\\+=\\s*1\\b)|\\+\\+\\s*${counter}\\b`, 'g');
	const given = new RegExp(`\\b${counter}\\s*[-+*/]?=(?!=)|--\\s*${counter}\\b|\\b${counter}\\s*--`, 'g');
	const [only, ...more] = [...loop.text.matchAll(up)];
	const before = around.text.slice(0, loop.start - around.start);
	const isFromZero = new RegExp(`\\bint\\s+${counter}\\s*=\\s*0\\s*;`).test(before);
	const isOnlyUp = around.text.match(given)?.length === (only?.[0].includes('=') ? 2 : 1);
	if (!only || more.length > 0 || !isFromZero || !isOnlyUp) return undefined;
	return loop.start + only.index < sleep.start ? `${counter} - 1` : counter;
}

/**
 * In a method that calls itself with one more try counted, the branch waits as long as is asked for, or gives up.
 * Undefined where none is counted.
 */
export function waitInRecursion(place: ClientPlace, sent: SentRequest, wait: LoopWait): readonly Edit[] | undefined {
	const { around } = sent;
	const name = childIn(around, 'name')?.text ?? '';
	const calls = place.branch.body.flatMap((part) => partsIn(part)).filter(({ kind }) => kind === 'call');
	const call = calls.find((one) => /^(?:this\.)?(\w+)$/.exec(childIn(one, 'callee')?.text ?? '')?.[1] === name);
	const counter = call && argumentsOf(call).flatMap(({ text }) => /^(\w+)\s*\+\s*1$/.exec(text)?.[1] ?? [])[0];
	const parameters = childIn(around, 'parameters')?.text ?? '';
	const sleep = onlySleep(place);
	if (counter === undefined || !sleep || uses.test(around.text)) return undefined;
	if (!new RegExp(`\\bint\\s+${counter}\\b`).test(parameters) || closest(sleep, 'function') !== around)
		return undefined;
	const isFromOne = new RegExp(`\\b${name}\\((?:[^;]*,\\s*)?1\\)`).test(place.code.text);
	return waitInstead(place, sent, sleep, wait, isFromOne ? `${counter} - 1` : counter);
}

/** Names that what is written needs, and what shows that the header is read. */
const uses = /retry-?after|\b(?:wait|asked)\b/i;

/** The only statement of the branch that waits. */
function onlySleep({ branch, code }: ClientPlace): Part | undefined {
	const [sleep, ...others] = branch.body.flatMap((part) => partsIn(part)).filter(isSleep);
	return sleep && others.length === 0 && beginsLine(code.text, sleep.start) ? sleep : undefined;
}

/** Waits as long as is asked for in place of the statement. */
function waitInstead(
	place: ClientPlace,
	sent: SentRequest,
	sleep: Part,
	wait: LoopWait,
	attempt: string,
): readonly Edit[] | undefined {
	const { code, offset, text: all } = place;
	const added = additions([wait.method], place);
	const imported = importEdits(wait.imports, place);
	if (!added || !imported) return undefined;
	const released = isKept(sent) ? undefined : wait.release?.(sent.response);
	const lines = [
		`String asked = ${wait.header(sent.response)};`,
		`Duration wait = retryAfterWait(asked, ${attempt});`,
		'if (wait == null) {',
		(indentationUnit(all) ?? '    ') + (wait.giveUp?.(sent.response) ?? 'break;'),
		'}',
		...(released === undefined ? [] : [released]),
		'Thread.sleep(wait.toMillis());',
	];
	const text = lines.join(lineBreakAt(all, offset + sleep.start) + indentationAt(code.text, sleep.start));
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
