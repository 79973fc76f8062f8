import type { Analysis } from '../../analysis/analysis.ts';
import type { Subject } from '../../syntax/code.ts';
import { nameOfFunction } from '../../syntax/code-from-parts.ts';
import { childIn, closest, type Part, partsIn } from '../../syntax/part.ts';
import { argumentsOf, lastWord, pathOf } from '../../syntax/subject.ts';
import { type ErrorBranch, statementsOfFunction } from '../error-branches.ts';
import { fileReading, readsHeaderByName, speaksOfHeader } from './file-reading.ts';
import { remember } from './remember.ts';

/** What a branch for a rate limit comes to, with the functions of the file that it calls. */
export interface Reach {
	/** Whether it waits or repeats. */
	readonly repeats: boolean;
	/** Whether it reads the header, or gives the response to something that may. */
	readonly readsHeader: boolean;
}

/** How far calls are followed through functions of the file. */
const furthest = 3;

/** Calls that tell a person or a log. */
const telling =
	/^(?:log|info|warn|error|debug|trace|fatal|print|alert|toast|notify|message|show|display|render|report|capture|track|tell|describe|format|translate)(?:$|[A-Z_])|^(?:set(?:Error|Message|State|Status|Text|Open|Loading|Toast|Banner)\w*|t|i18n|String|Number|Boolean|stringify|push|add|emit|json|text)$/;
const tellingOwner =
	/^(?:console|log|logger|logging|toast|sentry|i18n|alert|notification|message|snackbar|metric|stat|statsd|telemetry|analytics|posthog|span)s?$/i;
/** Calls that only look at what they are given: `isAxiosError(error)`. */
const guarding = /^(?:is|has|assert)(?=[A-Z_])/;
/** Calls that hand the error on. */
const handingOn = /^(?:reject|rethrow|raise|next|abort|fail|resolve)$/;
const waiting =
	/^(?:sleep|delay|pause|wait\w*|setTimeout|setInterval|back_?[oO]ff\w*|retry\w*|reschedule\w*|schedule\w*|requeue\w*|enqueue\w*)$/;

/** Whether a branch does more than leave, hand the error on, or tell a person. */
export function doesSomething({ body = [], judged }: ErrorBranch): boolean {
	return body.some((statement) => actsAbout(judged.dispatch.subject)(statement));
}

/** A test of statements for each subject, which remembers what it found. */
const actsAbout = remember((subject: Subject) => {
	const errors = errorNames(subject);
	return remember((statement: Part) => actsIn(statement, errors));
});

/** What a branch comes to: in its own statements, in its function, and in what is called. */
export function reachOf({ body = [], judged }: ErrorBranch, analysis: Analysis): Reach {
	const around = closest(judged.dispatch.part, 'function');
	const self = around && nameOfFunction(around);
	const reached = [...body, ...calledFrom(body, analysis, furthest)];
	const errors = errorNames(judged.dispatch.subject);
	return {
		repeats: reached.some((statement) => repeatsIn(statement, self)),
		readsHeader:
			(around !== undefined && (speaksOfHeader(around) || readsHeaderByName(around, analysis))) ||
			reached.some((part) => speaksOfHeader(part) || readsHeaderByName(part, analysis)) ||
			reached.some((part) => mayRead(part, errors, analysis)) ||
			mayReadElsewhere(reached, analysis),
	};
}

/** Whether a function is called that stands in code which was not read, while other code of the file reads the header. */
function mayReadElsewhere(reached: readonly Part[], analysis: Analysis): boolean {
	const { readsHeader, hasUnread } = fileReading(analysis);
	if (!readsHeader) return false;
	const called = reached.flatMap(callsIn).map(calledName);
	return called.some(({ name }) => {
		return /^[\w$]+$/.test(name) && !analysis.facts.functions.has(name) && hasUnread(name);
	});
}

/** The names of the error and of the response that it may have come from. */
function errorNames({ path, source }: Subject): ReadonlySet<string> {
	const names = [path, source].flatMap((one) => {
		const words = one.split('.');
		return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join('.'));
	});
	return new Set([...names, 'response', 'res', 'resp', 'headers']);
}

