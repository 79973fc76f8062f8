import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { additionOf, afterBlock } from './added-function.ts';
import { branchEdit } from './branch-code.ts';
import { type BranchSlot, branchSlot } from './branch-slot.ts';
import { type ClientSite, namesIn } from './client-site.ts';
import { freeName } from './code-text.ts';
import { type EnclosingFunction, hasOtherThis, namedFunctionAround } from './enclosing-function.ts';
import { inDocument } from './in-document.ts';
import { holds } from './origin.ts';
import { handedIn, refreshes, refreshesAlready } from './refresh-code.ts';
import { refresherOf, sharedRefresh } from './refresher.ts';
import { atBeginning, loopsAround, selfCall } from './repeat.ts';
import type { ResponseAccess } from './response-access.ts';
import { attempts, giveUp, readsRetryAfter, retryAfterMs } from './retry-after-code.ts';
import { sourceStyle } from './source-style.ts';

/** A place in the callback of a request, and how its function hands on a result. */
interface CallbackPlace {
	readonly slot: BranchSlot;
	readonly own: EnclosingFunction;
	/** Makes what a repeat gives the result: `.then(resolve, reject)`; empty where a callback gets it anyway. */
	readonly chained: string;
	/** Gives an error to who called; undefined where there is no way. */
	readonly fail: ((error: string) => string) | undefined;
}

/** Waits without blocking and calls the function again, whose result is then this call's result. */
export function retryInCallback(site: ClientSite, access: ResponseAccess): readonly Edit[] | undefined {
	const place = callbackPlace(site, 'limit');
	const { header } = access;
	if (!place || !header || readsRetryAfter(place.slot, site)) return undefined;
	const style = sourceStyle(site.place.text, site.file);
	const { own, slot, chained, fail } = place;
	const self = selfCall(own, attempts, site, style);
	const helper = additionOf(retryAfterMs, site);
	const names = namesIn(site, own.part);
	const wait = freeName(names, ['wait', 'waitMs', 'retryWait']);
	const asked = freeName(names, ['retryAfter', 'retryAfterHeader', 'askedToWait']);
	if (!self || !helper || wait === undefined || asked === undefined) return undefined;
	let isStuck = false;
	const lines = (passesOn: boolean): readonly string[] => {
		isStuck = passesOn && !fail;
		return [
			...(passesOn ? [`const ${asked} = ${header.text};`] : []),
			`const ${wait} = ${helper.name}(${passesOn ? asked : header.text}, ${self.before});`,
			`if (${wait} !== undefined) {`,
			...access.release.map((line) => `\t${line}`),
			`\tsetTimeout(() => ${self.call}${chained}, ${wait});`,
			'\treturn;',
			'}',
			...(passesOn && fail ? [...access.release, giveUp(asked, self.number, fail), 'return;'] : []),
		];
	};
	const edit = branchEdit(site, slot, style, { callee: own.callee, inLoop: false, lines });
	if (!edit || isStuck) return undefined;
	const beginning = atBeginning(own, self.beginning, site, style);
	return inDocument([...self.edits, ...beginning, edit, ...afterBlock(site, style, [helper.code])], site);
}

