import { leaves } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type AddedFunction, addedFunction, type NeedingPlace } from './added-function.ts';
import { type BranchBody, branchBody, branchEdit, isNote } from './branch-code.ts';
import type { ClientSite } from './client-site.ts';
import { givesUp } from './give-up.ts';
import { newImports } from './imports.ts';
import { loopAround, nextTurn, type Repetition } from './loop-of-tries.ts';
import { selfCall } from './own-function.ts';
import type { Waiting } from './send-again.ts';

const body = (sleep: string): readonly string[] => [
	'"""Waits before another try, and says whether there is to be one.',
	'',
	'Waits as long as Retry-After asks (seconds or an HTTP-date, RFC 9110, section',
	'10.2.3), else one second, then two; and a little longer, so that not all come',
	'back at the same time. Gives up after three tries, and where more than a minute',
	'is asked for.',
	'"""',
	'text = (retry_after or "").strip()',
	'wait = 2.0**attempt',
	'if text.isascii() and text.isdigit():',
	'\twait = float(text)',
	'else:',
	'\ttry:',
	'\t\tdate = parsedate_tz(text)',
	'\t\tif date:',
	'\t\t\twait = max(0.0, mktime_tz(date) - time.time())',
	'\texcept (IndexError, OverflowError, TypeError, ValueError):',
	'\t\tpass  # Neither seconds nor a date.',
	'if attempt >= 2 or wait > 60:',
	'\treturn False',
	`${sleep}(wait + random.uniform(0.05, 0.25))`,
	'return True',
];
const parameters = [
	['retry_after', '"str | None"'],
	['attempt', 'int'],
] as const;
const waiting = (isAsync: boolean, name: string): AddedFunction => ({
	name,
	parameters,
	result: 'bool',
	body: body(isAsync ? 'await asyncio.sleep' : 'time.sleep'),
	isAsync,
});
/** The second where the file has the first for functions of the other sort. */
const names = ['wait_before_retry', 'wait_for_retry'];
const imports = ['import random', 'import time', 'from email.utils import mktime_tz, parsedate_tz'];

const limits = /429|503|rate_?limit|too_?many|throttl|slow_?down|quota/i;

/** Waits as Retry-After asks and repeats; undefined where the place cannot wait or cannot be repeated. */
export function retryInFunction(site: ClientSite): readonly Edit[] | undefined {
	const { place, isAsync } = site;
	const found = branchBody(site, limits);
	if (!found || /retry.?after/i.test(place.branch.part.text)) return undefined;
	const repetition = repetitionOf(site, found);
	const waiting = waitingIn(place, isAsync, site);
	const added = waiting && addedFunction(waiting.added, site);
	const imported = waiting && newImports(place, waiting.imports);
	if (!repetition || !added || !imported) return undefined;
	const { attempt, statements, edits, moved } = repetition;
	const own = withRepeats(found, moved);
	const call = `${isAsync ? 'await ' : ''}${waiting.name}(${site.header}, ${attempt})`;
	const before = [`if ${call}:`, ...statements.map((line) => `\t${line}`)];
	const handles = own.kept.some((one) => !isNote(one)) && own.repeats.length === 0;
	const isLeft = leaves(own.kept) || handles || own.isAnswered;
	const last = isLeft ? undefined : givesUp(site, own.block);
	if (!isLeft && last === undefined) return undefined;
	const after = last === undefined ? [] : [last];
	const edit = branchEdit(site, own, [...releaseOf(site, own), ...before], after);
	if (!edit) return undefined;
	const inBlock = [...edits, edit].map(({ start, end, text }) => ({
		start: place.offset + start,
		end: place.offset + end,
		text,
	}));
	return [...imported, ...added, ...inBlock].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The function that waits, under the first name that the file has not for something else. */
export function waitingIn(place: ClientPlace, isAsync: boolean, site: NeedingPlace): Waiting | undefined {
	const added = names.map((name) => waiting(isAsync, name)).find((one) => addedFunction(one, { ...site, place }));
	return added && { name: added.name, added, imports: isAsync ? ['import asyncio', ...imports] : imports };
}

function withRepeats(body: BranchBody, moved: readonly Part[]): BranchBody {
	if (moved.length === 0) return body;
	const repeats = [...body.repeats, ...moved].sort((a, b) => a.start - b.start);
	return { ...body, repeats, kept: body.kept.filter((one) => !moved.includes(one)) };
}

/** Gives the connection of a response that nobody reads to others meanwhile. */
function releaseOf(
	{ client, caught, response, request, isAsync }: ClientSite,
	{ kept }: BranchBody,
): readonly string[] {
	if (caught !== undefined || kept.some((one) => one.text.includes(response))) return [];
	if (client === 'aiohttp') return [`${response}.release()`];
	if (!/\bstream\s*=\s*True|(?:^|\.)stream\(/.test(request.text)) return [];
	return [isAsync && client === 'httpx' ? `await ${response}.aclose()` : `${response}.close()`];
}

/** The next turn of the loop of tries around the request, or a call of the function to itself. */
function repetitionOf(site: ClientSite, body: BranchBody): Repetition | undefined {
	const loop = loopAround(site.place.branch.part, site.around);
	if (loop) return nextTurn(loop, site, body);
	const call = isRepeatable(site)
		? selfCall(site, {
				names: ['attempt', 'attempts', 'tries', 'retries', 'retry_count'],
				value: '0',
				type: 'int',
				next: '% + 1',
			})
		: undefined;
	return call && { attempt: call.name, statements: call.statements, edits: call.edits, moved: [] };
}

const taking = /(?:^|\.)(?:pop|popleft|next|recv|read|readline|get_nowait|consume|take)$/;

/** Whether all that the function does up to the branch can be done again: it only prepares the request. */
export function isRepeatable({ around, place }: ClientSite): boolean {
	let inner: Part = place.branch.part;
	for (const list of partsAround(inner)) {
		const before = list.kind === 'block' ? list.children.filter(({ end }) => end <= inner.start) : [];
		if (before.some(hasEffect)) return false;
		if (list === around) return true;
		inner = list;
	}
	return false;
}

function hasEffect(statement: Part): boolean {
	switch (statement.kind) {
		case 'loop':
			return true;
		case 'call':
		case 'await': {
			const call = statement.kind === 'await' ? childIn(statement, 'inner') : statement;
			const callee = call && childIn(call, 'callee')?.text;
			return !(call && isNote(call)) && !/\.raise_for_status$/.test(callee ?? '');
		}
		case 'variable':
		case 'assignment': {
			const value = childIn(statement, 'right') ?? childIn(statement, 'value');
			const callee = value?.kind === 'call' ? childIn(value, 'callee')?.text : undefined;
			return callee !== undefined && taking.test(callee) && !/response|resp\b|res\b|\br\b/.test(callee);
		}
		default:
			return false;
	}
}
