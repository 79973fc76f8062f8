import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { additions } from './added-functions.ts';
import { sentBy } from './chain.ts';
import { likeOthers, repeatsItself } from './give-up.ts';
import { refreshEdits } from './refresh-code.ts';
import { type SentRequest, sentRequest } from './request.ts';
import { httpDate, retryWait, sendWithRetry } from './retry-functions.ts';
import { goesOn, waitInLoop } from './wait-in-loop.ts';

/**
 * The crate reqwest, asynchronous on tokio and blocking. What sends the request is what waits, or refreshes the token:
 * the branch then deals with what is given up.
 */
export const reqwest: HttpClient = {
	name: 'reqwest',
	imports: ['reqwest'],
	retryAfter: (place) => sorted(place, retryEdits),
	refreshToken: (place) => sorted(place, refreshEdits),
};

type Write = (place: ClientPlace, sent: SentRequest) => readonly Edit[] | undefined;

function sorted(place: ClientPlace, write: Write): readonly Edit[] | undefined {
	const sent = sentRequest(place);
	// Without tokio, there is nothing to wait by.
	if (!sent || (sent.isAsync && !hasTokio(place))) return undefined;
	return write(place, sent)?.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The file names it, or the project depends on it: reqwest brings it, and does not lend it. */
function hasTokio({ text, dependencies }: ClientPlace): boolean {
	return /\btokio\b/.test(text) || dependencies?.has('tokio') === true;
}

/** Sends the request by a function that waits as Retry-After asks; a loop of tries waits as it asks itself. */
function retryEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	if (sent.loop && goesOn(place)) return waitInLoop(place, sent, sent.loop);
	const givesUp = repeatsItself(place, sent) ? likeOthers(place) : 'already';
	if (givesUp === undefined) return undefined;
	const send = sendWithRetry(sent.isAsync);
	const added = additions([send, retryWait, httpDate], place);
	const replaced = added && sentBy(send.name, sent, place);
	return replaced && [...replaced, ...added, ...(givesUp === 'already' ? [] : [givesUp])];
}
