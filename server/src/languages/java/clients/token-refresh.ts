import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import type { AddedMethod } from './added-methods.ts';
import { withoutRepeat } from './branch-repeat.ts';
import { givenTo, methodAround, type SentRequest } from './request.ts';

/** How a class gets another token. */
export interface TokenRefresh {
	/** `static ` where all that is added must be, with the blank that follows. */
	readonly isStatic: string;
	/** `authorizationAfter`, which refreshes the token once for all requests that were sent with the same. */
	readonly method: AddedMethod;
	/** What a request is sent with, as the class says it now. */
	readonly authorization: string;
	/** The call that gives a request its token. */
	readonly header: Part;
	/** What changes in the branch. */
	readonly branchEdits: readonly Edit[];
}

const refreshing = /^(?:refresh|renew)\w*(?:tokens?|session|auth|authorization|credentials|login)$/i;
/** The same of what holds a token, which need not say of what. */
const refreshingIt = /^(?:refresh|renew)(?:\w*(?:tokens?|session|auth|authorization|credentials|login))?$/i;
/** Names that stand alone in an expression: no members, and no methods. */
const names = /"(?:\\.|[^"\\])*"|(?<![\w$.])[a-z_$][\w$]*(?![\w$]|\s*\()/g;

/**
 * What refreshes the token of a request and says what it then is. Undefined where the class shows nothing that
 * refreshes, or the request does not say from where it has its token.
 */
export function tokenRefresh(
	place: ClientPlace,
	{ call, around, loop }: Pick<SentRequest, 'call' | 'around' | 'loop'>,
): TokenRefresh | undefined {
	const owner = closest(around, 'class', 'enum');
	const isTop = owner !== undefined && closest(owner, 'class', 'enum', 'construction') === undefined;
	if (loop || !isTop) return undefined;
	const given = headersIn(around).filter(({ header }) => belongs(header, call));
	const [set, other] = given;
	const authorization = set && !other ? lasting(set.expression, call, around) : undefined;
	const isStatic = /\bstatic\b/.test(headOf(around)) ? 'static ' : '';
	const refresh = authorization && refresherIn(place, around, authorization, isStatic !== '');
	if (!set || authorization === undefined || !refresh) return undefined;
	const branchEdits = withoutRepeat(place, {
		along: /^(?:this\.)?(?:\w+\.)?(?:refresh|renew)\w*\(\);$/i,
		giveUp: 'throw new IllegalStateException("the token is not accepted");',
		isInterruptible: false,
	});
	// What refreshes already would do so twice.
	if (!branchEdits || (branchEdits.length === 0 && refreshesIn(place))) return undefined;
	return {
		isStatic,
		authorization,
		branchEdits,
		header: set.header,
		method: methodFor(isStatic, authorization, refresh),
	};
}

const refreshesIn = ({ branch }: ClientPlace): boolean =>
	branch.body.some(({ text }) => /\b(?:refresh|renew)\w*\(/i.test(text));

const headOf = (method: Part): string => {
	const body = childIn(method, 'body');
	return body ? method.text.slice(0, body.start - method.start) : method.text;
};

interface Given {
	/** The call that gives the request its token. */
	readonly header: Part;
	/** What the header says. */
	readonly expression: string;
}

/** The calls in a method that set the header in which the token is sent. */
function headersIn(method: Part): readonly Given[] {
	return partsIn(method).flatMap((header) => {
		const callee = header.kind === 'call' ? childIn(header, 'callee') : undefined;
		const name = callee?.kind === 'member' ? (childIn(callee, 'property')?.text ?? '') : '';
		const [first, second] = argumentsOf(header);
		if (name === 'setBearerAuth' && first) return [{ header, expression: `"Bearer " + ${first.text}` }];
		const isToken = first && /^(?:"Authorization"|HttpHeaders\.AUTHORIZATION)$/i.test(first.text);
		return isToken && second && /^(?:header|setHeader|addHeader|set|add)$/.test(name)
			? [{ header, expression: second.text }]
			: [];
	});
}

/** Whether a header is one of the request: it stands in the call or in what makes the request, or goes to its builder. */
function belongs(header: Part, call: Part): boolean {
	if (header.start > call.end) return false;
	const given = partsIn(call).filter(({ kind, fields }) => kind === undefined && fields.includes('argument'));
	const made = given.flatMap((part) => givenTo(part.text, part) ?? []);
	const builder = /^[a-z_$][\w$]*/.exec(header.text)?.[0];
	const mentions = ({ text }: Part): boolean => builder !== undefined && new RegExp(`\\b${builder}\\b`).test(text);
	return [call, ...made].some((part) => isIn(header, part) || mentions(part));
}

const isIn = (inner: Part, outer: Part): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** A path or what a method without arguments gives, with a text before it or without. */
const plainValue = /^(?:"(?:\\.|[^"\\])*"\s*\+\s*)?[\w$.]+(?:\(\))?$/;

