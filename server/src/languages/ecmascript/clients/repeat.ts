import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineEndAt } from '../../../syntax/text-lines.ts';
import { type ClientSite, namesIn } from './client-site.ts';
import { freeName } from './code-text.ts';
import type { EnclosingFunction, Parameter } from './enclosing-function.ts';
import { holds } from './origin.ts';
import { type SourceStyle, styled } from './source-style.ts';

/** A call of a function to itself that passes on what has been tried. */
export interface SelfCall {
	/** The name of the parameter that keeps what has been tried. */
	readonly name: string;
	/** Tries before this one, and which one this is, as expressions: `attempt`, `attempt + 1`. */
	readonly before: string;
	readonly number: string;
	/** `load(id, attempt + 1)` */
	readonly call: string;
	/** Statements that make the call and give its result, where the function waits. */
	readonly statements: readonly string[];
	/** What the function needs for it; offsets count from the block's start. */
	readonly edits: readonly Edit[];
	/** Statements that the function has to begin with. */
	readonly beginning: readonly string[];
}

/** What is kept of the tries in a parameter. */
export interface Kept {
	/** Names to choose from. */
	readonly names: readonly string[];
	readonly value: string;
	/** What the next call is given, where `%` stands for the name. */
	readonly next: string;
	/** Whether a parameter that is there already keeps it. */
	isKeptBy(parameter: Parameter): boolean;
}

/** A call of a function to itself with the same arguments, and one that says what has been tried. */
export function selfCall(
	own: EnclosingFunction,
	kept: Kept,
	site: ClientSite,
	style: SourceStyle,
): SelfCall | undefined {
	const text = namesIn(site, own.part);
	const known = own.parameters.find((parameter) => kept.isKeptBy(parameter));
	const name = known?.name ?? freeName(text, kept.names);
	if (name === undefined) return undefined;
	const edits: Edit[] = [];
	const beginning: string[] = [];
	const given: string[] = [];
	const taken: string[] = [];
	for (const parameter of own.parameters) {
		if (parameter === known) given.push(kept.next.replaceAll('%', name));
		else if (parameter.name !== undefined) given.push(parameter.name);
		else {
			const whole = freeName(
				text,
				['options', 'given', 'input', 'parameters'].filter((one) => !taken.includes(one)),
			);
			if (whole === undefined) return undefined;
			taken.push(whole);
			const { start, end, pattern } = patternOf(parameter, site);
			edits.push({ start, end, text: whole });
			beginning.push(`const ${pattern} = ${whole};`);
			given.push(whole);
		}
	}
	if (!known) {
		given.push(kept.next.replaceAll('%', name));
		edits.push(...withParameter(own, `${name} = ${kept.value}`, site, style), ...passedOn(own, name, site));
	}
	const call = `${own.callee}${own.typeArguments}(${given.join(', ')})`;
	const statements = repeating(own, call, site);
	const isFromOne = known?.value === '1';
	const counted = isFromOne ? { before: `${name} - 1`, number: name } : { before: name, number: `${name} + 1` };
	return statements && { name, ...counted, call, statements, edits, beginning };
}

/** The result of the call is not waited for, so that its error is not caught here a second time. */
function repeating(own: EnclosingFunction, call: string, { place }: ClientSite): readonly string[] | undefined {
	if (own.givesValue || own.isAnnotated || !place.dialect.typed) return [`return ${call};`];
	// The type of what is returned would depend on itself.
	const around = closest(place.branch.part, 'try', 'function');
	const isTried = around?.kind === 'try' && around.children.some((child) => child.kind === 'catch');
	const isInBody = isTried && holds(childIn(around, 'body') ?? around, place.branch.part);
	return isInBody ? undefined : [`await ${call};`, 'return;'];
}

/** The pattern of a parameter, as it is written. */
function patternOf({ start, end }: Parameter, { place, block }: ClientSite): Edit & { pattern: string } {
	let depth = 0;
	let at = start;
	do {
		if ('{[('.includes(block[at] ?? '')) depth++;
		if ('}])'.includes(block[at] ?? '')) depth--;
		at++;
	} while (depth > 0 && at < end);
	return { start, end: at, text: '', pattern: place.code.text.slice(start, at) };
}

