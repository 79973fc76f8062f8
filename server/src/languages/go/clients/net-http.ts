import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { tokenEdits } from './refresh-code.ts';
import { sentRequest } from './request.ts';
import { retryEdits } from './retry-code.ts';

/**
 * The client of the standard library, and what has its method `Do`. What sends the request is what waits, or refreshes
 * the token: the branch then deals with what is given up.
 */
export const netHttp: HttpClient = {
	name: 'net/http',
	imports: ['net/http'],
	retryAfter: (place) => sorted(place, retryEdits),
	refreshToken: (place) => sorted(place, tokenEdits),
};

type Write = (place: ClientPlace, sent: NonNullable<ReturnType<typeof sentRequest>>) => readonly Edit[] | undefined;

function sorted(place: ClientPlace, write: Write): readonly Edit[] | undefined {
	const sent = sentRequest(place);
	const edits = sent && write(place, sent);
	const isWindows = place.text.includes('\r\n');
	return edits
		?.map((edit) => (isWindows ? { ...edit, text: edit.text.replaceAll('\n', '\r\n') } : edit))
		.sort((a, b) => a.start - b.start || a.end - b.end);
}
