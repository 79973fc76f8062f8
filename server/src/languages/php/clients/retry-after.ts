import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';
import { attempts, type Repeat, repeatOf, retried } from './repeat.ts';
import { type FoundResponse, responseOf } from './response-of.ts';

/** How a client's response is read. */
export interface ResponseWords {
	/** What asks for the status; its group gives the response. */
	readonly status: RegExp;
	/** What gives the header as a string, empty where there is none. */
	header(response: FoundResponse): string;
	/** Lines to be put before the statement with the request, and that statement; undefined where none are needed. */
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

/** Waits as Retry-After asks and calls the function around again; undefined where that cannot be done well. */
export function retryAfter(place: ClientPlace, words: ResponseWords): readonly Edit[] | undefined {
	const { branch, dispatch, text, offset } = place;
	const around = closest(dispatch.part, 'function');
	if (!around || closest(branch.part, 'loop') || dispatch.broken) return undefined;
	const response = responseOf(place, around, words.status);
	const repeat = response && repeatOf(around, attempts);
	const list = bodyOf(place);
	if (!response || !repeat || !list || doesMore(around, place, response) || /retry_?after|\$wait\b/i.test(around.text))
		return undefined;
	const layout = layoutOf(place, around);
	const { lineBreak, laid } = layout;
	const outer = indentationAt(text, offset + around.start);
	const lines = retryLines(repeat, words.header(response));
	const head = repeat.helperHead + (helper[0] ?? '');
	const isThere = (closest(around, 'class', 'enum')?.text ?? '').includes(head);
	if (!isThere && closest(around, 'class', 'enum')?.text.includes('retryAfterWait(')) return undefined;
	const declared = isThere ? [] : [...helperComment, head, ...helper.slice(1)];
	const before = words.before?.(response, around);
	if (words.before && !before) return undefined;
	return [
		{ start: offset + repeat.parameter.at, end: offset + repeat.parameter.at, text: repeat.parameter.text },
		...(before ? [above(before.at, before.lines, place, layout)] : []),
		...bodyEdits(list, lines, giveUp(response), place, layout),
		...(isThere
			? []
			: [
					{ start: offset + around.end, end: offset + around.end, text: lineBreak + lineBreak + laid(declared, outer) },
				]),
	].sort((a, b) => a.start - b.start);
}

/** Refreshes the token once and calls the function around again, once; undefined where that cannot be done well. */
export function refreshToken(place: ClientPlace, words: ResponseWords): readonly Edit[] | undefined {
	const { branch, dispatch, offset } = place;
	const around = closest(dispatch.part, 'function');
	if (!around || closest(branch.part, 'loop') || dispatch.broken) return undefined;
	const response = responseOf(place, around, words.status);
	const repeat = response && repeatOf(around, retried);
	const list = bodyOf(place);
	const refresher = refresherFor(around, place);
	if (!response || !repeat || !list || refresher === undefined || doesMore(around, place, response)) return undefined;
	const layout = layoutOf(place, around);
	const lines = [
		`if (!${retried.name}) {`,
		`\t${refresher}();`,
		'',
		...repeat.lines.map((line) => (line === '' ? '' : `\t${line}`)),
		'}',
	];
	const passOn = `throw ${response.caught ?? "new \\RuntimeException('The token was not accepted')"};`;
	return [
		{ start: offset + repeat.parameter.at, end: offset + repeat.parameter.at, text: repeat.parameter.text },
		...bodyEdits(list, lines, passOn, place, layout),
	].sort((a, b) => a.start - b.start);
}

const refreshing = /^(?:refresh|renew)(?:Access|Auth|Id|Api|User|Bearer)?(?:Tokens?|Session|Auth|Credentials)$/;

/** What refreshes the token and needs nothing for it: a method of the same class, or a function of the file. */
function refresherFor(around: Part, { blocks }: ClientPlace): string | undefined {
	const owner = closest(around, 'class');
	const isStatic = /\bstatic\b[^{]*\bfunction\b/.test(around.text.split('(', 1)[0] ?? '');
	// A token that is given to the function stays the old one.
	if (/token|bearer/i.test(childIn(around, 'parameters')?.text ?? '')) return undefined;
	const all = owner ? partsIn(owner) : blocks.flatMap(({ code }) => partsIn(code.root));
	for (const part of all) {
		const name = part.kind === 'function' && closest(part, 'class') === owner ? childIn(part, 'name')?.text : undefined;
		const needs = childIn(part, 'parameters')?.children.some((one) => !childIn(one, 'value'));
		if (name === undefined || !refreshing.test(name) || needs || part === around) continue;
		// One that makes its request through the function around would never end.
		if (part.text.includes(`${childIn(around, 'name')?.text}(`)) continue;
		if (!owner) return name;
		const isOwnStatic = /\bstatic\b/.test(part.text.split('(', 1)[0] ?? '');
		if (isOwnStatic || !isStatic) return `${isOwnStatic ? 'self::' : '$this->'}${name}`;
	}
	return undefined;
}

/** How lines are laid out around a function. */
interface Layout {
	readonly lineBreak: string;
	laid(lines: readonly string[], blanks: string): string;
}

function layoutOf({ text, offset, code }: ClientPlace, around: Part): Layout {
	const unit = indentationUnit(code.text) ?? '    ';
	const lineBreak = lineBreakAt(text, offset + around.start);
	const indented = (line: string): string => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length));
	return {
		lineBreak,
		laid: (lines, blanks) => lines.map((line) => (line === '' ? '' : blanks + indented(line))).join(lineBreak),
	};
}

