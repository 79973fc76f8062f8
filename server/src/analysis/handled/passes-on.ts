import type { Dispatch } from '../../syntax/code.ts';
import { sourceOf } from '../../syntax/dispatches/binding.ts';
import { elementsOf } from '../../syntax/dispatches/collections.ts';
import { ownParts } from '../../syntax/dispatches/statements.ts';
import { argumentsOf, lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, childrenIn, closest, type Part, partsIn } from '../../syntax/parts/part.ts';
import { isFailure, isGivenFailure, isNewError, saysFailure } from './failures.ts';
import { rootOf } from './named-tests.ts';

/** Calls that tell a person or a log; an error handed to one ends there. */
const telling =
	/^(log|info|warn|warning|error|debug|trace|fatal|print|println|printf|puts|alert|toast|notify|report|show|display|render|message|capture\w*|track\w*|set\w*|add\w*|push|emit|dispatch|String|inspect|format\w*|describe\w*|stringify)$/i;
/** Calls that hand an error on, whatever they are given. */
const handingOn =
	/^_*(reject|rethrow|raise|next|abort|fail|panic|throwError|Err|bail|(?:Try)?SetException|resumeWithException|complete(?:Error|Exceptionally)|addError)$/;
/** Methods of a response that throw or give an error where it is one. */
const raising = /^(?:error_for_status(?:_ref)?|raise_for_status|EnsureSuccessStatusCode|Throw|into_?[rR]esult)$/;
/** What only reads a response, and fails on what it reads: the text of an error is read like any other. */
const reading =
	/^(?:text|json|bytes|chunk|body|headers?|status|version|url|parse|(?:read|to|get|copy|content)(?:_\w+)?|into_(?:body|string|json|bytes|reader))$/;
/** What is called back with what went wrong. */
const callbacks = /^(cb|callback|done|completion(?:Handler)?)$/;
/** Names of what went wrong, as they are given along with a result: `return nil, err`. */
const errorNames = /^(?:err|[eE]rr[A-Z]\w*|error(?:Response|Result|Body)|[a-z]\w*Err)$/;
/** What an observable or a stream gives its errors to: `subscriber.error(error)` is no log. */
const errorSinks = /^(subscriber|observer|subject|sink|controller)$/i;
/** Types of what comes later, of which one is made that fails: `Mono.error(error)`. */
const failing = /^(?:Mono|Flux|Single|Maybe|Completable|Flowable|Observable|Future|Stream|Result)$/;

/**
 * Whether statements hand the error that a dispatch looks at on to somebody: they throw, return it or something made of
 * it, call what takes it.
 * @param from statements after the dispatch may throw something else on a condition of its own
 */
export function passesOn(
	statements: readonly Part[],
	dispatch: Dispatch,
	from: 'branch' | 'after' = 'branch',
): boolean {
	const errors = errorPathsOf(dispatch);
	return statements.some((statement) => {
		for (const part of ownParts(statement)) if (handsOn(part, errors, from === 'after' ? statement : part)) return true;
		return isError(statement, errors) || isFailure(statement) || isMadeOf(statement, errors);
	});
}

/** A branch of a match that gives something made of the error: `default => new static($status)`. */
function isMadeOf(statement: Part, errors: ReadonlySet<string>): boolean {
	return statement.kind === 'construction' && carriesError(statement, errors);
}

/** The paths that stand for the whole error: `error.response.data` and what it is part of. */
function errorPathsOf(dispatch: Dispatch): ReadonlySet<string> {
	const paths = pathsKnown.get(dispatch) ?? pathsOfError(dispatch);
	pathsKnown.set(dispatch, paths);
	return paths;
}

const pathsKnown = new WeakMap<Dispatch, ReadonlySet<string>>();

function pathsOfError({ subject }: Dispatch): ReadonlySet<string> {
	const paths = new Set<string>();
	for (const path of [subject.path, subject.source]) {
		const words = path.split('.');
		for (let count = words.length; count > 0; count--) paths.add(words.slice(0, count).join('.'));
		// The body of a response says what went wrong.
		const owner = words.slice(0, -1).join('.');
		for (const body of owner === '' ? [] : ['json', 'data', 'body'])
			for (const inner of ['', '.error', '.errors', '.detail', '.details']) paths.add(`${owner}.${body}${inner}`);
	}
	return paths;
}

/** @param within the statement whose conditions must be about the error */
function handsOn(part: Part, errors: ReadonlySet<string>, within: Part): boolean {
	switch (part.kind) {
		case 'throw':
			return isAboutErrors(part, errors, within) || carriesError(childIn(part, 'value'), errors);
		case 'return':
			if (childrenIn(part, 'value').length === 0)
				return isNamedResult(part, errors) && isAboutErrors(part, errors, within);
			return childrenIn(part, 'value').some(
				(value) =>
					saysFailure(value) ||
					carriesError(value, errors) ||
					saysWhether(value, errors) ||
					(errorNames.test(lastWord(pathOf(value) ?? '')) && isAboutErrors(part, errors, within)),
			);
		case 'call':
			return handsOnByCall(part, errors) || isTried(part, errors);
		case 'assignment':
			return isKeptToThrow(part, errors);
		default:
			return false;
	}
}

