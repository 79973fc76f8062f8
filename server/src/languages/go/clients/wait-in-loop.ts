import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { leaves, statementsAfter } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { additions, ownName } from './added-function.ts';
import { withImports } from './imports.ts';
import type { SentRequest } from './request.ts';
import { retryWait } from './retry-functions.ts';
import { type OwnWait, ownWait } from './wait-in-branch.ts';

/** How a loop of tries counts them. */
interface Tries {
	/** How many there were before this one. */
	readonly attempt: string;
	/** Whether the count has to be added to the loop, which has none of its own. */
	readonly isNew: boolean;
}

const counts: readonly (readonly [RegExp, string])[] = [
	[/^for\s+(\w+)\s*:=\s*0\s*;/, '%'],
	[/^for\s+(\w+)\s*:=\s*1\s*;/, '%-1'],
	[/^for\s+(\w+)\s*:=\s*range\s+(?:\d+|\w*(?:[rR]etr|[aA]ttempt|[tT]ries)\w*)\s*\{/, '%'],
];

/** How a loop counts its tries; undefined for a loop over other things, whose every turn is a request of its own. */
export function triesIn(loop: Part): Tries | undefined {
	for (const [pattern, attempt] of counts) {
		const name = pattern.exec(loop.text)?.[1];
		if (name !== undefined && name !== '_') return { attempt: attempt.replace('%', name), isNew: false };
	}
	return /^for\s*(?:;\s*;\s*)?\{/.test(loop.text) ? { attempt: 'attempt', isNew: true } : undefined;
}

/** A loop that goes on as long as something holds: each of its turns may be about something else, or another try. */
export const isWhile = (loop: Part): boolean =>
	/^for\s+(?!range\b)[^;{]*\{/.test(loop.text) && !/^for[^{]*\brange\b/.test(loop.text);

/** In a loop of tries, the branch waits as long as is asked for instead of as long as it says, or gives up. */
export function waitInLoop(place: ClientPlace, sent: SentRequest, loop: Part): readonly Edit[] | undefined {
	const { response, around } = sent;
	const tries = triesIn(loop) ?? { attempt: 'attempt', isNew: true };
	const waits = ownWait(place.branch.body, around);
	if (!waits || (tries.isNew && /\battempt\b/.test(around.text)) || /retry-?after/i.test(around.text)) return undefined;
	const { statement, length, declared } = waits;
	const breaks = !tries.isNew && leavesLoop(statement, loop) && failsAfter(loop);
	const imported = withImports(['net/http', 'strconv', 'time', ...(breaks ? [] : ['fmt'])], place);
	if (!imported) return undefined;
	const added = additions([() => retryWait(imported.names, ownName(around))], place);
	// Without a `break` in it, nothing has to follow a loop that never ends.
	const error = `${imported.names.get('fmt')}.Errorf("too many requests: %s", ${response}.Status)`;
	const returned = breaks ? 'break' : returnedWith(error, around);
	const inBranch = place.branch.body.map((part) => part.text).join('\n');
	const [name, ok] = [
		declared ? length.text : freeIn(inBranch, ['wait', 'delay', 'pause']),
		freeIn(inBranch, ['ok', 'again']),
	];
	const pause = name && pauseIn(statement, around, imported.names.get('time') ?? 'time', name);
	if (!added || !returned || !name || !ok || !pause) return undefined;
	const closing = inBranch.includes(`${response}.Body.Close()`) ? [] : [`${response}.Body.Close()`];
	const asks = [
		`${name}, ${ok} := ${added.names[0]}(${response}.Header.Get("Retry-After"), ${tries.attempt})`,
		`if !${ok} {`,
		breaks ? '\tbreak' : `\treturn${returned}`,
		'}',
		...(tries.isNew ? ['attempt++'] : []),
	];
	const edits = waitEdits(waits, name, asks, closing, pause);
	return [...(tries.isNew ? ownCount(place, loop) : []), ...placed(edits, place), ...added.edits, ...imported.edits];
}

/** Whether an error is made behind the loop: a variable may still be empty where the loop is left before its time. */
const failsAfter = (loop: Part): boolean =>
	/^return\b.*(?:\berrors\.|Errorf?[({]|\bErr[A-Z])|^panic\(/s.test(statementsAfter(loop)[0]?.text ?? '');

/** Lines instead of a span of the block. */
type Lines = readonly [start: number, end: number, lines: readonly string[]];

/** Asks where the branch says how long it waits, or right before it does. */
function waitEdits(
	{ statement, length, declared, isSelect }: OwnWait,
	name: string,
	asks: readonly string[],
	closing: readonly string[],
	pause: readonly string[],
): readonly Lines[] {
	const before = declared ? closing : [...asks, ...closing];
	const first: readonly Lines[] = declared ? [[declared.start, declared.end, asks]] : [];
	if (!isSelect) return [...first, [statement.start, statement.end, [...before, ...pause]]];
	return [...first, [statement.start, statement.start, [...before, '']], [length.start, length.end, [name]]];
}

function placed(edits: readonly Lines[], { offset, text }: ClientPlace): readonly Edit[] {
	return edits.map(([from, to, lines]) => {
		const start = offset + from;
		return { start, end: offset + to, text: lines.join(`\n${marginAt(text, start)}`) };
	});
}

const freeIn = (text: string, names: readonly string[]): string | undefined =>
	names.find((one) => !new RegExp(`\\b${one}\\b`).test(text));

/** A count that begins before the loop, and anew after each request that was not limited. */
function ownCount({ text, offset, branch }: ClientPlace, loop: Part): readonly Edit[] {
	const before = offset + loop.start;
	const begin = { start: before, end: before, text: `attempt := 0\n${marginAt(text, before)}` };
	const statements = childIn(loop, 'body')?.children.filter(({ kind }) => kind !== 'comment') ?? [];
	const index = statements.findIndex(({ start, end }) => start <= branch.part.start && branch.part.end <= end);
	const own = statements[index];
	if (!own || leaves(statements.slice(index + 1))) return [begin];
	const at = offset + own.end;
	return [begin, { start: at, end: at, text: `\n${marginAt(text, offset + own.start)}attempt = 0` }];
}

const marginAt = (text: string, at: number): string => /[\t ]*$/.exec(text.slice(0, at))?.[0] ?? '';

/** Waits so that whoever called can end it; undefined where it cannot be told what is returned then. */
function pauseIn(at: Part, around: Part, time: string, name: string): readonly string[] | undefined {
	const context = contextAt(at, around);
	if (context === undefined) return [`${time}.Sleep(${name})`];
	const returned = returnedWith(`${context}.Err()`, around);
	if (returned === undefined) return undefined;
	return ['select {', `case <-${time}.After(${name}):`, `case <-${context}.Done():`, `\treturn${returned}`, '}'];
}

/** The context that a caller can end the function with: a parameter, that of a request, or one made of them before. */
export function contextAt(at: Part, around: Part): string | undefined {
	if (bindingOf('ctx', at)) return 'ctx';
	const parameters = childIn(around, 'parameters')?.text ?? '';
	const own = /\b([a-z]\w*)\s+context\.Context\b/.exec(parameters)?.[1];
	const request = /\b([a-z]\w*)\s+\*http\.Request\b/.exec(parameters)?.[1];
	return own ?? (request === undefined ? undefined : `${request}.Context()`);
}

/** Types with what stands for nothing of them. */
const nothingOf: readonly (readonly [RegExp, string])[] = [
	[/^(?:\*|\[\]|map\[|func\(|chan )|^(?:any|interface\{\})$/, 'nil'],
	[/^string$/, '""'],
	[/^bool$/, 'false'],
	[/^(?:u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune)$/, '0'],
];

/** What a function returns with an error: `, "", err`; undefined where its results are of types that cannot be told. */
function returnedWith(error: string, around: Part): string | undefined {
	const [parameters, body] = [childIn(around, 'parameters'), childIn(around, 'body')];
	const results = parameters && body && around.text.slice(parameters.end - around.start, body.start - around.start);
	const types = (results ?? '')
		.trim()
		.replace(/^\(|\)$/g, '')
		.split(/\s*,\s*/);
	if (types.length === 1 && types[0] === '') return '';
	if (types.pop() !== 'error') return undefined;
	const values = types.map((type) => nothingOf.find(([pattern]) => pattern.test(type))?.[1]);
	return values.includes(undefined) ? undefined : ` ${[...values, error].join(', ')}`;
}

/** Whether `break` at the part leaves the loop, and not a switch in it. */
function leavesLoop(part: Part, loop: Part): boolean {
	return closest(part, 'loop', 'switch', 'function') === loop;
}
