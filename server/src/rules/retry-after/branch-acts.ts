import type { ErrorDispatch } from '../../analysis/analysis.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import type { Subject } from '../../syntax/code.ts';
import { argumentsOf, pathOf } from '../../syntax/dispatches/subject.ts';
import { literalOf } from '../../syntax/literals.ts';
import { childIn, closest, type Part, partsIn } from '../../syntax/parts/part.ts';
import type { ErrorBranch } from '../error-branches.ts';
import { remember } from '../remember.ts';
import { calledName, handsOn, tells, waits } from './called-name.ts';

/** Functions that make what a caller is answered with: `return tooManyRequestsResponse(message)`. */
const answers = /(?:response|problem|error|exception|failure|result)$|too_?many_?requests|rate_?limited/i;
/** `setMessage(…)`: what an interface shows; a time is no such thing. */
const shown = /^set(?!Timeout|Interval|Immediate)(?!.*(?:retry|wait|delay|back_?off|timer))[A-Z]/i;

/** Whether a branch does more than leave, hand the error on, answer with it, or tell a person. */
export function doesSomething({ body = [], judged, entry }: ErrorBranch): boolean {
	if (isShown(judged.dispatch.part)) return false;
	const { isAnswer, acts } = about(judged)(entry);
	const answered = new Set(body.filter(isAnswer).map(firstName));
	const thrown = body.filter(({ kind }) => kind === 'throw').flatMap(({ text }) => text.match(/[\w$]+/g) ?? []);
	return body.some(
		(statement) => acts(statement) && !answered.has(firstName(statement)) && !isMadeToThrow(statement, thrown),
	);
}

/** Whether a statement only gives a name what is thrown in the end: `text = 'Too many requests'; throw new Failed(text)`. */
function isMadeToThrow(statement: Part, thrown: readonly string[]): boolean {
	const inner = statement.kind === 'statement' ? childIn(statement, 'inner') : statement;
	const name = inner && (childIn(inner, 'left') ?? childIn(inner, 'name'));
	if (!name || (inner.kind !== 'assignment' && inner.kind !== 'variable') || !thrown.includes(name.text)) return false;
	return !partsIn(inner).some((part) => part.kind === 'call' && waits(calledName(part)));
}

/** What a statement begins with, such as the answer that is being made: `ctx` of `ctx.body = text`. */
const firstName = ({ text }: Part): string => /^(?:(?:return|await)\s+)*([\w$]+)\b/.exec(text)?.[1] ?? '';

/** Whether the dispatch stands in a function that only makes what an interface shows: `setItems((items) => …)`. */
function isShown(part: Part): boolean {
	const around = closest(part, 'function');
	const call = around?.fields.includes('argument') ? around.parent?.parent : undefined;
	return call?.kind === 'call' && shown.test(calledName(call).name);
}

/** Tests of statements for each dispatch and error, which remember what they found. */
const about = remember(({ dispatch: { subject } }: ErrorDispatch) =>
	remember((entry: Entry) => ({
		isAnswer: remember((statement: Part) => isAnswer(statement, { subject, entry })),
		acts: remember((statement: Part) => actsIn(statement, { subject, entry })),
	})),
);

/** What a branch is about. */
interface Limit {
	readonly subject: Subject;
	readonly entry: Entry;
}

function actsIn(statement: Part, limit: Limit): boolean {
	if (statement.kind === 'continue') return true;
	if (statement.kind === 'throw' || isMarkup(statement)) return false;
	if (isAnswer(statement, limit))
		return partsIn(statement).some((part) => part.kind === 'call' && waits(calledName(part)));
	return acts(statement, limit, false);
}

/** @param told whether the part is in what a person is told */
function acts(part: Part, limit: Limit, told: boolean): boolean {
	if (part.kind === 'continue') return true;
	if (part.kind === 'throw' || (told && part.kind === 'function')) return false;
	if (part.kind === 'assignment' && !told && !isTold(childIn(part, 'right'), limit)) return true;
	if (part.kind !== 'call') return part.children.some((child) => acts(child, limit, told));
	const called = calledName(part);
	if (waits(called)) return true;
	if (!told && !isQuiet(part, limit)) return true;
	const callee = childIn(part, 'callee');
	return part.children.some((child) => acts(child, limit, child === callee ? told : told || isTelling(part)));
}

const isTelling = (call: Part): boolean =>
	tells(calledName(call)) || shown.test(calledName(call).name) || makesError(call);