/** Refreshes the token once for all calls and calls the function again, whose result is then this call's result. */
export function refreshInCallback(site: ClientSite, access: ResponseAccess): readonly Edit[] | undefined {
	const place = callbackPlace(site, 'token');
	if (!place || refreshesAlready(place.slot, site)) return undefined;
	const { own, slot, chained, fail } = place;
	if (own.parameters.some(({ name }) => name === undefined || handedIn.test(name))) return undefined;
	const style = sourceStyle(site.place.text, site.file);
	const self = selfCall(own, refreshes, site, style);
	const refresher = refresherOf(site, own);
	const shared = refresher && sharedRefresh(refresher, own, site, style);
	const seen = freeName(namesIn(site, own.part), ['refreshesBefore', 'refreshesSeen', 'tokenRefreshesBefore']);
	if (!self || !shared || !fail || chained === '' || seen === undefined) return undefined;
	const error = "new Error('The token was not accepted')";
	const lines = (passesOn: boolean): readonly string[] => [
		`if (!${self.name}) {`,
		...access.release.map((line) => `\t${line}`),
		`\t${shared.call(seen)}`,
		`\t\t.then((isNew) => (isNew ? ${self.call} : Promise.reject(${error})))`,
		`\t\t${chained};`,
		'\treturn;',
		'}',
		...(passesOn ? [...access.release, fail(error), 'return;'] : []),
	];
	const edit = branchEdit(site, slot, style, { callee: own.callee, inLoop: false, lines });
	if (!edit) return undefined;
	const beginning = atBeginning(own, [`const ${seen} = ${shared.count};`, ...self.beginning], site, style);
	return inDocument([...self.edits, ...beginning, edit, ...shared.edits], site);
}

function callbackPlace(site: ClientSite, about: 'limit' | 'token'): CallbackPlace | undefined {
	const slot = branchSlot(site.place, site.block, about);
	const own = slot && namedFunctionAround(slot.part, site);
	const request = requestGivenTo(site);
	if (!slot || !own || own.isAsync || !request || !holds(own.part, request)) return undefined;
	if (hasOtherThis(slot.part, own)) return undefined;
	// A body that is sent on from elsewhere can be sent only once.
	if (/\.pipe\(/.test(site.block.slice(own.body.start, site.place.branch.start))) return undefined;
	if (loopsAround(request, own.part).length > 0) return undefined;
	const executor = executorAround(slot.part, own.part);
	if (executor) {
		const [resolve, reject] = executor.names;
		if (!executor.isResult || !resolve || !reject) return undefined;
		return { slot, own, chained: `.then(${resolve}, ${reject})`, fail: (error) => `${reject}(${error});` };
	}
	// Its result cannot wait for what is sent later.
	if (site.client === 'jquery' && (own.givesValue || !isStatement(request))) return undefined;
	const callback = own.parameters.find(({ name }) => /^(?:callback|cb|done|next)$/.test(name ?? ''))?.name;
	return { slot, own, chained: '', fail: callback === undefined ? undefined : (error) => `${callback}(${error});` };
}

/** The call whose callback deals with the response, or with the error of a client that nothing waits for. */
function requestGivenTo({ response: { origin }, client, requests }: ClientSite): Part | undefined {
	if (origin?.kind === 'callback') return origin.call;
	const made = requests.filter((one) => !/\)/.test(childIn(one, 'callee')?.text ?? ''));
	return client === 'jquery' && origin?.kind === 'caught' && made.length === 1 ? made[0] : undefined;
}

/** Whether nothing keeps what a call gives, or what is called on that. */
function isStatement(call: Part): boolean {
	let part = call;
	while (part.parent?.kind === 'member' && part.parent.parent?.kind === 'call') part = part.parent.parent;
	return part.parent?.kind === 'statement';
}

interface Executor {
	readonly names: readonly string[];
	/** Whether the promise is what the function returns. */
	readonly isResult: boolean;
}

/** The function given to `new Promise` that stands between a part and the function around it. */
function executorAround(part: Part, own: Part): Executor | undefined {
	for (const around of partsAround(part)) {
		if (around === own) return undefined;
		const promise = around.kind === 'function' ? around.parent?.parent : undefined;
		if (promise?.kind !== 'construction' || childIn(promise, 'callee')?.text !== 'Promise') continue;
		if (argumentsOf(promise)[0] !== around) continue;
		const list = childIn(around, 'parameters')?.children ?? [];
		const names = list.map((one) => (childIn(one, 'name') ?? one).text).filter((name) => /^[\w$]+$/.test(name));
		const { parent } = promise;
		return { names, isResult: parent?.kind === 'return' && parent.parent === childIn(own, 'body') };
	}
	return undefined;
}
