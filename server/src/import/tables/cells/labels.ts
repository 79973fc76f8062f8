import type { Said } from './found.ts';
import { isKnownHeader, type Role, roleOfHeader } from './header-words.ts';

/** Roles that a label inside a text may have. */
const labelled: readonly Role[] = ['description', 'remedy', 'retry', 'status', 'url', 'title', 'code', 'deprecated'];

/** A few words and a colon at the start of a line, or in bold anywhere. */
const labels =
	/\*\*([^*\n:]{2,40}?)(?::\s*\*\*|\*\*\s*:|\*\*(?=[ \n]|$))|^[ \t]*(?:[-*] +)?([\p{L}][\p{L} ?/-]{1,38}?):(?=\s)/gmu;
/** The same in the middle of a line, where the text begins with a label. */
const inside = /(?:^|[.!?)»"”]\s+|\s{2,})([\p{Lu}][\p{L} ]{1,38}?):(?=\s)/gu;

/**
 * Takes a text apart at its labels: `Cause: … Solution: …`. What comes before the first label has the role that is given.
 *
 * @param text Markdown
 */
export function saidIn(text: string, role: Role | undefined, header: string): readonly Said[] {
	const places = labelPlaces(text);
	const first = places[0];
	if (first === undefined) return [{ role, header, text }];
	const lead = text.slice(0, first.start).trim();
	const parts = places.map(({ label, end, role: own }, index): Said => {
		const next = places[index + 1]?.start ?? text.length;
		const said = text.slice(end, next).trim();
		return { role: own, header: label, text: said === '' && own === 'deprecated' ? 'yes' : said };
	});
	return lead === '' ? parts : [{ role, header, text: lead }, ...parts];
}

interface LabelPlace {
	readonly label: string;
	readonly role: Role;
	readonly start: number;
	readonly end: number;
}

function labelPlaces(text: string): readonly LabelPlace[] {
	const atLines = placesOf(text, labels);
	return atLines[0]?.start === 0 && /^\p{L}/u.test(text) ? placesOf(text, inside) : atLines;
}

function placesOf(text: string, pattern: RegExp): readonly LabelPlace[] {
	return [...text.matchAll(pattern)].flatMap((match) => {
		const label = (match[1] ?? match[2] ?? '').trim();
		const role = isKnownHeader(label) ? roleOfHeader(label) : undefined;
		if (role === undefined || !labelled.includes(role)) return [];
		const lead = match[0].length - match[0].trimStart().length;
		const start = match.index + (pattern === inside ? match[0].indexOf(match[1] ?? '') : lead);
		return [{ label, role, start, end: match.index + match[0].length }];
	});
}
