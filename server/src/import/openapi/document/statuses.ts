import http from '../../../catalog/builtin/http.json' with { type: 'json' };
import { nameLetters } from '../../../catalog/code-name.ts';
import type { DraftEntry } from '../../draft.ts';
import { type DocumentedResponse, hasRetryAfter } from './responses.ts';

/** The statuses that operations document, and sentences on what was not made an entry. */
export interface DocumentedStatuses {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
}

const phrases = new Set(http.entries.flatMap((entry) => [entry.title, ...(entry.otherNames ?? [])]).map(nameLetters));
/** Descriptions that say no more than that it is an error. */
const empty =
	/^(?:an? |the )?(?:generic |default |unexpected |api |client |server )?(?:error|failure|failed)(?: (?:response|occurred))?\.?$/i;

/** The part of the operations that must say the same, as a divisor: what fewer say is about them, and not about the API. */
const fewest = 3;

/** One entry for each status from 400 up, with the words that most operations have for it. */
export function documentedStatuses(responses: readonly DocumentedResponse[]): DocumentedStatuses {
	const byStatus = new Map<number, DocumentedResponse[]>();
	let ranges = 0;
	for (const response of responses) {
		const known = response.status === undefined ? undefined : byStatus.get(response.status);
		if (response.status === undefined) ranges += response.operations;
		else if (known) known.push(response);
		else byStatus.set(response.status, [response]);
	}
	const notes: string[] = [];
	if (ranges > 0) notes.push(`Responses for “default” or for a range such as 4XX tell of no one status: ${ranges}.`);
	const kept: string[] = [];
	const open: string[] = [];
	const entries = [...byStatus]
		.toSorted(([one], [other]) => one - other)
		.map(([status, documented]): DraftEntry => {
			const { commonest, others } = descriptionsOf(documented);
			if (others > 0) (commonest ? kept : open).push(`${status} (${others + (commonest ? 1 : 0)})`);
			return {
				kind: 'status',
				value: status,
				...(commonest && { description: commonest }),
				...(documented.some(({ response }) => hasRetryAfter(response)) && { retry: 'retry-after' as const }),
			};
		});
	if (kept.length > 0) {
		notes.push(`Statuses with more than one description, of which the commonest is kept: ${kept.join(', ')}.`);
	}
	if (open.length > 0) notes.push(`Statuses with too many descriptions to keep one of them: ${open.join(', ')}.`);
	return { entries, notes };
}

/**
 * What most operations say of a status, in the shortest way of those that are as common; undefined where too few of them
 * agree. And how many other descriptions there are.
 */
function descriptionsOf(responses: readonly DocumentedResponse[]) {
	const counts = new Map<string, { readonly description: string; operations: number }>();
	let all = 0;
	for (const { description, operations } of responses) {
		if (description === undefined || isEmpty(description)) continue;
		all += operations;
		const key = description.replace(/\s+/g, ' ').replace(/\.$/, '');
		const count = counts.get(key) ?? { description, operations: 0 };
		count.operations += operations;
		counts.set(key, count);
	}
	const [first] = [...counts.values()].toSorted(
		(one, other) => other.operations - one.operations || one.description.length - other.description.length,
	);
	const isCommon = first !== undefined && first.operations * fewest >= all;
	return { commonest: isCommon ? first.description : undefined, others: counts.size - (isCommon ? 1 : 0) };
}

/** Whether it says nothing: the name of a status, its number, or a name of a schema. */
function isEmpty(description: string): boolean {
	if (description.length > 100) return false;
	if (empty.test(description) || /^[\w.-]*$/.test(description)) return true;
	const letters = nameLetters(description).replace(/^\d{3}|\d{3}$/g, '');
	return ['', 'error', 'response', 'errorresponse'].some(
		(end) => letters === end || (letters.endsWith(end) && phrases.has(letters.slice(0, letters.length - end.length))),
	);
}
