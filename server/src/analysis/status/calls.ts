import type { ValueClass } from './values.ts';
import { being, ending } from './words.ts';

/** What is known of a call's arguments, as data. Names in snake case. */
export interface KnownCall {
	readonly callee: RegExp;
	/** What it is called on, or what its chain begins with; anything and nothing where it is left out. */
	readonly receiver?: RegExp;
	/** Which arguments are statuses, from 0; any of them where it is left out. */
	readonly at?: readonly number[];
	readonly takes: ValueClass;
	readonly weight: number;
}

const anything = /./;
const nothing = /^$/;
/** What answers: a response, a context that makes one, a server. */
const answering =
	/(^|[._])(res|response|resp|reply|rep|c|ctx|context|h|rw|w|http|request|req|route|xhr|server|stream)$/;
/** What stands in for a server in tests. */
const standIn =
	/fetch_?mock|http_?mock|mock_?fetch|axios_?mock|mock_?axios|nock|(^|_)msw|mock_?(agent|pool|adapter|server)/;
/** `jsonResponse(404)`, but not `waitForResponse(500)`. */
const makesResponse =
	/^(?!(wait|on|get|fetch|poll|max|min|handle|parse|read|is|limit|count)_).*(^|_)(response|reply|responder)$/;
/** `fetchItem('/items', 404)`, but not `waitForRequest('/items', 500)`. */
const aboutRequest = /^(?!(wait|on|poll|max|min|is|limit|count)_).*(^|_)(fetch|request|endpoint|route|api)(_|$)/;
/** `new FixedResponseStep(200)`. */
const aboutResponse = /^(?!(wait|on|get|fetch|poll|max|min|handle|parse|read|is|limit|count)_).*(^|_)(response|reply)_/;
/** `new ApiError(404)`, but not `new TimeoutError(500)`. */
const makesError =
	/^(?!(timeout|range|size|limit|length|syntax|type)_).*[a-z_](error|exception|err)$|_(failure|fault|problem)$/;
const mocks =
	/(^|_)(mock|stub|fake|dummy|simulate)(ed)?_.*(fetch|response|request|reply|endpoint|http|xhr|server|api)(?!s)/;

/** What answers with the status that it is given. */
export const answers = being(
	'write_head write_header send_response(_headers)? send_error set_response_code http_response_code http_code problem',
	'abort abort_with_error abort_with_status(_json)? produces(_response_type)? from_u16',
	'reply reply_once reply_with_error respond_with response_template fulfill',
);
const answersByItself = being('head halt no_content status error_?handler error_page catch');
const sends = being('code send send_status end json jsonp xml string html text data stream blob file');
const sendsJson = being('json new_response make_response json_response send_json');
const sendsBody = being('send html text body string xml make view render no_content send_file problem');
const raises = being(
	'create_(http_)?errors? http_errors? new_http_error error_response boomify abort_(if|unless)',
	'http_exception response_status_exception web_application_exception',
);

