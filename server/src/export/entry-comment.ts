import type { Catalog, Entry, Retry } from '../catalog/catalog.ts';

/**
 * The layout of the comments of an export, written and read: an import of an export finds each text in its own field
 * again. Beside the title and the description these are a remedy with words before it, and sentences of fixed words.
 */
const remedyLead = 'What to do: ';
const requiredSentence = 'Must be handled by name.';
const repeats: Readonly<Record<Retry, string>> = {
	never: 'Not to be sent again unchanged.',
	backoff: 'May be sent again, with growing waits.',
	'retry-after': 'May be sent again after the time that `Retry-After` says.',
	'after-refresh': 'May be sent again once the token is refreshed.',
};

/** The paragraphs at the head of a file. */
export function headParagraphs({ id, name, version }: Pick<Catalog, 'id' | 'name' | 'version'>): readonly string[] {
	return [
		`The errors of ${name}${version === undefined ? '' : `, version ${version}`}.`,
		`${origin} \`${id}\`. Export it again rather than edit this file.`,
	];
}

const origin = 'Written by API Error IntelliSense from its catalog';

/** What the head of a file says of its catalog; undefined where the text is no export's. */
export function readHead(comment: string): Partial<Pick<Catalog, 'name' | 'version'>> | undefined {
	if (!comment.includes(origin)) return undefined;
	const [, name, version] = /^The errors of (.+?)(?:, version (\S+))?\.$/m.exec(comment) ?? [];
	return { ...(name !== undefined && { name }), ...(version !== undefined && { version }) };
}

/** The paragraphs of the comment above an entry; some may be empty. */
export function entryParagraphs(entry: Entry): readonly string[] {
	const { title, description, remedy, differsFromHttp, required, retry } = entry;
	const status = entry.kind === 'code' && entry.status !== undefined ? `HTTP status ${entry.status}.` : '';
	const facts = [status, retry === undefined ? '' : repeats[retry], required ? requiredSentence : ''];
	return [
		sentence(title),
		description,
		differsFromHttp ?? '',
		remedy === undefined ? '' : `${remedyLead}${remedy}`,
		facts.filter((fact) => fact !== '').join(' '),
	];
}

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text : `${text}.`);

/** What the paragraphs of a comment say of an entry, its status aside, which is read of any comment. */
export interface ReadComment {
	readonly title: string;
	readonly description?: string;
	readonly remedy?: string;
	readonly retry?: Retry;
}

/** Reads what `entryParagraphs` wrote. */
export function readEntryComment(text: string): ReadComment {
	const [title = '', ...others] = text.split(/\n{2,}/);
	const facts = factsIn(others.at(-1) ?? '');
	const said = facts ? others.slice(0, -1) : others;
	const at = said.findIndex((paragraph) => paragraph.startsWith(remedyLead));
	const description = said.slice(0, at === -1 ? undefined : at).join('\n\n');
	const remedy = at === -1 ? '' : said.slice(at).join('\n\n').slice(remedyLead.length);
	return {
		title: title.replace(/(?<![.…])\.$/, ''),
		...(description !== '' && { description }),
		...(remedy !== '' && { remedy }),
		...(facts?.retry && { retry: facts.retry }),
	};
}

/** Undefined where the paragraph has anything else. */
function factsIn(paragraph: string): { readonly retry: Retry | undefined } | undefined {
	const retry = (Object.keys(repeats) as readonly Retry[]).find((one) => paragraph.includes(repeats[one]));
	const rest = [retry === undefined ? '' : repeats[retry], requiredSentence]
		.reduce((left, fact) => left.replace(fact, ''), paragraph)
		.replace(/^HTTP status \d+\./, '');
	return paragraph !== '' && rest.trim() === '' ? { retry } : undefined;
}

/** What stands behind `@deprecated`. @param instead what replaces the entry, as the file calls it */
export function deprecationText({ deprecated, removedIn }: Entry, instead: string | undefined): string {
	const said = [
		typeof deprecated === 'string' ? sentence(deprecated) : '',
		instead === undefined ? '' : `Use ${instead} instead.`,
		removedIn === undefined ? '' : `Removed in ${removedIn}.`,
	];
	return said.filter((text) => text !== '').join(' ');
}

/** What a text on a deprecation says. */
export interface ReadDeprecation extends Pick<Entry, 'deprecated' | 'removedIn'> {
	/** What replaces the entry, as the text calls it. */
	readonly instead?: string;
}

/** Reads what `deprecationText` wrote. */
export function readDeprecation(text: string): ReadDeprecation {
	const [, before = '', instead, removedIn] =
		/^(.*?)(?:(?:^| )Use `([^`\n]*)` instead\.)?(?:(?:^| )Removed in (.+)\.)?$/s.exec(text.trim()) ?? [];
	return {
		...((before !== '' || (instead ?? removedIn) === undefined) && { deprecated: before || true }),
		...(instead !== undefined && { instead }),
		...(removedIn !== undefined && { removedIn }),
	};
}
