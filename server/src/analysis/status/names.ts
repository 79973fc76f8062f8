/**
 * What names say about the numbers under them, as data. Names are compared in snake case by their last words, so that
 * `statusCode`, `status_code` and `getStatusCode` are the same.
 */

/**
 * `status`: says it by itself. `foreign`: another system's status or code. `code`: may be a status. `answer`: a response
 * or an error, which a status may stand for. `measure`: a size, a time, an amount, a place.
 */
export type NameKind = 'status' | 'foreign' | 'code' | 'answer' | 'measure' | 'near' | 'plain';

const status =
	/(^|_)(status|statuses|stati|status_(codes?|no|nr|num|number|ints?)|http_(codes?|status\w*)|http_response|response_codes?|resp_codes?|res_code|reply_code|rcode|sc)$/;
/** What stands before the word says whose status it is. */
const foreignStatus =
	/(^|_)(exit|job|order|grpc|close|payment|task|process|build|child|wait|row|user|node|game|sync|gl|x|ready|member|account|account|invoice|shipping|delivery|subscription|wait_?pid|battery|train|flight|marital|employment)_status(_codes?)?$/;
const foreignCode =
	/(^|_)(exit|zip|postal|post|country|calling|phone|language|lang|locale|currency|key|char|close|color|colour|area|dial|product|promo|coupon|discount|qr|bar|sort|source|op|byte|machine|region|state|airport|iso|sql|ora|os|vendor|unicode|ascii|signal|access|pin|event|intent)_codes?$|(^|_)(errno|sqlcode|keycode|charcode|zipcode|barcode|opcode)$/;
const code = /(^|_)(codes?|code_(number|num|value|int))$/;
/** Codes of errors: 400 and 500 are likely to be meant as HTTP has them. */
const errorCode =
	/(^|_)(err(or)?_?(codes?|no|num|number|status)|http_errors?|http|(api|fault|return|result|success|retry|retryable|redirect|expected|accepted|allowed|valid|ok|fail|failure)_codes?)$/;
const answer =
	/(^|_)(err|error|response|resp|res|rsp|reply|failure|exception|expected|wanted|expectation|answer|outcome)$/;
/** Tables of them; a number under such a name is how many there are. */
const answers = /(^|_)(errs|errors|responses|replies|failures|exceptions|answers|problems)$/;
const measure =
	/(^|_)(width|height|size|sizes|length|len|count|counts|counter|limit|max|min|maximum|minimum|timeout|delay|duration|interval|intervals|ms|msec|millis|milliseconds|sec|secs|seconds|minutes|hours|days|time|times|timestamp|date|port|ports|id|ids|uid|gid|pid|page|offset|price|prices|amount|amounts|cost|costs|fee|fees|tax|salary|balance|total|totals|subtotal|sum|percent|percentage|rate|ratio|index|idx|position|pos|year|month|day|x|y|z|x1|x2|y1|y2|dx|dy|w|h|left|right|top|bottom|start|end|from|to|begin|color|colour|weight|font_weight|version|radius|margin|padding|gap|spacing|indent|speed|zoom|opacity|depth|step|steps|which|rows|cols|columns|row|col|column|line|lines|bytes|byte|bits|capacity|budget|fps|ttl|age|score|scores|rank|distance|threshold|quantity|qty|stock|points|votes|likes|chars|characters|words|tokens|batch|chunk|buffer|concurrency|iterations|attempts|retries|repeats|seed|frame|frames|tick|ticks|backoff|jitter|wait|period|window|stiffness|damping|mass|tension|friction|angle|degrees|rotation|latitude|longitude|lat|lng|elevation|level|levels|priority|order|quality|volume|pitch|frequency|freq|temperature|brightness|hue|saturation|lightness|breakpoint|breakpoints|debounce|throttle|cap|cutoff|mode|umask|permissions|chmod|pixels|px|dpi|scale|range|area|hits|views|users|items|records|entries|followers|samples|precision|epoch|epochs|dim|dims|units)$/;
/** What stands after the word makes it another: the status is a thing on a screen, a text, a file. */
const aboutStatus =
	/(^|_)status_?(bar|line|icon|text|message|color|colour|label|panel|height|width|page|interval|timeout|poll)/;
