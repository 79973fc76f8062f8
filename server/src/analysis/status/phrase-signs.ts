import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { nameLetters } from '../../catalog/code-name.ts';
import { lastWord } from '../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';
import type { Place } from '../../syntax/places/place.ts';
import { besides } from './besides.ts';
import type { Sign, StatusContext } from './sign.ts';

/** As much of a text beside a number is read, and of all of them together. */
const reach = 120;
const reachTogether = 400;

/** What the words beside a number say: its own reason phrase, or the number itself in a title. */
export function signsOfPhrase(value: number, place: Place, { catalogs }: StatusContext): readonly Sign[] {
	const named = signsOfOwnName(value, lastWord(place.name), catalogs);
	if (named.length > 0 || place.kind === 'arithmetic') return named;
	const text = textBeside(place);
	const phrase = phraseIn(text, value, catalogs);
	if (phrase !== undefined) return [{ weight: /[ -]/.test(phrase) ? 8 : 4, reason: `"${phrase}" stands beside it` }];
	return isInTitle(value, place.part) ? [{ weight: 4, reason: 'the title around it names the number' }] : [];
}

/** `NOT_FOUND = 404` is named as HTTP names it, `PRODUCT_NOT_FOUND = 404` nearly so. */
function signsOfOwnName(value: number, name: string, catalogs: CatalogIndex): readonly Sign[] {
	if (name === '') return [];
	if (catalogs.byStatusName(name)?.value === value)
		return [{ weight: 36, reason: `\`${name}\` is how HTTP calls ${value}` }];
	const phrase = phraseIn(name, value, catalogs);
	if (phrase !== undefined) return [{ weight: 8, reason: `\`${name}\` speaks of "${phrase}"` }];
	const title = catalogs.httpStatus(value)?.title ?? '';
	const isPart = name.length > 5 && nameLetters(title).includes(nameLetters(name));
	return isPart ? [{ weight: 6, reason: `\`${name}\` is a word of "${title}"` }] : [];
}

/** With a blank between the words of a name: `ForbiddenException` speaks of "Forbidden". */
const parted = (text: string): string => text.replace(/([a-z])([A-Z])/g, '$1 $2');

/** The reason phrase of the status that the text has; short ones count only as words of their own. */
function phraseIn(text: string, value: number, catalogs: CatalogIndex): string | undefined {
	const status = catalogs.httpStatus(value);
	if (!status || text === '') return undefined;
	let letters: string | undefined;
	for (const phrase of [status.title, ...(status.otherNames ?? [])]) {
		if (/[ -]/.test(phrase)) {
			letters ??= nameLetters(text);
			if (letters.includes(nameLetters(phrase))) return phrase;
		} else if (new RegExp(`(^|[^a-z])${phrase}([^a-z]|$)`, 'i').test(parted(text))) return phrase;
	}
	return undefined;
}

/** What stands in the same record, row, call or branch, without the number itself. */
function textBeside({ kind, part, inner }: Place): string {
	switch (kind) {
		case 'argument':
		case 'pair':
			return joined(besides(kind === 'pair' ? part : inner));
		case 'element':
			return part.children.length <= rowLength ? joined(besides(inner)) : '';
		case 'key':
			return short(childIn(part, 'value'));
		case 'case':
			return short(inner.parent);
		case 'comparison':
			return short(childIn(closest(part, 'if', 'ternary', 'block') ?? part, 'body'));
		case 'return':
			return short(conditionOf(part));
		default:
			return '';
	}
}

/** A longer list is no row in which the words and the number belong together. */
const rowLength = 6;

const joined = (parts: readonly Part[]): string => parts.map(short).join(' ').slice(0, reachTogether);
const short = (part: Part | undefined): string => part?.text.slice(0, reach) ?? '';

/** The label or the condition that leads to a return. */
function conditionOf(part: Part): Part | undefined {
	const around = closest(part, 'case', 'if', 'function');
	if (around?.kind === 'case') return childIn(around, 'label');
	return around?.kind === 'if' ? childIn(around, 'condition') : undefined;
}

/** `it('answers 404', () => …)`. */
function isInTitle(value: number, part: Part): boolean {
	for (let around = closest(part, 'function'); around; around = closest(around, 'function')) {
		const call = around.parent?.fields.includes('arguments') ? around.parent.parent : undefined;
		const title = call && childIn(call, 'arguments')?.children[0];
		const isText = title?.kind === 'string' || title?.kind === 'dynamic';
		if (
			isText &&
			new RegExp(`(^|[^\\w.])${value}(?!\\w|\\.\\d|%| ?(px|ms|%|seconds|characters|items|bytes))`).test(short(title))
		)
			return true;
	}
	return false;
}