/** Calls that take a status, and where. Of several that fit, the weightiest counts. */
export const knownCalls: readonly KnownCall[] = [
	// Answering
	{ callee: answers, at: [0], takes: 'any', weight: 13 },
	{ callee: /^(respond|send_no_content)$/, at: [0, 1], takes: 'any', weight: 13 },
	{ callee: answersByItself, receiver: nothing, at: [0], takes: 'any', weight: 13 },
	{ callee: sends, receiver: answering, at: [0], takes: 'any', weight: 12 },
	// `new Response.Builder().code(200)`
	{
		callee: /^(code|status|status_code)$/,
		receiver: /(^|[._])(response|reply)[._]?builder$/,
		at: [0],
		takes: 'any',
		weight: 13,
	},
	{
		callee: /^(pure_|indented_|abort_with_status_)?(json|jsonp|xml|yaml|html)$/,
		receiver: anything,
		at: [0],
		takes: 'any',
		weight: 10,
	},
	{ callee: sendsJson, at: [1], takes: 'any', weight: 11 },
	// `send_json_success(data, 200)`
	{ callee: /(^|_)send_json(_|$)/, at: [1], takes: 'any', weight: 11 },
	{ callee: sendsBody, receiver: answering, at: [1], takes: 'any', weight: 11 },
	{ callee: makesResponse, at: [0, 1, 2], takes: 'any', weight: 10 },
	{
		callee: /^(make|build|create|of)$/,
		receiver: /(^|[._])\w*response(_message)?(_(builder|factory|creator))?$/,
		at: [0],
		takes: 'any',
		weight: 10,
	},
	// `respondWith('', 404)`
	{ callee: /^respond_with(_(?!status)\w+)?$/, at: [1], takes: 'any', weight: 10 },
	{ callee: aboutResponse, at: [0], takes: 'any', weight: 7 },
	{ callee: /^(then|reply|respond|answer)_/, at: [0], takes: 'any', weight: 10 },
	// Making a status of a number: `HttpStatus.valueOf(404)`.
	{
		callee: being('value_of from parse resolve for_value for_status_code'),
		receiver: /(^|[._])http_?(response_?)?status(_code)?$/,
		at: [0],
		takes: 'any',
		weight: 13,
	},
	{ callee: /redirect/, takes: 'redirect', weight: 12 },
	// Whatever a response is asked or told: where the number is one that is seldom anything else.
	{ callee: anything, receiver: /(^|[._])(res|response|resp|reply)$/, takes: 'any', weight: 5 },
	// Raising
	{ callee: raises, takes: 'error', weight: 12 },
	{ callee: makesError, takes: 'error', weight: 10 },
	{ callee: /^(error|err|fail)$/, receiver: nothing, at: [0, 1, 2], takes: 'error', weight: 10 },
	{ callee: /^error$/, receiver: /^http$/, at: [2], takes: 'any', weight: 13 },
	{ callee: /^(throw|assert|raise|fail)$/, receiver: answering, at: [0, 1], takes: 'error', weight: 11 },
	// Describing
	{ callee: /(^|_)(open_?api|swagger)(_|$)/, takes: 'any', weight: 10 },
	// Testing
	{ callee: being('assert_response have_http_status respond_with_status'), at: [0], takes: 'any', weight: 13 },
	// `assertResponseStatusCodeSame(404)`
	{
		callee: /^(expect|assert|check|verify)_.*status(_codes?)?(_(is|same|equals?|not|in))*$/,
		at: [0],
		takes: 'any',
		weight: 13,
	},
	{ callee: /^(expect|assert|check|verify)_.*(fetch|request|response|call|api|redirect)/, takes: 'any', weight: 7 },
	{ callee: aboutRequest, takes: 'any', weight: 4 },
	{ callee: /^expect$/, receiver: anything, at: [0], takes: 'any', weight: 12 },
	{ callee: mocks, takes: 'any', weight: 10 },
	{ callee: anything, receiver: standIn, takes: 'any', weight: 10 },
];

/** Words of calls that answer or fail: a status is likely where the number is one that is seldom anything else. */
export const answeringCall = new RegExp(
	`(^|_)(${[
		'responses?|respond|reply|answer|http|open_?api|swagger|problem|boom',
		'errors?|exception|fail|failure|abort|reject|unauthorized|forbidden|not_?found',
	].join('|')})(_|$)`,
);

/** Calls that say something of a status: `getStatusText(404)`. */
export const aboutStatus = ending(
	'status(_codes?)?_(text|message|description|name|label|phrase|color|colour|category|class|family) reason_phrase',
);

/** Calls that never take a status. */
export const otherCall = ending(
	'timeout interval sleep delay wait debounced? throttled? poll ticks? advance\\w* elapse after before every times',
	'date days seconds millis minutes ms animate fade\\w* slide\\w* scroll\\w* move\\w* mouse\\w* click_at',
	'slice substring substr splice repeat pad pad_start pad_end truncate at nth fill alloc char_code\\w* code_point\\w*',
	'range resized? size width height length translate rotate scale rect arc line_to fill_text px rgba? hsl',
	'limit offset skip take chunk round floor ceil pow max min clamp random add sub subtract increment decrement',
	'listen close exit kill chmod mkdir',
);
/** Logs take any number. */
export const logReceiver = /(^|[._])(console|log|logger|toast|debug|winston|pino)$/;
/** Calls that only keep what they are given, or change its form. */
export const keeping = being(
	'use_state use_ref ref shallow_ref signal create_signal observable behavior_subject atom state store reactive',
	'computed writable readable number int parse_int integer value_of string str from of some just optional',
	'of_nullable freeze literal z_literal union valid const constant default catch',
);
