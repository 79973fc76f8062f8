import type { HttpClient } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import type { ClientName } from './client-of-call.ts';
import { clientSite } from './client-site.ts';
import { refreshInFunction } from './refresh-code.ts';
import { retryInFunction, waitingIn } from './retry-code.ts';
import { refreshBySending, retryBySending } from './send-again.ts';

/** What is written, in the quotes of the file: Black's where it has both. */
function quoted(edits: readonly Edit[] | undefined, text: string): readonly Edit[] | undefined {
	const count = (quote: string): number => text.match(new RegExp(`${quote}[^'"\\n]+${quote}`, 'g'))?.length ?? 0;
	if (count("'") === 0 || count('"') > 0) return edits;
	return edits?.map((edit) => ({
		...edit,
		text: edit.text.replaceAll(/(?<!")"(Retry-After|str \| None|)"(?!")/g, "'$1'"),
	}));
}

function client(name: ClientName, imports: readonly string[]): HttpClient {
	return {
		name,
		imports,
		retryAfter(place) {
			const site = clientSite(place);
			const here = site?.client === name ? retryInFunction(site) : undefined;
			const edits = here ?? retryBySending(place, name, (isAsync, around) => waitingIn(place, isAsync, around));
			return quoted(edits, place.text);
		},
		refreshToken(place) {
			const site = clientSite(place);
			const here = site?.client === name ? refreshInFunction(site) : undefined;
			return here ?? refreshBySending(place, name);
		},
	};
}

/** The HTTP clients for which fixes write code. */
export const clients: readonly HttpClient[] = [
	client('requests', ['requests']),
	client('httpx', ['httpx']),
	client('aiohttp', ['aiohttp']),
	client('urllib', ['urllib.request', 'urllib.error', 'urllib']),
];
