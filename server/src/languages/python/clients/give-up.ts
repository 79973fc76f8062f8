import { leaves, statementsAfter } from '../../../syntax/dispatches/statements.ts';
import { childIn, type Part, partsAround } from '../../../syntax/parts/part.ts';
import { isNote } from './branch-code.ts';
import type { ClientSite } from './client-site.ts';
import { loopAround } from './loop-of-tries.ts';

/** Gives the error to the caller. */
export function passesOn({ caught, response }: ClientSite): string {
	return caught === undefined ? `${response}.raise_for_status()` : 'raise';
}

/**
 * Ends the tries: with the error, or with the loop where the error would be caught in it and the next try be made at once.
 * Undefined where what follows the loop would go on without a response.
 */
export function givesUp(site: ClientSite, at: Part): string | undefined {
	const loop = loopAround(at, site.around);
	if (!loop || !isCaught(at, loop)) return passesOn(site);
	const next = statementsAfter(loop).find((one) => !isNote(one));
	const isAnswer = next === undefined || next.kind === 'return' || /^raise\s+[\w.]+\(/.test(next.text);
	return hasElse(loop) || !isAnswer || loopAround(loop, site.around) ? undefined : 'break';
}

/** Types that an error of a response is one of. */
const types =
	/\b(?:Base)?Exception\b|\b(?:RequestException|HTTPError|HTTPStatusError|ClientError|ClientResponseError)\b/;

/** Whether an error is caught in the loop by what then goes on with it. */
function isCaught(at: Part, loop: Part): boolean {
	let inner = at;
	for (const around of partsAround(at)) {
		if (around === loop) return false;
		if (around.kind === 'try' && childIn(around, 'body') === inner) {
			const handler = around.children.find((child) => child.kind === 'catch' && catches(child));
			const statements = (handler && childIn(handler, 'body'))?.children ?? [];
			if (handler && (!leaves(statements) || goesOn(statements))) return true;
		}
		inner = around;
	}
	return false;
}

/** Whether a handler is for all errors, or for those of responses. */
function catches(handler: Part): boolean {
	const body = childIn(handler, 'body');
	const head = handler.text.slice('except'.length, body ? body.start - handler.start : undefined);
	return head.replace(/[\s:]/g, '') === '' || types.test(head);
}

const goesOn = (statements: readonly Part[]): boolean => statements.some(({ text }) => /\bcontinue\b/.test(text));

/** Whether a loop has something to do where it was not left. */
function hasElse(loop: Part): boolean {
	const body = childIn(loop, 'body');
	return body === undefined || /^\s*(?:#[^\n]*\n\s*)*else\b/.test(loop.text.slice(body.end - loop.start));
}
