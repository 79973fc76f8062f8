import type { ValueClass } from './values.ts';

/** What is known of a call's arguments. Names in snake case. */
export interface KnownCall {
	readonly callee: RegExp;
	/** What it is called on; calls of anything, and of nothing, where it is left out. */
	readonly receiver?: RegExp;
	/** Which arguments are statuses, from 0; any of them where it is left out. */
	readonly at?: readonly number[];
	readonly takes: ValueClass;
	readonly weight: number;
}

const nothing = /^$/;
const answers = /(^|[._])(res|response|resp|reply|rep|c|ctx|context|h|rw|w|http|request|req|route|xhr|server|stream)$/;

/** Calls that take a status, and where. Of several that fit, the weightiest counts. */
export const knownCalls: readonly KnownCall[] = [
	// Answering
	{
		callee:
			/^(write_head|write_header|send_response|set_response_code|http_response_code|abort_with_status(_json)?|abort_with_error|send_error|reply_once|reply_with_error|respond_with|reply|fulfill|from_u16|abort|http_code|produces(_response_type)?|response_template|problem)$/,
		at: [0],
		takes: 'any',
		weight: 13,
	},
	{
		callee: /^(respond|send_no_content)$/,
		at: [0, 1],
		takes: 'any',
		weight: 13,
	},
	{
		callee: /^(head|halt|no_content|status|error_?handler|error_page)$/,
		receiver: nothing,
		at: [0],
		takes: 'any',
		weight: 13,
	},
	{
		callee: /^(code|send|end|json|jsonp|xml|string|html|text|data|send_status|stream|blob|file)$/,
		receiver: answers,
		at: [0],
		takes: 'any',
		weight: 12,
	},
	{ callee: /^(json|new_response|make_response|json_response|send_json)$/, at: [1], takes: 'any', weight: 11 },
	{
		callee: /^(send|html|text|body|string|xml|make|view|render|no_content|send_file|problem)$/,
		receiver: answers,
		at: [1],
		takes: 'any',
		weight: 11,
	},
	// Whatever a response is asked or told, and the number is one that is seldom anything else.
	{ callee: /./, receiver: /(^|[._])(res|response|resp|reply)$/, takes: 'any', weight: 5 },
	{
		callee:
			/^(response|http_response|json_response|html_response|plain_text_response|streaming_response|redirect_response|next_response)$/,
		at: [0, 1],
		takes: 'any',
		weight: 10,
	},
	{
		callee: /^(?!(wait|on|get|fetch|poll|max|min|handle|parse|read|is|limit|count)_).*(^|_)(response|reply)$/,
		at: [0, 1, 2],
		takes: 'any',
		weight: 10,
	},
	{
		callee:
			/(^|_)(mock|stub|fake|dummy|simulate)(ed)?_.*(fetch|response|request|reply|endpoint|http|xhr|server|api)(?!s)/,
		takes: 'any',
		weight: 10,
	},
	{ callee: /redirect/, takes: 'redirect', weight: 12 },
	// Raising
	{
		callee:
			/^(create_(http_)?errors?|http_errors?|new_http_error|http_exception|response_status_exception|abort_(if|unless)|web_application_exception|boomify|error_response)$/,
		takes: 'error',
		weight: 12,
	},
	{ callee: /^(error|err|fail|http_error)$/, receiver: nothing, at: [0, 1, 2], takes: 'error', weight: 10 },
	{ callee: /^error$/, receiver: /^http$/, at: [2], takes: 'any', weight: 13 },
	{ callee: /^(throw|assert|raise)$/, receiver: answers, at: [0, 1], takes: 'error', weight: 11 },
	{
		callee:
			/^(?!(timeout|range|size|limit|length|syntax|type)_).*[a-z_](error|exception|err)$|_(failure|fault|problem)$/,
		takes: 'error',
		weight: 10,
	},
	// Testing
	{ callee: /^expect$/, receiver: /./, at: [0], takes: 'any', weight: 12 },
	{
		callee: /^(expect_status|assert_status|to_have_status|have_status|have_http_status|reply|status)$/,
		takes: 'any',
		weight: 13,
	},
	{
		callee: /./,
		receiver: /fetch_?mock|mock_?fetch|axios_?mock|mock_?axios|nock|(^|_)msw|mock_?(agent|pool|adapter|server)/,
		takes: 'any',
		weight: 10,
	},
];

