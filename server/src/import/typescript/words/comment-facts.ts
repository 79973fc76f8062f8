import { readDeprecation, readEntryComment } from '../../../export/entry-comment.ts';
import type { DraftEntry } from '../../draft.ts';
import type { FoundComment } from '../source/comments.ts';

/** What comments say of a code. */
export interface CommentFacts extends Partial<Pick<DraftEntry, 'title' | 'remedy' | 'retry' | 'removedIn'>> {
	/** Markdown. */
	readonly description?: string;
	readonly deprecated?: true | string;
	readonly since?: string;
	readonly url?: string;
	readonly status?: number;
	/** The one name to which a `@deprecated` leads. */
	readonly insteadName?: string;
}

/** Comments to tools, reminders, and code that is switched off. */
const noWords =
	/^\s*(?:eslint|tslint|prettier|biome|ts-|@ts-|jshint|istanbul|c8\b|v8\b|noinspection|cspell|spell-?checker|#(?:end)?region|todo\b|fixme\b|xxx\b|hack\b)|^\s*['"]?[\w$-]+['"]?\s*[=:]\s*(?:['"`{[\d][^\n]*)?,?\s*$|^\s*['"|][^\n]*,\s*$/i;
/** UTF-16 units: what is longer is no line of code that is switched off. */
const longestCode = 300;
const tag = /^@(\w+)(?:[ \t]+|$)([\s\S]*)$/;

/** Reads comments that belong together: their text, and the tags of JSDoc and TSDoc in it. */
export function commentFacts(comments: readonly FoundComment[]): CommentFacts {
	const texts = comments.map(wordsOf).filter((text) => text !== '');
	const bare = texts.find((text) => bareStatus.test(text));
	// What a tag says goes up to the next one.
	const worded = texts.filter((text) => /\p{L}/u.test(text) && !bareStatus.test(text));
	const pieces = worded.flatMap((text) => text.split(/^(?=@\w)/m)).map((piece) => piece.trim());
	const said = new Map<string, string>();
	const description: string[] = [];
	for (const piece of pieces) {
		const found = tag.exec(piece);
		const [name = '', text = ''] = found ? [found[1]?.toLowerCase(), found[2]?.trim()] : ['', piece];
		if (name === '' || describing.has(name)) description.push(text);
		else said.set(name, text);
	}
	const words = withoutEscapes(linksShown(description.filter((text) => text !== '').join('\n\n')));
	const status = statusIn(said, bare ?? words);
	const url = addressIn(said.get('see') ?? said.get('link') ?? '');
	const since = said.get('since');
	return {
		...(words !== '' && { description: words }),
		...(said.has('deprecated') && deprecationOf(said.get('deprecated') ?? '')),
		...(since !== undefined && since !== '' && { since }),
		...(url !== undefined && { url }),
		...(status !== undefined && { status }),
	};
}

/** What a comment of our own export says, each text in the field that it was written from. */
export function exportedFacts({ description, deprecated, ...others }: CommentFacts): CommentFacts {
	// What replaces it is known by the link to it already.
	const { instead: _, ...said } =
		deprecated === undefined ? {} : readDeprecation(deprecated === true ? '' : deprecated);
	return { ...others, ...(description !== undefined && readEntryComment(description)), ...said };
}

const describing: ReadonlySet<string> = new Set(['description', 'desc', 'summary', 'remarks', 'abstract']);

/** The text of a comment without its signs; empty where it is no text for people. */
function wordsOf({ text, isDoc }: FoundComment): string {
	const isLine = text.startsWith('//');
	const inner = isLine ? text.replace(/^\/\/[/!]*/, '') : text.replace(/^\/\*+!?/, '').slice(0, -2);
	const lines = inner.split(/\r\n|[\r\n]/).map((line) => line.replace(/^\s*\*(?!\*)[ \t]?/, '').trimEnd());
	const whole = trimmedLines(lines);
	const words = withoutRules(whole);
	// A heading is about all that comes after it.
	if (!isDoc && !words.includes('\n') && ruleAround.test(whole)) return '';
	return (words.length <= longestCode && noWords.test(words)) || !/[\p{L}\p{N}]/u.test(words) ? '' : words;
}

/** `---- Sign in ----`, on one line. */
const ruleAround = /^[-=*#_~]{2,}\s[^\n]*\s[-=*#_~]{2,}$/;

/** A text without the signs that only draw a line before and after it: `----- Sign in -----`. */
function withoutRules(text: string): string {
	const isRule = (index: number): boolean => /[-=*#_~\s]/.test(text.charAt(index));
	let [start, end] = [0, text.length];
	while (start < end && isRule(start)) start++;
	while (end > start && isRule(end - 1)) end--;
	const drawn = [text.slice(0, start), text.slice(end)].map((line) => line.trim().length > 2);
	return text.slice(drawn[0] ? start : 0, drawn[1] ? end : undefined).trim();
}

/** Lines without what all of them are indented by. */
function trimmedLines(lines: readonly string[]): string {
	const [first = '', ...others] = lines;
	const indented = others.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
	const width = Math.min(...indented, Number.POSITIVE_INFINITY);
	return [first.trim(), ...others.map((line) => line.slice(Math.min(width, line.length)))].join('\n').trim();
}

function deprecationOf(text: string): Pick<CommentFacts, 'deprecated' | 'insteadName'> {
	const links = [...text.matchAll(/\{@link(?:code|plain)?\s+([\w$.]+)\s*\}/g)].map(([, name = '']) => name);
	const [insteadName, ...others] = new Set(links);
	return {
		deprecated: text === '' ? true : withoutEscapes(linksShown(text)),
		...(insteadName !== undefined && others.length === 0 && { insteadName }),
	};
}

/** `{@link X}` as Markdown. */
function linksShown(text: string): string {
	return text.replaceAll(/\{@link(?:code|plain)?\s([^{}]*)\}/g, (_, inner: string) => {
		const [target = '', ...words] = inner.trim().split(/[\s|]+/);
		const label = words.join(' ');
		if (/^https?:\/\//.test(target)) return label === '' ? `<${target}>` : `[${label}](${target})`;
		return label === '' ? `\`${target}\`` : label;
	});
}

const withoutEscapes = (text: string): string => text.replaceAll('*\\/', '*/').replaceAll(/^(\s*)\\@/gm, '$1@');

function addressIn(text: string): string | undefined {
	return /https?:\/\/[^\s<>{}|"'`)]+/.exec(text)?.[0];
}

/** Nothing but a status: `// 404`, `// HTTP 404`. */
const bareStatus = /^(?:HTTP )?[1-5]\d\d$/;

/** A status that a tag gives, or the only one of which the text speaks. */
function statusIn(said: ReadonlyMap<string, string>, words: string): number | undefined {
	const tagged = said.get('status') ?? said.get('httpstatus') ?? said.get('statuscode') ?? said.get('http');
	if (tagged === undefined && bareStatus.test(words)) return Number(words.slice(-3));
	const found =
		tagged === undefined
			? [...words.matchAll(/\bHTTP(?:[ -]status)?(?:[ -]code)?[: (]+([1-5]\d\d)\b/gi)].map(([, digits]) => digits)
			: [/\b([1-5]\d\d)\b/.exec(tagged)?.[1]];
	const [status, ...others] = new Set(found.filter((digits) => digits !== undefined));
	return status !== undefined && others.length === 0 ? Number(status) : undefined;
}
