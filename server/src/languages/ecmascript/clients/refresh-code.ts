import type { Edit } from '../../../syntax/span.ts';
import { attemptLoop } from './attempt-loop.ts';
import { branchEdit } from './branch-code.ts';
import { type BranchSlot, branchSlot } from './branch-slot.ts';
import { type ClientSite, namesIn } from './client-site.ts';
import { freeName } from './code-text.ts';
import { type EnclosingFunction, enclosingFunction } from './enclosing-function.ts';
import { inDocument } from './in-document.ts';
import { holds } from './origin.ts';
import { chainEnd } from './promise-chain.ts';
import { refresherOf, sharedRefresh } from './refresher.ts';
import { atBeginning, type Kept, loopsAround, selfCall } from './repeat.ts';
import { requestOf } from './request-of.ts';
import type { ResponseAccess } from './response-access.ts';
import { sourceStyle } from './source-style.ts';

/** Keeps in a parameter whether the token has been refreshed for this call. */
export const refreshes: Kept = {
	names: ['refreshed', 'isRefreshed', 'tokenRefreshed'],
	value: 'false',
	next: 'true',
	isKeptBy: ({ name, value }) =>
		value === 'false' && /^(?:(?:is|token)?[rR]efreshed|(?:is)?[rR]etr(?:y|ied))$/.test(name ?? ''),
};

/** A token that is handed in would be the old one again. */
export const handedIn = /^(?:\w*token|jwt|bearer|auth|authorization|headers|credentials|session)$/i;

/** Refreshes the token once and repeats once; undefined where there is no function that refreshes, or no repeat. */
export function refreshInFunction(site: ClientSite, access: ResponseAccess): readonly Edit[] | undefined {
	const slot = branchSlot(site.place, site.block, 'token');
	const chain = slot && chainEnd(slot, site);
	const own = chain?.own ?? (slot && enclosingFunction(slot.part, site));
	if (!slot || !own || !(chain || own.isAsync) || !canRefresh(own, slot, site)) return undefined;
	const style = sourceStyle(site.place.text, site.file);
	const refresher = refresherOf(site, own);
	const self = selfCall(own, refreshes, site, style);
	const shared = refresher && sharedRefresh(refresher, own, site, style);
	const text = namesIn(site, own.part);
	const seen = freeName(text, ['refreshesBefore', 'refreshesSeen', 'tokenRefreshesBefore']);
	if (!refresher || !self || !shared || seen === undefined) return undefined;
	const lines = (passesOn: boolean): readonly string[] => [
		`if (!${self.name} && (await ${shared.call(seen)})) {`,
		...[...access.release, ...self.statements].map((line) => `\t${line}`),
		'}',
		...(passesOn ? [access.caught ? `throw ${access.caught};` : `throw new Error('The token was not accepted');`] : []),
	];
	const edit = branchEdit(site, slot, style, { callee: own.callee, inLoop: false, lines });
	if (!edit) return undefined;
	const beginning = atBeginning(own, [`const ${seen} = ${shared.count};`, ...self.beginning], site, style);
	const edits = [...self.edits, ...beginning, ...(chain?.edits ?? []), ...access.edits];
	return inDocument([...edits, edit, ...shared.edits], site);
}

/** Whether a branch does what the fix would do. */
export function refreshesAlready({ inside }: BranchSlot, { block }: ClientSite): boolean {
	return /\b(?:refresh|renew)/i.test(block.slice(inside.start, inside.end));
}

/** Whether a repeat would go out with the new token, and only once. */
function canRefresh(own: EnclosingFunction, slot: BranchSlot, site: ClientSite): boolean {
	if (refreshesAlready(slot, site)) return false;
	const names = own.parameters.flatMap(
		({ name, start, end }) => name ?? site.block.slice(start, end).match(/[\w$]+/g) ?? [],
	);
	if (names.some((name) => handedIn.test(name))) return false;
	const request = requestOf(site, own.part);
	if (!request) return false;
	const loop = loopsAround(slot.part, own.part).find((one) => holds(one, request));
	return loop === undefined || attemptLoop(loop, site) !== undefined;
}
