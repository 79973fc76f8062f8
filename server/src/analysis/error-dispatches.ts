import type { Catalog, Entry } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import type { Code, Dispatch, Label, Subject, Table } from '../syntax/code.ts';
import { childIn, type Part } from '../syntax/part.ts';
import { fallbackBranch } from '../syntax/read-tables.ts';
import { statementsOf } from '../syntax/statements.ts';
import type { ErrorDispatch, JudgedLabel } from './analysis.ts';
import { apiOfDispatch, type DispatchApi, isAboutErrors, standsFor } from './api-of-dispatch.ts';
import { defaultBehaviorOf } from './defaults.ts';
import { weaknessOf } from './evidence-strength.ts';
import { handledElsewhere } from './handled.ts';
import { placeholder } from './placeholder.ts';
import { isRequired, type Resolving } from './resolving.ts';
import { valueOfLabel } from './values.ts';

/** The dispatches of a block that are about an API's errors or about HTTP statuses. */
export function errorDispatchesIn(code: Code, resolving: Resolving): readonly ErrorDispatch[] {
	const here = code.dispatches.map((dispatch) => ({ dispatch, asked: dispatch, code }));
	return [...here, ...tableDispatches(code, resolving)].flatMap((found) => {
		const api = apiOfDispatch(found.dispatch, resolving);
		return api ? [judge(found, api, resolving)] : [];
	});
}

interface Found {
	readonly dispatch: Dispatch;
	/** The same dispatch as seen from where it is asked: a table stands apart from its look-ups. */
	readonly asked: Dispatch;
	readonly code: Code;
}

/** Tables and lists of the block that something in the file looks into, and one in which a value is being typed. */
function tableDispatches(code: Code, { facts }: Resolving): readonly Found[] {
	const found: Found[] = [];
	const seen = new Set<Table>();
	for (const { found: lookup, code: lookupCode } of facts.lookups) {
		const known = facts.tables.get(lookup.table);
		if (!known || known.code !== code || seen.has(known.found)) continue;
		seen.add(known.found);
		const dispatch = dispatchOver(known.found, lookup.subject, lookup.fallback);
		const asked = { ...dispatch, start: lookup.start, end: lookup.end, part: lookup.part };
		found.push({ dispatch, asked, code: lookupCode });
	}
	for (const table of code.tables) {
		if (seen.has(table) || !isBeingTyped(table)) continue;
		// What will look into it is not written yet; its other keys say whose codes they are.
		const dispatch = dispatchOver(table, { path: 'code', source: 'code', part: table.part }, undefined);
		found.push({ dispatch, asked: dispatch, code });
	}
	return found;
}

function dispatchOver(table: Table, subject: Subject, fallback: Part | undefined): Dispatch {
	const { start, end, part, broken, isList } = table;
	const branches = fallback ? [...table.branches, fallbackBranch(fallback)] : table.branches;
	return { form: isList ? 'membership' : 'table', subject, head: part, branches, broken, start, end, part };
}

function isBeingTyped({ branches, part }: Table): boolean {
	if (!part.text.includes(placeholder)) return false;
	const labels = branches.flatMap((branch) => branch.labels);
	return labels.length > 1 && labels.some((label) => label.kind === 'literal' && label.literal.value === placeholder);
}

function judge(found: Found, api: DispatchApi, resolving: Resolving): ErrorDispatch {
	const { dispatch, asked, code } = found;
	const { catalog, on, step, reason, rival } = api;
	const entries = entriesOf(api, resolving);
	const labels = dispatch.branches.flatMap((branch) =>
		branch.labels.map((label) => judgeLabel(label, api, entries, resolving)),
	);
	const covered = new Set(labels.flatMap((label) => label.entries));
	const missing = entries.filter((entry) => !covered.has(entry)).sort(byWeight(resolving));
	const question = { ...resolving, dispatch: asked, code };
	const required = missing.filter((entry) => isRequired(entry, resolving));
	const places = required.map((entry) => ({ entry, where: handledElsewhere(entry, question) }));
	const missingRequired = places.flatMap(({ entry, where }) => (where === undefined ? [entry] : []));
	const onDefault = defaultBehaviorOf(asked);
	const judged = { dispatch, on, catalog, step, reason, rival, labels, missing, missingRequired, onDefault };
	const silence = silenceOf(judged, places.flatMap(saidOf), resolving);
	return { ...judged, silence };
}

/** What a dispatch may have labels for. */
function entriesOf({ catalog, on }: DispatchApi, resolving: Resolving): readonly Entry[] {
	const { http, httpStatus } = resolving.catalogs;
	if (on === 'code') return catalog.entries.filter((entry) => entry.kind === 'code' && entry.replacedBy === undefined);
	if (catalog === http) return http.entries.filter((entry) => entry.standard !== false);
	const byStatus = new Map<number, Entry>();
	for (const entry of catalog.entries) {
		const status = statusOf(entry);
		if (status === undefined) continue;
		const known = byStatus.get(status);
		const own =
			entry.kind === 'status'
				? entry
				: (known ?? httpStatus(status) ?? { ...entry, kind: 'status' as const, value: status });
		const required = (known?.required ?? false) || isRequired(entry, resolving);
		byStatus.set(status, own.required === required ? own : { ...own, required });
	}
	return [...byStatus.values()];
}

