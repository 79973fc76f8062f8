import type { SourceDocument } from '../analysis/source-document.ts';
import type { UnawareDispatch } from '../rules/unaware-dispatches.ts';

/** A dispatch that was written before some codes, and where it is. */
export interface UnawarePlace {
	readonly document: SourceDocument;
	readonly dispatch: UnawareDispatch;
}

/** How many codes one line names; the others are counted. */
const mostCodes = 5;

/**
 * The part of a page that says which code does not know new errors, with links to the places.
 * @param places undefined where nobody has looked, because the catalog is not in use
 * @param near an address that the files are named from
 */
export function codePage(places: readonly UnawarePlace[] | undefined, near: string): string {
	const heading = '## Code that does not know what is new\n';
	if (!places) return `${heading}\nNo code was looked at: the newer catalog is not in use in this folder.\n`;
	if (places.length === 0) return `${heading}\nNone was found.\n`;
	const base = commonFolder([near, ...places.map(({ document }) => document.uri)]);
	return `${heading}\n${places.map((place) => `- ${lineOf(place, base)}\n`).join('')}`;
}

function lineOf({ document, dispatch }: UnawarePlace, base: string): string {
	const line = document.positionAt(dispatch.start).line + 1;
	const name = decoded(document.uri.slice(base.length)).replaceAll(/[\\[\]`*_<>]/g, '\\$&');
	const address = document.uri.replaceAll(/[()<>\s]/g, (character) =>
		encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
	);
	const codes = dispatch.unknown.map(({ value }) => `\`${value}\``);
	const more = codes.length > mostCodes ? ` and ${codes.length - mostCodes} more` : '';
	return `[${name}, line ${line}](<${address}#L${line}>) has no branch for ${codes.slice(0, mostCodes).join(', ')}${more}; ${fates[dispatch.onDefault]}.`;
}

const fates: Readonly<Record<UnawareDispatch['onDefault'], string>> = {
	none: 'nothing happens then',
	ends: 'its default ends the matter',
	'passes-on': 'its default passes the error on',
};

/** What the addresses have in common, up to the last slash. */
function commonFolder(uris: readonly string[]): string {
	const [first = ''] = uris;
	const ends = [...first.matchAll(/\//g)].map(({ index }) => index + 1);
	return first.slice(0, ends.findLast((end) => uris.every((uri) => uri.startsWith(first.slice(0, end)))) ?? 0);
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
