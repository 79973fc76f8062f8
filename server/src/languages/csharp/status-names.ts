/** What `System.Net.HttpStatusCode` calls statuses. */
const names = namesIn(
	'200 OK 201 Created 202 Accepted 204 NoContent 206 PartialContent 301 MovedPermanently 302 Found 303 SeeOther',
	'304 NotModified 307 TemporaryRedirect 308 PermanentRedirect 400 BadRequest 401 Unauthorized 402 PaymentRequired',
	'403 Forbidden 404 NotFound 405 MethodNotAllowed 406 NotAcceptable 408 RequestTimeout 409 Conflict 410 Gone',
	'411 LengthRequired 412 PreconditionFailed 413 RequestEntityTooLarge 415 UnsupportedMediaType',
	'417 ExpectationFailed 421 MisdirectedRequest 422 UnprocessableEntity 423 Locked 424 FailedDependency',
	'426 UpgradeRequired 428 PreconditionRequired 429 TooManyRequests 431 RequestHeaderFieldsTooLarge',
	'451 UnavailableForLegalReasons 500 InternalServerError 501 NotImplemented 502 BadGateway',
	'503 ServiceUnavailable 504 GatewayTimeout',
);
/** Those that `Microsoft.AspNetCore.Http.StatusCodes` calls otherwise. */
const webNames = namesIn('413 PayloadTooLarge');

function namesIn(...lines: readonly string[]): ReadonlyMap<number, string> {
	const pairs = lines.join(' ').matchAll(/(\d+) (\w+)/g);
	return new Map([...pairs].map(([, status, name = '']) => [Number(status), name]));
}

/**
 * The name of a status in the way of another's: `HttpStatusCode.Conflict` where `like` is `HttpStatusCode.NotFound`,
 * `StatusCodes.Status409Conflict` where it is `StatusCodes.Status404NotFound`. Undefined where there is none.
 */
export function nameOfStatus(status: number, like: string): string | undefined {
	const [, owner = '', number] = /^((?:\w+\.)*)(?:Status(\d{3}))?[A-Z]\w*$/.exec(like) ?? [];
	const name = (number === undefined ? undefined : webNames.get(status)) ?? names.get(status);
	if (name === undefined || (owner === '' && number === undefined)) return undefined;
	return number === undefined ? owner + name : `${owner}Status${status}${name}`;
}