/** Statements of the file's functions that are called from these. */
function calledFrom(statements: readonly Part[], analysis: Analysis, depth: number): readonly Part[] {
	if (depth === 0) return [];
	const found = statements.flatMap((statement) =>
		callsIn(statement).flatMap((part) => {
			const callee = childIn(part, 'callee');
			return callee && callee.kind !== 'function' ? (statementsOfFunction(callee, analysis) ?? []) : [];
		}),
	);
	const fresh = found.filter((part) => !statements.includes(part));
	return fresh.length === 0 ? [] : [...fresh, ...calledFrom(fresh, analysis, depth - 1)];
}

/** The calls and constructions in a part, outermost first. */
const callsIn = remember((part: Part) =>
	partsIn(part).filter(({ kind }) => kind === 'call' || kind === 'construction'),
);

interface CalledName {
	readonly name: string;
	readonly owner: string | undefined;
}

function calledName(call: Part): CalledName {
	const callee = childIn(call, 'callee');
	if (callee?.kind !== 'member') return { name: callee?.text ?? '', owner: undefined };
	const owner = pathOf(childIn(callee, 'object'));
	return { name: childIn(callee, 'property')?.text ?? '', owner: owner === undefined ? undefined : lastWord(owner) };
}

const tells = ({ name, owner }: CalledName): boolean =>
	telling.test(name) || (owner !== undefined && tellingOwner.test(owner));

function actsIn(statement: Part, errors: ReadonlySet<string>): boolean {
	if (statement.kind === 'continue') return true;
	if (statement.kind === 'throw' || isMarkup(statement)) return false;
	return partsIn(statement, ({ kind }) => kind !== 'throw').some((part) => {
		if (part.kind === 'continue') return true;
		if (part.kind === 'assignment') return !isTold(childIn(part, 'right'));
		if (part.kind !== 'call') return false;
		const called = calledName(part);
		const handsOn = handingOn.test(called.name) || (called.owner === 'Promise' && called.name === 'reject');
		return !handsOn && !tells(called) && !setsMark(part, called) && !isPlainRead(part, errors);
	});
}

/** A message, or a mark that is set: what an interface shows. */
function isTold(value: Part | undefined): boolean {
	return (
		value?.kind === 'string' || value?.kind === 'dynamic' || /^(?:true|false|null|undefined)$/.test(value?.text ?? '')
	);
}

/** `setLimited(true)`: what an interface shows, too. */
function setsMark(call: Part, { name }: CalledName): boolean {
	return /^set(?!Timeout|Interval|Immediate)[A-Z]/.test(name) && argumentsOf(call).every(isTold);
}

/** `return <SlowDown onRetry={…} />`: shows something, and what its handlers do is for a person to decide. */
function isMarkup(statement: Part): boolean {
	return statement.kind === 'return' && /^\(?\s*<[\s\S]*>\s*\)?$/.test(childIn(statement, 'value')?.text ?? '');
}

/** Reading the error's own parts: `error.message.trim()`. */
function isPlainRead(call: Part, errors: ReadonlySet<string>): boolean {
	const callee = childIn(call, 'callee');
	const owner = callee?.kind === 'member' ? pathOf(childIn(callee, 'object')) : undefined;
	return (
		owner !== undefined && argumentsOf(call).length === 0 && [...errors].some((name) => owner.startsWith(`${name}.`))
	);
}

const repeatable = remember((part: Part) => partsIn(part).filter(({ kind }) => kind === 'call' || kind === 'continue'));

function repeatsIn(statement: Part, self: string | undefined): boolean {
	return repeatable(statement).some((part) => {
		if (part.kind === 'continue') return true;
		const { name, owner } = calledName(part);
		if (self !== undefined && name === self && (owner === undefined || owner === 'this')) return true;
		return waiting.test(name) && !tells({ name, owner });
	});
}

/** Whether a function of another file is given the error, the response or its headers: it may read them. */
function mayRead(statement: Part, errors: ReadonlySet<string>, { facts }: Analysis): boolean {
	return callsIn(statement).some((part) => {
		const called = calledName(part);
		if (tells(called) || guarding.test(called.name) || handingOn.test(called.name) || facts.functions.has(called.name))
			return false;
		return argumentsOf(part).some((argument) => {
			const path = pathOf(argument);
			return path !== undefined && (errors.has(path) || /^(?:headers|response|res|resp)$/.test(lastWord(path)));
		});
	});
}
