import type { Match } from '../catalog/catalog-index.ts';
import { isCommonCode } from '../catalog/common-codes.ts';
import type { Code, Literal } from '../syntax/code.ts';
import { childIn, type Part, partsIn } from '../syntax/part.ts';
import { placeOf } from '../syntax/place.ts';
import { lastWord, pathOf } from '../syntax/subject.ts';
import type { ErrorDispatch, Meaning, Occurrence } from './analysis.ts';
import { rank } from './evidence.ts';
import { type Resolving, standingOf } from './resolving.ts';
import { isStatusAt, looksLikeCode, looksLikeStatus } from './status-evidence.ts';
import { valueOfName } from './values.ts';

/** Titles, messages and keys: a code in one of these is text about a code. */
const textCalls =
	/^(describe|it|test|suite|context|log|info|warn|error|debug|trace|t|i18n|translate|require|import|querySelector|getItem|setItem|getElementById|addEventListener|track)$/;

/** The literals and names of a block that stand for catalog entries, in the order of the text. */
export function occurrencesIn(
	code: Code,
	dispatches: readonly ErrorDispatch[],
	resolving: Resolving,
): readonly Occurrence[] {
	const found = new Map<number, Occurrence>();
	const add = (occurrence: Occurrence | undefined): void => {
		if (occurrence && !found.has(occurrence.start)) found.set(occurrence.start, occurrence);
	};
	for (const dispatch of dispatches) for (const occurrence of labelsOf(dispatch, code, resolving)) add(occurrence);
	for (const literal of code.literals)
		add(literal.kind === 'string' ? stringAt(literal, resolving) : integerAt(literal, resolving));
	for (const constant of code.constants)
		add(nameAt(constant.name, { ...constant.at, part: constant.literal.part }, resolving));
	for (const part of partsIn(code.root)) add(namedPart(part, resolving));
	return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The labels of a dispatch mean what the dispatch is about. */
function labelsOf(dispatch: ErrorDispatch, code: Code, resolving: Resolving): readonly Occurrence[] {
	const { catalog, step, reason, on } = dispatch;
	return dispatch.labels.flatMap(({ label, value, entries }) => {
		const [entry] = entries;
		if (value === undefined || !entry || label.end > code.text.length || label.kind === 'range') return [];
		const meanings = withOthers({ catalog, entry, step, reason }, value, resolving);
		const name = label.kind === 'name' ? label.name : undefined;
		const own = on === 'status' ? Number(value) : value;
		return [{ kind: on, value: own, name, meanings, part: label.part, start: label.start, end: label.end }];
	});
}

/** The reading that the place shows, then what else the value may be; HTTP's meaning of a number always belongs to it. */
function withOthers(first: Meaning, value: string | number, resolving: Resolving): readonly Meaning[] {
	const others = meaningsOf(value, resolving).filter(
		(meaning) => meaning.entry !== first.entry && meaning.catalog !== first.catalog,
	);
	const kept = others.filter(
		(meaning) => rank(meaning.step) <= rank(first.step) || meaning.catalog === resolving.catalogs.http,
	);
	return [first, ...kept];
}

function meaningsOf(value: string | number, resolving: Resolving): readonly Meaning[] {
	const { catalogs } = resolving;
	const matches: readonly Match[] = typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value);
	return matches
		.map((match): Meaning => {
			if (match.catalog === catalogs.http) return { ...match, step: 'none', reason: 'it stands where a status does' };
			return { ...match, ...standingOf(match.catalog, resolving) };
		})
		.sort((a, b) => rank(a.step) - rank(b.step));
}

function stringAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const text = String(literal.value);
	if (literal.part.fields.includes('module')) return undefined;
	if (/^[1-5]\d\d$/.test(text)) return integerAt({ ...literal, value: Number(text) }, resolving);
	const meanings = meaningsOf(text, resolving).filter(({ entry }) => entry.kind === 'code');
	const [first] = meanings;
	if (!first || !mayStandAlone(text, first, meanings)) return undefined;
	const place = placeOf(literal.part);
	if (place.kind === 'argument' && textCalls.test(place.callee)) return undefined;
	return {
		kind: 'code',
		value: text,
		name: undefined,
		meanings: strongest(meanings),
		part: literal.part,
		start: literal.start,
		end: literal.end,
	};
}

