/**
 * Words of names and what they say of a number under such a name, as data. Names are compared in snake case by their
 * last words, so that `statusCode`, `status_code` and `getStatusCode` are the same.
 */

/** A pattern for names that end in one of the words; the lists have spaces between, and may use what patterns may. */
export function ending(...lists: readonly string[]): RegExp {
	return new RegExp(`(?:^|_)(?:${alternatives(lists)})$`);
}

/** The same for names that are one of the words. */
export function being(...lists: readonly string[]): RegExp {
	return new RegExp(`^(?:${alternatives(lists)})$`);
}

function alternatives(lists: readonly string[]): string {
	return lists.flatMap((list) => list.split(' ')).join('|');
}

/** Says it by itself. */
export const statusWords = ending(
	'status statuses stati status_(codes?|no|nr|num|number|ints?)',
	'http_codes? http_status\\w* http_response response_codes? resp_codes? res_code reply_code rcode',
);
/** Whose status it is, where it is not HTTP's. */
export const foreignStatusWords = ending(
	'(exit|job|order|task|process|build|child|wait|wait_?pid|worker|game|sync|ready|battery)_status(_codes?)?',
	'(grpc|close|gl|x|row|node|user|member|account|marital|employment|train|flight)_status(_codes?)?',
	'(payment|invoice|shipping|delivery|subscription)_status(_codes?)?',
);
/** Codes of other systems. */
export const foreignCodeWords = ending(
	'(exit|signal|os|vendor|op|byte|machine|close|event|intent|errno)_codes?',
	'(zip|postal|post|country|calling|phone|area|dial|region|state|airport|iso|language|lang|locale|currency)_codes?',
	'(key|char|color|colour|unicode|ascii|qr|bar|sort|source|access|pin)_codes?',
	'(product|promo|coupon|discount|sql|ora)_codes?',
	'errno sqlcode keycode charcode zipcode barcode opcode',
);
/** May be a status. */
export const codeWords = ending('codes? code_(number|num|value|int)');
/** May be a status, and 400 and 500 are likely to be meant as HTTP has them. */
export const errorCodeWords = ending(
	'err(or)?_?(codes?|no|num|number|status) http_errors? http',
	'(api|fault|return|result|success|ok|valid|accepted|allowed|expected|fail|failure)_codes?',
	'(retry|retryable|redirect)_codes?',
);
/** A response or an error, which a status may stand for. */
export const answerWords = ending(
	'err error response resp res rsp reply failure exception expect expected expects wanted expectation answer outcome',
);
/** Tables of them; a number under such a name is how many there are. */
export const answersWords = ending('errs errors responses replies failures exceptions answers problems');
/** Sizes, times, amounts, places and what else is counted. */
export const measureWords = ending(
	'width height size sizes length len radius margin padding gap spacing indent w h px pixels dpi scale depth area',
	'x y z x1 x2 y1 y2 dx dy left right top bottom position pos distance angle degrees rotation',
	'row rows col cols column columns line lines offset index idx page start end from to begin range dim dims',
	'latitude longitude lat lng elevation',
	'timeout delay duration interval intervals ms msec millis milliseconds sec secs seconds minutes hours days wait',
	'day month year date time times timestamp period window debounce throttle backoff jitter ttl tick ticks epochs? age',
	'count counts counter total totals subtotal sum amount amounts quantity qty stock items records entries units',
	'limit max min maximum minimum cap cutoff threshold capacity budget quota step steps level levels priority order',
	'price prices cost costs fee fees tax salary balance points score scores rank votes likes views hits users followers',
	'percent percentage rate ratio quality volume pitch frequency freq fps speed temperature precision samples seed',
	'chars characters words tokens bytes byte bits batch chunk buffer concurrency iterations attempts retries repeats',
	'frame frames breakpoint breakpoints zoom opacity color colour weight font_weight brightness hue saturation lightness',
	'stiffness damping mass tension friction',
	'id ids uid gid pid port ports version which mode umask permissions chmod',
);
/** What stands after the word makes it another: a thing on a screen, a text, a time. */
export const aboutStatusWords =
	/(^|_)status_?(bar|line|icon|text|message|color|colour|label|panel|height|width|page|interval|timeout|poll)/;
/** Systems whose numbers look like HTTP's and mean something else. */
export const otherSystems = new RegExp(
	`(^|[._])(${[
		'smtp|ftp|sftp|nntp|pop3|imap|ldap|irc|sip|rtsp|grpc|websocket|ws|redis|sql|mysql',
		'synology|nas|dsm|gl|webgl|midi|dmx|modbus|gpio|exit',
	].join('|')})([._]|$)`,
);
/** Things that have a status of their own. */
export const foreignOwnerWords = ending(
	'job task process proc child build worker thread animation recording game device battery',
	'order payment invoice subscription shipment delivery user member account',
);
/** Things whose `code` is a status. */
export const responseWords = ending(
	'res resp response rsp reply answer http http_error http_response fetch_error axios_error request_error',
	'recorder rr w rw fetch request',
);
/** Things whose `code` may be one. */
export const errorWords = ending(
	'err error errors e ex exc exception cause reason fault failure problem result ret r data body json payload',
);
/** What a list or a table of statuses may be called beyond them: `statusMap`, `errorCodeMessages`. */
export const containerWords = new RegExp(
	`_(${[
		'maps?|mapping|table|lists?|force_?list|set|array|arr|dict|dictionary|lookup|index|enum|types?|schemas?',
		'messages?|msgs?|texts?|titles?|labels?|names?|phrases?|descriptions?|reasons?|values?|strings?',
		'constants?|options?|handlers?|pages?|refs?|defs?|definitions?|specs?|docs?|to_[a-z]+|by_[a-z]+',
	].join('|')})$`,
);
