import { type Catalog, type Entry, isDeprecated } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import type { Code, Dispatch, Label, Subject, Table } from '../syntax/code.ts';
import { fallbackBranch } from '../syntax/dispatches/read-tables.ts';
import { closest, type Part } from '../syntax/parts/part.ts';
import type { ErrorDispatch, JudgedLabel } from './analysis.ts';
import { apiOfDispatch, type DispatchApi, standsFor } from './evidence/api-of-dispatch.ts';
import { defaultBehaviorOf } from './handled/defaults.ts';
import { handledElsewhere } from './handled/handled.ts';
import { silenceOf } from './handled/silence.ts';
import { valueOfLabel } from './names/values.ts';
import { placeholder } from './placeholder.ts';
import { isRequired, type Resolving } from './resolving.ts';

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
	const missing = byWeight(
		entries.filter((entry) => !covered.has(entry)),
		resolving,
	);
	const question = { ...resolving, dispatch: asked, code };
	const required = missing.filter((entry) => isRequired(entry, resolving));
	const elsewhere = required.flatMap((entry) => {
		const where = handledElsewhere(entry, question);
		return where === undefined ? [] : [{ entry, where }];
	});
	const missingRequired = required.filter((entry) => !elsewhere.some((other) => other.entry === entry));
	const onDefault = defaultBehaviorOf(asked, {
		functions: resolving.facts.functions,
		later: laterStatements(asked, code, resolving),
	});
	const judged = { dispatch, on, catalog, step, reason, rival, labels, missing, missingRequired, elsewhere, onDefault };
	const silence = silenceOf(judged, elsewhere.map(saidOf), resolving);
	return { ...judged, silence };
}

/** The statements of later blocks, for a dispatch that stands in no function. */
function laterStatements({ part }: Dispatch, code: Code, { facts: { statements } }: Resolving): readonly Part[] {
	if (closest(part, 'function')) return [];
	const last = statements.findLastIndex((statement) => statement.code === code);
	return last < 0 ? [] : statements.slice(last + 1).map(({ found }) => found);
}

/** What a dispatch may have labels for. */
function entriesOf({ catalog, on }: DispatchApi, resolving: Resolving): readonly Entry[] {
	const { http, httpStatus } = resolving.catalogs;
	if (on === 'code') return catalog.entries.filter((entry) => entry.kind === 'code' && !isDeprecated(entry));
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
	const covered = current.length > 0 || on === 'status' ? current : deprecatedIn(catalog, value.value);
	const known = covered.length > 0 || catalogs.has(catalog, value.value);
	const elsewhere = relatedTo(catalog, resolving).some((other) => catalogs.has(other, value.value));
	const unknown = on === 'code' && value.shown && typeof value.value === 'string' && !known && !elsewhere;
	return { label, value: value.value, entries: covered, unknown, literal };
}

/** The APIs in play, and other catalogs of the same vendor: those that share a package or a host. */
function relatedTo({ evidence }: Catalog, { inPlay, catalogs }: Resolving): readonly Catalog[] {
	const marks = new Set([...evidence.packages, ...evidence.hosts]);
	const related = catalogs.catalogs.filter(({ evidence: { packages, hosts } }) =>
		[...packages, ...hosts].some((mark) => marks.has(mark)),
	);
	return [...inPlay.map(({ catalog }) => catalog), ...related];
}

function deprecatedIn({ entries }: Catalog, value: string | number): readonly Entry[] {
	return entries.filter((entry) => entry.kind === 'code' && entry.value === value && isDeprecated(entry));
}

/** Required first, errors before successes, then by status, then as the documentation has them; there may be thousands. */
function byWeight(entries: readonly Entry[], resolving: Resolving): readonly Entry[] {
	const groups = new Map<number, Entry[]>();
	for (const entry of entries) {
		const status = statusOf(entry) ?? 400;
		const weight = status + (isRequired(entry, resolving) ? 0 : status >= 400 ? 1_000 : 2_000);
		const group = groups.get(weight);
		if (group) group.push(entry);
		else groups.set(weight, [entry]);
	}
	return [...groups].sort(([one], [other]) => one - other).flatMap(([, group]) => group);
}

/** Why a required error need not have a label. */
function saidOf({ entry, where }: ErrorDispatch['elsewhere'][number]): string {
	return `${entry.value} need not be here: ${where}`;
}
