/** The classes of Net::HTTP's responses, without the `HTTP` that they begin with. */
const names: ReadonlyMap<number, string> = new Map(
	[
		'100 Continue, 101 SwitchProtocol, 102 Processing, 103 EarlyHints, 200 OK, 201 Created, 202 Accepted',
		'203 NonAuthoritativeInformation, 204 NoContent, 205 ResetContent, 206 PartialContent, 207 MultiStatus',
		'208 AlreadyReported, 226 IMUsed, 300 MultipleChoices, 301 MovedPermanently, 302 Found, 303 SeeOther',
		'304 NotModified, 305 UseProxy, 307 TemporaryRedirect, 308 PermanentRedirect, 400 BadRequest, 401 Unauthorized',
		'402 PaymentRequired, 403 Forbidden, 404 NotFound, 405 MethodNotAllowed, 406 NotAcceptable',
		'407 ProxyAuthenticationRequired, 408 RequestTimeout, 409 Conflict, 410 Gone, 411 LengthRequired',
		'412 PreconditionFailed, 413 PayloadTooLarge, 414 URITooLong, 415 UnsupportedMediaType',
		'416 RangeNotSatisfiable, 417 ExpectationFailed, 421 MisdirectedRequest, 422 UnprocessableEntity, 423 Locked',
		'424 FailedDependency, 426 UpgradeRequired, 428 PreconditionRequired, 429 TooManyRequests',
		'431 RequestHeaderFieldsTooLarge, 451 UnavailableForLegalReasons, 500 InternalServerError, 501 NotImplemented',
		'502 BadGateway, 503 ServiceUnavailable, 504 GatewayTimeout, 505 VersionNotSupported',
		'506 VariantAlsoNegotiates, 507 InsufficientStorage, 508 LoopDetected, 510 NotExtended',
		'511 NetworkAuthenticationRequired',
	].flatMap((line) =>
		line.split(', ').map((entry) => {
			const [status = '', name = ''] = entry.split(' ');
			return [Number(status), name] as const;
		}),
	),
);

/** The class of a response beside another: `Net.HTTPTooManyRequests` where `like` is `Net.HTTPNotFound`. */
export function nameOfStatus(status: number, like: string): string | undefined {
	const name = names.get(status);
	const owner = /^((?:\w+\.)*Net\.)HTTP[A-Z]\w*$/.exec(like)?.[1];
	return name === undefined || owner === undefined ? undefined : `${owner}HTTP${name}`;
}
