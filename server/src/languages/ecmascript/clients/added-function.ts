import type { Edit } from '../../../syntax/span.ts';
import { endsLine, lineEndAt } from '../../../syntax/text-lines.ts';
import type { ClientSite } from './client-site.ts';
import { escaped, mentions } from './code-text.ts';
import { type SourceStyle, styled } from './source-style.ts';

/** A function that a fix adds to a file, once. */
export interface AddedFunction {
	/** Names to choose from, the best first. */
	readonly names: readonly string[];
	/** The names of its parameters, by which it is found again. */
	readonly parameters: readonly string[];
	/** Its text under a name, with tabs, single quotes and semicolons. */
	code(name: string, typed: boolean): string;
}

/** The name of a function in a file, and its text where it has to be added. */
export interface NamedAddition {
	readonly name: string;
	readonly code: string | undefined;
}

/** The function under the name that it has in the file, or under one that is free there. */
export function additionOf(added: AddedFunction, { file, place }: ClientSite): NamedAddition | undefined {
	for (const name of added.names) {
		if (hasFunction(file, name, added.parameters)) return { name, code: undefined };
	}
	const name = added.names.find((one) => !mentions(file, one));
	if (name === undefined) return undefined;
	const typed = place.dialect.typed || /@ts-check|@param\s+\{/.test(place.text);
	return { name, code: added.code(name, typed) };
}

function hasFunction(file: string, name: string, parameters: readonly string[]): boolean {
	const list = parameters.map((one) => `${escaped(one)}(?:\\s*:[^,)]*)?`).join('\\s*,\\s*');
	return new RegExp(`\\bfunction\\s+${escaped(name)}\\s*\\(\\s*${list},?\\s*\\)`).test(file);
}

/** Functions that are added after the block; offsets count from the block's start. */
export function afterBlock(
	{ place }: ClientSite,
	style: SourceStyle,
	codes: readonly (string | undefined)[],
): readonly Edit[] {
	const added = codes.filter((code) => code !== undefined);
	if (added.length === 0) return [];
	const { text, offset } = place;
	const end = offset + place.code.text.length;
	const lineEnd = lineEndAt(text, end);
	// A comment that ends the line is about what stands before it.
	const isAlone = endsLine(text, end) || /^\s*(?:\/\/|\/\*.*\*\/\s*$)/.test(text.slice(end, lineEnd));
	const at = (isAlone ? lineEnd : end) - offset;
	const gap = style.lineBreak.repeat(2);
	const all = added.map((code) => gap + styled(code, style)).join('');
	const isFollowed = /^\r?\n[^\r\n]/.test(text.slice(at + offset));
	return [{ start: at, end: at, text: isAlone ? all + (isFollowed ? style.lineBreak : '') : all + gap }];
}

/** A doc comment of some lines. */
export function docComment(...lines: readonly string[]): string {
	return lines.length === 1 ? `/** ${lines[0]} */` : ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
}