/** One more parameter, at the end. */
function withParameter(own: EnclosingFunction, added: string, site: ClientSite, style: SourceStyle): readonly Edit[] {
	const { list, hasBrackets, parameters } = own;
	const last = parameters.at(-1);
	if (!hasBrackets) {
		const { start, end } = list;
		return [
			{ start, end: start, text: '(' },
			{ start: end, end, text: `, ${added})` },
		];
	}
	if (!last) {
		// A `this` parameter, which is no argument, or nothing.
		const inside = site.block.slice(list.start + 1, list.end - 1).trim();
		const start = list.end - 1;
		return [{ start, end: start, text: inside === '' || inside.endsWith(',') ? added : `, ${added}` }];
	}
	const { text } = site.place.code;
	const lineStart = text.lastIndexOf('\n', last.start) + 1;
	const ownLine = lineStart > list.start && text.slice(lineStart, last.start).trim() === '';
	// A comment that follows is about the parameter before.
	const tail = text.slice(last.end, list.end - 1);
	const isComment = site.block.slice(last.end, list.end - 1).trim() === '';
	const after = last.end + (isComment ? tail.trimEnd().length : 0);
	if (!ownLine) return [{ start: after, end: after, text: `, ${added}` }];
	const line = style.lineBreak + indentationAt(text, last.start) + added;
	const comma = /^\s*,/.exec(site.block.slice(last.end, list.end));
	const end = lineEndAt(text, last.end + (comma?.[0].length ?? 0));
	if (end >= list.end) return [{ start: last.end, end: last.end, text: `,${line}` }];
	if (comma) return [{ start: end, end, text: `${line},` }];
	return [
		{ start: last.end, end: last.end, text: ',' },
		{ start: end, end, text: line },
	];
}

/** Repeats that are there already pass on the new parameter too. */
function passedOn(own: EnclosingFunction, name: string, { place }: ClientSite): readonly Edit[] {
	const edits: Edit[] = [];
	for (const part of partsIn(own.part)) {
		if (part.kind !== 'call' || holds(place.branch.part, part)) continue;
		if (childIn(part, 'callee')?.text !== own.callee) continue;
		const given = argumentsOf(part);
		const bumps = given.filter((one, index) => one.text !== own.parameters[index]?.name);
		const isRepeat =
			given.length === own.parameters.length && bumps.length === 1 && /^true$|^\w+ \+ 1$/.test(bumps[0]?.text ?? '');
		const end = given.at(-1)?.end;
		if (isRepeat && end !== undefined) edits.push({ start: end, end, text: `, ${name}` });
	}
	return edits;
}

/** Statements at the beginning of a function, after its directives. */
export function atBeginning(
	own: EnclosingFunction,
	statements: readonly string[],
	{ place }: ClientSite,
	style: SourceStyle,
): readonly Edit[] {
	if (statements.length === 0) return [];
	const { text } = place.code;
	const directive = /^\s*(['"])use [\w-]+\1;?/.exec(text.slice(own.body.start, own.body.end))?.[0] ?? '';
	const start = own.body.start + directive.length;
	const blanks = /^[\t ]*/.exec(text.slice(start, own.body.end))?.[0].length ?? 0;
	const isLineEnd = start + blanks >= lineEndAt(text, start) && start + blanks < own.body.end;
	const base = indentationAt(place.text, place.offset + own.body.start - 1);
	const indentation = style.lineBreak + base + style.unit;
	const lines = statements.map((line) => indentation + styled(line, style)).join('');
	return [{ start, end: isLineEnd ? start : start + blanks, text: isLineEnd ? lines : lines + indentation }];
}

/** The loops around a part within a function, innermost first. */
export function loopsAround(part: Part, own: Part): readonly Part[] {
	const loops: Part[] = [];
	for (const around of partsAround(part)) {
		if (around === own || around.kind === 'function') break;
		if (around.kind === 'loop') loops.push(around);
	}
	return loops;
}
