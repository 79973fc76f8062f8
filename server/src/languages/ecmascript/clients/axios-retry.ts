import type { Block } from '../../../syntax/code.ts';
import { childIn, type Part, partsIn } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { argumentsOf, keyOf } from '../../../syntax/subject.ts';
import { indentationAt } from '../../../syntax/text-lines.ts';
import { additionOf, afterBlock } from './added-function.ts';
import { branchSlot } from './branch-slot.ts';
import type { ClientSite } from './client-site.ts';
import { inDocument } from './in-document.ts';
import { leftToClient } from './own-option.ts';
import { retryAfterMs } from './retry-after-code.ts';
import { sourceStyle, styled } from './source-style.ts';

/** The module that repeats requests of axios. */
export const axiosRetryModule = 'axios-retry';

/**
 * Tells axios-retry to repeat after a rate limit, and to wait as Retry-After asks: by itself it takes a date or a wrong
 * value for no wait at all, and waits however long. Undefined where it is not set up in this file, or decides already.
 */
export function setUpAxiosRetry(site: ClientSite): readonly Edit[] | undefined {
	const local = site.imported.find((name) => name.module === axiosRetryModule && name.imported !== 'namespace')?.local;
	const found = local === undefined ? undefined : setUpIn(site.place.blocks, local);
	const slot = branchSlot(site.place, site.block, 'limit');
	const helper = additionOf(retryAfterMs, site);
	if (local === undefined || !found || !slot || !helper) return undefined;
	const [client, options, ...more] = argumentsOf(found.call);
	if (!client || more.length > 0 || (options && options.kind !== 'table')) return undefined;
	const rows = options ? rowsOf(options) : ['retries: 2,'];
	if (!rows) return undefined;
	const style = sourceStyle(site.place.text, site.file);
	const wait = (count: string): string => `${helper.name}(error.response?.headers['retry-after'], ${count})`;
	rows.push(
		'retryCondition: (error) =>',
		`\t(error.response?.status === 429 || ${local}.isNetworkOrIdempotentRequestError(error)) &&`,
		`\t${wait('0')} !== undefined,`,
		`retryDelay: (count, error) => ${wait('count - 1')} ?? 0,`,
	);
	const indentation = indentationAt(site.place.text, found.block.start + found.call.start);
	const text = styled(`{\n${rows.map((row) => `\t${row}`).join('\n')}\n}`, style, indentation);
	const at = found.block.start - site.place.offset;
	const edit = options
		? { start: at + options.start, end: at + options.end, text }
		: { start: at + client.end, end: at + client.end, text: `, ${text}` };
	const left = leftToClient(site, slot, style);
	return left && inDocument([edit, ...left, ...afterBlock(site, style, [helper.code])], site);
}

/** The options as they are, with three tries at most; undefined where they decide about a repeat themselves. */
function rowsOf(options: Part): string[] | undefined {
	const rows: string[] = [];
	for (const pair of options.children) {
		const key = pair.kind === 'pair' ? keyOf(childIn(pair, 'key')) : undefined;
		if (key === undefined || key === 'retryCondition' || key === 'retryDelay') return undefined;
		const isCount = key === 'retries';
		const count = Number(childIn(pair, 'value')?.text);
		if (isCount && Number.isNaN(count)) return undefined;
		rows.push(isCount && count > 2 ? 'retries: 2,' : `${pair.text},`);
	}
	return options.text.includes('retries') ? rows : ['retries: 2,', ...rows];
}

function setUpIn(blocks: readonly Block[], local: string): { readonly block: Block; readonly call: Part } | undefined {
	for (const block of blocks) {
		for (const part of partsIn(block.code.root)) {
			if (part.kind === 'call' && childIn(part, 'callee')?.text === local) return { block, call: part };
		}
	}
	return undefined;
}
