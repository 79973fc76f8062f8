import type { Entry } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { constantName, nameLetters } from '../../catalog/code-name.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';
import type { Literal } from '../../syntax/code.ts';
import type { Meaning, Occurrence } from '../analysis.ts';
import { fittest, isOneApi, meaningsOf, nameAfter, strongest } from '../meanings.ts';
import type { Resolving } from '../resolving.ts';
import { namedStatusAt, statusAt } from '../status/status-occurrences.ts';
import { type CodePlace, codePlaceOf } from './code-place.ts';
import { shapeOf } from './code-shape.ts';
import type { Saying } from './code-words.ts';
import { companyOf } from './company.ts';

/** The code, or the status in quotes, that a string is; undefined where it is neither. */
export function stringAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const text = String(literal.value);
	const { part, start, end } = literal;
	if (part.fields.includes('module')) return undefined;
	if (/^[1-5]\d\d$/.test(text)) return statusAt({ ...literal, value: Number(text) }, resolving);
	if (resolving.catalogs.byString(text).length === 0) return namedStatusAt(literal, resolving);
	const { place, meanings } = readingOf(literal, resolving);
	if (whyNotMeant(literal, place, meanings, resolving) !== undefined) return undefined;
	const fitting = fittest(meanings, place.names);
	return { kind: 'code', value: text, name: undefined, meanings: fitting, part, start, end };
}

/** Why a string does not stand for a code, as half a sentence for the user; undefined where it does. */
export function explainString(literal: Literal, resolving: Resolving): string | undefined {
	if (literal.part.fields.includes('module')) return 'it names a module';
	const { place, meanings } = readingOf(literal, resolving);
	return whyNotMeant(literal, place, meanings, resolving);
}

interface Reading {
	readonly place: CodePlace;
	/** What the string may be, likeliest first. */
	readonly meanings: readonly Meaning[];
}

function readingOf({ part, value }: Literal, resolving: Resolving): Reading {
	const place = codePlaceOf(part);
	const all = meaningsOf(String(value), resolving, place.names);
	return { place, meanings: all.filter(({ entry }) => entry.kind === 'code') };
}

/**
 * Why a string that is exactly a code does not stand for it. A code that is written like nothing else does wherever it
 * is no text; one that might be a word of its own needs a place that says so, evidence of its API, or company.
 */
function whyNotMeant(
	{ value, part }: Literal,
	place: CodePlace,
	meanings: readonly Meaning[],
	{ catalogs }: Resolving,
): string | undefined {
	const [first] = meanings;
	if (!first) return 'no catalog has it';
	const says = sayingFor(place, meanings, catalogs);
	if (says === 'text') return 'words for people stand in such a place: titles, messages, logs';
	const shape = shapeOf(String(value));
	const likely = strongest(meanings);
	if (first.step === 'none' && shape === 'common')
		return `any system has such a word, and nothing shows that ${namesOf(likely)} is meant`;
	if (first.step === 'none' && !isOneApi(likely)) return `it may be ${namesOf(likely)}, and nothing shows which`;
	if (shape === 'own' || says === 'code' || (says === 'own-code' && shape === 'wordy')) return undefined;
	if (says === 'other') return 'something that is no error has its name in such a place';
	const company = companyOf(part, first.catalog, catalogs);
	if (company === 'against') return `what stands beside it are no codes of ${first.catalog.name}`;
	// The file speaks of the API, and what stands beside the string does not speak against it.
	const isTold = company === 'with' || first.step === 'told' || first.step === 'file';
	return isTold ? undefined : 'nothing around it says that it is a code';
}

function namesOf(meanings: readonly Meaning[]): string {
	return meanings.map(({ catalog }) => catalog.name).join(' or ');
}

/** What the place says, where the likeliest API is known: `error.message` is a code if that is its envelope's path. */
function sayingFor({ says, names }: CodePlace, [first]: readonly Meaning[], catalogs: CatalogIndex): Saying {
	const path = first?.catalog.envelope?.code ?? '';
	const isPath = (name: string): boolean => `_${constantName(name)}`.endsWith(`_${constantName(path)}`);
	if (path.includes('.') && names.some(isPath)) return 'code';
	if (first && names.some((name) => isCalled(first.entry, name))) return 'code';
	const isNamed = first !== undefined && nameAfter(first.catalog, names, catalogs) !== undefined;
	return says === 'own-code' && isNamed ? 'code' : says;
}

/** Whether a name beside a code is what the API calls it: `UNIQUE_VIOLATION = '23505'`. */
function isCalled({ otherNames = [] }: Entry, name: string): boolean {
	return otherNames.some((other) => nameLetters(name).endsWith(nameLetters(other)));
}

/** With no evidence, only a code that one API has and that is nobody's everyday word. */
export function mayStandAlone(text: string, first: Meaning, meanings: readonly Meaning[]): boolean {
	if (first.step !== 'none') return true;
	return meanings.length === 1 && !isCommonCode(text);
}
