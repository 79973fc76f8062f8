import { constantName } from '../../catalog/code-name.ts';

/**
 * What names say of a string beside them, as data. A name is read by its words, so that `errorCode`, `error_code` and
 * `ERROR_CODE` are the same; of a path such as `response.error.code` the last name counts first.
 */

/**
 * What a string is, as far as its place tells: an error's code; the code of an error that has a class of its own, whose
 * author may mean the word as he likes; words for people; something else that has a name.
 */
export type Saying = 'code' | 'own-code' | 'text' | 'other' | 'nothing';

/** Names of what is shown, logged or translated. */
const texts =
	/(^|_)(MESSAGES?|MSG|TITLES?|LABELS?|TEXTS?|DESCRIPTIONS?|DESC|NAME|DISPLAY_NAME|PLACEHOLDER|HEADING|CAPTION|TOOLTIP|HINT|SUMMARY|SUBJECT|NOTE|CONTENT|HTML|CSS|CLASS(_NAME)?|HREF|SRC|URL|URI|PATH|PATHNAME|FILE(_?NAME)?|TEST_?ID|SELECTOR|I_?18_?N(_KEY)?|TRANSLATION_KEY|COMMENT|LOGS?)$/;
/** Errors by any name. */
const errors =
	/(^|_)(E|EX|ERR|ERRS|ERRORS?|EXCEPTIONS?|FAILURES?|FAULTS?|DECLINED?|REJECTION|CAUSE|ERRNO|SQL_?STATES?)(_|\d*$)/;
/** Codes by any name. */
const codes = /(^|_)(CODES?|ERRCODES?|ERRORCODES?)(_|$)/;
/** Codes that are no errors: of things, places and people, of programs, and those that somebody types in. */
const foreignCodes =
	/(^|_)(EXIT|ZIP|POST|POSTAL|COUNTRY|REGION|STATE|LANGUAGE|LANG|LOCALE|CURRENCY|KEY|CHAR|COLOR|AREA|DIAL|PHONE|PRODUCT|PROMO|PROMOTION|COUPON|DISCOUNT|VOUCHER|INVITE|INVITATION|REFERRAL|QR|BAR|SORT|SOURCE|BYTE|MACHINE|OP|PASS|PIN|AUTH|AUTHORIZATION|VERIFICATION|CONFIRMATION|SECURITY|BACKUP|RECOVERY|SHORT|TRACKING|TAX|BANK|SWIFT|TEAM|VS|VISUAL_STUDIO|CLOSE)_?CODES?$/;
/** States, kinds and places of things that are no errors. */
const others =
	/(^|_)(STATUS(ES)?|STATES?|STAGE|PHASE|MODE|VIEW|ROUTE|PAGE|SCREEN|TAB|STEP|EVENTS?|ACTIONS?|PERMISSIONS?|ROLES?|SCOPES?|LEVEL|SEVERITY|CATEGORY|CATEGORIES|VARIANT|SIZE|PLAN|LOCALE|COUNTRY|COUNTRIES|CURRENCY|RESULT_?TYPE|KEYS?|IDS?|SLUGS?|TAGS?|CACHE|STORAGE|SETTINGS?|CONFIG|CONFIGURATION|OPTIONS?|ENV|PARAMS?|QUERY|HEADERS?|COOKIES?|SESSION|STORE|FIELDS?|COLUMNS?|TABLES?|TOPICS?|QUEUES?|CHANNELS?|TOKENS?_?(TYPES?|KINDS?)|PRICES?|AMOUNTS?|ZIPS?|RESERVED(_\w+)?|(STOP|BAD|BLOCKED|FORBIDDEN|RESTRICTED|PROTECTED)_?(WORDS?|NAMES?|URLS?|LIST)|WORDS?|NAMES?|URLS?|MEMBERS?|FEATURES?|FLAGS?|RESOURCES?)$/;
/** Names that say what they are only together with what they belong to: `error.type`. */
const vague = /^(TYPES?|KINDS?|NAMES?|REASONS?|STATUS|VALUES?|DATA|KEYS?|IDS?|SUB_?TYPE|RAW_TYPE)$/;

/** What a name, or a path of names, says of the value that it has or is compared with. */
export function sayingOf(path: string): Saying {
	const names = path.split('.').map(constantName);
	const last = names.at(-1) ?? '';
	const owner = names.at(-2) ?? '';
	if (vague.test(last)) {
		const owners = /^(NAMES?|KEYS?|IDS?)$/.test(last) ? [owner] : names.slice(0, -1);
		if (owners.some(isError)) return 'code';
		return /^NAMES?$/.test(last) ? 'text' : /^(STATUS|KEYS?|IDS?)$/.test(last) ? 'other' : 'nothing';
	}
	if (foreignCodes.test(last) || (codes.test(last) && foreignCodes.test(`${owner}_${last}`))) return 'other';
	if (texts.test(last)) return 'text';
	if (codes.test(last)) return 'code';
	if (isError(last)) return 'code';
	if (others.test(last)) return 'other';
	return 'nothing';
}

