import { isOnlyIn } from '../../analysis/evidence/evidence.ts';
import { type Entry, isDeprecated } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { constantName, nameLetters } from '../../catalog/code-name.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';
import { namesOf as namesOfFile } from './importing.ts';
import { escaped } from './key-scanner.ts';

/** Something to be found in the bytes of files. */
export interface TextKey {
	/** A word that stands wherever the whole does: letters, digits and `_` of ASCII. Empty where it has none. */
	readonly word: string;
	/** The whole, as the bytes of UTF-8, each written as one character. */
	readonly whole: string;
}

/** What is looked for in the bytes of files. Plain data, because other threads look for it too. */
export interface LookFor {
	readonly keys: readonly TextKey[];
	/** The source of a pattern that finds what has no fixed words; undefined where there is none. */
	readonly pattern: string | undefined;
	/** The letters of names that catalogs have, and their numbers; undefined where tests for the same twice do not count. */
	readonly repeated: readonly string[] | undefined;
	/** Whether files count in which nothing is reported, such as generated ones; they may still show an API to others. */
	readonly isQuietToo: boolean;
	/** Where one of the keys was found: what has to be there besides, unless nothing has; one of these is enough. */
	readonly besides?: readonly Besides[];
	/** Files of which it is said where a file imports one, if it does not speak; absolute paths. */
	readonly imported?: readonly string[];
}

/** One of the keys, where there are any, and what fits each of the patterns. */
export interface Besides {
	readonly keys: readonly TextKey[];
	readonly patterns: readonly string[];
}

/**
 * What a file has to hold so that it has something to say by itself: one of our comments, a host, a package, a code that
 * only one API has and that is no everyday word, or a name for such a code. A file without any of these can only have
 * something to say where other files or the settings show an API, or where it tests for the same status twice.
 */
export function whatSpeaks(indexes: readonly CatalogIndex[]): LookFor {
	const texts = new Set(['api-errors']);
	for (const index of indexes)
		for (const catalog of index.catalogs) {
			for (const name of [...catalog.evidence.hosts, ...catalog.evidence.packages]) texts.add(name);
			for (const entry of catalog.entries) {
				const names = namesOf(entry, catalog === index.http);
				if (typeof entry.value !== 'string') continue;
				if (isCommonCode(entry.value) || !isOnlyIn(catalog, entry.value, index)) continue;
				texts.add(entry.value);
				for (const name of names) for (const spelled of spellingsOf(name)) texts.add(spelled);
			}
		}
	return { keys: keysOf(texts), pattern: undefined, repeated: namesThatRepeat(indexes), isQuietToo: true };
}

/** The letters of the names that catalogs have for statuses and codes, and their numbers. */
export function namesThatRepeat(indexes: readonly CatalogIndex[]): readonly string[] {
	const found = new Set<string>();
	for (const index of indexes)
		for (const catalog of index.catalogs)
			for (const entry of catalog.entries) {
				for (const name of namesOf(entry, catalog === index.http)) found.add(nameLetters(name));
				if (typeof entry.value === 'number') found.add(String(entry.value));
			}
	return [...found];
}

/**
 * What a file has to hold so that there is something to say where an API is in play: a code, a name for one, or what
 * looks like a status.
 */
export function whatMayMatter(indexes: readonly CatalogIndex[], isQuietToo = false): LookFor {
	const texts = new Set([...codesOf(indexes, 'string'), ...codesOf(indexes, 'number')]);
	return { keys: keysOf(texts), pattern: anyStatus.source, repeated: undefined, isQuietToo };
}

/**
 * What a file has to hold so that there is something to say where others show an API, though nobody tells of it: a code as
 * it is sent, which may be one that is sent no longer or that stands beside a wrong status. A dispatch needs a code of its
 * API alone there, and such files speak by themselves.
 * @param imported files of which it counts as well whether they are imported; absolute paths
 */
export function whatMayMatterElsewhere(indexes: readonly CatalogIndex[], imported: readonly string[]): LookFor {
	const sent = keysOf(codesAsSent(indexes));
	const isAge = indexes.some(({ catalogs }) => catalogs.some(({ entries }) => entries.some(isDeprecated)));
	const patterns = [...inQuotes(sent), ...(isAge ? [] : [anyStatus.source])];
	const besides = [{ keys: sent, patterns }];
	return { ...plain, keys: [...sent, ...keysOf(namesOfFiles(imported))], besides, imported };
}

