import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { FoundResponse } from './response-of.ts';

/** Functions that change nothing, and methods that only read or put together. */
const harmless =
	/^\\?(?:isset|empty|config|env|now|collect|curl_(?!exec)\w+|v?sprintf|json_\w+|http_build_query|(?:raw)?urlencode|base64_\w+|[rl]?trim|array_\w+|str_\w+|strto\w+|substr|is_\w+|in_array|implode|explode|count|max|min|(?:micro)?time|date|hrtime|error_log|[\w\\]+::create)$/;
const reading = /->(?:(?:get|is|has|with|build)(?:[A-Z_]\w*)?|debug|info|notice|warning|error|log)$/;

/**
 * Whether a function, or the body of a loop, does anything before the branch but the one request that a second run
 * would do again.
 */
export function doesMore(scope: Part, { dispatch }: ClientPlace, { request, text }: FoundResponse): boolean {
	const [first] = partsIn(request).filter(({ kind }) => kind === 'statement' || kind === 'return');
	const own = request.kind === 'block' ? first : request;
	const given = own && partsIn(own).find(({ kind }) => kind === 'assignment');
	const name = given && childIn(given, 'left')?.text;
	const reads = new RegExp(`^\\$(?:${[name, /\w+/.exec(text)?.[0]].filter(Boolean).join('|')})\\b`);
	const until = request.kind === 'block' ? request.end : dispatch.part.start;
	return partsIn(scope).some((part) => {
		if (part.kind !== 'call' || part.start >= until || (own && part.start >= own.start && part.end <= own.end))
			return false;
		const callee = childIn(part, 'callee')?.text ?? '';
		return callee !== 'curl_exec' && !harmless.test(callee) && !reading.test(callee) && !reads.test(callee);
	});
}
