import { leaves } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, lineBreakAt } from '../../../syntax/text-lines.ts';
import { type AddedFunction, addedFunction } from './added-function.ts';
import { type BranchBody, branchBody, branchEdit, isNote } from './branch-code.ts';
import type { ClientSite } from './client-site.ts';
import { passesOn } from './give-up.ts';
import { newImports } from './imports.ts';
import { selfCall } from './own-function.ts';
import { isRepeatable } from './retry-code.ts';

const tokens = /401|auth|token|session/i;
/** Functions after which there is another token. */
const refreshing = /^_?(?:refresh|renew|reauthenticate|re_authenticate)(?:_\w*(?:token|session|auth|credentials)\w*)?$/;

/** What needs a new token. */
export interface Needing {
	readonly place: ClientPlace;
	/** The function around; undefined at the top level. */
	readonly around: Part | undefined;
	readonly isAsync: boolean;
}

/** A function of the file that gets a new token. */
export interface Refresher {
	/** As it is called: `refresh_token()`, `self.refresh()`. */
	readonly call: string;
	readonly isAsync: boolean;
	readonly isMethod: boolean;
}

/** Refreshes the token once and repeats once; undefined where the file shows no function that does the first. */
export function refreshInFunction(site: ClientSite): readonly Edit[] | undefined {
	const { place, around } = site;
	const found = branchBody(site, tokens);
	const refresher = refresherFor(site);
	const isInLoop = [...partsAround(place.branch.part)].some(
		(part) => part.kind === 'loop' && closest(part, 'function') === around,
	);
	if (!found || !refresher || isInLoop || !isRepeatable(site)) return undefined;
	// A token that the caller gave would be sent again.
	if (/(?:token|headers|auth)\w*\s*[:,)=]/.test(childIn(around, 'parameters')?.text ?? '')) return undefined;
	const own = withoutRefresh(found, refresher);
	const repetition = selfCall(site, {
		names: ['refreshed', 'has_refreshed', 'token_refreshed'],
		value: 'False',
		type: 'bool',
		next: 'True',
	});
	if (!repetition || repetition.edits.length === 0) return undefined;
	const shared = refresher.isMethod ? undefined : sharedRefresh(refresher);
	const started = shared && startOf(site);
	if (shared && !started) return undefined;
	const added = shared ? addedFunction(shared, site) : [];
	const imported = shared
		? newImports(place, ['import time', refresher.isAsync ? 'import asyncio' : 'import threading'])
		: [];
	if (!added || !imported) return undefined;
	const call = shared ? `${shared.name}(${started?.name})` : refresher.call;
	const before = [
		`if not ${repetition.name}:`,
		`\t${refresher.isAsync ? 'await ' : ''}${call}`,
		...repetition.statements.map((line) => `\t${line}`),
	];
	const handles = own.kept.some((one) => !isNote(one)) && own.repeats.length === 0;
	const edit = branchEdit(site, own, before, leaves(own.kept) || handles ? [] : [passesOn(site)]);
	if (!edit) return undefined;
	const inBlock = [...repetition.edits, ...(started?.edits ?? []), edit].map(({ start, end, text }) => ({
		start: place.offset + start,
		end: place.offset + end,
		text,
	}));
	return [...imported, ...added, ...inBlock].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Requests that fail with the same token wait for the same refresh. */
export function sharedRefresh({ call, isAsync }: Refresher): AddedFunction {
	return {
		name: 'refresh_once',
		before: [`refresh_lock = ${isAsync ? 'asyncio' : 'threading'}.Lock()`, 'refreshed_at = 0.0'],
		parameters: [['since', 'float']],
		result: 'None',
		body: [
			'"""Refreshes the token, unless another caller has done so since the time."""',
			'global refreshed_at',
			`${isAsync ? 'async ' : ''}with refresh_lock:`,
			'\tif refreshed_at <= since:',
			`\t\t${isAsync ? 'await ' : ''}${call}`,
			'\t\trefreshed_at = time.monotonic()',
		],
		isAsync,
	};
}

/** Keeps the time at which a function began, from its first statement on. */
function startOf({
	around,
	place,
}: ClientSite): { readonly name: string; readonly edits: readonly Edit[] } | undefined {
	const { text } = place.code;
	const body = childIn(around, 'body');
	const name = ['started', 'started_at', 'asked_at'].find((one) => !new RegExp(`\\b${one}\\b`).test(around.text));
	const at = body && beginningOfBody(body, text);
	if (at === undefined || name === undefined || !beginsLine(text, at)) return undefined;
	// A variable of its own under the module's name would be asked for the time.
	if (/(?<![\w.])time\b(?!\.)/.test(around.text)) return undefined;
	const lineBreak = lineBreakAt(place.text, place.offset + at);
	const line = `${name} = time.monotonic()${lineBreak}${indentationAt(text, at)}`;
	return { name, edits: [{ start: at, end: at, text: line }] };
}

/** Where the first statement begins, below what documents the function. */
function beginningOfBody({ start, children: [first] }: Part, text: string): number | undefined {
	if (first?.kind !== 'string' || first.start !== start) return start;
	const rest = /^[^\n]*\n(?:[\t ]*\r?\n)*[\t ]*/.exec(text.slice(first.end))?.[0];
	return rest === undefined ? undefined : first.end + rest.length;
}

/** The branch without a refresh that stands there already, as it is done anew. */
function withoutRefresh(body: BranchBody, { call }: Refresher): BranchBody {
	const isOwn = (part: Part): boolean => part.text === call || part.text === `await ${call}`;
	return {
		...body,
		repeats: [...body.repeats, ...body.kept.filter(isOwn)].sort((a, b) => a.start - b.start),
		kept: body.kept.filter((part) => !isOwn(part)),
	};
}

export function refresherFor({ place, around, isAsync }: Needing): Refresher | undefined {
	const { text, offset } = place;
	const self = (around && childIn(around, 'name')?.text) ?? '';
	const owner = around?.parent?.kind === 'class' ? around.parent : undefined;
	for (const match of text.matchAll(/^([\t ]*)(async\s+)?def\s+(\w+)\s*\(([^)]*)\)/gm)) {
		const [head, indentation = '', asynchronous, name = '', list = ''] = match;
		const names = list.split(',').map((one) => one.trim());
		const isPlain = names.every((one) => one === '' || one.includes('=') || /^[*/]|^self$|^cls$/.test(one));
		if (!refreshing.test(name) || name === self || !isPlain || (asynchronous && !isAsync)) continue;
		const isMethod = /^(?:self|cls)$/.test(names[0] ?? '');
		const isInClass = owner && match.index > offset + owner.start && match.index < offset + owner.end;
		if (isMethod ? !isInClass || names[0] !== 'self' : indentation !== '') continue;
		const body = bodyBelow(text.slice(match.index + head.length), indentation);
		if (self !== '' && new RegExp(`(?<!\\w)${self}\\(`).test(body)) continue;
		return { call: `${isMethod ? 'self.' : ''}${name}()`, isAsync: asynchronous !== undefined, isMethod };
	}
	return undefined;
}

/** The lines of a function below its head: those that are indented further. */
function bodyBelow(text: string, indentation: string): string {
	const [, ...lines] = text.split('\n');
	const end = lines.findIndex(
		(line) => line.trim() !== '' && (/^[\t ]*/.exec(line)?.[0].length ?? 0) <= indentation.length,
	);
	return lines.slice(0, end < 0 ? undefined : end).join('\n');
}