function retryLines({ helperCall, lines }: Repeat, header: string): readonly string[] {
	return [
		`$wait = ${helperCall}(${header}, ${attempts.name});`,
		'if ($wait !== null) {',
		'\tusleep($wait);',
		'',
		...lines.map((line) => (line === '' ? '' : `\t${line}`)),
		'}',
	];
}

/** The error for who called, where the branch passes none on. */
const giveUp = ({ caught }: FoundResponse): string =>
	`throw ${caught ?? `new \\RuntimeException('Rate limited: gave up at try ' . (${attempts.name} + 1))`};`;

/** What a branch does, statement by statement, and where it begins. */
interface Body {
	readonly start: number;
	readonly statements: readonly Part[];
	/** The blanks before its statements. */
	readonly inner: string;
}

/** The body of the branch, in lines of its own that only leave, or do nothing: what else it does may not be done twice. */
function bodyOf({ branch, text, offset, code }: ClientPlace): Body | undefined {
	const block = branch.part.kind === 'if' ? childIn(branch.part, 'body') : undefined;
	const unit = indentationUnit(code.text) ?? '    ';
	if (block?.kind === 'block' && block.text.startsWith('{') && block.text.includes('\n')) {
		const statements = block.children.filter(({ kind }) => kind !== 'comment');
		const inner = indentationAt(text, offset + block.start) + unit;
		return statements.every((one) => isPlain(one, text, offset))
			? { start: block.start + 1, statements, inner }
			: undefined;
	}
	const [label] = branch.part.kind === 'case' ? branch.part.children : [];
	const [first] = branch.body;
	if (!label || !first || branch.fallsThrough || !branch.body.every((one) => isPlain(one, text, offset)))
		return undefined;
	const colon = branch.part.text.indexOf(':', label.end - branch.part.start);
	return {
		start: branch.part.start + colon + 1,
		statements: branch.body,
		inner: indentationAt(text, offset + first.start),
	};
}

/** A statement in a line of its own that leaves, waits or writes a log. */
function isPlain(part: Part, text: string, offset: number): boolean {
	if (!beginsLine(text, offset + part.start)) return false;
	if (part.kind === 'throw' || part.kind === 'break') return true;
	if (part.kind === 'return') return !partsIn(part).some(({ kind }) => kind === 'call');
	return (
		part.kind === 'statement' &&
		(isSleep(part) || /\b(?:log|logger|warning|error|notice|info|debug)\b/i.test(part.text))
	);
}

const isSleep = ({ text }: Part): boolean => /^\\?u?sleep\s*\([^;]*\);$/.test(text);

/** Puts the wait first; what waited before is left out, and where nothing leaves, the error goes on. */
function bodyEdits(
	{ start, statements, inner }: Body,
	lines: readonly string[],
	passOn: string,
	{ text, offset }: ClientPlace,
	{ laid, lineBreak }: Layout,
): readonly Edit[] {
	const last = statements.at(-1);
	const leaves = last?.kind === 'throw' || last?.kind === 'return';
	const removed = statements.filter((one) => isSleep(one) || one.kind === 'break');
	const edits = removed.map((one) => ({
		start: lineStartAt(text, offset + one.start) - lineBreak.length,
		end: offset + one.end,
		text: '',
	}));
	const at = offset + start;
	const added = lineBreak + laid(leaves ? lines : [...lines, passOn], inner);
	return [{ start: at, end: at, text: added }, ...edits];
}

function above(at: Part, lines: readonly string[], { text, offset }: ClientPlace, { laid, lineBreak }: Layout): Edit {
	const start = lineStartAt(text, offset + at.start);
	return { start, end: start, text: laid(lines, indentationAt(text, offset + at.start)) + lineBreak };
}

const harmless =
	/^\\?(?:curl_(?!exec)\w+|sprintf|json_\w+|http_build_query|rawurlencode|urlencode|trim|rtrim|ltrim|array_merge|is_\w+|count|[\w\\]+::create)$/;

/** Whether the function does anything but the one request that a second call would do again. */
function doesMore(around: Part, { dispatch }: ClientPlace, { request, text }: FoundResponse): boolean {
	const [first] = partsIn(request).filter(({ kind }) => kind === 'statement' || kind === 'return');
	const own = request.kind === 'block' ? first : request;
	const given = own && partsIn(own).find(({ kind }) => kind === 'assignment');
	const name = given && childIn(given, 'left')?.text;
	const reads = new RegExp(`^\\$(?:${[name, /\w+/.exec(text)?.[0]].filter(Boolean).join('|')})\\b`);
	const until = request.kind === 'block' ? request.end : dispatch.part.start;
	return partsIn(around).some((part) => {
		if (part.kind !== 'call' || part.start >= until || (own && part.start >= own.start && part.end <= own.end))
			return false;
		const callee = childIn(part, 'callee')?.text ?? '';
		return callee !== 'curl_exec' && !harmless.test(callee) && !reads.test(callee);
	});
}
