import type { Span } from '../syntax/span.ts';

/** A script in a page. */
export interface Script {
	/** What its start tag says, in small letters, without the quotes. */
	readonly attributes: ReadonlyMap<string, string>;
	/** The code, from the line after the start tag where that has nothing else. */
	readonly code: Span;
	/** The whole element. */
	readonly element: Span;
}

/** What a page holds beside its markup. */
export interface PageParts {
	readonly scripts: readonly Script[];
	/** The spans of scripts, styles and comments, in order. */
	readonly noMarkup: readonly Span[];
}

const start = /<!--|<(script|style)(?=[\s>/])/gi;
const restOfTag = /(?:[^>"']|"[^"]*"|'[^']*')*>/y;
const attribute = /([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The scripts of a page, and where its markup is not; what is not closed reaches to the end. */
export function pageParts(text: string): PageParts {
	const scripts: Script[] = [];
	const noMarkup: Span[] = [];
	start.lastIndex = 0;
	for (let match = start.exec(text); match; match = start.exec(text)) {
		const name = match[1]?.toLowerCase();
		const end = name === undefined ? endOf(text, '-->', match.index) : endOfElement(text, name, match, scripts);
		noMarkup.push({ start: match.index, end });
		start.lastIndex = end;
	}
	return { scripts, noMarkup };
}

function endOf(text: string, mark: string, from: number): number {
	const at = text.indexOf(mark, from);
	return at < 0 ? text.length : at + mark.length;
}

function endOfElement(text: string, name: string, { index, 0: opening }: RegExpExecArray, scripts: Script[]): number {
	restOfTag.lastIndex = index + opening.length;
	const tag = restOfTag.exec(text);
	if (!tag) return text.length;
	const from = restOfTag.lastIndex;
	if (tag[0].endsWith('/>')) return from;
	const closing = new RegExp(`</${name}\\s*>`, 'gi');
	closing.lastIndex = from;
	const closed = closing.exec(text);
	const codeEnd = closed?.index ?? text.length;
	const end = closed ? closing.lastIndex : text.length;
	if (name === 'script') {
		const firstLine = /^[\t ]*\r?\n/.exec(text.slice(from, Math.min(codeEnd, from + 200)))?.[0].length ?? 0;
		const code = { start: from + firstLine, end: codeEnd };
		scripts.push({ attributes: attributesIn(tag[0]), code, element: { start: index, end } });
	}
	return end;
}

function attributesIn(tag: string): ReadonlyMap<string, string> {
	return new Map(
		[...tag.matchAll(attribute)].map(([, name = '', ...values]) => [
			name.toLowerCase(),
			(values.find((value) => value !== undefined) ?? '').toLowerCase(),
		]),
	);
}

/** Editor id of the language of a script; undefined for data and for languages that are not read. */
export function scriptLanguage({ attributes }: Script): string | undefined {
	const said = attributes.get('lang') ?? attributes.get('type') ?? '';
	if (/^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|js|javascript)$/.test(said)) return 'javascript';
	if (/^(?:(?:text|application)\/typescript|ts|typescript)$/.test(said)) return 'typescript';
	if (said === 'tsx') return 'typescriptreact';
	return said === 'jsx' || said === 'text/jsx' || said === 'text/babel' ? 'javascriptreact' : undefined;
}
