import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import type { BranchSlot } from './branch-slot.ts';
import type { ClientSite } from './client-site.ts';
import { type EnclosingFunction, enclosingFunction, hasOtherThis } from './enclosing-function.ts';
import { loopsAround } from './repeat.ts';

/** The end of a chain of promises, whose callback can wait once it is asynchronous. */
export interface ChainEnd {
	/** The function whose result the chain is, or that it ends. */
	readonly own: EnclosingFunction;
	/** What makes the callback asynchronous; offsets count from the block's start. */
	readonly edits: readonly Edit[];
}

/** Calls in what comes before the callback that may ask for something else, which a repeat would ask for twice. */
const asks =
	/^(?:get|post|put|patch|delete|request|ajax|fetch|send|save|store|create|update|insert|remove|upload)(?![a-z])/;

/**
 * The chain that ends in the callback around a place, such as `return axios.get(url).catch((error) => { … })`. Undefined
 * where something follows that a repeat would run through twice, or where the callback is of no chain.
 */
export function chainEnd({ part }: BranchSlot, site: ClientSite): ChainEnd | undefined {
	const callback = closest(part, 'function');
	const list = callback?.parent;
	const call = list?.fields.includes('arguments') ? list.parent : undefined;
	const callee = call?.kind === 'call' ? childIn(call, 'callee') : undefined;
	const object = callee && childIn(callee, 'object');
	const method = callee && childIn(callee, 'property')?.text;
	if (!callback || !call || !object || (method !== 'then' && method !== 'catch')) return undefined;
	const { origin } = site.response;
	const from = origin?.kind === 'value' ? origin.value : origin?.kind === 'caught' ? origin.attempted : undefined;
	if (from !== object || site.client === 'jquery' || !asksOnce(object, site)) return undefined;
	const own = enclosingFunction(call, site);
	if (!own || closest(call, 'function') !== own.part || loopsAround(call, own.part).length > 0) return undefined;
	if (hasOtherThis(part, own)) return undefined;
	// The type of what is returned would depend on itself.
	if (site.place.dialect.typed && own.givesValue && !own.isAnnotated) return undefined;
	if (!isResult(call, own)) return undefined;
	const { start } = callback;
	const isAsync = childIn(callback, 'asynchronous') !== undefined;
	return { own, edits: isAsync ? [] : [{ start, end: start, text: 'async ' }] };
}

/** Whether a chain is what its function returns, or the last that it does where it gives nothing back. */
function isResult(call: Part, own: EnclosingFunction): boolean {
	let last = call;
	for (let around = last.parent; around; around = last.parent) {
		const isFinally = around.kind === 'member' && childIn(around, 'property')?.text === 'finally';
		const next = isFinally ? around.parent : around;
		if (!next || (!isFinally && around.kind !== 'await' && around.kind !== 'transparent')) break;
		last = next;
	}
	const statement = last.parent;
	if (statement?.kind === 'return') return true;
	const body = statement?.kind === 'statement' && !own.givesValue ? statement.parent : undefined;
	const statements = body?.children.filter(({ kind }) => kind !== 'comment');
	return body?.parent === own.part && statements?.at(-1) === statement;
}

/** Whether what comes before a callback makes one request, and nothing else that may be one. */
function asksOnce(chain: Part, { requests }: ClientSite): boolean {
	const own = linksOf(chain);
	const [made, ...more] = requests.filter((one) => linksOf(one).length === 1);
	const others = partsIn(chain).filter((one) => one.kind === 'call' && one !== made && !own.includes(one));
	return (
		made !== undefined && more.length === 0 && !others.some((one) => asks.test(lastWordOf(childIn(one, 'callee'))))
	);
}

/** A call, and those on whose results it is called. */
function linksOf(chain: Part): readonly Part[] {
	const calls: Part[] = [];
	for (let part: Part | undefined = chain; part; part = childIn(part, part.kind === 'call' ? 'callee' : 'object'))
		if (part.kind === 'call') calls.push(part);
	return calls;
}

const lastWordOf = (callee: Part | undefined): string => callee?.text.split(/[?.]+/).at(-1)?.trim() ?? '';
