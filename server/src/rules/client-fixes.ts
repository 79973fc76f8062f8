import type { Analysis } from '../analysis/analysis.ts';
import type { ClientPlace, HttpClient } from '../syntax/language.ts';
import type { ErrorBranch } from './error-branches.ts';
import type { Fix } from './rule.ts';

/** Waits as long as Retry-After asks, in the words of the client that made the request. */
export function waitFix(branch: ErrorBranch, analysis: Analysis): readonly Fix[] {
	return fixOf('Add Retry-After handling', branch, analysis, (client, place) => client.retryAfter(place));
}

/** Refreshes an expired token once and repeats once, in the words of the client that made the request. */
export function refreshFix(branch: ErrorBranch, analysis: Analysis): readonly Fix[] {
	return fixOf('Refresh the token and repeat once', branch, analysis, (client, place) => client.refreshToken(place));
}

type Write = (client: HttpClient, place: ClientPlace) => Fix['edits'] | undefined;

/** What the first client writes that can. */
function fixOf(
	title: string,
	{ judged, block, branch }: ErrorBranch,
	analysis: Analysis,
	write: Write,
): readonly Fix[] {
	const place: ClientPlace = {
		text: analysis.document.getText(),
		offset: block.start,
		dialect: analysis.dialect,
		dispatch: judged.dispatch,
		branch,
		code: block.code,
		dependencies: analysis.dependencies,
		blocks: analysis.blocks.map(({ start, code }) => ({ start, end: start + code.text.length, code })),
	};
	for (const client of analysis.language.clients) {
		const edits = write(client, place);
		if (edits && edits.length > 0) return [{ title, edits, safe: false }];
	}
	return [];
}
