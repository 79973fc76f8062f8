import http from '../../catalog/builtin/http.json' with { type: 'json' };
import { nameLetters } from '../../catalog/code-name.ts';
import type { DraftEntry } from '../draft.ts';
import { type DocumentedResponse, hasRetryAfter } from './documented-responses.ts';

/** The statuses that operations document, and sentences on what was not made an entry. */
export interface DocumentedStatuses {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
}

const phrases = new Map(
	http.entries.map((entry) => [entry.value, [entry.title, ...(entry.otherNames ?? [])].map(nameLetters)]),
);
/** Descriptions that say no more than that it is an error. */
const empty =
	/^(?:an? |the )?(?:generic |default |unexpected |api |client |server )?(?:error|failure|failed)(?: (?:response|occurred))?\.?$/i;

/** One entry for each status from 400 up, with the words that most operations have for it. */
export function documentedStatuses(responses: readonly DocumentedResponse[]): DocumentedStatuses {
	const byStatus = new Map<number, DocumentedResponse[]>();
	let ranges = 0;
	for (const response of responses) {
		if (response.status === undefined) ranges += response.operations;
		else byStatus.set(response.status, [...(byStatus.get(response.status) ?? []), response]);
	}
	const notes: string[] = [];
	if (ranges > 0) notes.push(`Responses for “default” or for a range such as 4XX tell of no one status: ${ranges}.`);
	const various: string[] = [];
	const entries = [...byStatus]
		.toSorted(([one], [other]) => one - other)
		.map(([status, documented]): DraftEntry => {
			const words = descriptionsOf(documented, status);
			if (words.length > 1) various.push(`${status} (${words.length})`);
			const [description] = words;
			return {
				kind: 'status',
				value: status,
				...(description && { description }),
				...(documented.some(({ response }) => hasRetryAfter(response)) && { retry: 'retry-after' as const }),
			};
		});
	if (various.length > 0) {
		notes.push(`Statuses with more than one description, of which the commonest is kept: ${various.join(', ')}.`);
	}
	return { entries, notes };
}

/** What is said of a status, the commonest first, and of two that are as common the shorter one. */
function descriptionsOf(responses: readonly DocumentedResponse[], status: number): readonly string[] {
	const counts = new Map<string, number>();
	for (const { description, operations } of responses) {
		if (description === undefined || empty.test(description) || isPhrase(description, status)) continue;
		counts.set(description, (counts.get(description) ?? 0) + operations);
	}
	return [...counts]
		.toSorted(([one, often], [other, oftenToo]) => oftenToo - often || one.length - other.length)
		.map(([description]) => description);
}

/** Whether it is only the name of the status, or its number. */
function isPhrase(description: string, status: number): boolean {
	const letters = nameLetters(description);
	const names = phrases.get(status) ?? [];
	return (
		letters === String(status) ||
		names.some((name) => [name, `${status}${name}`, `${name}${status}`, `${name}error`].includes(letters))
	);
}
