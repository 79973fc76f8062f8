import type { Catalog, Envelope } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import { constantName } from '../../catalog/code-name.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';
import type { Dispatch, Label } from '../../syntax/code.ts';
import { bindingOf } from '../../syntax/dispatches/binding.ts';
import { lastWord } from '../../syntax/dispatches/subject.ts';
import { childIn } from '../../syntax/parts/part.ts';
import type { EvidenceStep } from '../analysis.ts';
import { isOwnAnswer } from '../handled/own-answers.ts';
import { valueOfLabel } from '../names/values.ts';
import { placeholder } from '../placeholder.ts';
import { pathsOf, type Resolving, standingOf, strongestOf } from '../resolving.ts';
import { looksLikeCode, looksLikeNumericCode, looksLikeStatus } from '../status/status-evidence.ts';
import { isOnlyIn, rank } from './evidence.ts';

/** The API that a dispatch is about. */
export interface DispatchApi {
	readonly catalog: Catalog;
	readonly on: 'code' | 'status';
	readonly step: EvidenceStep;
	readonly reason: string;
	/** Another API that fits as well. */
	readonly rival: Catalog | undefined;
}

/** Decides which API's errors a dispatch chooses by; undefined where they are nobody's that we know. */
export function apiOfDispatch(dispatch: Dispatch, resolving: Resolving): DispatchApi | undefined {
	const labels = dispatch.branches.flatMap((branch) => branch.labels).filter((label) => !isPlaceholder(label));
	const byCode = apiByCodes(dispatch, labels, resolving);
	if (byCode) return byCode;
	const onStatus = pathsOf(dispatch, resolving).some(
		(path) => looksLikeStatus(path) || resolving.responseStatus?.test(path),
	);
	const numeric = labels.some((label) => label.kind === 'range' || numberOf(label, resolving) !== undefined);
	if (numeric)
		return onStatus || labels.some((label) => namesStatus(label, resolving))
			? apiByStatus(dispatch, resolving)
			: apiByNumbers(dispatch, labels, resolving);
	if (labels.some((label) => valueOfLabel(label, resolving.facts, resolving.catalogs) !== undefined)) return undefined;
	return onStatus ? apiByStatus(dispatch, resolving) : apiBySubject(dispatch, resolving);
}

/** Whether a label is a name that some library gives to a status, so that it says itself what is looked at. */
function namesStatus(label: Label, { facts, catalogs }: Resolving): boolean {
	const value = label.kind === 'name' ? valueOfLabel(label, facts, catalogs) : undefined;
	return value?.shown === false && typeof value.value === 'number';
}

const isPlaceholder = (label: Label): boolean => label.kind === 'literal' && label.literal.value === placeholder;

function numberOf(label: Label, { facts, catalogs }: Pick<Resolving, 'facts' | 'catalogs'>): number | undefined {
	const value = valueOfLabel(label, facts, catalogs)?.value;
	const number = typeof value === 'string' && /^[1-5]\d\d$/.test(value) ? Number(value) : value;
	return typeof number === 'number' ? number : undefined;
}

/** By the codes that stand as labels: the API that has most of them, the stronger evidence where two have as many. */
function apiByCodes(dispatch: Dispatch, labels: readonly Label[], resolving: Resolving): DispatchApi | undefined {
	const { facts, catalogs } = resolving;
	const hits = new Map<Catalog, Set<string>>();
	for (const label of labels) {
		const value = valueOfLabel(label, facts, catalogs);
		if (typeof value?.value !== 'string') continue;
		for (const { catalog, entry } of catalogs.byString(value.value)) {
			if (entry.kind !== 'code') continue;
			hits.set(catalog, (hits.get(catalog) ?? new Set()).add(value.value));
		}
	}
	const paths = pathsOf(dispatch, resolving);
	const misfit = ({ envelope }: Catalog): number => Number(!paths.some((path) => isNamedLike(path, envelope)));
	const ranked = [...hits].sort(
		([one, its], [other, others]) =>
			rank(standingOf(one, resolving).step) - rank(standingOf(other, resolving).step) ||
			others.size - its.size ||
			misfit(one) - misfit(other),
	);
	const [first, second] = ranked;
	if (!first) return undefined;
	const [catalog, codes] = first;
	const standing = standingOf(catalog, resolving);
	if (!isOurs(dispatch, catalog, codes, standing.step, resolving)) return undefined;
	const tied =
		second &&
		standingOf(second[0], resolving).step === standing.step &&
		second[1].size >= codes.size &&
		misfit(second[0]) <= misfit(catalog);
	return { catalog, on: 'code', ...standing, rival: tied ? second[0] : undefined };
}

