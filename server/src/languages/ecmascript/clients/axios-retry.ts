import type { Edit, Span } from '../../../syntax/span.ts';
import { indentationAt } from '../../../syntax/text-lines.ts';
import { additionOf, afterBlock } from './added-function.ts';
import { branchSlot } from './branch-slot.ts';
import type { ClientSite } from './client-site.ts';
import { closingAfter, escaped, splitAtCommas } from './code-text.ts';
import { inDocument } from './in-document.ts';
import { leftToClient } from './own-option.ts';
import { retryAfterMs } from './retry-after-code.ts';
import { sourceStyle, styled } from './source-style.ts';

/** The module that repeats requests of axios. */
export const axiosRetryModule = 'axios-retry';

/**
 * Tells axios-retry to repeat after a rate limit, and to wait as Retry-After asks: by itself it takes a wrong value for
 * no wait at all, and waits however long. Undefined where it is not set up in this file, or has been told already.
 */
export function setUpAxiosRetry(site: ClientSite): readonly Edit[] | undefined {
	const { place, file } = site;
	const local = site.imported.find((name) => name.module === axiosRetryModule)?.local;
	const call = local === undefined ? undefined : setUpIn(file, local);
	const slot = branchSlot(place, site.block, 'limit');
	const helper = additionOf(retryAfterMs, site);
	if (local === undefined || !call || !slot || !helper) return undefined;
	const [client, options] = call;
	const rows = options ? rowsOf(options, place.text, file) : ['retries: 2,'];
	if (!client || !rows) return undefined;
	const style = sourceStyle(place.text, file);
	const wait = (count: string): string => `${helper.name}(error.response?.headers['retry-after'], ${count})`;
	rows.push(
		'retryCondition: (error) =>',
		`\t(error.response?.status === 429 || ${local}.isNetworkOrIdempotentRequestError(error)) &&`,
		`\t${wait('0')} !== undefined,`,
		`retryDelay: (count, error) => ${wait('count - 1')} ?? 0,`,
	);
	const indentation = indentationAt(place.text, client.start);
	const text = styled(`{\n${rows.map((row) => `\t${row}`).join('\n')}\n}`, style, indentation);
	const { start, end } = options ?? { start: client.end, end: client.end };
	const edit = { start: start - place.offset, end: end - place.offset, text: options ? text : `, ${text}` };
	const left = leftToClient(site, slot, style);
	return left && inDocument([edit, ...left, ...afterBlock(site, style, [helper.code])], site);
}

/** What axios-retry is called with in a file: the client, and perhaps options; undefined where it is not, or twice. */
function setUpIn(file: string, local: string): readonly Span[] | undefined {
	const [found, ...others] = file.matchAll(new RegExp(`(?<![\\w$.])${escaped(local)}\\(`, 'g'));
	if (!found || others.length > 0) return undefined;
	const start = found.index + found[0].length;
	const given = splitAtCommas(file, { start, end: closingAfter(file, start - 1) - 1 });
	const isTable = given[1] === undefined || file[given[1].start] === '{';
	return given.length <= 2 && isTable ? given : undefined;
}

/** The options as they are, with three tries at most; undefined where they decide about a repeat themselves. */
function rowsOf(options: Span, text: string, file: string): string[] | undefined {
	const rows: string[] = [];
	let hasCount = false;
	for (const { start, end } of splitAtCommas(file, { start: options.start + 1, end: options.end - 1 })) {
		const [, key, value] = /^([\w$]+)\s*:\s*(\S[\s\S]*)$/.exec(file.slice(start, end)) ?? [];
		if (key === undefined || key === 'retryCondition' || key === 'retryDelay') return undefined;
		const isCount = key === 'retries';
		if (isCount && Number.isNaN(Number(value))) return undefined;
		hasCount ||= isCount;
		rows.push(isCount && Number(value) > 2 ? 'retries: 2,' : `${text.slice(start, end)},`);
	}
	return hasCount ? rows : ['retries: 2,', ...rows];
}
