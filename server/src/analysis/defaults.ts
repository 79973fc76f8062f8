import type { Branch, Dispatch } from '../syntax/code.ts';
import { elementsOf } from '../syntax/labels.ts';
import { childIn, type Part } from '../syntax/part.ts';
import { leaves, ownParts, statementsAfter, statementsOf } from '../syntax/statements.ts';
import { argumentsOf, lastWord, pathOf, sourceOf } from '../syntax/subject.ts';
import type { DefaultBehavior } from './analysis.ts';

/** Calls that tell a person or a log; an error handed to one ends there. */
const telling =
	/^(log|info|warn|warning|error|debug|trace|fatal|print|println|printf|puts|alert|toast|notify|report|show|display|render|message|capture\w*|track\w*|set\w*|add\w*|push|emit|dispatch|String|inspect|format\w*|describe\w*|stringify)$/i;
/** Calls that hand an error on, whatever they are given. */
const handingOn = /^(reject|rethrow|raise|next|abort|fail|panic|throwError)$/;
/** What an observable or a stream gives its errors to: `subscriber.error(error)` is no log. */
const errorSinks = /^(subscriber|observer|subject|sink|controller)$/i;

/** What the dispatch does with an error that no label fits: its default, or what follows where it has none. */
export function defaultBehaviorOf(dispatch: Dispatch): DefaultBehavior {
	const otherwise = dispatch.branches.find((branch) => branch.isDefault);
	if (!otherwise) {
		const after = [...otherLinks(dispatch), ...statementsAfter(dispatch.part, dispatch.end)];
		return passesOn(after, dispatch) ? 'passes-on' : 'none';
	}
	return passesOn(bodyOf(otherwise, dispatch), dispatch) ? 'passes-on' : 'ends';
}

/** What a chain does on conditions that ask about something else: `else if (!response.ok) throw …` is for all others. */
function otherLinks({ form, part, branches }: Dispatch): readonly Part[] {
	const bodies: Part[] = [];
	if (form !== 'chain') return bodies;
	for (let link: Part | undefined = part; link?.kind === 'if'; link = childIn(link, 'alternative')) {
		const current = link;
		if (!branches.some((branch) => branch.part === current)) bodies.push(...statementsOf(childIn(link, 'body')));
	}
	return bodies;
}

/** A default that falls through does what the branches after it do; one that only breaks does what follows the dispatch. */
function bodyOf(otherwise: Branch, dispatch: Dispatch): readonly Part[] {
	const after = dispatch.branches.slice(dispatch.branches.indexOf(otherwise) + 1);
	const body = [...otherwise.body];
	for (const branch of otherwise.fallsThrough ? after : []) {
		body.push(...branch.body);
		if (!branch.fallsThrough) break;
	}
	const last = body.at(-1);
	const runsOn =
		dispatch.form === 'switch' ? body.length === 0 || last?.kind === 'break' || !leaves(body) : !leaves(body);
	return runsOn && dispatch.form !== 'table' ? [...body, ...statementsAfter(dispatch.part, dispatch.end)] : body;
}

function passesOn(statements: readonly Part[], dispatch: Dispatch): boolean {
	const errors = errorPathsOf(dispatch);
	return statements.some((statement) => {
		for (const part of ownParts(statement)) if (handsOn(part, errors)) return true;
		return isError(statement, errors);
	});
}

/** The paths that stand for the whole error: `error.response.data` and what it is part of. */
function errorPathsOf({ subject }: Dispatch): ReadonlySet<string> {
	const paths = new Set<string>();
	for (const path of [subject.path, subject.source]) {
		const words = path.split('.');
		for (let count = words.length; count > 0; count--) paths.add(words.slice(0, count).join('.'));
	}
	return paths;
}

function handsOn(part: Part, errors: ReadonlySet<string>): boolean {
	switch (part.kind) {
		case 'throw':
			return true;
		case 'return':
			return carriesError(childIn(part, 'value'), errors);
		case 'call':
			return handsOnByCall(part, errors);
		default:
			return false;
	}
}

function handsOnByCall(call: Part, errors: ReadonlySet<string>): boolean {
	const callee = childIn(call, 'callee');
	const name = callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text;
	if (name === undefined) return false;
	if (handingOn.test(name) && argumentsOf(call).length > 0) return true;
	const owner = callee?.kind === 'member' ? pathOf(childIn(callee, 'object')) : undefined;
	const given = argumentsOf(call).some((argument) => isError(argument, errors));
	if (name === 'error' && owner !== undefined && errorSinks.test(lastWord(owner))) return given;
	if (telling.test(name) || (owner !== undefined && /^(console|log|logger|toast|sentry)$/i.test(lastWord(owner))))
		return false;
	return given;
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
			return argumentsOf(value).some((argument) => isError(argument, errors));
		default:
			return isError(value, errors);
	}
}

function isError(part: Part | undefined, errors: ReadonlySet<string>): boolean {
	const path = pathOf(part);
	return part !== undefined && path !== undefined && (errors.has(path) || errors.has(sourceOf(path, part)));
}
