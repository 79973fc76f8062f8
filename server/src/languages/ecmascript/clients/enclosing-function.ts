import { ownParts } from '../../../syntax/dispatches/statements.ts';
import { childIn, closest, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Span } from '../../../syntax/span.ts';
import type { ClientSite } from './client-site.ts';
import { closingAfter, escaped, mentions, splitAtCommas } from './code-text.ts';

/** A function with a name by which it can call itself. Offsets count from the block's start. */
export interface EnclosingFunction {
	readonly part: Part;
	/** The name that its callers use. */
	readonly name: string;
	/** What it calls to call itself: `load`, `this.load`. */
	readonly callee: string;
	/** Its own type parameters, as arguments: `<T>`. */
	readonly typeArguments: string;
	readonly isAsync: boolean;
	/** Whether its result's type is written down. */
	readonly isAnnotated: boolean;
	/** Whether it returns something. */
	readonly givesValue: boolean;
	/** From bracket to bracket; of a single bare parameter, just that. */
	readonly list: Span;
	readonly hasBrackets: boolean;
	readonly parameters: readonly Parameter[];
	/** What is between the braces of its body. */
	readonly body: Span;
}

/** A parameter of a function. */
export interface Parameter extends Span {
	/** Undefined for a pattern. */
	readonly name: string | undefined;
	/** The type, as it is written; empty where there is none. */
	readonly type: string;
	/** The default, as it is written. */
	readonly value: string | undefined;
}

type Naming = Pick<EnclosingFunction, 'name' | 'callee'>;
type Called = Pick<ClientSite, 'place' | 'file' | 'block'>;

/** Names by which frameworks call what a module exports, with arguments of their own; components are among them. */
const entryPoint =
	/^(?:[A-Z].*|default|handler|middleware|loader|action|getServerSideProps|getStaticProps|getInitialProps|constructor)$/;

/**
 * The innermost function around a part that can call itself with one more argument, as far as the file shows. In TypeScript, one
 * that returns something has to say what, or to be declared as a function: else its type would depend on itself.
 */
export function enclosingFunction(part: Part, site: Called): EnclosingFunction | undefined {
	const found = closest(part, 'function');
	return found && repeatable(found, site);
}

/** Like `enclosingFunction`, but looks past callbacks, which have no name. */
export function namedFunctionAround(part: Part, site: Called): EnclosingFunction | undefined {
	for (const around of partsAround(part)) {
		if (around.kind !== 'function') continue;
		if (namingOf(around, site)) return repeatable(around, site);
		if (!isGiven(around)) return undefined;
	}
	return undefined;
}

/** Whether a function is given to a call, by itself or among options. */
function isGiven({ parent }: Part): boolean {
	const table = parent?.kind === 'pair' ? parent.parent : parent;
	const given = table?.kind === 'table' ? table.parent : parent;
	return given?.fields.includes('arguments') ?? false;
}

/** Whether a part stands where the function's `this` is another, so that it cannot be called by `this.load` there. */
export function hasOtherThis(part: Part, { callee, part: own }: EnclosingFunction): boolean {
	if (!callee.startsWith('this.')) return false;
	for (const around of partsAround(part)) {
		if (around === own) return false;
		const body = around.kind === 'function' ? childIn(around, 'body') : undefined;
		if (body && !/=>\s*$/.test(around.text.slice(0, body.start - around.start))) return true;
	}
	return false;
}

