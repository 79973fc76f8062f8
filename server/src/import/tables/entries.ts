import { entryKey } from '../../catalog/layer.ts';
import type { DraftEntry } from '../draft.ts';
import { listed } from '../reading/listed.ts';
import { plain } from './cells/cell-text.ts';
import { isSurelyCode } from './cells/code-cell.ts';
import type { Found, FoundTexts } from './cells/found.ts';
import { isPhraseOf, isStatus, phraseAtStart } from './cells/status-cell.ts';
import { clipped } from './page.ts';

/** Entries of one table or list, and sentences on what did not become one. */
export interface EntriesOf {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
}

/**
 * Makes entries of what was found. One code in several rows becomes one entry that tells of each.
 *
 * @param bareNumbers whether numbers without words are statuses or codes
 * @param status the status that all codes come with, where the page says so
 */
export function entriesOf(found: readonly Found[], bareNumbers: 'code' | 'status', status?: number): EntriesOf {
	const groups = new Map<string, Named[]>();
	for (const one of found.flatMap((row) => namedIn(row, bareNumbers, status))) {
		const key = entryKey(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	const several: string[] = [];
	const entries = [...groups.values()].map((group) => {
		const statuses = [...new Set(group.flatMap((one) => one.statuses))];
		const [first] = group;
		if (first && statuses.length > 1) several.push(`${first.value} (${statuses.join(', ')})`);
		return first && entryOf(first, group, statuses);
	});
	return { entries: entries.filter((entry) => entry !== undefined), notes: notesOn(found, several) };
}

interface Named {
	readonly kind: DraftEntry['kind'];
	readonly value: string | number;
	readonly statuses: readonly number[];
	readonly texts: FoundTexts;
}

function namedIn(found: Found, bareNumbers: 'code' | 'status', above: number | undefined): readonly Named[] {
	const { words, numbers, statuses, isRange, ...texts } = found;
	const beside = [...statuses, ...(words.length > 0 ? numbers.filter(isStatus) : [])];
	const said = beside.length > 0 || above === undefined ? beside : [above];
	const isStatusRow = words.length === 0 && bareNumbers === 'status';
	if (isStatusRow) {
		const plainly = withPhraseAsTitle(texts, numbers);
		return numbers.filter(isStatus).map((value) => ({ kind: 'status', value, statuses: [], texts: plainly }));
	}
	const values = words.length > 0 ? words : numbers;
	return values.map((value) => ({ kind: 'code', value, statuses: said.filter(isStatus), texts }));
}

/** Where the description of a status is HTTP's own phrase, or begins with it, the phrase is the title. */
function withPhraseAsTitle(texts: FoundTexts, [status = 0]: readonly number[]): FoundTexts {
	const { description = '', ...others } = texts;
	if (texts.title !== undefined) return texts;
	if (isPhraseOf(status, plain(description))) return { ...others, title: plain(description) };
	const phrase = phraseAtStart(status, description);
	const [, rest] = /^\s*(?:--|[-–—:])\s*(\S[\s\S]*)$/.exec(description.slice(phrase?.length ?? 0)) ?? [];
	return phrase === undefined || rest === undefined ? texts : { ...others, title: phrase, description: rest };
}

function entryOf(first: Named, group: readonly Named[], statuses: readonly number[]): DraftEntry {
	const { title, description, replacedBy, ...others } = together(group);
	const [status] = statuses;
	const titles = new Set(group.flatMap(({ texts }) => texts.title ?? []));
	return {
		kind: first.kind,
		value: first.value,
		...(statuses.length === 1 && status !== undefined && { status }),
		...(title && titles.size === 1 && title !== String(first.value) && { title }),
		...(description && { description: clipped(description) }),
		...others,
		...(replacedBy !== undefined && isSurelyCode(String(replacedBy)) && { replacedBy }),
	};
}

/** The texts of all rows: the first that has a field counts, but descriptions that differ all stay. */
function together(group: readonly Named[]): FoundTexts {
	const all = group.map(({ texts }) => texts);
	const merged: FoundTexts = Object.assign({}, ...all.toReversed());
	const descriptions = [
		...new Set(all.map(({ title, description }) => (description ? bullet(title, description) : ''))),
	];
	const different = new Set(all.map(({ description }) => description));
	if (different.size < 2 || descriptions.length < 2) return merged;
	const remedies = [...new Set(all.flatMap(({ remedy }) => remedy ?? []))];
	return {
		...merged,
		description: bulletList(descriptions),
		...(remedies.length > 1 && { remedy: clipped(bulletList(remedies.map((remedy) => bullet(undefined, remedy)))) }),
	};
}

function bullet(title: string | undefined, text: string): string {
	const line = text.replace(/\n+/g, ' ');
	return title === undefined ? `- ${line}` : `- **${title}**: ${line}`;
}

function bulletList(bullets: readonly string[]): string {
	return bullets.filter((line) => line !== '').join('\n');
}

function notesOn(found: readonly Found[], several: readonly string[]): readonly string[] {
	const ranges = found.filter(({ isRange, words, numbers }) => isRange && words.length + numbers.length === 0).length;
	return [
		...(ranges > 0 ? [`${ranges} ${ranges === 1 ? 'row names' : 'rows name'} a range, which is no entry.`] : []),
		...(several.length > 0
			? [`Documented with more than one status, so none is written down: ${listed(several)}.`]
			: []),
	];
}
