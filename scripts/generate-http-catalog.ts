import phrases from 'statuses/codes.json' with { type: 'json' };
import { formatJson } from './format-json.ts';
import httpStatuses from './http-statuses.json' with { type: 'json' };

/** What we say about a status, in `http-statuses.json`. */
export interface StatusText {
	/** In place of the phrase that the package has, or where it has none. */
	readonly title?: string;
	readonly otherNames?: readonly string[];
	readonly description: string;
	readonly remedy?: string;
	readonly retry?: string;
	/** The section that defines it; a vendor's number has none. */
	readonly specification?: string;
	/** Whose convention it is, where no standard defines it. */
	readonly vendor?: string;
}

/** Where the generated catalog lives, from the root of the repository. */
export const httpCatalogPath = 'server/src/catalog/builtin/http.json';

/**
 * The text of the HTTP catalog: numbers and phrases from the `statuses` package, the rest from `http-statuses.json`.
 * Throws where the package knows a status or a name that our texts lack, so that an update cannot pass unseen.
 */
export function generateHttpCatalog(
	known: Readonly<Record<string, string>> = phrases,
	texts: Readonly<Record<string, StatusText>> = httpStatuses,
): string {
	const missing = Object.keys(known).filter((number) => !Object.hasOwn(texts, number));
	if (missing.length > 0) throw new Error(`scripts/http-statuses.json says nothing about ${missing.join(', ')}.`);
	return formatJson({
		$schema: '../catalog.schema.json',
		id: 'http',
		name: 'HTTP',
		url: 'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml',
		entries: Object.entries(texts).map(([number, text]) => statusEntry(number, known[number], text)),
	});
}

function statusEntry(number: string, phrase: string | undefined, text: StatusText): object {
	const title = text.title ?? phrase;
	if (title === undefined) throw new Error(`${number} needs a title: the package has no phrase for it.`);
	if (phrase !== undefined && ![title, ...(text.otherNames ?? [])].some((name) => sameLetters(name, phrase)))
		throw new Error(`The package calls ${number} "${phrase}"; our texts do not have that name.`);
	if ((text.specification === undefined) === (text.vendor === undefined))
		throw new Error(`${number} needs a specification or a vendor, and not both.`);
	return {
		kind: 'status',
		value: Number(number),
		title,
		otherNames: text.otherNames,
		description: text.vendor === undefined ? text.description : `${text.description} A convention of ${text.vendor}.`,
		remedy: text.remedy,
		// A success is not sent again, so there is nothing to say.
		retry: text.retry ?? (Number(number) >= 400 ? 'never' : undefined),
		specification: text.specification,
		url: text.specification === undefined ? undefined : specificationUrl(text.specification),
		standard: text.vendor === undefined ? undefined : false,
	};
}

function sameLetters(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** `RFC 9110, 15.5.5` is one page's section; anything else is the name of a draft. */
function specificationUrl(specification: string): string {
	const [, rfc, section] = /^RFC (\d+), ([\d.]+)$/.exec(specification) ?? [];
	return rfc === undefined
		? `https://datatracker.ietf.org/doc/${specification}/`
		: `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`;
}
