import { nameLetters, wordsIn } from '../../../catalog/code-name.ts';

/**
 * What a property of an error body holds, going by its name:
 * - `code`: a code, whatever it looks like;
 * - `error`: a code, or a sentence;
 * - `kind`: a code if it sounds like an error, as many other things have a type, a name and a status;
 * - `message`, `title`: words for people.
 */
export type Role = 'code' | 'error' | 'kind' | 'message' | 'title';

/** Longer names are nobody's. */
const longestName = 60;

const before =
	'api|app|application|business|custom|decline|detailed|detail|domain|error|err|exception|failure|fault|internal|machine|message|problem|readable|reason|response|result|service|sub|validation|vendor';
const code = new RegExp(`^(?:${before})*(?:codes?|errno)$`);
const error =
	/^(?:errors?|err|apierrors?|issues?|(?:api|sub)?(?:error|err|exception|fault|problem|issue)(?:class|key|kind|name|reason|slug|status|type)|exceptions?)$/;
const kind = /^(?:category|id|key|kind|name|reason|slug|status|type)$/;
const message =
	/^(?:(?:developer|display|error|err|user|human)?(?:message|msg)|(?:error)?(?:description|details?)|text|reasonphrase)$/;

/** Undefined for a name that says nothing of the kind. */
export function roleOf(name: string): Role | undefined {
	if (name.length > longestName) return undefined;
	const letters = nameLetters(name);
	if (code.test(letters)) return 'code';
	if (error.test(letters)) return 'error';
	if (kind.test(letters)) return 'kind';
	if (/^(?:error)?title$/.test(letters)) return 'title';
	return message.test(letters) ? 'message' : undefined;
}

/** Whether a property of the name holds the HTTP status, if it holds a number. */
export function isStatusName(name: string): boolean {
	return /^(?:error)?(?:http)?(?:status|statuscode|httpcode)$/.test(nameLetters(name));
}

const errorWord =
	/^(?:ERRORS?|ERRS?|FAULTS?|PROBLEMS?|EXCEPTIONS?|FAILURES?|VIOLATIONS?|ISSUES?|APIERRORS?|INNERERRORS?|SUBERRORS?)$/;
const neutral = /^(?:body|causes?|content|data|details?|extensions?|info|inner|meta|payload|response|results?|status)$/;

/**
 * What a property of an error body has inside, where codes may be in it: things about an error, or things of which only
 * what is called a code can be one. Anything else, such as a `country`, has codes of its own.
 */
export function insideOf(name: string): 'error' | 'neutral' | undefined {
	if (name.length > longestName) return undefined;
	const words = wordsIn(name);
	if (errorWord.test(words.at(-1) ?? '')) return 'error';
	if (/^(?:DETAILS?|INFO|DATA|BODY|RESPONSE|OBJECT)$/.test(words.at(-1) ?? '') && errorWord.test(words.at(-2) ?? '')) {
		return 'error';
	}
	return neutral.test(nameLetters(name)) ? 'neutral' : undefined;
}

/** Whether a schema of the name is the body of an error, or a part of one. */
export function isErrorSchemaName(name: string): boolean {
	const words = wordsIn(name).filter((word) => !/^(?:V?\d+|DTO|MODEL|SCHEMA|JSON|OUT|ENTITY)$/.test(word));
	const named = /^(?:ERRORS?|FAULTS?|PROBLEMS?|EXCEPTIONS?)$/;
	const part = /^(?:RESPONSE|BODY|OBJECT|DETAILS?|PAYLOAD|ITEM|INFO|CONTENT|MESSAGE|RESULT)$/;
	const last = words.at(-1) ?? '';
	return named.test(last) || (part.test(last) && named.test(words.at(-2) ?? ''));
}

/** Whether a list of values of the name is one of error codes: `ErrorCode`, `api_error_codes`, `ErrorTypeEnum`. */
export function isCodesSchemaName(name: string): boolean {
	const words = wordsIn(name).filter((word) => !/^(?:V?\d+|DTO|MODEL|SCHEMA|ENUMS?|VALUES?)$/.test(word));
	const what = /^(?:CODES?|TYPES?|KINDS?|IDS?|KEYS?|NAMES?|REASONS?|SLUGS?|ERRORCODES?|ERRORTYPES?)$/;
	const last = words.at(-1) ?? '';
	if (/^(?:ERRORCODES?|ERRORTYPES?|ERRORS?)$/.test(last)) return true;
	return what.test(last) && /^(?:ERRORS?|ERR|FAULTS?|PROBLEMS?)$/.test(words.at(-2) ?? '');
}
