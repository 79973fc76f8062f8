import type { Entry } from '../../catalog/catalog.ts';
import { type CatalogIndex, statusOf } from '../../catalog/catalog-index.ts';
import type { Code, Dispatch, Label, Lookup } from '../../syntax/code.ts';
import { leaves, ownParts, statementsOf } from '../../syntax/dispatches/statements.ts';
import { argumentsOf } from '../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsAround } from '../../syntax/parts/part.ts';
import type { FileFacts } from '../file-facts.ts';
import { declaredValues, type TypeQuestion } from '../names/declared-values.ts';
import { classOfStatus, valueOfLabel } from '../names/values.ts';
import { pathsOf } from '../resolving.ts';
import { looksLikeCode, looksLikeStatus } from '../status/status-evidence.ts';
import { asksNothingElse } from './conditions.ts';
import { leavesEarlier } from './earlier-guards.ts';
import { isAskedByName, logsIn, rootOf } from './named-tests.ts';
import { runningTestsFor } from './running-tests.ts';

/** A range of statuses that is wider says nothing about one of them. */
const widestRange = 150;

/** What is asked: whether the code around a dispatch already deals with an entry that it has no label for. */
export interface HandledQuestion {
	readonly dispatch: Dispatch;
	readonly code: Code;
	readonly facts: FileFacts;
	readonly catalogs: CatalogIndex;
	/** What the languages' libraries retry or refresh by themselves in this file. */
	readonly setUp: ReadonlySet<'rate-limit' | 'authentication'>;
	readonly declaredType: TypeQuestion['declaredType'];
}

/** Says where an entry is dealt with outside the dispatch, as half a sentence; undefined where it is not. */
export function handledElsewhere(entry: Entry, question: HandledQuestion): string | undefined {
	const { dispatch, code, facts, setUp } = question;
	const status = statusOf(entry);
	if (status === 429 && setUp.has('rate-limit')) return 'a library in the file repeats requests that were limited';
	if (status === 401 && setUp.has('authentication')) return 'an interceptor in the file refreshes the token';
	if (leavesEarlier(dispatch, pathsOf(dispatch, question))) return 'an earlier test leaves with every error';
	for (const other of [...code.dispatches, ...listTests(question)]) {
		if (other === dispatch) continue;
		const where = byTest(other, entry, question);
		if (where) return where;
	}
	const elsewhere = closest(dispatch.part, 'function') ? [] : runningTestsFor(entry, code, facts, question.catalogs);
	for (const { other, isBefore } of elsewhere) {
		const where = byLooseTest(other, entry, question, isBefore);
		if (where) return where;
	}
	if (status !== undefined && isAskedByName(status, dispatch.part)) return 'a test in the same function names it';
	if (status === 401 && logsIn(dispatch)) return 'the default logs in again, or out';
	for (const [name, predicates] of facts.predicates) {
		if (!predicates.some((one) => tests(one, entry, question)) || !isCalledNear(name, dispatch)) continue;
		return `${name}() is asked in the same function`;
	}
	const declared = declaredValues(dispatch, question);
	const mayCome = !declared || [...declared].some((value) => value === entry.value || Number(value) === status);
	return mayCome ? undefined : 'the declared type of what is looked at does not have it';
}

function byTest(other: Dispatch, entry: Entry, question: HandledQuestion): string | undefined {
	const { dispatch } = question;
	const around = branchAround(other, dispatch.part);
	if (around) return decidedAround(other, around, entry, question);
	if (!sharesFunction(other.part, dispatch.part)) return undefined;
	if (other.part === dispatch.part)
		return covers(other, entry, question) ? 'another test of the same chain covers it' : undefined;
	if (other.form === 'flag')
		return tests(other, entry, question) && isUsedAgain(other.part)
			? 'a flag in the same function covers it'
			: undefined;
	const list = other.part.parent;
	const isBefore = other.part.end <= dispatch.part.start && !(list && list.end < dispatch.part.end);
	if (other.end <= dispatch.start && mayLeave(other)) return 'an earlier test in the same function may cover it';
	return byLooseTest(other, entry, question, isBefore);
}

