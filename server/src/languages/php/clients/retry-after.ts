import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt } from '../../../syntax/text-lines.ts';
import { above, bodyEdits, bodyOf, isRepeat, type Layout, layoutOf } from './branch-body.ts';
import { doesMore } from './does-more.ts';
import { nextTurn } from './loop-of-tries.ts';
import { attempts, isNamed, ownerOf, repeatOf } from './repeat.ts';
import { type FoundResponse, type ResponseWords, responseOf } from './response-of.ts';

/** How the header of a client's response is read. */
export interface HeaderWords extends ResponseWords {
	/** What gives the header as a string, empty where there is none. */
	header(response: FoundResponse): string;
	/** Lines to be put before the statement with the request, and that statement; undefined where that cannot be done. */
	before?(response: FoundResponse, around: Part): { readonly lines: readonly string[]; readonly at: Part } | undefined;
}

/** The declaration of the helper, without what comes before its parameters. */
const helper = [
	'(string $value, int $attempt): ?int',
	'{',
	'\t$value = trim($value);',
	"\t$isDate = preg_match('/^[A-Z][a-z]{2,8},? [\\w -]+ \\d\\d:\\d\\d:\\d\\d(?: GMT| \\d{4})$/', $value) === 1;",
	"\t$date = $isDate ? strtotime(substr($value, -3) === 'GMT' ? $value : $value . ' GMT') : false;",
	"\t$asked = preg_match('/^\\d+$/', $value) === 1 ? (int) $value : null;",
	'\t$wait = $asked ?? ($date === false ? 2 ** $attempt : max(0, $date - time()));',
	'',
	'\treturn $attempt < 2 && $wait <= 60 ? $wait * 1000000 + random_int(50000, 250000) : null;',
	'}',
];
const helperComment = [
	'/**',
	' * Microseconds to wait before another try: as long as Retry-After asks (seconds or an HTTP-date, RFC 9110,',
	' * section 10.2.3), else one second, then two; and a little longer, so that not all come back at the same time.',
	' * Null after three tries, and where more than a minute is asked for: then it is time to give up.',
	' */',
];

/** What makes the next try, and what has to be added for it. Offsets count from the block's start. */
interface Again {
	/** How many tries there were, from nothing. */
	readonly attempt: string;
	readonly statements: readonly string[];
	readonly edits: readonly Edit[];
	/** Lines above the loop. */
	readonly above?: { readonly at: Part; readonly lines: readonly string[] };
}

/** Waits as Retry-After asks and makes the request again; undefined where that cannot be done well. */
export function retryAfter(place: ClientPlace, words: HeaderWords): readonly Edit[] | undefined {
	const { dispatch, offset } = place;
	const around = closest(dispatch.part, 'function');
	if (!around || dispatch.broken || /retry[-_]?after|\$wait\b/i.test(around.text)) return undefined;
	const response = responseOf(place, around, words);
	const again = response && againAt(place, around, response);
	const list = bodyOf(place);
	const helped = helperFor(around, place);
	if (!response || !again || !list || !helped) return undefined;
	const before = words.before?.(response, around);
	if (words.before && !before) return undefined;
	const layout = layoutOf(place, around);
	const put = (one: { readonly at: Part; readonly lines: readonly string[] } | undefined): readonly Edit[] =>
		one ? [above(one.at, one.lines, place, layout)] : [];
	return [
		...again.edits.map(({ start, end, text }) => ({ start: offset + start, end: offset + end, text })),
		...put(again.above),
		...put(before),
		...bodyEdits(list, waiting(helped.call, words.header(response), again), giveUp(response, again), place, layout),
		...(helped.isThere ? [] : [declaration(helped.head, around, place, layout)]),
	].sort((a, b) => a.start - b.start);
}

/** By the loop around the branch, or by calling the function again. */
function againAt(place: ClientPlace, around: Part, response: FoundResponse): Again | undefined {
	const turn = nextTurn(place, response.request);
	if (turn === undefined) return undefined;
	// What calls itself already does twice whatever comes before.
	const isRepeated = turn === 'none' && place.branch.body.some(isRepeat);
	if (!isRepeated && doesMore(turn === 'none' ? around : turn.part, place, response)) return undefined;
	if (turn === 'none') {
		const repeat = repeatOf(around, place.branch.part, attempts);
		return repeat && { attempt: attempts.name, statements: repeat.lines, edits: repeat.edits };
	}
	const { counter, part, statement } = turn;
	if (counter !== undefined) return { attempt: counter, statements: [statement], edits: [] };
	if (isNamed(attempts, around)) return undefined;
	const lines = [`${attempts.name} = 0;`];
	return { attempt: `${attempts.name}++`, statements: [statement], edits: [], above: { at: part, lines } };
}

function waiting(call: string, header: string, { attempt, statements }: Again): readonly string[] {
	return [
		`$wait = ${call}(${header}, ${attempt});`,
		'if ($wait !== null) {',
		'\tusleep($wait);',
		...(statements.length === 1 && statements[0]?.startsWith('continue') ? [] : ['']),
		...statements.map((line) => (line === '' ? '' : `\t${line}`)),
		'}',
	];
}

/** The error for who called, where the branch passes none on. */
export const giveUp = ({ caught }: FoundResponse, { attempt }: Again): string => {
	const tries = attempt.endsWith('++')
		? attempt.slice(0, -2)
		: attempt.endsWith(' - 1')
			? attempt.slice(0, -4)
			: `(${attempt} + 1)`;
	return `throw ${caught ?? `new \\RuntimeException('Rate limited: gave up at try ' . ${tries})`};`;
};

/** How the helper is called and declared, and whether an earlier fix has written it. */
export function helperFor(
	around: Part,
	{ text }: ClientPlace,
): { call: string; head: string; isThere: boolean } | undefined {
	const own = childIn(around, 'name')?.text;
	if (own === undefined || closest(around, 'function', 'construction')) return undefined;
	const owner = ownerOf(around);
	const name = owner ? 'retryAfterWait' : `${own}RetryWait`;
	const head = owner ? `private static function ${name}` : `function ${name}`;
	const whole = owner?.text ?? text;
	const isThere = whole.includes(head + helper[0]);
	if (!isThere && new RegExp(`\\b${name}\\s*\\(`).test(whole)) return undefined;
	return { call: owner ? `self::${name}` : name, head, isThere };
}

export function declaration(
	head: string,
	around: Part,
	{ text, offset }: ClientPlace,
	{ laid, lineBreak }: Layout,
): Edit {
	const lines = [...helperComment, head + (helper[0] ?? ''), ...helper.slice(1)];
	const at = offset + around.end;
	return { start: at, end: at, text: lineBreak + lineBreak + laid(lines, indentationAt(text, offset + around.start)) };
}