/** `Err(Error::Limited(wait))`, `errors.New("limited")` only make the error that they hand on. */
function makesError(call: Part): boolean {
	const { name, owner } = calledName(call);
	return /^(?:Err|\w*Errorf)$/.test(name) || (owner === 'errors' && /^(?:New|Join|Wrap|With)/.test(name));
}

/** Whether a call ends the program. */
function ends(call: Part): boolean {
	const { name, owner } = calledName(call);
	return /^_?(?:exit|Exit|quit|die)$/.test(name) && (owner === undefined || /^(?:sys|os|process|Process)$/.test(owner));
}

/** Whether a call tells a person, hands the error on, or reads something of it. */
function isQuiet(call: Part, { subject }: Limit): boolean {
	return handsOn(calledName(call)) || isTelling(call) || ends(call) || isPlainRead(call, subject) || isMadeOfText(call);
}

/** `"Too many requests".to_string()` is a text as it was before. */
function isMadeOfText(call: Part): boolean {
	const callee = childIn(call, 'callee');
	const owner = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	return owner?.kind === 'string' || owner?.kind === 'dynamic' || callee?.text === 'String::from';
}

/** A message, a mark that is set, or what was read of the error for one: what an interface shows. */
function isTold(value: Part | undefined, limit: Limit): boolean {
	const read = value?.kind === 'await' ? childIn(value, 'inner') : value;
	if (read?.kind === 'call') return isPlainRead(read, limit.subject);
	return (
		value?.kind === 'string' ||
		value?.kind === 'dynamic' ||
		/^(?:true|false|null|nil|none|undefined)$/i.test(value?.text ?? '')
	);
}

/** `return <SlowDown onRetry={…} />`: shows something, and what its handlers do is for a person to decide. */
function isMarkup(statement: Part): boolean {
	return statement.kind === 'return' && /^\(?\s*<[\s\S]*>\s*\)?$/.test(childIn(statement, 'value')?.text ?? '');
}

/** Whether a statement answers with the limit itself, as a proxy does: `return res.status(429).json(body)`. */
function isAnswer(statement: Part, { subject, entry }: Limit): boolean {
	const value = statement.kind === 'return' ? childIn(statement, 'value') : undefined;
	if (value && partsIn(value, isOwn).some((part) => part.kind === 'call' && answers.test(calledName(part).name)))
		return true;
	const inner = statement.kind === 'statement' ? childIn(statement, 'inner') : (value ?? statement);
	if (inner?.kind === 'assignment') return isLimit(childIn(inner, 'right'), subject, entry);
	return partsIn(statement, isOwn).some(
		(part) =>
			(part.kind === 'call' || part.kind === 'construction') &&
			argumentsOf(part).some((one) => carries(one, subject, entry)),
	);
}

const isOwn = ({ kind }: Part): boolean => kind !== 'function';

/** Whether an argument is the limit, or has it in a row: `{ status: 429 }`. */
function carries(argument: Part, subject: Subject, entry: Entry): boolean {
	if (isLimit(argument, subject, entry)) return true;
	return argument.kind === 'table' && argument.children.some((row) => isLimit(childIn(row, 'value'), subject, entry));
}

function isLimit(part: Part | undefined, subject: Subject, entry: Entry): boolean {
	const value = literalOf(part)?.value;
	if (value !== undefined) return value === statusOf(entry) || value === entry.value;
	return part !== undefined && pathOf(part) === subject.path;
}

/** Reading the error's own parts: `error.message.trim()`, `await response.text()`, `io.ReadAll(resp.Body)`. */
function isPlainRead(call: Part, { path, source }: Subject): boolean {
	const callee = childIn(call, 'callee');
	const [given, ...others] = argumentsOf(call);
	const { name } = calledName(call);
	const readsAll = name === 'ReadAll' && others.length === 0;
	const owner = readsAll ? pathOf(given) : callee?.kind === 'member' ? pathOf(childIn(callee, 'object')) : undefined;
	if (owner === undefined || (given && !readsAll)) return false;
	const isBody = /^(?:text|json|read|string)$/.test(name);
	return ownersOf(path, source).some((one) => owner.startsWith(`${one}.`) || (isBody && owner === one));
}

/** The names of the error and of the response that it may have come from. */
export function ownersOf(...paths: readonly string[]): readonly string[] {
	const names = paths.flatMap((one) => {
		const words = one.split('.');
		return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join('.'));
	});
	return [...names, 'response', 'res', 'resp', 'headers'];
}
