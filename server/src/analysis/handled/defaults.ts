import type { Branch, Dispatch } from '../../syntax/code.ts';
import { leaves, ownParts, statementsOf } from '../../syntax/dispatches/statements.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';
import type { DefaultBehavior } from '../analysis.ts';
import type { FileFacts } from '../file-facts.ts';
import { givesUp } from './giving-up.ts';
import { passesOn } from './passes-on.ts';
import { whatFollows } from './what-follows.ts';

/** What the file says that a default may use. */
export interface DefaultSurroundings {
	readonly functions: FileFacts['functions'];
	/** Statements of later blocks, which follow a dispatch that stands in no function. */
	readonly later: readonly Part[];
}

/** What the dispatch does with an error that no label fits: its default, or what follows where it has none. */
export function defaultBehaviorOf(dispatch: Dispatch, { functions, later }: DefaultSurroundings): DefaultBehavior {
	const otherwise = dispatch.branches.find((branch) => branch.isDefault);
	const own = otherwise
		? bodyOf(otherwise, dispatch)
		: [...dispatch.branches.filter(takesOthers).flatMap(({ body }) => body), ...whereNotFound(dispatch)];
	const after = !otherwise || runsOut(own, dispatch) ? [...whatFollows(dispatch.part, dispatch.end), ...later] : [];
	if (passesOn([...own, ...(otherwise ? [] : otherLinks(dispatch))], dispatch)) return 'passes-on';
	if (passesOn(after, dispatch, 'after')) return 'passes-on';
	if (disclaims([...own, ...after], dispatch) || own.some((statement) => leadsToError(statement, dispatch, functions)))
		return 'passes-on';
	return otherwise || own.length > 0 ? 'ends' : 'none';
}

/**
 * The `else` of an `if` that looks into a table before it asks whether something was found, and what catches that
 * nothing was.
 */
function whereNotFound({ form, part }: Dispatch): readonly Part[] {
	if (form !== 'table') return [];
	const caught = whereCaught(part);
	if (caught.length > 0) return caught;
	const asking = closest(part, 'if');
	const isBefore = asking?.children.some(
		(child) => child.fields.length === 0 && child.start <= part.start && part.end <= child.end,
	);
	return asking && isBefore ? statementsOf(childIn(asking, 'alternative')) : [];
}

/** What is done where a table has nothing under a key, for a `try` that does little else than to look into it. */
function whereCaught(part: Part): readonly Part[] {
	const attempt = closest(part, 'try', 'function', 'if', 'loop');
	const body = attempt?.kind === 'try' ? childIn(attempt, 'body') : undefined;
	if (!attempt || !body || part.start < body.start || part.end > body.end || statementsOf(body).length > 2) return [];
	return attempt.children.filter(({ kind }) => kind === 'catch').flatMap((one) => statementsOf(childIn(one, 'body')));
}

/** `return false` where branches that dealt with their errors return `true`: the caller learns that nobody did. */
function disclaims(statements: readonly Part[], { branches }: Dispatch): boolean {
	const returns = (part: Part, answer: string): boolean =>
		part.kind === 'return' && childIn(part, 'value')?.text.toLowerCase() === answer;
	const last = statements.find(({ kind }) => kind === 'return');
	if (!last || !returns(last, 'false')) return false;
	return branches.some(
		({ isDefault, body }) => !isDefault && body.flatMap(ownParts).some((part) => returns(part, 'true')),
	);
}

/** `code !== 'NOT_FOUND'` is for all others, as a default is. */
function takesOthers({ labels }: Branch): boolean {
	return labels.length > 0 && labels.every(({ negated }) => negated);
}

/**
 * What a chain does on conditions that ask about something else, and between ifs that follow each other:
 * `else if (!response.ok) throw …` is for all others.
 */
function otherLinks({ form, part, branches, subject, start, end }: Dispatch): readonly Part[] {
	if (form !== 'chain') return [];
	const bodies: Part[] = [];
	const isOther = (one: Part): boolean => one.kind === 'if' && !branches.some((branch) => branch.part === one);
	for (let link: Part | undefined = part; link?.kind === 'if'; link = childIn(link, 'alternative'))
		if (isOther(link)) bodies.push(...statementsOf(childIn(link, 'body')));
	const [root = ''] = subject.path.split('.');
	for (const between of part.parent?.children ?? []) {
		const isBetween = between !== part && start <= between.start && between.end <= end;
		if (isBetween && isOther(between) && childIn(between, 'condition')?.text.includes(root))
			bodies.push(...statementsOf(childIn(between, 'body')));
	}
	return bodies;
}

/** Whether a function of the file is called, or stands in for a row, that comes to nothing but an error. */
function leadsToError(statement: Part, { form }: Dispatch, functions: FileFacts['functions']): boolean {
	const isGivingUp = (named: Part | undefined): boolean => {
		const known = named && functions.get(named.text)?.found;
		return known !== undefined && givesUp(known);
	};
	if (form === 'table' && isGivingUp(statement)) return true;
	return ownParts(statement).some((part) => part.kind === 'call' && isGivingUp(childIn(part, 'callee')));
}

/** What the default does: one that falls through does what the branches after it do. */
function bodyOf(otherwise: Branch, { form, branches }: Dispatch): readonly Part[] {
	if (form === 'table') return otherwise.body.flatMap(statementsOfFunction);
	const body = [...otherwise.body];
	for (const branch of otherwise.fallsThrough ? branches.slice(branches.indexOf(otherwise) + 1) : []) {
		body.push(...branch.body);
		if (!branch.fallsThrough) break;
	}
	return body;
}

/** What a function that is written in place does. */
function statementsOfFunction(part: Part): readonly Part[] {
	if (part.kind === 'transparent') return part.children.flatMap(statementsOfFunction);
	return part.kind === 'function' ? statementsOf(childIn(part, 'body')) : [part];
}

/** Whether a default that does no more than this comes to what follows the dispatch. */
function runsOut(body: readonly Part[], { form }: Dispatch): boolean {
	if (form === 'table') return false;
	return !leaves(body) || (form === 'switch' && body.at(-1)?.kind === 'break');
}
