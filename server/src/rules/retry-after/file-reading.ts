import type { Analysis } from '../../analysis/analysis.ts';
import { importsFrom } from '../../analysis/handled/set-ups.ts';
import { type Part, partsIn } from '../../syntax/parts/part.ts';
import { remember } from '../remember.ts';

/** What a whole file shows about waiting. */
export interface FileReading {
	/** Whether any code of it reads the header. */
	readonly readsHeader: boolean;
	/** Whether it sets up a library that repeats limited requests. */
	readonly waitsByItself: boolean;
	/** Whether a name stands in text that was not read, because nothing in it speaks of errors. */
	readonly hasUnread: (name: string) => boolean;
}

const header =
	/retry[-_]?after|rate[-_]?limit[-_]?reset|\blimit[-_](?:\w+[-_])?reset|ratelimit\b.{0,20}\b(?:reset|remaining)/i;

/** Every branch of a file asks the same, so it is found out once for each analysis. */
const readings = new WeakMap<Analysis, FileReading>();

/** What the file of an analysis shows about waiting. */
export function fileReading(analysis: Analysis): FileReading {
	const known = readings.get(analysis);
	if (known) return known;
	const reading = {
		readsHeader: analysis.blocks.some(({ code }) => speaksOfHeader(code.root)),
		waitsByItself: waitsByItself(analysis),
		hasUnread: unreadNames(analysis),
	};
	readings.set(analysis, reading);
	return reading;
}

/** Whether code names the header, or what usually holds its value; comments do not count. */
export const speaksOfHeader = remember((part: Part) => header.test(part.text) && header.test(withoutComments(part)));

const headerByName =
	/headers?(?:\(\))?\??\.?(?:(?:get|first)(?:first|value)?|field)?[([]\s*(?:[\w$]+\.)*([\w$]+)\s*[)\]]/gi;

/** Whether code reads a header by a constant that the file gives the header's name: `headers.get(WAIT_HEADER)`. */
export function readsHeaderByName(part: Part, { document }: Analysis): boolean {
	const names = [...part.text.matchAll(headerByName)].map(([, name = '']) => name);
	if (names.length === 0) return false;
	const text = document.getText();
	return names.some((name) =>
		new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*[:=]\\s*(['"\`])retry-after\\1`, 'i').test(text),
	);
}

function withoutComments(part: Part): string {
	const pieces: string[] = [];
	let from = part.start;
	for (const inner of partsIn(part)) {
		if (inner.kind !== 'comment') continue;
		pieces.push(part.text.slice(from - part.start, inner.start - part.start));
		from = inner.end;
	}
	return pieces.join('') + part.text.slice(from - part.start);
}

function waitsByItself({ language, facts, blocks }: Analysis): boolean {
	return language.retrySetUps.some(
		({ covers, imports, shownBy }) =>
			covers === 'rate-limit' &&
			(imports.length === 0 || imports.some((module) => importsFrom(facts.imports, module))) &&
			(shownBy === undefined || blocks.some(({ code }) => shownBy.test(code.text))),
	);
}

/** Answers from the text between the blocks that were read; each name is looked for once. */
function unreadNames({ document, blocks }: Analysis): (name: string) => boolean {
	const known = new Map<string, boolean>();
	let unread: string | undefined;
	return (name) => {
		unread ??= unreadText(document.getText(), blocks);
		const answer = known.get(name) ?? (unread.includes(name) && asWord(name).test(unread));
		known.set(name, answer);
		return answer;
	};
}

function unreadText(text: string, blocks: Analysis['blocks']): string {
	const ends = [0, ...blocks.map(({ start, code }) => start + code.text.length)];
	return ends.map((end, index) => text.slice(end, blocks[index]?.start)).join('\n');
}

const asWord = (name: string): RegExp => new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
