import type { Place } from '../syntax/place.ts';

/**
 * What speaks for and against an integer's being an HTTP status, as data: the weight of each sign, and why it counts.
 * A place is believed from a sum of 1. Names are compared in snake case by their last words, so that `statusCode`,
 * `status_code` and `getStatusCode` are the same.
 */

/** Names that say it by themselves. */
const statusNames =
	/(^|_)(status|statuses|status_codes?|http_codes?|http_status\w*|response_codes?|resp_code|rcode|status_code_\w+)$/;
/** Other systems' statuses: what stands before the word says whose. */
const foreignStatus =
	/(^|_)(exit|job|order|grpc|close|payment|task|process|build|child|wait|row|user|node|game|sync|gl|x|ready)_status(_codes?)?$/;
/** Names that may be a status when the value is one that is seldom anything else. */
const codeNames = /(^|_)(code|error_code|err_code|http_error|error_status)$/;
/** Owners whose `code` is a status. */
const carriers =
	/(^|_)(res|resp|response|rsp|reply|http_error|err|error|e|ex|exc|exception|cause|reason|fault|result|http)$/;
/** Lists and options that hold statuses. */
const statusLists = /(retry|retryable|status|http|error_codes|allowed_codes|ok_codes|expected_codes|codes$)/;
/** Names of sizes, times, money, places and other numbers. */
const otherNumbers =
	/(^|_)(width|height|size|length|len|count|limit|max|min|timeout|delay|duration|interval|ms|millis|seconds|secs|port|id|ids|page|offset|price|amount|total|percent|index|idx|year|month|day|x|y|z|left|right|top|bottom|color|colour|weight|font_weight|version|radius|margin|padding|speed|zoom|opacity|depth|step|key_code|char_code|which|rows|cols|bytes|capacity|budget|fps|ttl|age|score|distance|threshold)$/;
/** Calls whose argument is a status, and which argument. */
const statusCalls: ReadonlyMap<string, number> = new Map(
	Object.entries({
		status: 0,
		sendStatus: 0,
		writeHead: 0,
		setStatus: 0,
		setStatusCode: 0,
		withStatus: 0,
		abort: 0,
		createError: 0,
		reply: 0,
		toHaveStatus: 0,
		assertStatus: 0,
		HttpException: 1,
		HTTPException: 0,
		redirect: 0,
		code: 0,
		sendError: 0,
		httpError: 0,
		createHttpError: 0,
		expectStatus: 0,
		ApiError: 0,
		HttpError: 0,
		HTTPError: 0,
		StatusError: 0,
		isStatus: 0,
	}),
);
/** Calls that speak of responses and errors: a status is likely when the value is one that is seldom anything else. */
const answeringCalls =
	/response|status|http|abort|error|exception|reply|reject|unauthorized|forbidden|notfound|fail|problem/i;
/** Calls that never take one. */
const otherCalls =
	/^(setTimeout|setInterval|sleep|delay|wait|slice|substring|substr|repeat|range|resize|padStart|padEnd|at|splice|fill|listen|close|alloc|random|debounce|throttle|setSize|toFixed|pow|min|max|exit)$/;
/** Assertions prove nothing by themselves; the other side does. */
const assertions =
	/^(toBe|toEqual|toStrictEqual|equal|equals|strictEqual|deepEqual|is|eq|eql|assertEqual|assertEquals|same|toBeCalledWith|toHaveBeenCalledWith|not)$/;

/** Numbers that are seldom anything but statuses. */
const distinctive: ReadonlySet<number> = new Set([
	201, 204, 206, 301, 302, 303, 304, 307, 308, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414,
	415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 501, 502, 503, 504, 505, 507, 508, 511,
]);

