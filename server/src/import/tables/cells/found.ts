import { readDeprecation } from '../../../export/entry-comment.ts';
import type { DraftEntry } from '../../draft.ts';
import { retryOf } from '../../reading/retry-words.ts';
import { headerWords, isWebAddress, plain } from './cell-text.ts';
import type { Role } from './header-words.ts';

/** One error as a row of a table, an item of a list or a section names it. */
export interface Found extends FoundTexts {
	/** Codes that are words; all of them mean the same. */
	readonly words: readonly string[];
	/** Statuses, or codes that are numbers. */
	readonly numbers: readonly number[];
	/** Statuses that stand apart from the code. */
	readonly statuses: readonly number[];
	/** Whether it names a range only, such as `5xx`. */
	readonly isRange: boolean;
}

/** What is said of an error. */
export type FoundTexts = Pick<
	DraftEntry,
	'title' | 'description' | 'remedy' | 'retry' | 'url' | 'deprecated' | 'since' | 'replacedBy' | 'removedIn' | 'sample'
>;

/** A text with the role of its column or label, and the words of that. */
export interface Said {
	readonly role: Role | undefined;
	readonly header: string;
	readonly text: string;
}

/** Puts the texts of one error together. What says nothing, such as `-` or `N/A`, is left out. */
export function textsOf(said: readonly Said[]): FoundTexts {
	const texts = said.filter(({ text }) => !/^(?:[-–—/.]|n\/?a|none|keine|null|tbd|todo)?$/i.test(plain(text)));
	const of = (role: Role) => texts.filter((one) => one.role === role);
	const [title] = of('title')
		.map(({ text }) => plain(text).replace(/\s*\n\s*/g, ' '))
		.filter((text) => /\p{L}/u.test(text));
	const description = joined(of('description'));
	const retry =
		of('retry').map(({ text }) => retryOf(plain(text)))[0] ?? headerAdvice([...of('description'), ...of('remedy')]);
	const notUnderstood = of('retry').filter(({ text }) => retryOf(plain(text)) === undefined && plain(text).length > 3);
	const remedy = joined([...of('remedy'), ...notUnderstood]);
	const url = of('url').map(({ text }) => addressIn(text))[0];
	const deprecation = deprecationIn(of('deprecated')[0]?.text);
	const since = of('since').map(({ text }) => plain(text))[0];
	const [replacedBy] = plain(of('replacedBy')[0]?.text ?? '').split(/\s/);
	return {
		...(title && title.length <= 200 && { title }),
		...(description && { description }),
		...(remedy && { remedy }),
		...(retry && { retry }),
		...(url && { url }),
		...deprecation,
		...(since && { since }),
		...(replacedBy && { replacedBy }),
	};
}

/** One text, and beneath it the others, each with the words of its header. */
function joined(said: readonly Said[]): string {
	const first =
		said.find(({ header }) => /^(?:description|beschreibung|descripcion)$/.test(headerWords(header))) ?? said[0];
	const others = said.filter((one) => one !== first);
	const labelled = others.map(({ header, text }) => (plain(header) === '' ? text : `**${plain(header)}:** ${text}`));
	return [first?.text ?? '', ...labelled].join('\n\n').trim();
}

/** Who tells of the header `Retry-After` says when to send the request again. */
function headerAdvice(said: readonly Said[]): FoundTexts['retry'] {
	return said.some(({ text }) => /\bretry-after\b/i.test(text)) ? 'retry-after' : undefined;
}

function addressIn(cell: string): string | undefined {
	const [address] = /https?:\/\/[^\s()<>"\\\]]+/i.exec(cell) ?? [];
	return address !== undefined && isWebAddress(address) ? address : undefined;
}

/** What a cell or a text says of what replaces a code, too: “Use `OTHER` instead.” */
function deprecationIn(cell: string | undefined): Pick<FoundTexts, 'deprecated' | 'replacedBy' | 'removedIn'> {
	const text = plain(cell ?? '');
	if (text === '' || /^(?:no|false|nein|non|✗|✘|❌|[-–—])$/i.test(text)) return {};
	if (/^(?:yes|true|ja|oui|s[ií]|✓|✔|✅|x|deprecated)$/i.test(text)) return { deprecated: true };
	const { instead, ...said } = readDeprecation(cell ?? '');
	return { ...said, ...(instead !== undefined && { replacedBy: instead }) };
}
