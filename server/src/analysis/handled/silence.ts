import type { Branch, Dispatch, Label } from '../../syntax/code.ts';
import { nameOfFunction } from '../../syntax/code-from-parts.ts';
import { statementsOf } from '../../syntax/dispatches/statements.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../syntax/parts/part.ts';
import { isValue } from '../../syntax/writing/layout.ts';
import type { ErrorDispatch } from '../analysis.ts';
import { isAboutErrors } from '../evidence/api-of-dispatch.ts';
import { weaknessOf } from '../evidence/evidence-strength.ts';
import type { Resolving } from '../resolving.ts';
import { asksNothingElse, isAskedOtherwise } from './conditions.ts';
import { choosesMessage } from './messages.ts';
import { translates } from './translations.ts';

/**
 * Why nothing is said about missing codes, as half a sentence; undefined where a warning stands. The table in
 * `missing-required.md` says the same in words.
 * @param elsewhere where required errors without a label are handled, as half sentences
 */
export function silenceOf(
	judged: Omit<ErrorDispatch, 'silence'>,
	elsewhere: readonly string[],
	resolving: Judging,
): string | undefined {
	const weakness = weaknessOf(judged, resolving);
	if (weakness !== undefined) return weakness;
	if (judged.missingRequired.length === 0) return elsewhere.join('; ') || 'all required errors are handled';
	return limitOf(judged, resolving)?.reason;
}

type Judging = Pick<Resolving, 'facts' | 'catalogs'>;

/** What keeps a dispatch from answering for the errors that it has no label for. */
export interface Limit {
	/** `few`: it asks about some errors only, the others are not its business. `unsure`: nobody can tell. */
	readonly kind: 'few' | 'unsure';
	/** Half a sentence. */
	readonly reason: string;
}

/** Whether a dispatch answers for all errors of its API, where the evidence is strong enough; undefined where it does. */
export function limitOf(judged: Omit<ErrorDispatch, 'silence'>, resolving: Judging): Limit | undefined {
	const { dispatch, labels, on, onDefault } = judged;
	if (dispatch.broken) return unsure('the code is not complete');
	const all = dispatch.branches.flatMap((branch) => branch.labels);
	if (on === 'status' && !isAboutErrors(all, resolving)) return few('no label is an error');
	if (labels.some(({ value, label }) => value === undefined && label.kind !== 'range'))
		return unsure('one of the labels cannot be told');
	if (on === 'status' && isOtherProtocol(labels, resolving)) return few('the numbers are statuses of another protocol');
	if (isAskedOtherwise(dispatch)) return unsure('one of the tests cannot be told');
	if (labels.every(({ label }) => label.kind === 'literal' && label.literal.value === '')) return noLabel;
	const asked = choiceOf(judged, resolving);
	if (asked !== undefined) return asked;
	return onDefault === 'passes-on' ? unsure('the default passes the error on') : undefined;
}

const few = (reason: string): Limit => ({ kind: 'few', reason });
const unsure = (reason: string): Limit => ({ kind: 'unsure', reason });
const noLabel = unsure('there is no label yet');

/** What is chosen, where it is not what is done about an error. */
function choiceOf({ dispatch, on }: Omit<ErrorDispatch, 'silence'>, resolving: Judging): Limit | undefined {
	if (isPredicate(dispatch)) return few('it only answers yes or no');
	if (choosesMessage(on === 'status' ? withoutSuccess(dispatch, resolving) : dispatch, on))
		return few('it only chooses a message');
	if (on === 'status' && translates(dispatch)) return few('it only says the status in other words');
	if (dispatch.form === 'chain' && asksAboutOne(dispatch, on, resolving)) return few(oneOnly);
	if (on === 'status' && isIfElse(dispatch)) return few(oneOnly);
	if (dispatch.form === 'switch' && dispatch.branches.every(({ isDefault }) => isDefault)) return noLabel;
	const reason = silenceOfForm(dispatch);
	return reason === undefined ? undefined : few(reason);
}

/** Whether several of the numbers are no statuses of HTTP: mail and news servers answer with numbers as well. */
function isOtherProtocol(labels: ErrorDispatch['labels'], { catalogs }: Judging): boolean {
	if (catalogs.http.entries.length === 0) return false;
	const numbers = labels.flatMap(({ label, value }) => (label.kind === 'range' ? [] : [Number(value ?? Number.NaN)]));
	const strange = numbers.filter((value) => !catalogs.byNumber(value).some(({ entry }) => entry.kind === 'status'));
	return strange.length > 2 && strange.length * 3 >= numbers.length;
}

function silenceOfForm(dispatch: Dispatch): string | undefined {
	const { form, branches } = dispatch;
	const own = branches.filter((branch) => !branch.isDefault);
	switch (form) {
		case 'switch':
			return undefined;
		case 'chain':
			if (isValue(dispatch.part) && choosesValue(own)) return 'it only chooses a value';
			return silenceOfConditions(own, dispatch);
		case 'ternary':
			return own.length < 2 || choosesValue(own) ? 'it only chooses a value' : silenceOfConditions(own, dispatch);
		case 'table':
			return own.some((branch) => branch.body.some((body) => !isHandler(body) && !isMethod(body)))
				? 'it is a table of values, not of handlers'
				: undefined;
		default:
			return 'it only tests for some errors';
	}
}

