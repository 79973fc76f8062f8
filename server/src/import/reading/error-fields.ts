import { nameLetters } from '../../catalog/code-name.ts';

/** What a field of an object that tells of one error holds. */
export type ErrorField =
	| 'code'
	| 'status'
	| 'title'
	| 'description'
	| 'message'
	| 'remedy'
	| 'url'
	| 'retry'
	| 'since'
	| 'deprecated';

/** What people call the fields, without underscores and in small letters. */
const fieldNames: ReadonlyMap<string, ErrorField> = new Map(
	(
		[
			['code', 'code errorcode errcode apicode errorid'],
			['status', 'status statuscode httpstatus httpstatuscode httpcode http responsestatus'],
			['title', 'title summary label'],
			['description', 'description desc details detail meaning explanation'],
			['message', 'message msg text errormessage defaultmessage reason usermessage errmsg'],
			['remedy', 'remedy hint solution action suggestion resolution fix howtofix'],
			['url', 'url docs docurl docsurl documentation documentationurl link help helpurl moreinfo'],
			['retry', 'retryable isretryable retriable canretry shouldretry'],
			['since', 'since'],
			['deprecated', 'deprecated isdeprecated'],
		] as const
	).flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)),
);

/** Fields that have the code where nothing else does. */
const codeFields = /^(?:id|key|name|type|value|slug|identifier|error)$/;

/** Undefined for a field that tells nothing of the kind. */
export function errorFieldOf(name: string): ErrorField | undefined {
	return fieldNames.get(nameLetters(name));
}

/** Whether a field of the name may have the code, where no field is called one. */
export function mayHaveCode(name: string): boolean {
	return codeFields.test(name);
}
