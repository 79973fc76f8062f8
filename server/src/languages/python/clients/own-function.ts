import { ownParts } from '../../../syntax/dispatches/statements.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt } from '../../../syntax/text-lines.ts';
import type { ClientSite } from './client-site.ts';
import { splitAtCommas } from './split-at-commas.ts';
import { lineLength } from './wrapped.ts';

/** A call of a function to itself that passes on what has been tried. */
export interface SelfCall {
	/** The parameter that keeps it. */
	readonly name: string;
	/** Statements that make the call and end the function. */
	readonly statements: readonly string[];
	/** What the function needs for it; offsets count from the block's start. */
	readonly edits: readonly Edit[];
}

/** What is kept of the tries in a parameter. */
export interface Kept {
	/** Names to choose from. */
	readonly names: readonly string[];
	readonly value: string;
	readonly type: string;
	/** What the next call is given, where `%` stands for the name. */
	readonly next: string;
}

interface Parameter {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly name: string;
	/** `*`, `**` or nothing. */
	readonly stars: string;
	readonly value: string | undefined;
	readonly isAnnotated: boolean;
}

/** A function that can be called again as it was called: none that yields, that a decorator changed or that Python calls. */
export function selfCall({ around, isAsync, place }: ClientSite, kept: Kept): SelfCall | undefined {
	const { text } = place.code;
	const name = childIn(around, 'name')?.text ?? '';
	const list = childIn(around, 'parameters');
	if (!list || name === '' || /^__|^test_|^main$/.test(name) || /\byield\b/.test(around.text)) return undefined;
	if (isDecorated(text, around.start)) return undefined;
	const parameters = parametersIn(list, text);
	if (!parameters || parameters.some((one) => isReassigned(one.name, around))) return undefined;
	const owner = around.parent?.kind === 'class' || around.parent?.kind === 'enum' ? parameters[0]?.name : undefined;
	if (owner !== undefined && !/^(?:self|cls)$/.test(owner)) return undefined;
	const own = owner === undefined ? parameters : parameters.slice(1);
	const known = own.find((one) => kept.names.includes(one.name) && one.value === kept.value);
	const free = kept.names.find((one) => !new RegExp(`(?<![\\w.])${one}\\b`).test(around.text));
	const keeper = known?.name ?? free;
	if (keeper === undefined) return undefined;
	const given = argumentsFor(own.filter((one) => one !== known));
	given.push(`${keeper}=${kept.next.replaceAll('%', keeper)}`);
	// What takes the rest by name stays the last.
	const sorted = [...given.filter((one) => !one.startsWith('**')), ...given.filter((one) => one.startsWith('**'))];
	const call = `${isAsync ? 'await ' : ''}${owner === undefined ? '' : `${owner}.`}${name}(${sorted.join(', ')})`;
	const givesValue = ownParts(around).some((one) => one.kind === 'return' && childIn(one, 'value') !== undefined);
	return {
		name: keeper,
		statements: givesValue ? [`return ${call}`] : [call, 'return'],
		edits: known
			? []
			: [
					withParameter(list, parameters, keeper, kept, text),
					...passedOn(around, childIn(place.branch.part, 'body'), keeper, name),
				],
	};
}

/** Repeats that are there already pass on the new parameter too. */
function passedOn(around: Part, body: Part | undefined, keeper: string, name: string): readonly Edit[] {
	return ownParts(around).flatMap((part) => {
		const callee = part.kind === 'call' ? childIn(part, 'callee')?.text.replace(/^(?:self|cls)\./, '') : undefined;
		const last = argumentsOf(part).at(-1);
		const isRepeat = argumentsOf(part).some((one) => one.kind === 'pair' && /=\s*(?:True|\w+ \+ 1)$/.test(one.text));
		const isOther = !body || part.start >= body.end || part.end <= body.start;
		if (callee !== name || !last || !isRepeat || !isOther) return [];
		return [{ start: last.end, end: last.end, text: `, ${keeper}=${keeper}` }];
	});
}

/** Whether a line with a decorator, or the end of one, stands above. */
export function isDecorated(text: string, start: number): boolean {
	const above = text
		.slice(0, start)
		.split('\n')
		.slice(0, -1)
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.at(-1);
	return above !== undefined && (above.startsWith('@') || above === ')');
}

function argumentsFor(parameters: readonly Parameter[]): string[] {
	let byName = false;
	return parameters.flatMap(({ name, stars }) => {
		if (stars === '*') byName = true;
		if (name === '') return [];
		if (stars !== '') return [stars + name];
		return [byName ? `${name}=${name}` : name];
	});
}