/** An expression in words that the whole class knows; undefined where it takes what only the method has. */
function lasting(expression: string, at: Part, around: Part, step = 0): string | undefined {
	if (step > 1) return undefined;
	let isTold = true;
	const text = expression.replaceAll(names, (name) => {
		const binding = /^(?:"|this$|null$|new$)/.test(name) ? undefined : bindingOf(name, at)?.part;
		if (!binding || methodAround(binding) !== around) return name;
		const value = binding.kind === 'variable' ? childIn(binding, 'value') : undefined;
		const own = value && plainValue.test(value.text) ? lasting(value.text, value, around, step + 1) : undefined;
		if (own === undefined) isTold = false;
		return own ?? name;
	});
	return isTold && /[a-z_$]/.test(text.replaceAll(/"(?:\\.|[^"\\])*"/g, '')) ? text : undefined;
}

/** What refreshes the token. */
interface Refresher {
	/** The statement that does. */
	readonly text: string;
	/** Whether it may end because the thread is interrupted. */
	readonly ends: boolean;
}

/** The statement that refreshes the token: a call of a method of the class, or of what the token comes from. */
function refresherIn(
	{ code }: ClientPlace,
	around: Part,
	authorization: string,
	isStatic: boolean,
): Refresher | undefined {
	const self = nameOfFunction(around);
	const owner = closest(around, 'class');
	for (const { name, part } of code.functions) {
		const isPlain = /^\(\s*\)$/.test(childIn(part, 'parameters')?.text ?? '');
		if (!refreshing.test(name) || !isPlain || part === around || closest(part, 'class') !== owner) continue;
		if (isStatic && !/\bstatic\b/.test(headOf(part))) continue;
		// A request for a token must not wait for one.
		if (self === undefined || new RegExp(`\\b${self}\\(`).test(childIn(part, 'body')?.text ?? '')) continue;
		return { text: givenBack(name, part, authorization), ends: /\b(?:Interrupted)?Exception\b/.test(headOf(part)) };
	}
	const holder = /(?<![\w$.])(?:this\.)?(?!this\b)([a-z_$][\w$]*)\s*\./.exec(
		authorization.replaceAll(/"(?:\\.|[^"\\])*"/g, '""'),
	)?.[1];
	const method = holder && refreshOf(holder, code);
	return method === undefined ? undefined : { text: `${holder}.${method}();`, ends: true };
}

/** What only gives the token back is given to the field that holds it. */
function givenBack(name: string, part: Part, authorization: string): string {
	const field = /(?<![\w$.])(?:this\.)?([a-z_$][\w$]*)$/.exec(authorization)?.[1];
	const isText = new RegExp(`\\bString\\s+${name}\\s*\\(`).test(headOf(part));
	if (!isText || field === undefined) return `${name}();`;
	const body = childIn(part, 'body')?.text ?? '';
	return new RegExp(`\\b${field}\\s*=[^=]`).test(body) ? `${name}();` : `${field} = ${name}();`;
}

/** A method by which what holds a token refreshes it: one that the file calls, or that a class in it has. */
function refreshOf(holder: string, { text, functions }: ClientPlace['code']): string | undefined {
	const called = new RegExp(`\\b${holder}\\.(\\w+)\\(\\)`, 'g');
	for (const [, name = ''] of text.matchAll(called)) if (refreshingIt.test(name)) return name;
	const type = new RegExp(`\\b([A-Z]\\w*)\\s+${holder}\\s*[;=,)]`).exec(text)?.[1];
	return functions.find(({ name, part }) => {
		const owner = closest(part, 'class');
		const isPlain = /^\(\s*\)$/.test(childIn(part, 'parameters')?.text ?? '');
		return refreshingIt.test(name) && isPlain && owner !== undefined && childIn(owner, 'name')?.text === type;
	})?.name;
}

const interrupted = `
		if (e instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}`;

const methodFor = (isStatic: string, authorization: string, { text, ends }: Refresher): AddedMethod => ({
	name: 'authorizationAfter',
	isOwn: true,
	text: `/**
 * The authorization in place of one that was not accepted. The first of all requests that were
 * sent with that one refreshes the token; null where there is no other then.
 */
private ${isStatic}synchronized String authorizationAfter(String used) {
	try {
		String fresh = ${authorization};
		if (fresh.equals(used)) {
			${text}
			fresh = ${authorization};
		}
		return fresh.equals(used) ? null : fresh;
	} catch (Exception e) {${ends ? interrupted : ''}
		return null;
	}
}`,
});
