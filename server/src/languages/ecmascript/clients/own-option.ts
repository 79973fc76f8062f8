import { argumentsOf, keyOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, childrenIn, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineEndAt } from '../../../syntax/text-lines.ts';
import { branchEdit } from './branch-code.ts';
import { branchItems, ownWait } from './branch-items.ts';
import { type BranchSlot, branchSlot, isUsedOnlyIn } from './branch-slot.ts';
import type { ClientSite } from './client-site.ts';
import { namedFunctionAround } from './enclosing-function.ts';
import { inDocument } from './in-document.ts';
import { readsRetryAfter } from './retry-after-code.ts';
import { type SourceStyle, sourceStyle, styled } from './source-style.ts';

/** A client's own option for repeating, for a method such as `post`; undefined where it is not known. */
export type RetryOption = (method: string) => string;

/**
 * Sets up the client to wait and repeat by itself, where the request is made; the branch is then for when it has given
 * up. Undefined where the request is not in the function, or has been set up.
 */
export function setUpToRetry(site: ClientSite, option: RetryOption): readonly Edit[] | undefined {
	const slot = branchSlot(site.place, site.block, 'limit');
	const requests = site.requests.filter(isRequest);
	const [request] = requests;
	if (!slot || !request || requests.length !== 1 || readsRetryAfter(slot, site)) return undefined;
	const style = sourceStyle(site.place.text, site.file);
	const method = methodOf(request);
	const added = method === undefined ? undefined : withOption(request, option(method), site, style);
	if (!added) return undefined;
	const left = leftToClient(site, slot, style);
	return left && inDocument([added, ...left], site);
}

/** The branch without what waits and repeats there, now that the client does; undefined where that cannot be parted. */
export function leftToClient(site: ClientSite, slot: BranchSlot, style: SourceStyle): readonly Edit[] | undefined {
	const own = namedFunctionAround(slot.part, site);
	const caught = site.response.caught?.name;
	const wait = ownWait(branchItems(slot.list, slot.inside, site.place.code.text, own?.callee));
	// The compiler may refuse what nothing uses any more.
	if (wait !== undefined && site.place.dialect.typed && isUsedOnlyIn(wait, slot, site)) return undefined;
	const lines = (passesOn: boolean): readonly string[] => (passesOn && caught ? [`throw ${caught};`] : []);
	const edit = branchEdit(site, slot, style, { callee: own?.callee, inLoop: false, lines });
	if (!edit) return undefined;
	const before = site.place.code.text.slice(edit.start, edit.end);
	return spaceless(before) === spaceless(edit.text) ? [] : [edit];
}

const spaceless = (text: string): string => text.replace(/[\s{}]/g, '');

/** A call of the client, not of what it gives: `ky.post(url)` in `ky.post(url).json()`. */
function isRequest(call: Part): boolean {
	const callee = childIn(call, 'callee');
	for (let part = callee; part; part = childIn(part, 'object')) if (part.kind === 'call') return false;
	return !/^(?:create|extend|stream)$/.test(childIn(callee ?? call, 'property')?.text ?? '');
}

/** The HTTP method of a request, in lower case; undefined where the code does not show it. */
function methodOf(request: Part): string | undefined {
	const callee = childIn(request, 'callee');
	const named = callee?.kind === 'member' ? childIn(callee, 'property')?.text : undefined;
	if (named && /^(?:get|post|put|patch|delete|head)$/.test(named)) return named;
	const options = argumentsOf(request).find((given) => given.kind === 'table');
	const isHidden = argumentsOf(request).length > 1 && !options;
	if (isHidden || (options && childrenIn(options, 'element').some((one) => one.kind === 'spread'))) return undefined;
	const method = options?.children.find((child) => keyOf(childIn(child, 'key') ?? child) === 'method');
	if (!method) return 'get';
	const value = childIn(method, 'value');
	return value?.kind === 'string' ? value.text.slice(1, -1).toLowerCase() : undefined;
}

function withOption(request: Part, option: string, site: ClientSite, style: SourceStyle): Edit | undefined {
	const given = argumentsOf(request);
	const first = given[0];
	const options = first?.kind === 'table' ? first : given[1];
	if (!first) return undefined;
	const indentation = indentationAt(site.place.text, site.place.offset + request.start);
	if (!options) {
		const text = `, {\n\t${option.replaceAll('\n', '\n\t')},\n}`;
		const line = `, { ${option} }`;
		return { start: first.end, end: first.end, text: styled(option.includes('\n') ? text : line, style, indentation) };
	}
	if (options.kind !== 'table') {
		if (options.kind !== undefined && options.kind !== 'member') return undefined;
		const text = option.includes('\n')
			? `{\n\t...${options.text},\n\t${option.replaceAll('\n', '\n\t')},\n}`
			: `{ ...${options.text}, ${option} }`;
		return { start: options.start, end: options.end, text: styled(text, style, indentation) };
	}
	const hasRetry = options.children.some((child) => keyOf(childIn(child, 'key') ?? child) === 'retry');
	return hasRetry ? undefined : inTable(options, option, site, style);
}

function inTable(table: Part, option: string, site: ClientSite, style: SourceStyle): Edit | undefined {
	const { text } = site.place.code;
	const last = childrenIn(table, 'element').at(-1) ?? table.children.findLast((child) => child.kind !== 'comment');
	if (!last) return { start: table.start, end: table.end, text: styled(`{ ${option} }`, style) };
	const lineStart = text.lastIndexOf('\n', last.start) + 1;
	const indentation = indentationAt(text, last.start);
	const isAlone = lineStart > table.start && text.slice(lineStart, last.start).trim() === '';
	if (!isAlone) {
		const base = indentationAt(site.place.text, site.place.offset + table.start);
		return { start: last.end, end: last.end, text: `, ${styled(option, style, base)}` };
	}
	const written = style.lineBreak + indentation + styled(option, style, indentation);
	const comma = /^\s*,/.exec(site.block.slice(last.end, table.end))?.[0].length;
	if (comma === undefined) return { start: last.end, end: last.end, text: `,${written}` };
	const end = Math.min(lineEndAt(text, last.end + comma), table.end - 1);
	return { start: end, end, text: `${written},` };
}