/**
 * What a file has to hold so that there is something to say where others import it that show an API: a code, or a number
 * for one beside a name that may hold codes.
 */
export function whatMayGain(indexes: readonly CatalogIndex[]): LookFor {
	const [texts, numbers] = [keysOf(codesOf(indexes, 'string')), keysOf(codesOf(indexes, 'number'))];
	const besides = [
		{ keys: texts, patterns: [] },
		{ keys: numbers, patterns: [codeName.source] },
	];
	return { ...plain, keys: [...texts, ...numbers], besides };
}

const plain = { pattern: undefined, repeated: undefined, isQuietToo: false } as const;

/** What names of values have in them that may be codes, as `looksLikeCode` has it. */
const codeName = /[cC]ode|CODE|[eE]rr|ERR|[tT]ype|TYPE|[rR]eason|REASON|[kK]ind|KIND|[nN]ame|NAME/;

/** The names of files, as imports in any language spell them. */
function namesOfFiles(files: readonly string[]): ReadonlySet<string> {
	return new Set(files.flatMap(namesOfFile).flatMap((name) => [name, ...spellingsOf(name)]));
}

/** A pattern that finds one of the keys as a literal; none where there are so many of them that it would take its time. */
function inQuotes(keys: readonly TextKey[]): readonly string[] {
	if (keys.length > mostInPattern) return [];
	const any = keys.map(({ whole }) => escaped(whole)).join('|');
	return [`["'\`:](?:${any})(?![\\w-])`];
}

const mostInPattern = 500;

function codesAsSent(indexes: readonly CatalogIndex[]): ReadonlySet<string> {
	const entries = indexes.flatMap(({ catalogs }) => catalogs.flatMap((catalog) => catalog.entries));
	return new Set(entries.flatMap(({ kind, value }) => (kind === 'code' && typeof value === 'string' ? [value] : [])));
}

/** The codes that are texts, in all spellings of their names, or those that are numbers. */
function codesOf(indexes: readonly CatalogIndex[], type: 'string' | 'number'): ReadonlySet<string> {
	const texts = new Set<string>();
	for (const index of indexes)
		for (const catalog of index.catalogs)
			for (const entry of catalog === index.http ? [] : catalog.entries) {
				if (typeof entry.value === type && entry.kind === 'code') texts.add(String(entry.value));
				if (type === 'number') continue;
				for (const name of namesOf(entry, false)) for (const spelled of spellingsOf(name)) texts.add(spelled);
			}
	return texts;
}

/** Words that stand for codes. */
export function namesToFind(names: readonly string[]): LookFor {
	return { ...plain, keys: keysOf(new Set(names)) };
}

/** A number that may be a status, and what paths of statuses and names of constants for them have in them. */
const anyStatus =
	/\b[1-5]_?\d\d\b|\b0x1[0-9a-fA-F]{2}\b|tatus|TATUS|\bHTTP|\bSC_|\b[hH]ttp\w*\.|\bcodes\.|ttp_?[cC]ode|esp(?:onse)?_?[cC]ode|res_code|reply_code|rcode/;

function namesOf({ kind, value, title, otherNames = [] }: Entry, isHttp: boolean): readonly string[] {
	if (isHttp) return [title, ...otherNames];
	return kind === 'code' ? [...(typeof value === 'string' ? [value] : []), ...otherNames] : [];
}

/** A name as languages spell it: `RATE_LIMITED`, `rate_limited`, `RateLimited`, `rateLimited`, `RATELIMITED`, `ratelimited`. */
function spellingsOf(name: string): readonly string[] {
	const words = constantName(name)
		.split('_')
		.filter((word) => word !== '');
	const [first = '', ...rest] = words.map((word) => word.toLowerCase());
	const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
	const camel = first + rest.map(capital).join('');
	const snake = [first, ...rest].join('_');
	const title = [first, ...rest].map(capital).join('_');
	const plain = [first, ...rest].join('');
	const letters = name.replaceAll(/[^\p{L}\p{N}]+/gu, '');
	return [snake.toUpperCase(), snake, capital(camel), camel, plain.toUpperCase(), plain, title, letters].filter(
		(one) => one.length > 2,
	);
}

function keysOf(texts: ReadonlySet<string>): readonly TextKey[] {
	return [...texts].filter((text) => text !== '').map(keyOf);
}

function keyOf(text: string): TextKey {
	const words = text.match(/\w+/g) ?? [];
	const word = words.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
	return { word, whole: Buffer.from(text).toString('latin1') };
}