/** What a table, a map or a function says of the strings that it is asked for: those of `errorMessages` are codes. */
export function sayingOfKeys(path: string): Saying {
	const names = path.split('.').map(constantName);
	const last = names.at(-1) ?? '';
	if (foreignCodes.test(last)) return 'other';
	if (codes.test(last) || isError(last)) return 'code';
	if (others.test(last)) return 'other';
	return names.length > 1 && isError(names.at(-2) ?? '') ? 'code' : 'nothing';
}

function isError(name: string): boolean {
	return errors.test(name) || /ERROR$|EXCEPTION$/.test(name);
}

/** Calls whose text is read by people, or by a page: titles of tests, logs, translations, elements. */
const textCalls =
	/^(describe|it|test|suite|context|specify|scenario|feature|xit|fit|xdescribe|fdescribe|log|info|warn|error|debug|trace|verbose|fatal|notice|print|println|printf|puts|echo|write|writeln|t|tc|te|i18n|translate|trans|gettext|ngettext|_|__|_e|msg|require|import|querySelector|querySelectorAll|getElementById|getByText|getByRole|getByTestId|findByText|queryByText|getItem|setItem|removeItem|addEventListener|removeEventListener|track|alert|confirm|prompt|toast|fail|skip|todo|only|step|text|html|style|title|success|split|replace|replaceAll|join|padEnd|padStart|test|match|search)$/;
/** Calls by the words of their names: they say something to somebody. */
const textVerbs =
	/^(LOG|SHOW|DISPLAY|RENDER|PRINT|NOTIFY|TOAST|REPORT|CAPTURE|TRACK|ALERT|WARN|TRANSLATE|FORMAT_MESSAGE)(_|$)/;
/** Loggers, whatever they are asked to do. */
const loggers = /(^|_)(LOG|LOGGER|CONSOLE|REPORTER|SENTRY|ANALYTICS|TOAST|TOASTER|NOTIFICATIONS?|I_?18_?N)$/;
/** Errors of the language itself take a message for people. */
const plainErrors =
	/^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|AggregateError|Exception|RuntimeException|RuntimeError|ValueError|IllegalStateException|IllegalArgumentException|InvalidOperationException|StandardError)$/;
/** Parts of a test's name: `it.skip`, `test.serial`, `describe.only`. */
const testNames = /^(describe|it|test|suite|context|specify|t|xit|fit)(\.|$)/;

/** Whether a call takes words for people at an argument: titles, logs, translations, messages of plain errors. */
export function takesText(callee: string, receiver: string, index: number): boolean {
	if (plainErrors.test(callee)) return true;
	if (receiver === '') return textCalls.test(callee) || textVerbs.test(constantName(callee));
	const owner = constantName(receiver.slice(receiver.lastIndexOf('.') + 1));
	if (loggers.test(owner) || textVerbs.test(constantName(callee))) return true;
	if (testNames.test(receiver))
		return (
			index === 0 && /^(skip|only|todo|serial|failing|concurrent|step|test|if|fails|sequential|describe)$/.test(callee)
		);
	return textCalls.test(callee);
}

/** Calls that only collect what they are given: what the collection is called counts for its elements. */
const collectors =
	/^(Set|Map|WeakSet|ReadonlySet|of|from|freeze|seal|enum|nativeEnum|picklist|union|literal|literals|list|tuple|set|frozenset|array|asList|listOf|setOf|concat|assign|entries)$/;

/** Calls that do something with an error: what else they are given may be anything. */
const deeds = /^(handle|on|set|add|push|mark|record|clear|reset|use|ignore|catch|with)[A-Z](?!\w*Code)/;
/** Calls that ask something of an error instead of making one. */
const questions = /^(is|has|get|to|as|parse|check|assert|expect|map|extract)[A-Z]/;

/** Whether a call does something with an error, so that its name tells nothing of what it is given. */
export function acts(callee: string): boolean {
	return deeds.test(callee);
}

/** Whether a call makes an error: `new ApiError('CONFLICT')`. */
export function makesError(callee: string): boolean {
	return /(Error|Exception|Failure)$/.test(callee) && !deeds.test(callee) && !questions.test(callee);
}

export function collects(callee: string): boolean {
	return collectors.test(callee);
}

/** Whether a name says what it is only together with what it belongs to: the `type` of an error. */
export function isVague(name: string): boolean {
	return vague.test(constantName(name));
}

/** Calls that compare what they are given, or what they are called on. */
const assertions =
	/^(is|not|equals?|notEqual|strictEqual|notStrictEqual|deepEqual|deepStrictEqual|eq|eql|equal|same|toBe|toEqual|toStrictEqual|toMatch|toContain|toContainEqual|toHaveProperty|include|contain|oneOf|property|match|when|with|case|has|includes|contains|startsWith|endsWith|indexOf|assertEquals?|assertSame|assertEqual|Equal|EqualError|AreEqual|isEqualTo|hasErrorCode|withCode)$/;

/** Whether a call compares, so that what stands beside a string in it says what the string is. */
export function compares(callee: string): boolean {
	return assertions.test(callee);
}