function judgeLabel(
	label: Label,
	{ on, catalog }: DispatchApi,
	entries: readonly Entry[],
	resolving: Resolving,
): JudgedLabel {
	const { facts, catalogs } = resolving;
	const literal = label.kind === 'literal' ? label.literal : undefined;
	if (label.kind === 'range') {
		const within = entries.filter((entry) => {
			const status = statusOf(entry);
			return status !== undefined && label.from <= status && status <= label.to;
		});
		return { label, value: undefined, entries: within, unknown: false, literal };
	}
	const value = valueOfLabel(label, facts, catalogs);
	if (!value) return { label, value: undefined, entries: [], unknown: false, literal };
	const current = entries.filter((entry) => standsFor(value.value, on, entry));
	// A code that is no longer sent is never missing, but a label may still name it.
	const covered = current.length > 0 || on === 'status' ? current : replacedIn(catalog, value.value);
	const known = covered.length > 0 || catalog.entries.some((entry) => entry.value === value.value);
	const elsewhere = resolving.inPlay.some(({ catalog: other }) =>
		other.entries.some((entry) => entry.value === value.value),
	);
	const unknown = on === 'code' && value.shown && typeof value.value === 'string' && !known && !elsewhere;
	return { label, value: value.value, entries: covered, unknown, literal };
}

function replacedIn({ entries }: Catalog, value: string | number): readonly Entry[] {
	return entries.filter((entry) => entry.kind === 'code' && entry.replacedBy !== undefined && entry.value === value);
}

/** Required first, errors before successes, then by status, then as the documentation has them. */
function byWeight(resolving: Resolving): (one: Entry, other: Entry) => number {
	const weight = (entry: Entry): number => {
		const status = statusOf(entry) ?? 400;
		return status + (isRequired(entry, resolving) ? 0 : status >= 400 ? 1_000 : 2_000);
	};
	return (one, other) => weight(one) - weight(other);
}

/** Where a required error is handled outside the dispatch. */
function saidOf({ entry, where }: { entry: Entry; where: string | undefined }): readonly string[] {
	return where === undefined ? [] : [`${entry.value} is handled elsewhere: ${where}`];
}

/** Why nothing is said about missing codes; undefined where a warning stands. */
function silenceOf(
	judged: Omit<ErrorDispatch, 'silence'>,
	elsewhere: readonly string[],
	resolving: Resolving,
): string | undefined {
	const { dispatch, missingRequired, labels, on, onDefault } = judged;
	const weakness = weaknessOf(judged, resolving);
	if (weakness !== undefined) return weakness;
	if (missingRequired.length === 0) return elsewhere.join('; ') || 'all required errors are handled';
	if (dispatch.broken) return 'the code is not complete';
	if (
		on === 'status' &&
		!isAboutErrors(
			dispatch.branches.flatMap((branch) => branch.labels),
			resolving,
		)
	)
		return 'no label is an error';
	if (labels.some(({ value, label }) => value === undefined && label.kind !== 'range'))
		return 'one of the labels cannot be told';
	if (labels.every(({ label }) => label.kind === 'literal' && label.literal.value === ''))
		return 'there is no label yet';
	if (isPredicate(dispatch)) return 'it only answers yes or no';
	return silenceOfForm(dispatch) ?? (onDefault === 'passes-on' ? 'the default passes the error on' : undefined);
}

function silenceOfForm({ form, branches }: Dispatch): string | undefined {
	const own = branches.filter((branch) => !branch.isDefault);
	switch (form) {
		case 'switch':
			return own.length === 0 ? 'there is no label yet' : undefined;
		case 'chain':
			return own.length < 2 ? 'a single if asks about one error only' : undefined;
		case 'ternary':
			return own.length < 2 || own.every((branch) => branch.body.every(isPlainValue))
				? 'it only chooses a value'
				: undefined;
		case 'table':
			return own.some((branch) => branch.body.some((body) => !isHandler(body)))
				? 'it is a table of values, not of handlers'
				: undefined;
		default:
			return 'it only tests for some errors';
	}
}

function isPlainValue({ kind }: { kind: string | undefined }): boolean {
	return (
		kind === undefined ||
		kind === 'string' ||
		kind === 'dynamic' ||
		kind === 'integer' ||
		kind === 'member' ||
		kind === 'transparent'
	);
}

/** Whether every branch does nothing but answer `true` or `false`: the function asks about errors, its caller deals with them. */
function isPredicate({ form, branches }: Dispatch): boolean {
	if (form !== 'switch' && form !== 'chain') return false;
	const bodies = branches.map(({ body }) => body.flatMap(statementsOf)).filter((body) => body.length > 0);
	return bodies.length > 0 && bodies.every(([first, ...rest]) => rest.length === 0 && answersYesOrNo(first));
}

function answersYesOrNo(statement: Part | undefined): boolean {
	return statement?.kind === 'return' && /^(true|false)$/i.test(childIn(statement, 'value')?.text ?? '');
}

/** A function written in place or named; what is named like a class or a component is none. */
function isHandler({ kind, text }: { kind: string | undefined; text: string }): boolean {
	return (
		kind === 'function' ||
		((kind === undefined || kind === 'member') &&
			/^[\w$.]+$/.test(text) &&
			!/^(null|undefined|true|false)$/.test(text) &&
			!/(^|\.)[A-Z]\w*$/.test(text))
	);
}