function repeatable(part: Part, site: Called): EnclosingFunction | undefined {
	const naming = namingOf(part, site);
	const body = childIn(part, 'body');
	if (!naming || body?.kind !== 'block' || entryPoint.test(naming.name)) return undefined;
	// What a module exports as its default is mostly called by a framework.
	if (/\bexport\s+default\s+$/.test(site.block.slice(0, part.start))) return undefined;
	const header = site.block.slice(part.start, body.start);
	const text = site.block.slice(part.start, part.end);
	if (
		/^[^(]*\*/.test(header) ||
		/\barguments\b/.test(text) ||
		/^(?:[\w\s]*\b)?(?:override|get|set)\s+[\w$#]/.test(header)
	)
		return undefined;
	// Called by its name, a function would not be given its `this` again.
	if (/^(?:async\s+)?function\b/.test(text) && /\bthis\b/.test(text)) return undefined;
	const list = listOf(part);
	const parameters = list && parametersIn(list.span, list.hasBrackets, site);
	if (!list || !parameters) return undefined;
	const found: EnclosingFunction = {
		part,
		...naming,
		typeArguments: typeArgumentsIn(site.block.slice(part.start, list.span.start)),
		isAsync: childIn(part, 'asynchronous') !== undefined,
		isAnnotated: /^\s*:/.test(site.block.slice(list.span.end, body.start)),
		givesValue: [...ownParts(part)].some((inner) => inner.kind === 'return' && childIn(inner, 'value') !== undefined),
		list: list.span,
		hasBrackets: list.hasBrackets,
		parameters,
		body: { start: body.start + 1, end: body.end - 1 },
	};
	const isInferred = site.place.dialect.typed && !found.isAnnotated;
	if (isInferred && found.givesValue && !/^(?:async\s+)?function\b/.test(part.text)) return undefined;
	return isOnlyCalled(found, site) && !isReassigned(found, site) ? found : undefined;
}

/** The name of a function; undefined where it cannot be called by one that stays its own. */
function namingOf(part: Part, site: Called): Naming | undefined {
	const { block } = site;
	const own = childIn(part, 'name')?.text;
	const { parent } = part;
	if (/^(?:async\s+)?function\b/.test(part.text) && own) return { name: own, callee: own };
	switch (parent?.kind) {
		case 'variable': {
			const name = childIn(parent, 'name');
			const between = name && block.slice(name.end, part.start);
			// With a type of its own, the variable would not take one more argument.
			return name && !name.kind && between?.trim() === '=' ? { name: name.text, callee: name.text } : undefined;
		}
		case 'field': {
			const name = childIn(parent, 'name')?.text ?? '';
			const isPlain = block
				.slice(parent.start, part.start)
				.trimEnd()
				.replace(/^[\w\s]*(?=#?[\w$]+\s*=)/, '');
			return /^#?[\w$]+\s*=$/.test(isPlain) && isOwn(parent, name, site) ? { name, callee: `this.${name}` } : undefined;
		}
		case 'block':
			return own && isOwn(part, own, site) ? { name: own, callee: `this.${own}` } : undefined;
		case 'table':
			return own ? inTable(parent, own) : undefined;
		case 'pair':
			return parent.parent && inTable(parent.parent, childIn(parent, 'key')?.text ?? '');
		case 'assignment': {
			const target = childIn(parent, 'left')?.text ?? '';
			const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(target)?.[1];
			return name ? { name, callee: target } : undefined;
		}
		default:
			return undefined;
	}
}

/** A function in an object that has a name of its own: `const api = { async load() … }`. */
function inTable(table: Part, name: string): Naming | undefined {
	const { parent } = table;
	const owner = parent?.kind === 'variable' ? childIn(parent, 'name') : undefined;
	const isPlain = parent && /^[\w$]+\s*=\s*$/.test(parent.text.slice(0, table.start - parent.start));
	return owner && isPlain && /^[\w$]+$/.test(name) ? { name, callee: `${owner.text}.${name}` } : undefined;
}

/** Whether a member of a class overrides nothing, and nothing in the file overrides it. */
function isOwn(member: Part, name: string, { block, file }: Called): boolean {
	const body = member.parent;
	const around = body?.parent;
	if (body?.kind !== 'block' || !around) return false;
	const header = /\bclass\b[^{}]*$/.exec(block.slice(around.start, body.start))?.[0];
	if (header === undefined) return false;
	const isPrivate = name.startsWith('#') || /^(?:static\s+)?private\b/.test(member.text);
	const decorated = /@[\w$.]+(?:\([^()]*\))?\s*$/.test(block.slice(body.start, member.start));
	const className = /\bclass\s+([\w$]+)/.exec(header)?.[1];
	const isExtended = className !== undefined && new RegExp(`\\bextends\\s+${escaped(className)}\\b`).test(file);
	const others = block.slice(body.start, body.end).match(new RegExp(`(?<![\\w$.#])${escaped(name)}\\s*[(<]`, 'g'));
	const isOverloaded = (others?.length ?? 0) > 1;
	return (isPrivate || !/\bextends\b/.test(header)) && !decorated && !isExtended && !isOverloaded;
}

/** The names of type parameters that stand before a list of parameters. */
function typeArgumentsIn(header: string): string {
	const inside = /<([\s\S]*)>\s*$/.exec(header)?.[1];
	if (inside === undefined) return '';
	const names = splitAtCommas(inside, { start: 0, end: inside.length }).map(({ start, end }) =>
		inside
			.slice(start, end)
			.replace(/^const\s+/, '')
			.replace(/[^\w$][\s\S]*$/, ''),
	);
	return `<${names.join(', ')}>`;
}

function listOf(part: Part): { readonly span: Span; readonly hasBrackets: boolean } | undefined {
	const list = childIn(part, 'parameters');
	if (list) return { span: { start: list.start, end: list.end }, hasBrackets: true };
	const single = part.children.find((child) => child.kind === 'parameter');
	return single && { span: { start: single.start, end: single.end }, hasBrackets: false };
}

function parametersIn(list: Span, hasBrackets: boolean, { block }: Called): readonly Parameter[] | undefined {
	const inside = hasBrackets ? { start: list.start + 1, end: list.end - 1 } : list;
	const parameters: Parameter[] = [];
	for (const { start, end } of splitAtCommas(block, inside)) {
		const text = block.slice(start, end);
		if (/^(?:\.\.\.|@)/.test(text)) return undefined;
		if (/^this\s*:/.test(text)) continue;
		const isPattern = /^[{[]/.test(text);
		const after = isPattern ? closingAfter(text, 0) : (/^[\w$]+\s*\??/.exec(text)?.[0].length ?? 0);
		const [, type = '', value] = /^\s*(?::((?:[^=]|=>)*))?(?:=(?!>)([\s\S]*))?$/.exec(text.slice(after)) ?? [];
		const name = isPattern ? undefined : /^[\w$]+/.exec(text)?.[0];
		parameters.push({ start, end, name, type: type.trim(), value: value?.trim() });
	}
	return parameters;
}

/** Whether the file does nothing with a function but to call and to export it, and never with more than it takes. */
function isOnlyCalled({ name, callee, part, parameters }: EnclosingFunction, site: Called): boolean {
	const isMember = callee.includes('.');
	const before = isMember ? '(?:\\.|#)' : '(?<![\\w$.#])';
	const own = part.start + site.place.offset;
	for (const match of site.file.matchAll(new RegExp(`${before}${escaped(name.replace(/^#/, ''))}(?![\\w$])`, 'g'))) {
		const end = match.index + match[0].length;
		const open = /^\s*(?:\?\.)?(?:<[^()]*>)?\(/.exec(site.file.slice(end, end + 200))?.[0];
		const isOwn =
			match.index >= own - 200 && match.index <= own + part.text.length && isDeclaration(site.file, match.index, end);
		if (isOwn || isNoUse(site.file, match.index, end)) continue;
		if (open === undefined) return false;
		const from = end + open.length;
		const given = splitAtCommas(site.file, { start: from, end: closingAfter(site.file, from - 1) - 1 });
		const isSpread = given.some(({ start }) => site.file.startsWith('...', start));
		if (isSpread || (given.length > parameters.length && !isMember)) return false;
	}
	return !new RegExp(`function\\s+${escaped(name)}\\s*[(<][\\s\\S]*function\\s+${escaped(name)}\\s*[(<]`).test(
		site.file,
	);
}

function isDeclaration(file: string, start: number, end: number): boolean {
	return (
		/\b(?:function|const|let|var)\s+$/.test(file.slice(Math.max(0, start - 40), start)) ||
		/^\s*=(?!=)/.test(file.slice(end, end + 10))
	);
}

/** Exports, types and keys name a function without using it. */
function isNoUse(file: string, start: number, end: number): boolean {
	const before = file.slice(Math.max(0, start - 200), start);
	// A timer gives it nothing.
	if (/\bsetTimeout\(\s*$/.test(before) && /^\s*,[^,()]*\)/.test(file.slice(end, end + 80))) return true;
	if (/\bexport\s*(?:default\s+|\{[^{}]*)$|\bmodule\.exports\s*=\s*(?:\{[^{}]*)?$|\btypeof\s+$/.test(before))
		return true;
	return /^\s*:/.test(file.slice(end, end + 10)) && /[{,]\s*$/.test(before);
}

/** Whether a parameter gets another value, or another parameter's default needs it, so that a repeat would differ. */
function isReassigned({ parameters, body, list }: EnclosingFunction, { block }: Called): boolean {
	const text = block.slice(body.start, body.end);
	return parameters.some(({ name, start }) => {
		if (name !== undefined) return isAssigned(name, text);
		const pattern = block.slice(start, start + closingAfter(block.slice(start, list.end), 0));
		const names = pattern.match(/[\w$]+/g) ?? [];
		return names.some((one) => isAssigned(one, text) || parameters.some(({ value }) => value && mentions(value, one)));
	});
}

function isAssigned(name: string, text: string): boolean {
	if (!mentions(text, name)) return false;
	const own = escaped(name);
	return new RegExp(`(?<![\\w$.])${own}\\s*(?:=(?![=>])|[-+*/|&?]{1,2}=|\\+\\+|--)|(?:\\+\\+|--)${own}\\b`).test(text);
}
