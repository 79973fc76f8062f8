import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import type { Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { additions, ownName } from './added-function.ts';
import { withImports } from './imports.ts';
import type { SentRequest } from './request.ts';
import { doWithRetry, retryWait, sendWithRetry } from './retry-functions.ts';
import { contextAt, isWhile, triesIn, waitInLoop } from './wait-in-loop.ts';

/** Sends the request by a function that waits as Retry-After asks; a loop of tries waits as it asks itself. */
export function retryEdits(place: ClientPlace, request: SentRequest): readonly Edit[] | undefined {
	const { loop } = request;
	if (loop && (triesIn(loop) || (isWhile(loop) && goesOnAfterWait(place)))) return waitInLoop(place, request, loop);
	const { call, around, done, http } = request;
	if (repeatsItself(place, around)) return undefined;
	const context = done ? undefined : contextAt(call, around);
	const modules = ['net/http', 'strconv', 'time', ...(done ? [] : ['context'])];
	const imported = withImports(modules, place);
	if (!imported || call.text.includes('\n')) return undefined;
	const { names } = imported;
	const own = ownName(around);
	const send = done ? doWithRetry : sendWithRetry;
	const added = additions([() => retryWait(names, own), ([wait = '']) => send(names, own, wait)], place);
	if (!added) return undefined;
	const name = added.names[1] ?? '';
	const given = context ?? `${names.get('context')}.Background()`;
	const margin = /^[\t ]*/.exec(place.code.text.slice(place.code.text.lastIndexOf('\n', call.start) + 1))?.[0] ?? '';
	const sent = sending(`func() (*${http}.Response, error)`, call.text, margin);
	const text = done ? `${name}(${done.method}, ${done.request})` : `${name}(${given}, ${sent})`;
	const start = place.offset + call.start;
	return [{ start, end: place.offset + call.end, text }, ...added.edits, ...imported.edits];
}

/** A function of one line, or of more where gofmt breaks it: with a head and a body of more than a hundred columns. */
function sending(head: string, call: string, margin: string): string {
	const body = `return ${call}`;
	const isShort = head.length + body.length <= 100;
	return isShort ? `${head} { ${body} }` : `${head} {\n${margin}\t${body}\n${margin}}`;
}

/** Whether the branch waits and then begins the next turn, which asks for the same. */
function goesOnAfterWait({ branch }: ClientPlace): boolean {
	const text = branch.body.map((part) => part.text).join('\n');
	return /\.(?:Sleep|After)\(/.test(text) && /\bcontinue\b/.test(text);
}

/** Whether the branch calls its own function or goes back: it would do so again once it was given up. */
function repeatsItself({ branch }: ClientPlace, around: Part): boolean {
	const name = nameOfFunction(around);
	const text = branch.body.map((part) => part.text).join('\n');
	return /\bgoto\b/.test(text) || (name !== undefined && new RegExp(`(?<!\\w)${name}\\(`).test(text));
}