/** A `return` alone gives the results that the function has names for, and one of them is the error. */
function isNamedResult(part: Part, errors: ReadonlySet<string>): boolean {
	const results = closest(part, 'function')?.children.filter(
		(one) => one.kind === 'parameter' && one.fields.length === 0,
	);
	return (results ?? []).some(({ text }) => errorNames.test(text) || errors.has(text));
}

/** `return response.ok`: the caller learns from the response itself that it is an error. */
function saysWhether(value: Part, errors: ReadonlySet<string>): boolean {
	const owner = /^(.*)\.(?:ok|isSuccess|is_success|isSuccessful|successful|isOk)$/.exec(pathOf(value) ?? '')?.[1];
	return owner !== undefined && errors.has(owner);
}

/** Whether the tests that lead to a part ask about the error: `if (!user) throw …` throws something else. */
function isAboutErrors(part: Part, errors: ReadonlySet<string>, within: Part): boolean {
	for (let inner = part; inner !== within && inner.parent; inner = inner.parent) {
		const condition = inner.parent.kind === 'if' ? childIn(inner.parent, 'condition') : undefined;
		if (condition && inner !== condition && !speaksOf(condition, errors)) return false;
	}
	return true;
}

function speaksOf(condition: Part, errors: ReadonlySet<string>): boolean {
	return partsIn(condition).some((part) => isError(part, errors));
}

/** `lastError = error` or `failure = new ApiError(error)`, where the function throws or returns that in the end. */
function isKeptToThrow(assignment: Part, errors: ReadonlySet<string>): boolean {
	const name = pathOf(childIn(assignment, 'left'));
	const value = childIn(assignment, 'right');
	if (name === undefined || !(isError(value, errors) || isNewError(value) || (value && isMadeOf(value, errors))))
		return false;
	const around = closest(assignment, 'function') ?? rootOf(assignment);
	return ownParts(around).some(
		({ kind, children }) => (kind === 'throw' || kind === 'return') && children.some((value) => pathOf(value) === name),
	);
}

/** `response.convert()?` leaves with the error that the response becomes. */
function isTried(call: Part, errors: ReadonlySet<string>): boolean {
	const callee = childIn(call, 'callee');
	if (callee?.kind !== 'member' || reading.test(childIn(callee, 'property')?.text ?? '')) return false;
	let tried = call.parent;
	while (tried?.kind === 'await' && tried.parent) tried = tried.parent;
	return tried?.kind === 'transparent' && tried.text.endsWith('?') && isError(childIn(callee, 'object'), errors);
}

function handsOnByCall(call: Part, errors: ReadonlySet<string>): boolean {
	const callee = childIn(call, 'callee');
	const name = callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text;
	if (name === undefined) return false;
	const [first] = argumentsOf(call);
	if (raising.test(name)) return true;
	if (handingOn.test(name) && first) return true;
	const owner = callee?.kind === 'member' ? pathOf(childIn(callee, 'object')) : undefined;
	const given = argumentsOf(call).some((argument) => isError(argument, errors));
	// Whoever listens gets the error; with other events, it is news among others.
	if (name === 'emit' && /^(['"`])error\1$/.test(first?.text ?? '')) return given;
	if (name === 'error' && failing.test(owner ?? '')) return true;
	if (name === 'error' && owner !== undefined && errorSinks.test(lastWord(owner))) return given;
	if (telling.test(name) || (owner !== undefined && /^(console|log|logger|toast|sentry)$/i.test(lastWord(owner))))
		return false;
	return given || isGivenFailure(call, { isCallback: callbacks.test(name) });
}

/** The error itself, or a result or an error made of it: `{ ok: false, error }`, `new ApiError(code)`. */
function carriesError(value: Part | undefined, errors: ReadonlySet<string>): boolean {
	switch (value?.kind) {
		case 'transparent':
			return isError(value, errors) || carriesError(childIn(value, 'inner'), errors);
		case 'table':
			return value.children.some((row) => isError(row.kind === 'pair' ? childIn(row, 'value') : row, errors));
		case 'collection':
			return elementsOf(value).some((element) => isError(element, errors));
		case 'construction':
			return (
				argumentsOf(value).some((argument) => isError(argument, errors)) ||
				isTableOf(childIn(value, 'arguments'), errors)
			);
		default:
			return isError(value, errors);
	}
}

/** What a construction is given in rows: `Problem{Status: response.StatusCode}`. */
function isTableOf(given: Part | undefined, errors: ReadonlySet<string>): boolean {
	return given?.kind === 'table' && carriesError(given, errors);
}

function isError(part: Part | undefined, errors: ReadonlySet<string>): boolean {
	const path = pathOf(part);
	return part !== undefined && path !== undefined && (errors.has(path) || errors.has(sourceOf(path, part)));
}