/** @param isBefore whether control comes from the test to the dispatch */
function byLooseTest(other: Dispatch, entry: Entry, question: HandledQuestion, isBefore: boolean): string | undefined {
	if (other.form === 'predicate' || other.form === 'test' || other.form === 'flag') return undefined;
	if (isBefore && mayLeave(other)) return 'an earlier test may cover it';
	if (isBefore && turnsAway(other, entry, question)) return 'an earlier test lets only other errors through';
	return covers(other, entry, question) && acts(other, entry, question)
		? 'another test in the same function covers it'
		: undefined;
}

/**
 * The ifs that ask a list or a table with a name, as dispatches: `if (RETRYABLE.has(error.code)) return retry()`, also
 * where they look into it first: `if _, ok := retryable[err.Code]; ok`.
 */
function listTests({ code, facts }: HandledQuestion): readonly Dispatch[] {
	return facts.lookups.flatMap(({ found, code: its }) => {
		const part = its === code ? closest(found.part, 'if') : undefined;
		const condition = part && childIn(part, 'condition');
		if (!condition || !isAskedBefore(found, part)) return [];
		const isFirst = found.end < condition.start;
		const negated = isFirst ? condition.kind === 'not' : found.part.parent?.kind === 'not';
		const labels = labelsInList(found, facts).map((label) => ({ ...label, negated }));
		const { start, end } = part;
		const body = statementsOf(childIn(part, 'body'));
		const branch = { start, end, labels, isDefault: false, body, fallsThrough: false, part };
		const { subject } = found;
		return [{ form: 'chain' as const, subject, head: condition, branches: [branch], broken: false, start, end, part }];
	});
}

/** Whether a look-up stands in the condition of an `if`, or in what comes before that. */
function isAskedBefore({ start, end }: Lookup, asking: Part): boolean {
	return asking.children.some((child) => {
		const isAsked = child.fields.length === 0 || child.fields.includes('condition');
		return isAsked && child.start <= start && end <= child.end;
	});
}

/** What a list has in it; a list of another file cannot be told. */
function labelsInList({ table, start, end, part }: Lookup, facts: FileFacts): readonly Label[] {
	const known = facts.tables.get(table)?.found;
	return known
		? known.branches.flatMap(({ labels }) => labels)
		: [{ kind: 'unknown', start, end, negated: false, part }];
}

/** Whether a test leaves on values that cannot be told. */
function mayLeave(other: Dispatch): boolean {
	return speaksOfErrors(other) && other.branches.some(({ labels, body }) => labels.some(isWide) && leaves(body));
}

/** Whether a test before the dispatch leaves with the entry: `if (code !== 'CONFLICT' && code !== 'GONE') throw error`. */
function turnsAway(other: Dispatch, entry: Entry, question: HandledQuestion): boolean {
	if (!speaksOfErrors(other)) return false;
	const [branch] = other.branches;
	if (!branch || branch.labels.length === 0 || !leaves(branch.body)) return false;
	const isOthers = (label: Label): boolean =>
		label.negated && label.kind !== 'unknown' && !includes(label, entry, question);
	return branch.labels.every(isOthers) && asksNothingElse(branch, other);
}

/** The branch of `outer` in which a part lies. */
function branchAround(outer: Dispatch, part: Part): Dispatch['branches'][number] | undefined {
	return outer.branches.find((branch) => branch.body.some((body) => body.start <= part.start && part.end <= body.end));
}

/** A branch around the dispatch lets only some errors in. */
function decidedAround(
	outer: Dispatch,
	branch: Dispatch['branches'][number],
	entry: Entry,
	question: HandledQuestion,
): string | undefined {
	if (!speaksOfErrors(outer)) return undefined;
	if (branch.isDefault) return covers(outer, entry, question) ? 'a branch around it is for the others only' : undefined;
	const admits = branch.labels.some((label) => label.negated !== includes(label, entry, question) || isWide(label));
	const names = branch.labels.some(
		(label) => !label.negated && label.kind !== 'range' && includes(label, entry, question),
	);
	if (names) return 'the branch around it is for this error';
	return admits ? undefined : 'the branch around it does not let it in';
}

