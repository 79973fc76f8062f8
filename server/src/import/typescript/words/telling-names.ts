import { constantName, wordsIn } from '../../../catalog/code-name.ts';
import { lastWord } from '../../../syntax/dispatches/subject.ts';

/**
 * How much the name of a declaration says that error codes stand there: 2 for errors, 1 for codes of some kind, else 0.
 * What is around it counts where it is itself called a code: `LastError.Code`.
 */
export function rankOfName(name: string): 0 | 1 | 2 {
	const own = wordsIn(lastWord(name));
	if (aboutErrors.has(own.at(-1) ?? '')) return 0;
	const isOfCodes = own.some((word) => codeWord.test(word));
	const words = isOfCodes ? name.split('.').flatMap(wordsIn) : own;
	return words.some((word) => errorWord.test(word)) ? 2 : isOfCodes ? 1 : 0;
}

/** Words for what errors have beside their codes. */
const aboutErrors: ReadonlySet<string> = new Set(
	'LEVEL LEVELS SEVERITY SEVERITIES CATEGORY CATEGORIES COLOR COLORS ICON ICONS PRIORITY SOURCE SOURCES STATE STATES PROPS OPTIONS CONFIG STYLE STYLES HANDLING STRATEGY EVENT EVENTS ACTION ACTIONS'.split(
		' ',
	),
);
const errorWord =
	/^(?:ERR|ERRS|ERRNO|ERROR|ERRORS|ERRORCODES?|ERRCODES?|EXCEPTIONS?|FAILURES?|FAULTS?|PROBLEMS?|REJECTIONS?|DECLINES?)$/;
const codeWord = /^(?:CODES?|STATUS|STATUSES|STATUSCODES?|REASONS?|RESULTS?)$/;

/** Whether a name is one of codes: `ErrorCode`. */
export function speaksOfCodes(name: string): boolean {
	return wordsIn(lastWord(name)).some((word) => /CODES?$/.test(word));
}

/** Whether a name is one of texts that are shown: `ERROR_MESSAGES`. */
export function speaksOfTexts(name: string): boolean {
	return wordsIn(name).some((word) =>
		/^(?:MESSAGES?|MSGS?|TEXTS?|TITLES?|DESCRIPTIONS?|LABELS?|TRANSLATIONS?)$/.test(word),
	);
}

/** Whether a name is one of statuses: `HTTP_STATUS`, `statusByCode`. */
export function speaksOfStatuses(name: string): boolean {
	return wordsIn(name).some((word) => /^(?:HTTP|STATUS|STATUSES|STATUSCODES?)$/.test(word));
}

/** Whether a name says that its keys lead from codes to something: `ERROR_CODE_MAP`, `statusByErrorCode`. */
export function speaksOfKeys(name: string): boolean {
	return /(?:^|_)(?:MAP|MAPPING|LOOKUP|(?:BY|FOR)(?:_[A-Z]+)?_(?:CODES?|ERRORS?)|CODES?_TO_\w+)$/.test(
		constantName(lastWord(name)),
	);
}

/** Whether what is written around a value gives it the type of an error: `satisfies ErrorData`. */
export function isTypeOfError(annotation: string): boolean {
	return (annotation.match(/\w+/g) ?? []).some((name) => rankOfName(name) === 2);
}

/** Text with several words, as codes have: `auth/expired`, `RATE_LIMITED`. */
const severalWords = /^[\p{L}\p{N}]+(?:[_/.:-][\p{L}\p{N}]+)+$/u;

/**
 * Whether the name of a constant says that its value is an error's code: `ERR_GONE`, `PAYMENT_ERROR_CODE`; in a file that
 * is called after errors, any name in capitals.
 */
export function namesCode(name: string, value: string | number | undefined, fileStem: string): boolean {
	if (value === undefined) return false;
	const words = wordsIn(lastWord(name));
	const isError = words.some((word) => errorWord.test(word));
	if (isError && words.some((word) => /CODES?$/.test(word))) return true;
	if (typeof value !== 'string') return false;
	if (isError && /^(?:ERR|ERROR)$/.test(words[0] ?? '')) return true;
	return rankOfName(fileStem) === 2 && /^[A-Z][A-Z\d_]*$/.test(name) && severalWords.test(value);
}