/** What a dispatch does about errors: what it does where nothing went wrong is no text for people. */
function withoutSuccess(dispatch: Dispatch, resolving: Judging): Dispatch {
	const isSuccess = ({ isDefault, labels }: Branch): boolean =>
		!isDefault && labels.length > 0 && !isAboutErrors(labels, resolving);
	return { ...dispatch, branches: dispatch.branches.filter((branch) => !isSuccess(branch)) };
}

/**
 * Whether a switch asks a response for one status and has all the rest, success among it, in its default; with an error
 * nothing but errors is left.
 */
function isIfElse({ form, branches, subject }: Dispatch): boolean {
	const labels = branches.flatMap((branch) => branch.labels);
	if (form !== 'switch' || labels.length !== 1 || branches.length !== 2) return false;
	return (
		branches.some(({ isDefault }) => isDefault) && ![subject.path, subject.source].some((path) => ofError.test(path))
	);
}

/** Paths of what an error has. */
const ofError = /(?:^|\.)(?:e|ex|err|error|exception|\w+(?:Error|Exception))\./i;

const oneOnly = 'a single if asks about one error only';

/**
 * Whether all tests of a chain are about the same error, or all but one of them about what is no error: `200` and `404`
 * are asked for as `ok` and `404` are.
 */
function asksAboutOne({ branches }: Dispatch, on: 'code' | 'status', resolving: Judging): boolean {
	const own = branches.filter(({ isDefault }) => !isDefault);
	if (own.length < 2) return true;
	const isOther = (label: Label): boolean => on === 'status' && !label.negated && !isAboutErrors([label], resolving);
	const labels = own.flatMap((branch) => branch.labels).filter((label) => !isOther(label));
	return labels.every(({ kind }) => kind !== 'range') && new Set(labels.map(({ part }) => part.text)).size < 2;
}

/** Where every test of a value asks for something else as well, it is not by the value that the code chooses. */
function silenceOfConditions(branches: readonly Branch[], dispatch: Dispatch): string | undefined {
	const byValue = branches.filter(({ labels }) => labels.some(({ kind }) => kind !== 'range'));
	return byValue.length > 0 && !byValue.some((branch) => asksNothingElse(branch, dispatch))
		? 'every test asks for more than the error'
		: undefined;
}

const choosesValue = (branches: readonly Branch[]): boolean => branches.every(({ body }) => body.every(isPlainValue));

function isPlainValue({ kind }: Part): boolean {
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
function isPredicate({ form, branches, part }: Dispatch): boolean {
	if (form !== 'switch' && form !== 'chain') return false;
	const around = closest(part, 'function');
	if (around && askingName.test(nameOfFunction(around) ?? '')) return true;
	const bodies = branches.map(({ body }) => body.flatMap(statementsOf)).filter((body) => body.length > 0);
	return bodies.length > 0 && bodies.every(([first, ...rest]) => rest.length === 0 && answersYesOrNo(first));
}

/** Functions that are asked: `shouldRetry`, `isGone`. */
const askingName = /^(?:[Ii]s|[Hh]as|[Ss]hould|[Cc]an|[Mm]ay|[Mm]ust|[Nn]eeds)(?=[A-Z_])/;
/** The same in a result that is made of it: `PredicateResult.True()`, `Task.FromResult(true)`. */
const yesOrNo =
	/^(?:(?:true|false)|(?:\w+\.)+(?:True|False)\(\)|(?:new )?(?:\w+\.)*\w+(?:<bool>)?\((?:true|false)\))$/i;

function answersYesOrNo(statement: Part | undefined): boolean {
	const value = statement?.kind === 'return' ? childIn(statement, 'value') : statement;
	return (
		value?.kind === 'comparison' ||
		value?.kind === 'not' ||
		value?.kind === 'membership' ||
		yesOrNo.test(value?.text ?? '')
	);
}

/** A name of a function in the same block, however it is written. */
function isMethod(part: Part): boolean {
	if (part.kind !== undefined && part.kind !== 'member') return false;
	const name = part.text.slice(part.text.lastIndexOf('.') + 1);
	const root = [...partsAround(part)].at(-1);
	return root !== undefined && partsIn(root).some((one) => one.kind === 'function' && nameOfFunction(one) === name);
}

/** A function written in place or named; what is named like a class or a component is none. */
function isHandler({ kind, text }: Part): boolean {
	return (
		kind === 'function' ||
		((kind === undefined || kind === 'member') &&
			/^(?:[\w$.]+|(?=::))(?:::\w+)?$/.test(text) &&
			!/^(null|undefined|true|false)$/.test(text) &&
			!/(^|\.)[A-Z]\w*$/.test(text))
	);
}
