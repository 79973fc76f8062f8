/** The names that `HttpStatus` of `dart:io` has for statuses. */
const names: ReadonlyMap<number, string> = new Map([
	[200, 'ok'],
	[201, 'created'],
	[202, 'accepted'],
	[204, 'noContent'],
	[206, 'partialContent'],
	[301, 'movedPermanently'],
	[302, 'found'],
	[303, 'seeOther'],
	[304, 'notModified'],
	[307, 'temporaryRedirect'],
	[308, 'permanentRedirect'],
	[400, 'badRequest'],
	[401, 'unauthorized'],
	[402, 'paymentRequired'],
	[403, 'forbidden'],
	[404, 'notFound'],
	[405, 'methodNotAllowed'],
	[406, 'notAcceptable'],
	[407, 'proxyAuthenticationRequired'],
	[408, 'requestTimeout'],
	[409, 'conflict'],
	[410, 'gone'],
	[411, 'lengthRequired'],
	[412, 'preconditionFailed'],
	[413, 'requestEntityTooLarge'],
	[414, 'requestUriTooLong'],
	[415, 'unsupportedMediaType'],
	[416, 'requestedRangeNotSatisfiable'],
	[417, 'expectationFailed'],
	[421, 'misdirectedRequest'],
	[422, 'unprocessableEntity'],
	[423, 'locked'],
	[424, 'failedDependency'],
	[426, 'upgradeRequired'],
	[428, 'preconditionRequired'],
	[429, 'tooManyRequests'],
	[431, 'requestHeaderFieldsTooLarge'],
	[451, 'unavailableForLegalReasons'],
	[500, 'internalServerError'],
	[501, 'notImplemented'],
	[502, 'badGateway'],
	[503, 'serviceUnavailable'],
	[504, 'gatewayTimeout'],
	[505, 'httpVersionNotSupported'],
	[506, 'variantAlsoNegotiates'],
	[507, 'insufficientStorage'],
	[508, 'loopDetected'],
	[510, 'notExtended'],
	[511, 'networkAuthenticationRequired'],
]);
const ofLibrary = new Set(names.values());

/**
 * The name of a status in the way of another's: `HttpStatus.conflict` where `like` is `HttpStatus.notFound`. Undefined
 * where that one is no name of the library's class, or the class has none for the status.
 */
export function nameOfStatus(status: number, like: string): string | undefined {
	const [, owner, own = ''] = /^((?:\w+\.)?HttpStatus\.)(\w+)$/.exec(like) ?? [];
	const name = names.get(status);
	return owner === undefined || name === undefined || !ofLibrary.has(own) ? undefined : owner + name;
}
