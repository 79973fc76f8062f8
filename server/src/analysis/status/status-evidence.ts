import { isForeignOwner, isOtherSystem, kindOfName, snakeCase } from './names.ts';

/** Whether a subject is an HTTP status by its name. */
export function looksLikeStatus(path: string): boolean {
	const words = snakeCase(path);
	return kindOfName(words) === 'status' && !isForeignOwner(words) && !isOtherSystem(words);
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

/** Whether a name or a path may hold a code that is a number: the kind of a thing is a number as often as not. */
export function looksLikeNumericCode(path: string): boolean {
	return looksLikeCode(path) && !/(^|[._])(type|kind|name)$/.test(snakeCase(path));
}
