import { constantName } from '../catalog/code-name.ts';
import { isCommonCode } from '../catalog/common-codes.ts';
import type { Literal } from '../syntax/code.ts';
import type { Meaning, Occurrence } from './analysis.ts';
import { type CodePlace, codePlaceOf } from './codes/code-place.ts';
import { shapeOf } from './codes/code-shape.ts';
import type { Saying } from './codes/code-words.ts';
import { companyOf } from './codes/company.ts';
import { fittest, isOneApi, meaningsOf, namesApi, strongest } from './meanings.ts';
import type { Resolving } from './resolving.ts';
import { statusAt } from './status-occurrences.ts';

/** The code, or the status in quotes, that a string is; undefined where it is neither. */
export function stringAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const text = String(literal.value);
	const { part, start, end } = literal;
	if (part.fields.includes('module')) return undefined;
	if (/^[1-5]\d\d$/.test(text)) return statusAt({ ...literal, value: Number(text) }, resolving);
	if (resolving.catalogs.byString(text).length === 0) return undefined;
	const place = codePlaceOf(part);
	const all = meaningsOf(text, resolving, place.names).filter(({ entry }) => entry.kind === 'code');
	if (!isMeant(literal, all, sayingFor(place, all), resolving)) return undefined;
	const meanings = fittest(all, place.names);
	return { kind: 'code', value: text, name: undefined, meanings, part, start, end };
}

/**
 * Whether a string that is exactly a code stands for it. A code that is written like nothing else does wherever it is
 * no text; one that might be a word of its own needs a place that says so, evidence of its API, or company.
 */
function isMeant(
	{ value, part }: Literal,
	meanings: readonly Meaning[],
	says: Saying,
	{ catalogs }: Resolving,
): boolean {
	const [first] = meanings;
	if (!first || says === 'text') return false;
	const shape = shapeOf(String(value));
	const isKnown = first.step !== 'none' || (shape !== 'common' && isOneApi(strongest(meanings)));
	if (!isKnown) return false;
	if (shape === 'own' || says === 'code' || (says === 'own-code' && shape === 'wordy')) return true;
	if (says === 'other') return false;
	const company = companyOf(part, first.catalog, catalogs);
	// The file speaks of the API, and what stands beside the string does not speak against it.
	return company === 'with' || (company === 'alone' && (first.step === 'told' || first.step === 'file'));
}

/** What the place says, where the likeliest API is known: `error.message` is a code if that is its envelope's path. */
function sayingFor({ says, names }: CodePlace, [first]: readonly Meaning[]): Saying {
	const path = first?.catalog.envelope?.code ?? '';
	const isPath = (name: string): boolean => `_${constantName(name)}`.endsWith(`_${constantName(path)}`);
	if (path.includes('.') && names.some(isPath)) return 'code';
	return says === 'own-code' && first && namesApi(names, first.catalog) ? 'code' : says;
}

/** With no evidence, only a code that one API has and that is nobody's everyday word. */
export function mayStandAlone(text: string, first: Meaning, meanings: readonly Meaning[]): boolean {
	if (first.step !== 'none') return true;
	return meanings.length === 1 && !isCommonCode(text);
}
