import type { Catalog } from '../../catalog/catalog.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';
import type { Dispatch } from '../../syntax/code.ts';
import type { EvidenceStep, JudgedLabel, Meaning } from '../analysis.ts';
import { pathsOf, type Resolving } from '../resolving.ts';
import { isOnlyIn } from './evidence.ts';
import { isSystemCode } from './system-codes.ts';

/** What is known of a dispatch when its evidence is weighed. */
interface Weighed {
	readonly dispatch: Dispatch;
	readonly catalog: Catalog;
	readonly step: EvidenceStep;
	readonly rival: Catalog | undefined;
	readonly labels: readonly JudgedLabel[];
}

/** Why a dispatch shows too little of its API to warn about anything, as half a sentence; undefined where it shows enough. */
export function weaknessOf(weighed: Weighed, resolving: Pick<Resolving, 'facts' | 'catalogs'>): string | undefined {
	const { catalog, rival, step } = weighed;
	if (catalog.hasProblems) return `the catalog of ${catalog.name} has problems`;
	if (rival) return `${catalog.name} and ${rival.name} fit equally well`;
	if (step === 'none') return 'nothing but the values shows which API this is';
	if (step === 'workspace' && !isTelling(weighed, resolving))
		return 'only the workspace shows the API, and no label is its own';
	if (isOutcome(weighed, resolving))
		return `some labels are none of ${catalog.name}, and what is looked at is no error`;
	return isForeign(weighed, resolving) ? `most of the labels are none of ${catalog.name}` : undefined;
}

/**
 * Whether what came of something is told apart, successes among it: `result.type` is `success`, or has the name of an
 * error. Whoever wrote that chose which outcomes there are.
 */
function isOutcome(weighed: Weighed, resolving: Pick<Resolving, 'facts' | 'catalogs'>): boolean {
	const { dispatch, catalog, labels, step } = weighed;
	if (step === 'told' || !labels.some(({ unknown }) => unknown)) return false;
	return pathsOf(dispatch, resolving).every((path) => kindOfThing.test(path) && !isEnvelopes(path, catalog));
}

/** A kind of anything that is not called an error. */
const kindOfThing = /^(?!.*(?:err|exception|problem|fault|failure|reason)).*\b(?:type|kind|name|tag|status|state)$/i;

/** Whether most labels are another system's codes, and those that are the API's are words that others use as well. */
function isForeign(weighed: Weighed, resolving: Pick<Resolving, 'facts' | 'catalogs'>): boolean {
	const { labels } = weighed;
	const strange = labels.filter(({ unknown, value }) => unknown && !isSystemCode(`${value}`)).length;
	const known = labels.filter(({ entries }) => entries.length > 0).length;
	return strange > known && !hasOwnCode(weighed, resolving);
}

/** Whether a label is a code that only this API has, and no word of everyday use. */
function hasOwnCode({ labels, catalog }: Weighed, { catalogs }: Pick<Resolving, 'catalogs'>): boolean {
	return labels.some(
		({ value }) => typeof value === 'string' && !isCommonCode(value) && isOnlyIn(catalog, value, catalogs),
	);
}

/** Why a value that stands by itself shows too little of the API that it is likeliest of; the same for what is in no dispatch. */
export function weaknessOfMeaning([first, ...others]: readonly Meaning[]): string | undefined {
	if (!first) return 'no catalog has it';
	const { catalog, step } = first;
	if (catalog.hasProblems) return `the catalog of ${catalog.name} has problems`;
	if (step === 'none') return 'nothing but the value shows which API this is';
	const rival = others.find((other) => other.step === step);
	return rival && `${catalog.name} and ${rival.catalog.name} fit equally well`;
}

/**
 * Evidence from the workspace alone warns only about a subject like the envelope's and a code that is the API's own: a
 * word that other systems use as well may be theirs, as nothing near says whose it is.
 */
function isTelling(weighed: Weighed, resolving: Pick<Resolving, 'facts' | 'catalogs'>): boolean {
	const { dispatch, catalog } = weighed;
	const own = hasOwnCode(weighed, resolving);
	return own && pathsOf(dispatch, resolving).some((path) => isEnvelopes(path, catalog));
}

/** Whether a path ends like the place of the code in a body of the API: `error.code`, or `code` of anything. */
export function isEnvelopes(path: string, { envelope }: Catalog): boolean {
	return /\.code$/.test(path) || (envelope !== undefined && `.${path}`.endsWith(`.${envelope.code}`));
}