/** Words of calls that answer or fail: a status is likely where the number is one that is seldom anything else. */
export const answeringCall =
	/(^|_)(response|responses|respond|http|abort|error|errors|exception|reply|reject|unauthorized|forbidden|not_?found|fail|failure|problem|boom|answer)(_|$)/;

/** Calls that say something of a status: `getStatusText(404)`. */
export const aboutStatus =
	/(^|_)(status(_codes?)?_(text|message|description|name|label|phrase|color|colour|category|class|family)|reason_phrase)$/;

/** Calls that never take a status. */
export const otherCall =
	/(^|_)(timeout|interval|sleep|delay|wait|debounce|debounced|throttle|throttled|poll|tick|ticks|advance\w*|elapse|slice|substring|substr|splice|repeat|range|resize|resized|pad|pad_start|pad_end|truncate|at|nth|times|after|before|every|fill|fill_text|listen|close|alloc|random|size|width|height|length|limit|offset|skip|take|chunk|round|floor|ceil|pow|max|min|clamp|exit|kill|chmod|mkdir|animate|fade\w*|slide\w*|scroll\w*|move\w*|click_at|mouse\w*|translate|rotate|scale|rect|arc|line_to|date|days|seconds|millis|minutes|ms|add|sub|subtract|increment|decrement|char_code\w*|code_point\w*|rgb|rgba|hsl|px)$/;
/** Logs and messages take any number. */
export const logReceiver = /(^|[._])(console|log|logger|toast|debug|winston|pino)$/;

/** Assertions prove nothing by themselves; the other side does. */
export const assertion =
	/^(strict_equals?|not_strict_equal|deep_equals?|deep_strict_equal|loose_equal|equals?|not_equals?|eqls?|eq|is_equal\w*|are_(not_)?equal|equal_to|assert_\w+|must_(be|equal)|one_of)$/;
/** Words that assert where they belong to what asserts. */
export const assertionOf =
	/^(is|is_not|not|ne|same|not_same|contains?|includes?|match\w*|be|within|above|below|at_least|at_most|greater\w*|less\w*|assert|ok|true)$/;
/** Calls that begin a sentence about what they are given: `expect(status).toBe(404)`, `match(code).with(404, …)`. */
export const sentence =
	/^(expect|assert_that|that|match|when|ensure|verify|given|soft|poll|should|assert|check|matching|is_expected)$/;
/** Objects whose methods assert. */
export const asserting = /(^|\.)(assert|assertions?|t|tap|test|chai|should|expect|qunit|strict|must|tt|self)(\.|$)/;
/** Questions about what a function was called with: the function says it. */
export const calledWith = /called_(once_|last_|nth_|first_)?with|^(have_been_)?called(_once)?_with(_exactly|_match)?$/;
/** Calls that say what a function gives. */
export const giving =
	/^(returns?|mock_return_value(_once)?|mock_resolved_value(_once)?|mock_implementation(_once)?|resolves|then_return|will_return(_once)?|and_return|return_value|do_return|yields)$/;
/** Calls that only keep or change the form of what they are given. */
export const keeping =
	/^(use_state|ref|use_ref|shallow_ref|signal|create_signal|observable|atom|state|writable|readable|store|number|int|parse_int|integer|value_of|some|of|just|optional|of_nullable|behavior_subject|reactive|computed|freeze|string|str|from|literal|z_literal|const|constant|default|catch|optional)$/;