const isWide = (label: Label): boolean => label.kind === 'unknown';

function covers(other: Dispatch, entry: Entry, question: HandledQuestion): boolean {
	return speaksOfErrors(other) && tests(other, entry, question);
}

function speaksOfErrors({ subject, branches }: Dispatch): boolean {
	if ([subject.path, subject.source].some((path) => looksLikeStatus(path) || looksLikeCode(path))) return true;
	// A response may be asked for its class, which says its status.
	return branches.some(({ labels }) => labels.some((label) => label.kind === 'name' && classOfStatus.test(label.name)));
}

function tests(other: Dispatch, entry: Entry, question: HandledQuestion): boolean {
	return other.branches.some((branch) => branch.labels.some((label) => singlesOut(label, entry, question)));
}

/** Whether the label speaks of this entry and few others. */
function singlesOut(label: Label, entry: Entry, question: HandledQuestion): boolean {
	if (label.kind === 'range' && label.to - label.from > widestRange) return false;
	return includes(label, entry, question);
}

function includes(label: Label, entry: Entry, { facts, catalogs }: HandledQuestion): boolean {
	const status = statusOf(entry);
	if (label.kind === 'range') return status !== undefined && label.from <= status && status <= label.to;
	const value = valueOfLabel(label, facts, catalogs)?.value;
	if (value === undefined) return false;
	if (value === entry.value || Number(value) === status) return true;
	// A test of an API's own code says as much about its status.
	return entry.kind === 'status' && catalogs.byString(String(value)).some((match) => statusOf(match.entry) === status);
}

/** A branch that leaves, or does more than tell, deals with its error. */
function acts(other: Dispatch, entry: Entry, question: HandledQuestion): boolean {
	const branch = other.branches.find((one) => one.labels.some((label) => singlesOut(label, entry, question)));
	if (!branch) return false;
	if (branch.labels.some((label) => label.negated) || leaves(branch.body)) return true;
	return branch.body.some((statement) => {
		for (const part of ownParts(statement))
			if (part.kind === 'call' && !/^(console|log|logger)\b/.test(part.text)) return true;
		return statement.kind === 'assignment';
	});
}

function sharesFunction(one: Part, other: Part): boolean {
	const function_ = closest(one, 'function');
	if (function_ === undefined) return closest(other, 'function') === undefined || one.start < other.start;
	for (const around of partsAround(other)) if (around === function_) return true;
	return isLinkBefore(function_, other);
}

/** Whether a function is given to an earlier call of the same chain: `send().then(check).catch((error) => { … })`. */
function isLinkBefore(earlier: Part, part: Part): boolean {
	const own = closest(part, 'function');
	let link = own?.fields.includes('argument') ? own.parent?.parent : undefined;
	while (link?.kind === 'call') {
		if (link !== own?.parent?.parent && argumentsOf(link).includes(earlier)) return true;
		const callee = childIn(link, 'callee');
		link = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	}
	return false;
}

/** Whether the name that keeps a test's result is read anywhere else in its function. */
function isUsedAgain(flag: Part): boolean {
	const name = /^[\w$]+/.exec(flag.text)?.[0];
	const around = closest(flag, 'function') ?? rootOf(flag);
	if (name === undefined) return false;
	return around.text.split(new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`)).length > 2;
}

function isCalledNear(name: string, { part }: Dispatch): boolean {
	const around = closest(part, 'function') ?? rootOf(part);
	const escaped = name.replace(/[$?!]/g, '\\$&');
	// A name that ends in a mark is a call without parentheses, and so is a property that is asked: `error.retryable`.
	const called = new RegExp(`(^|[^\\w$])${escaped}${/[?!]$/.test(name) ? '' : '\\s*\\('}`);
	return called.test(around.text) || new RegExp(`\\.${escaped}(?![\\w$]|\\s*(?:\\(|=(?!=)))`).test(around.text);
}
