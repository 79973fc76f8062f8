import type { Analysis } from '../../analysis/analysis.ts';
import { whatFollows } from '../../analysis/handled/what-follows.ts';
import type { Dispatch } from '../../syntax/code.ts';
import { nameOfFunction } from '../../syntax/code-from-parts.ts';
import { leaves } from '../../syntax/dispatches/statements.ts';
import { argumentsOf, lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsIn } from '../../syntax/parts/part.ts';
import { type ErrorBranch, statementsOfFunction } from '../error-branches.ts';
import { remember } from '../remember.ts';
import { ownersOf } from './branch-acts.ts';
import { calledName, callsIn, handsOn, tells, waits } from './called-name.ts';
import { fileReading, readsHeaderByName, speaksOfHeader } from './file-reading.ts';

/** What a branch for a rate limit comes to, with the functions of the file that it calls. */
export interface Reach {
	/** Whether it waits or repeats. */
	readonly repeats: boolean;
	/** Whether it reads the header, or gives the response to something that may. */
	readonly readsHeader: boolean;
}

/** How far calls are followed through functions of the file. */
const furthest = 3;

/** Calls that only look at what they are given: `isAxiosError(error)`. */
const guarding = /^(?:is|has|assert)(?=[A-Z_])/;

/** What a branch comes to: in its own statements, in its function, and in what is called. */
export function reachOf({ body = [], judged, branch }: ErrorBranch, analysis: Analysis): Reach {
	const around = closest(judged.dispatch.part, 'function');
	const self = around && nameOfFunction(around);
	const reached = [...body, ...calledFrom(body, analysis, furthest)];
	const { path, source } = judged.dispatch.subject;
	const errors = new Set(ownersOf(path, source));
	const repeats = reached.some((statement) => repeatsIn(statement, self));
	return {
		repeats,
		readsHeader:
			(around !== undefined
				? speaksOfHeader(around) || readsHeaderByName(around, analysis) || givesHeaders(around, errors)
				: statementsOfFile(analysis).some(speaksOfHeader)) ||
			reached.some((part) => speaksOfHeader(part) || readsHeaderByName(part, analysis)) ||
			reached.some((part) => mayRead(part, errors, analysis)) ||
			isGivenInTest(branch.part, errors, analysis) ||
			(!repeats && !leaves(body) && isThrownAfter(judged.dispatch, errors, analysis)) ||
			mayReadElsewhere(reached, analysis),
	};
}

/** What runs when the file does: the request of a branch at the top level was made by one of these. */
function statementsOfFile({ blocks }: Analysis): readonly Part[] {
	const statements = blocks.flatMap(({ code }) => code.root.children);
	return statements.filter(({ kind }) => kind !== 'function' && kind !== 'class' && kind !== 'comment');
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

const repeatable = remember((part: Part) => partsIn(part).filter(({ kind }) => kind === 'call' || kind === 'continue'));

function repeatsIn(statement: Part, self: string | undefined): boolean {
	return repeatable(statement).some((part) => {
		if (part.kind === 'continue') return true;
		const { name, owner } = calledName(part);
		if (self !== undefined && name === self && (owner === undefined || owner === 'this')) return true;
		return waits({ name, owner });
	});
}

/** Whether all headers of the response are given to what may read them: `new Limits(response.Headers)`. */
function givesHeaders(around: Part, errors: ReadonlySet<string>): boolean {
	return callsIn(around).some(
		(part) =>
			!tells(calledName(part)) &&
			argumentsOf(part).some((argument) => {
				const [, owner = '', name = ''] = /^(.+)\.(\w+)$/.exec(pathOf(argument) ?? '') ?? [];
				return /^headers$/i.test(name) && errors.has(owner);
			}),
	);
}

const madeError = /(?:Error|Exception|Failure)$/;

/** Whether a function of another file is given the error, the response or its headers: it may read them. */
function mayRead(statement: Part, errors: ReadonlySet<string>, { facts }: Analysis): boolean {
	if (partsIn(statement).some((part) => isGivenAway(part, errors))) return true;
	return callsIn(statement).some((part) => {
		const called = calledName(part);
		if (tells(called) || guarding.test(called.name) || handsOn(called) || facts.functions.has(called.name))
			return false;
		// What only parses, or is named after what it gives, reads nothing else; nor does an error that has another in it.
		if (pathOf(part) !== undefined || (part.kind === 'construction' && madeError.test(called.name))) return false;
		return argumentsOf(part).some((argument) => {
			const path = pathOf(argument.kind === 'pair' ? childIn(argument, 'value') : argument);
			// What is sent along is called so, too: `get(url, headers=headers)`.
			if (argument.kind === 'pair' && path === 'headers') return false;
			return path !== undefined && (errors.has(path) || response.test(lastWord(path)));
		});
	});
}

/** `if status == 429 and wait_for(response)`: what is asked beside the status may read the header. */
function isGivenInTest(part: Part, errors: ReadonlySet<string>, analysis: Analysis): boolean {
	const condition = childIn(part, 'condition');
	return condition !== undefined && mayRead(condition, errors, analysis);
}

/** What is called like a response: `retry_response`. */
const response = /^(?:headers|response|res|resp)$|(?:_headers|_response|[a-z]Headers|[a-z]Response)$/;

/** Whether what holds the response is thrown below the branch: whoever catches it may read the header. */
function isThrownAfter({ part, end }: Dispatch, errors: ReadonlySet<string>, analysis: Analysis): boolean {
	return whatFollows(part, end).some((statement) => statement.kind === 'throw' && mayRead(statement, errors, analysis));
}

/** `attempt.error = error`: what has it, in another file, may read the header. */
function isGivenAway(part: Part, errors: ReadonlySet<string>): boolean {
	const [left, right] = [pathOf(childIn(part, 'left')), pathOf(childIn(part, 'right'))];
	if (part.kind !== 'assignment' || left === undefined || right === undefined) return false;
	return errors.has(right) && left.includes('.') && !/^(?:this|self|\$this)\./.test(left);
}