/** Whether the value at the place is an HTTP status. `isRegistered` says whether HTTP or a vendor knows the number. */
export function isStatusAt(value: number, place: Place, isRegistered: boolean): boolean {
	if (value < 100 || value > 599) return false;
	const rare = distinctive.has(value);
	const path = snakeCase(place.name);
	const name = path.slice(path.lastIndexOf('.') + 1);
	switch (place.kind) {
		case 'comparison':
		case 'case':
		case 'assignment':
		case 'pair':
		case 'type':
		case 'default':
			return byName(name, path, rare, place);
		case 'range':
			if (isRangeOfClass(place)) return true;
			return byName(name, path, value % 100 === 0 || rare, place) && !/code$/.test(name.replace(/status_code$/, ''));
		case 'member':
			return isStatusName(name) || (isRegistered && rare && !otherNumbers.test(name));
		case 'key':
			return (
				isRegistered && (isStatusName(name) || (rare && !otherNumbers.test(name) && !/color|palette|shade/.test(name)))
			);
		case 'element':
			return (
				isRegistered &&
				(isStatusName(name) || (statusLists.test(name) && rare) || (isAsked(place) && isStatusName(name)))
			);
		case 'argument':
			return asArgument(place, path, rare);
		case 'return':
			return isStatusName(name) || (rare && /status/.test(name));
		default:
			return false;
	}
}

function byName(name: string, path: string, rare: boolean, place: Place): boolean {
	if (isStatusName(name)) return true;
	if (!rare || otherNumbers.test(name)) return false;
	if (codeNames.test(name))
		return carriers.test(ownerIn(path)) || place.kind === 'pair' || name !== 'code' || place.kind === 'case';
	return (
		place.kind === 'assignment' &&
		/^(too_many_requests|not_found|unauthorized|forbidden|conflict|bad_gateway|gone)$/.test(name)
	);
}

function isStatusName(name: string): boolean {
	return statusNames.test(name) && !foreignStatus.test(name);
}

function isAsked(place: Place): boolean {
	return /^(includes|has|contains|in|indexOf)$/.test(place.callee);
}

function asArgument(place: Place, path: string, rare: boolean): boolean {
	const { callee, index } = place;
	if (otherCalls.test(callee)) return false;
	if (statusCalls.get(callee) === index) return callee !== 'code' || /(^|\.)(res|reply|response)$/.test(path);
	if (assertions.test(callee)) return isStatusName(path.slice(path.lastIndexOf('.') + 1)) || assertedStatus(place);
	if (callee === 'expect' && index === 0) return rare || place.part.text.includes('.expect(');
	return rare && answeringCalls.test(callee);
}

/** `n >= 200 && n < 300`: two bounds of whole hundreds are a class of statuses, whatever the name. */
function isRangeOfClass({ part }: Place): boolean {
	const both = part.parent;
	if (both?.kind !== 'and' || both.children.length !== 2) return false;
	const bounds = both.children.map((child) => /^(.+?)\s*(<=?|>=?)\s*([1-6](?:00|99))$/s.exec(child.text));
	const [low, high] = bounds;
	return low?.[1] !== undefined && low[1] === high?.[1] && low[2]?.[0] !== high[2]?.[0];
}

/** `expect(response.status).toBe(404)`, `assert.equal(response.status, 404)`: the other side is a status. */
function assertedStatus(place: Place): boolean {
	if (/CalledWith$/.test(place.callee))
		return /expect\(\s*[\w.]*\b(writeHead|status|sendStatus)\)/.test(place.part.text);
	const subject = /(?:expect|assertThat|that)\(\s*(?:await\s+)?([\w.?!()]+?)\)\.|\(\s*([\w.?!]+)\s*,/.exec(
		place.part.text,
	);
	const words = snakeCase((subject?.[1] ?? subject?.[2] ?? '').replace(/[?!()]/g, ''));
	return isStatusName(words.slice(words.lastIndexOf('.') + 1));
}

function ownerIn(path: string): string {
	const words = path.split('.');
	return words.at(-2) ?? '';
}

function snakeCase(name: string): string {
	return name
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
		.toLowerCase();
}

/** Whether a subject is an HTTP status by its name. */
export function looksLikeStatus(path: string): boolean {
	const words = snakeCase(path);
	return isStatusName(words.slice(words.lastIndexOf('.') + 1));
}

/** Codes of other things: `result.exitCode`, `country.code`, `event.keyCode`. */
const foreignCode =
	/(^|_|\.)(exit|zip|postal|country|language|lang|locale|currency|key|char|close|color|area|dial|product|promo|coupon|qr|bar|sort|source)(_|\.)code$/;

/** Whether a subject is an error's code by its name. */
export function looksLikeCode(path: string): boolean {
	const words = snakeCase(path);
	const word = words.slice(words.lastIndexOf('.') + 1);
	return /(^|_)(code|error|err|type|reason|kind|name|error_code)$/.test(word) && !foreignCode.test(words);
}
