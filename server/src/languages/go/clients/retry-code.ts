import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import type { Part } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { additions, ownName } from './added-function.ts';
import { withImports } from './imports.ts';
import type { SentRequest } from './request.ts';
import { doWithRetry, retryWait, sendWithRetry } from './retry-functions.ts';
import { contextAt, triesIn, waitInLoop } from './wait-in-loop.ts';

/** Sends the request by a function that waits as Retry-After asks; a loop of tries waits as it asks itself. */
export function retryEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	if (sent.loop && triesIn(sent.loop)) return waitInLoop(place, sent, sent.loop);
	const { call, around, done } = sent;
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
	const text = done
		? `${name}(${done.method}, ${done.request})`
		: `${name}(${context ?? `${names.get('context')}.Background()`}, func() (*${sent.http}.Response, error) { return ${call.text} })`;
	const start = place.offset + call.start;
	return [{ start, end: place.offset + call.end, text }, ...added.edits, ...imported.edits];
}

/** Whether the branch calls its own function or goes back: it would do so again once it was given up. */
function repeatsItself({ branch }: ClientPlace, around: Part): boolean {
	const name = nameOfFunction(around);
	const text = branch.body.map((part) => part.text).join('\n');
	return /\bgoto\b/.test(text) || (name !== undefined && new RegExp(`(?<!\\w)${name}\\(`).test(text));
}
