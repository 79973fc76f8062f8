import type { ClientPlace } from '../../../syntax/language.ts';
import { closest, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineBreakAt } from '../../../syntax/text-lines.ts';
import { branchEdits, laidOut } from './branch-body.ts';
import { doesMore } from './does-more.ts';
import { methodAround, namedAround } from './method-around.ts';
import { attempts, repeatOf } from './repeat.ts';
import { requiring } from './requires.ts';
import { type FoundResponse, type ResponseWords, responseOf } from './response-of.ts';
import { waitInLoop } from './wait-in-loop.ts';

/** How the header of a client's response is read. */
export interface HeaderWords extends ResponseWords {
	header(response: FoundResponse): string;
}

const helper = [
	'# Seconds to wait before another try: as long as Retry-After asks (seconds or an HTTP-date, RFC 9110,',
	'# section 10.2.3), else one second, then two; and a little longer, so that not all come back at the same',
	'# time. Nil after three tries, and where more than a minute is asked for: then it is time to give up.',
];
const helperBody = [
	'\tasked = value.to_s.strip',
	'\twait =',
	'\t\tbegin',
	'\t\t\tasked.match?(/\\A\\d+\\z/) ? asked.to_i : [Time.httpdate(asked) - Time.now, 0].max',
	'\t\trescue ArgumentError',
	'\t\t\t2**attempt',
	'\t\tend',
	'\twait + rand(0.05..0.25) if attempt < 2 && wait <= 60',
	'end',
];

/** Waits as Retry-After asks and makes the request again; undefined where that cannot be done well. */
export function retryAfter(place: ClientPlace, words: HeaderWords): readonly Edit[] | undefined {
	const { dispatch, branch, offset } = place;
	const named = namedAround(dispatch.part);
	if (!named || dispatch.broken || /retry[-_]?after|\bwait\b/i.test(named.text)) return undefined;
	const looped = inLoop(place, named, words);
	if (looped) return looped;
	const around = methodAround(dispatch.part);
	const response = around && responseOf(place, around, words);
	if (!around || !response || doesMore(around, place, response)) return undefined;
	// What is raised at the end would be rescued here, and begin anew.
	if (!response.isRescued && /^[ \t]*retry\b/m.test(around.text)) return undefined;
	const repeat = repeatOf(around, branch.part, attempts);
	const helped = helperFor(around, place);
	if (!repeat || !helped) return undefined;
	const wait = `wait = retry_after_wait(${words.header(response)}, ${attempts.name})`;
	const edits = branchEdits(place, {
		test: `(${wait})`,
		before: [wait],
		head: 'if wait',
		body: ['\tsleep wait', `\treturn ${repeat.call}`],
		passOn: response.isRescued ? 'raise' : `raise "Rate limited: gave up at try #{${attempts.name} + 1}"`,
	});
	if (!edits) return undefined;
	const repeated = repeat.edits.map((edit) => ({ ...edit, start: offset + edit.start, end: offset + edit.end }));
	return withHelper([...repeated, ...edits], helped, around, place);
}

/** Where a loop waits and tries again by itself, it only waits as long as is asked. */
function inLoop(place: ClientPlace, around: Part, words: HeaderWords): readonly Edit[] | undefined {
	const response = responseOf(place, around, words);
	const helped = helperFor(around, place);
	const edits = response && waitInLoop(place, words.header(response), response);
	return edits && helped && withHelper(edits, helped, around, place);
}

function withHelper(
	edits: readonly Edit[],
	{ head, isThere }: Helper,
	around: Part,
	place: ClientPlace,
): readonly Edit[] {
	const library = requiring('time', place.text);
	const added = isThere ? [] : [declaration(head, around, place)];
	return [...(library ? [library] : []), ...edits, ...added].sort((a, b) => a.start - b.start);
}

interface Helper {
	readonly head: string;
	readonly isThere: boolean;
}

/** How the helper is declared, and whether an earlier fix has written it. */
function helperFor(around: Part, { text }: ClientPlace): Helper | undefined {
	const isSingleton = /^def\s+self\./.test(around.text);
	const head = `def ${isSingleton ? 'self.' : ''}retry_after_wait(value, attempt)`;
	const whole = closest(around, 'class')?.text ?? text;
	const isThere = whole.includes(`${head}\n`) || whole.includes(`${head}\r\n`);
	return !isThere && /\bdef\s+(?:self\.)?retry_after_wait\b/.test(whole) ? undefined : { head, isThere };
}

function declaration(head: string, around: Part, place: ClientPlace): Edit {
	const at = place.offset + around.end;
	const lineBreak = lineBreakAt(place.text, at);
	const lines = laidOut(
		[...helper, head, ...helperBody],
		indentationAt(place.text, place.offset + around.start),
		place,
	);
	return { start: at, end: at, text: lineBreak + lineBreak + lines };
}