/** With no evidence, only a code that one API has and that is nobody's everyday word. */
function mayStandAlone(text: string, first: Meaning, meanings: readonly Meaning[]): boolean {
	if (first.step !== 'none') return true;
	return meanings.length === 1 && !isCommonCode(text);
}

function strongest(meanings: readonly Meaning[]): readonly Meaning[] {
	const [first] = meanings;
	return first ? meanings.filter((meaning) => meaning.step === first.step) : [];
}

function integerAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const value = Number(literal.value);
	if (value < 100 || value > 599) return undefined;
	const { start, end, part } = literal;
	const place = placeOf(part);
	const own = numericCode(value, place.name, resolving);
	const http = resolving.catalogs.httpStatus(value);
	if (!own && !isNamedAfter(value, place.name, resolving) && !isStatusAt(value, place, http !== undefined))
		return undefined;
	const meanings = own ? withOthers(own, value, resolving) : statusMeanings(value, resolving);
	return meanings.length > 0
		? { kind: own ? 'code' : 'status', value, name: undefined, meanings, part, start, end }
		: undefined;
}

/** A number under the phrase of this very status: `TooManyRequests: 429`, `NOT_FOUND = 404`. */
function isNamedAfter(value: number, name: string, { catalogs }: Resolving): boolean {
	return name !== '' && catalogs.byStatusName(lastWord(name))?.value === value;
}

/** A number compared with a code is the API's own, where one with numeric codes is known to be in play. */
function numericCode(value: number, name: string, resolving: Resolving): Meaning | undefined {
	if (!looksLikeCode(name)) return undefined;
	return meaningsOf(value, resolving).find(({ entry, step }) => entry.kind === 'code' && step !== 'none');
}

/** A status as the APIs in play use it, then as HTTP defines it. */
function statusMeanings(value: number, resolving: Resolving): readonly Meaning[] {
	return meaningsOf(value, resolving).filter(
		({ entry, step, catalog }) => catalog === resolving.catalogs.http || (entry.kind === 'status' && step !== 'none'),
	);
}

function nameAt(
	name: string,
	at: { start: number; end: number; part: Part },
	resolving: Resolving,
): Occurrence | undefined {
	const named = valueOfName(name, resolving.facts, resolving.catalogs);
	if (!named) return undefined;
	const { start, end, part } = at;
	const base = { value: named.value, name, part, start, end };
	if (typeof named.value === 'number') {
		if (named.shown && !looksLikeStatus(name) && !resolving.catalogs.byStatusName(lastWord(name))) return undefined;
		const meanings = statusMeanings(named.value, resolving);
		return meanings.length > 0 ? { kind: 'status', ...base, meanings } : undefined;
	}
	const meanings = meaningsOf(named.value, resolving).filter(({ entry }) => entry.kind === 'code');
	const [first] = meanings;
	if (!first || (first.step === 'none' && (!named.shown || !mayStandAlone(String(named.value), first, meanings))))
		return undefined;
	return { kind: 'code', ...base, meanings: strongest(meanings) };
}

/** A member or a plain name that the file, or its spelling, shows to stand for a value. */
function namedPart(part: Part, resolving: Resolving): Occurrence | undefined {
	if (part.kind !== 'member' && (part.kind !== undefined || !resolving.facts.constants.has(part.text)))
		return undefined;
	if (part.fields.includes('name') || part.fields.includes('object') || part.fields.includes('property'))
		return undefined;
	const word = part.kind === 'member' ? childIn(part, 'property')?.text : part.text;
	// Most members are methods and fields; names of values begin with a capital, or the file declares them.
	if (word === undefined || (!/^[A-Z]/.test(word) && !resolving.facts.constants.has(part.text))) return undefined;
	const path = pathOf(part);
	return path === undefined ? undefined : nameAt(path, { start: part.start, end: part.end, part }, resolving);
}