/** Whether a path ends in the name that the API has for its codes, such as `decline_code`. */
function isNamedLike(path: string, envelope: Envelope | undefined): boolean {
	return envelope !== undefined && constantName(lastWord(path)) === constantName(lastWord(envelope.code));
}

/** What is as often the kind of something that is no error: `action.type`. */
const weakWords = /(^|\.)(type|kind|name)$/;

/** One code that other systems use as well is no sign, where nothing else speaks for the API. */
function isOurs(
	dispatch: Dispatch,
	catalog: Catalog,
	codes: ReadonlySet<string>,
	step: EvidenceStep,
	resolving: Resolving,
): boolean {
	const { catalogs } = resolving;
	const paths = pathsOf(dispatch, resolving);
	const named = paths.some(looksLikeCode);
	const hasOwn = [...codes].some((code) => !isCommonCode(code) && isOnlyIn(catalog, code, catalogs));
	// What a server's own code threw may well be called NOT_FOUND.
	if (!hasOwn && isOwnAnswer(dispatch)) return false;
	if (step === 'told') return named || codes.size > 1;
	// A view or an action of the same file may well be called NOT_FOUND.
	if (step === 'file' || step === 'near') return hasOwn || (named && !paths.every((path) => weakWords.test(path)));
	return hasOwn || (step === 'workspace' && named);
}

/** Numbers alone show HTTP and no API; with other evidence a status is that API's, unless it is the code's own answer. */
function apiByStatus(dispatch: Dispatch, resolving: Resolving): DispatchApi {
	const [api, rival] = strongestOf(resolving);
	const { http } = resolving.catalogs;
	const plain = {
		catalog: http,
		on: 'status' as const,
		step: 'none' as const,
		reason: 'it is an HTTP status',
		rival: undefined,
	};
	return api && !isOwnAnswer(dispatch) ? { ...api, on: 'status', rival: rival?.catalog } : plain;
}

/** Codes that are numbers belong to an API only where it is known to be in play. */
function apiByNumbers(dispatch: Dispatch, labels: readonly Label[], resolving: Resolving): DispatchApi | undefined {
	if (!pathsOf(dispatch, resolving).some(looksLikeNumericCode)) return undefined;
	const numbers = labels.map((label) => numberOf(label, resolving)).filter((number) => number !== undefined);
	const fitting = resolving.inPlay.filter(({ catalog }) =>
		catalog.entries.some((entry) => entry.kind === 'code' && numbers.some((number) => number === entry.value)),
	);
	const [api, rival] = fitting;
	if (api)
		return { ...api, on: 'code', rival: rival && rank(rival.step) === rank(api.step) ? rival.catalog : undefined };
	if (isOfHttpError(dispatch)) return apiByStatus(dispatch, resolving);
	const statuses = numbers.filter((number) => number >= 400 && resolving.catalogs.httpStatus(number) !== undefined);
	return statuses.length > 1 && statuses.length === numbers.length
		? apiByStatus(dispatch, { ...resolving, inPlay: [] })
		: undefined;
}

/** The code of what was caught as an error of HTTP is its status: `except HTTPError as e: if e.code == 429`. */
function isOfHttpError({ subject: { path, part } }: Dispatch): boolean {
	const binding = bindingOf(path.split('.', 1).join(), part)?.part;
	const body = binding?.kind === 'catch' ? childIn(binding, 'body') : undefined;
	const head = binding && body ? binding.text.slice(0, body.start - binding.start) : '';
	return /^\w+\.code$/.test(path) && /\bhttp(?:status)?(?:error|exception)\b/i.test(head);
}

/** A dispatch that has no label yet is known by what it looks at. */
function apiBySubject(dispatch: Dispatch, resolving: Resolving): DispatchApi | undefined {
	const [api, rival] = strongestOf(resolving);
	if (!api) return undefined;
	const word = lastWord(api.catalog.envelope?.code ?? 'code');
	const fits = pathsOf(dispatch, resolving).some(
		(path) => lastWord(path) === word || /(^|\.|_)(error_?)?code$/i.test(path),
	);
	return fits ? { ...api, on: 'code', rival: rival?.catalog } : undefined;
}

/** Whether a dispatch on statuses is about errors at all. */
export function isAboutErrors(labels: readonly Label[], resolving: Pick<Resolving, 'facts' | 'catalogs'>): boolean {
	return labels.some((label) => (label.kind === 'range' ? label.to >= 400 : (numberOf(label, resolving) ?? 0) >= 400));
}

/** Whether a value written as a label stands for the entry. */
export function standsFor(
	value: string | number,
	on: 'code' | 'status',
	entry: DispatchApi['catalog']['entries'][number],
): boolean {
	return on === 'status'
		? Number(value) === statusOf(entry)
		: value === entry.value || (typeof entry.value === 'number' && Number(value) === entry.value);
}