/** Undefined where one of them cannot be told. */
function parametersIn(list: Part, text: string): readonly Parameter[] | undefined {
	const parameters: Parameter[] = [];
	for (const { start, end } of splitAtCommas(text, { start: list.start + 1, end: list.end - 1 })) {
		const own = text.slice(start, end);
		if (own === '/') continue;
		const found = /^(\*{0,2})(\w*)\s*(:[^=]*)?(?:=\s*([\s\S]*))?$/.exec(own);
		if (!found) return undefined;
		const [, stars = '', name = '', type, value] = found;
		parameters.push({ text: own, start, end, name, stars, value: value?.trim(), isAnnotated: type !== undefined });
	}
	return parameters;
}

function isReassigned(name: string, around: Part): boolean {
	if (name === '') return false;
	return ownParts(around).some((part) => {
		if (part.fields.includes('parameters') || part.kind === 'parameter') return false;
		const binds =
			part.kind === 'loop' || part.kind === 'catch' || part.kind === 'variable' || part.kind === 'assignment';
		const bound = binds ? (childIn(part, 'name') ?? childIn(part, 'left')) : undefined;
		return bound !== undefined && new RegExp(`(?:^|[\\s,(*])${name}(?:$|[\\s,)])`).test(bound.text);
	});
}

/** One more parameter that is only given by name. */
function withParameter(list: Part, all: readonly Parameter[], name: string, kept: Kept, text: string): Edit {
	const isAnnotated = all.some((one) => one.isAnnotated);
	const own = isAnnotated ? `${name}: ${kept.type} = ${kept.value}` : `${name}=${kept.value}`;
	const hasStar = all.some(({ stars }) => stars === '*');
	const added = hasStar ? own : `*, ${own}`;
	const rest = all.find(({ stars }) => stars === '**');
	const last = all.at(-1);
	if (rest) return { start: rest.start, end: rest.start, text: `${added}, ` };
	if (!last) return { start: list.start + 1, end: list.end - 1, text: added };
	const isOwnLine = /\n[\t ]*$/.test(text.slice(0, last.start));
	const comma = /^\s*,/.exec(text.slice(last.end, list.end))?.[0].length ?? 0;
	const head = text.slice(text.lastIndexOf('\n', list.start) + 1, list.start + 1);
	const tail = /^[^\n]*/.exec(text.slice(list.end - 1))?.[0].trimEnd() ?? '';
	const isLong = !isOwnLine && `${head}${text.slice(list.start + 1, last.end)}, ${added}${tail}`.length > lineLength;
	const ownLine = text.slice(text.lastIndexOf('\n', last.start) + 1, last.end);
	const isCrowded = all.length > 1 && isOnOneLine(all, text) && `${ownLine}, ${added}`.length > lineLength;
	if (isCrowded) {
		const line = `${text.includes('\r\n') ? '\r\n' : '\n'}${indentationAt(text, last.start)}`;
		const pieces = [...all.map((one) => one.text), ...(hasStar ? [own] : ['*', own])];
		return { start: all[0]?.start ?? last.start, end: last.end + comma, text: `${pieces.join(`,${line}`)},` };
	}
	if (isLong && !text.slice(list.start, list.end).includes('\n')) {
		const [first = '', ...more] = wrappedList(head, [...all.map((one) => one.text), ...(hasStar ? [own] : ['*', own])]);
		const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
		return {
			start: list.start + 1,
			end: list.end - 1,
			text: ['', first, ...more, indentationAt(text, list.start)].join(lineBreak),
		};
	}
	if (!isOwnLine) return { start: last.end, end: last.end + comma, text: `, ${added}${comma > 0 ? ',' : ''}` };
	const line = `${text.includes('\r\n') ? '\r\n' : '\n'}${indentationAt(text, last.start)}`;
	const pieces = hasStar ? [own] : ['*', own];
	return { start: last.end, end: last.end + comma, text: `,${pieces.map((one) => `${line}${one},`).join('')}` };
}

/** Whether parameters stand in one line, below that of the name. */
function isOnOneLine(all: readonly Parameter[], text: string): boolean {
	const [first, last] = [all[0], all.at(-1)];
	if (!first || !last || text.slice(first.start, last.end).includes('\n')) return false;
	return /\n[\t ]*$/.test(text.slice(0, first.start));
}

/** Parameters in lines of their own: all in one where they fit. */
function wrappedList(head: string, parameters: readonly string[]): readonly string[] {
	const outer = /^\s*/.exec(head)?.[0] ?? '';
	const inner = outer + (outer.startsWith('\t') ? '\t' : '    ');
	const whole = inner + parameters.join(', ');
	return whole.length <= lineLength ? [whole] : parameters.map((one) => `${inner}${one},`);
}