/** Systems whose numbers look like HTTP's and mean something else. */
const otherSystems =
	/(^|[._])(smtp|ftp|sftp|nntp|pop3|imap|grpc|sip|rtsp|websocket|ws|synology|nas|dsm|sql|mysql|redis|ldap|gl|webgl|midi|dmx|modbus|gpio|irc|exit)([._]|$)/;
/** Things that have a status of their own. */
const foreignOwners =
	/(^|_)(job|order|payment|task|process|proc|child|build|user|member|account|invoice|subscription|shipment|delivery|game|device|battery|worker|thread|animation|recording)$/;
/** Things whose `code` is a status. */
const responses =
	/(^|_)(res|resp|response|rsp|reply|http|http_error|http_response|answer|fetch_error|axios_error|request_error)$/;
const errors =
	/(^|_)(err|error|errors|e|ex|exc|exception|cause|reason|fault|result|failure|problem|data|body|json|payload|ret|r)$/;
/** What a table of statuses may be called beyond them: `statusMap`, `errorCodeMessages`. */
const containers =
	/_(map|maps|mapping|table|list|lists|set|array|arr|dict|dictionary|lookup|index|messages?|msgs?|texts?|titles?|labels?|names?|phrases?|descriptions?|reasons?|values?|enum|type|types|constants?|options?|handlers?|pages?|strings?|schemas?|force_?list|to_[a-z]+|by_[a-z]+)$/;

export function snakeCase(name: string): string {
	return name
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
		.replace(/-/g, '_')
		.toLowerCase();
}

/** What the last word of a path says; `path` is in snake case. */
export function kindOfName(path: string): NameKind {
	const word = lastOf(path);
	if (word === '') return 'plain';
	if (foreignStatus.test(word) || foreignCode.test(word)) return 'foreign';
	if (status.test(word)) return 'status';
	if (measure.test(word)) return 'measure';
	if (errorCode.test(word) || code.test(word)) return 'code';
	if (answer.test(word)) return 'answer';
	return /(^|_)status(es)?(_|$)|status_?code/.test(word) && !aboutStatus.test(word) ? 'near' : 'plain';
}

/** A path without the words that say that it holds many. */
export const withoutContainer = (path: string): string => path.replace(containers, '');

/** The same for what holds many values: without the words that say so. */
export function kindOfContainer(path: string): NameKind {
	const kind = kindOfName(path);
	const inner = lastOf(withoutContainer(path));
	if (kind === 'status' || kind === 'foreign') return kind;
	if (answers.test(inner)) return 'answer';
	const ofInner = inner === '' ? 'plain' : kindOfName(inner);
	return ofInner === 'plain' || ofInner === 'measure' ? kind : ofInner;
}

export const isErrorCode = (path: string): boolean => errorCode.test(lastOf(withoutContainer(path)));
export const isForeignOwner = (path: string): boolean => foreignOwners.test(ownerIn(path));
export const isOtherSystem = (path: string): boolean => otherSystems.test(path);

/** Whether the owner of a code makes it a status: `response.code` more than `error.code`. */
export function ownerOfCode(path: string): 'response' | 'error' | undefined {
	const owner = ownerIn(path);
	if (responses.test(owner) || status.test(owner)) return 'response';
	return errors.test(owner) ? 'error' : undefined;
}

/** What a spy says of the calls that it saw: `res.status.mock.calls[0][0]`. */
const callsSeen = /(\.(mock|calls?|args|arguments|first_call|second_call|last_call|get_call|results))+$/;

/** The last word without what marks it as one of several: `status_2` is `status`. */
function lastOf(path: string): string {
	const seen = path.replace(callsSeen, '');
	const word = seen.slice(seen.lastIndexOf('.') + 1).replace(/^[_#@$*&]+|[_?!]+$/g, '');
	// `statusOf`, `codeForError`: what it is of says no more.
	return word.replace(/_?\d+$/, '').replace(/(?<=[a-z])_(of|for|from)(_\w+)?$/, '') || word;
}

function ownerIn(path: string): string {
	return path.split('.').at(-2) ?? '';
}
