import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { endsLine, lineEndAt } from '../../../syntax/text-lines.ts';
import type { ClientSite } from './client-site.ts';
import { escaped, mentions } from './code-text.ts';
import { type SourceStyle, styled } from './source-style.ts';

/** Where types are written: in the code, in comments where JavaScript is checked, or nowhere. */
export type TypeStyle = 'code' | 'comment' | 'none';

/** A function that a fix adds to a file, once. */
export interface AddedFunction {
	/** Names to choose from, the best first. */
	readonly names: readonly string[];
	/** What it is for, line by line. */
	readonly comment: readonly string[];
	/** The names of its parameters, by which it is found again, and their types. */
	readonly parameters: Readonly<Record<string, string>>;
	readonly result: string;
	/** The lines of its body, with tabs, single quotes and semicolons. */
	readonly body: readonly string[];
}

/** The name of a function in a file, and its text where it has to be added. */
export interface NamedAddition {
	readonly name: string;
	readonly code: string | undefined;
}

/** The function under the name that it has in the file, or under one that is free there. */
export function additionOf(added: AddedFunction, { file, place }: ClientSite): NamedAddition | undefined {
	for (const name of added.names) {
		if (hasFunction(file, name, Object.keys(added.parameters))) return { name, code: undefined };
	}
	const name = added.names.find((one) => !mentions(file, one));
	return name === undefined ? undefined : { name, code: functionText(added, name, typeStyleOf(place)) };
}

export function typeStyleOf({ dialect, text }: ClientPlace): TypeStyle {
	if (dialect.typed) return 'code';
	return /@ts-check\b|@param\s+\{/.test(text) ? 'comment' : 'none';
}

/**
 * The text of a function.
 * @param keyword what stands before its name
 */
export function functionText(added: AddedFunction, name: string, types: TypeStyle, keyword = 'function '): string {
	const { comment, parameters, result, body } = added;
	const all = Object.entries(parameters);
	const tags = [...all.map(([one, type]) => `@param {${type}} ${one}`), `@returns {${result}}`];
	const list = all.map(([one, type]) => (types === 'code' ? `${one}: ${type}` : one)).join(', ');
	return [
		docComment(types === 'comment' ? [...comment, ...tags] : comment),
		`${keyword}${name}(${list})${types === 'code' ? `: ${result}` : ''} {`,
		...body.map((line) => `\t${line}`),
		'}',
	].join('\n');
}

function docComment(lines: readonly string[]): string {
	return lines.length === 1 ? `/** ${lines[0]} */` : ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
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
