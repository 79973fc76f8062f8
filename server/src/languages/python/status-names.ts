/** The names of `http.HTTPStatus`, which all of Python's libraries follow. */
const names: ReadonlyMap<number, string> = new Map(
	[
		'200 OK, 201 CREATED, 202 ACCEPTED, 203 NON_AUTHORITATIVE_INFORMATION, 204 NO_CONTENT, 205 RESET_CONTENT',
		'206 PARTIAL_CONTENT, 207 MULTI_STATUS, 208 ALREADY_REPORTED, 226 IM_USED, 300 MULTIPLE_CHOICES',
		'301 MOVED_PERMANENTLY, 302 FOUND, 303 SEE_OTHER, 304 NOT_MODIFIED, 305 USE_PROXY, 307 TEMPORARY_REDIRECT',
		'308 PERMANENT_REDIRECT, 400 BAD_REQUEST, 401 UNAUTHORIZED, 402 PAYMENT_REQUIRED, 403 FORBIDDEN',
		'404 NOT_FOUND, 405 METHOD_NOT_ALLOWED, 406 NOT_ACCEPTABLE, 407 PROXY_AUTHENTICATION_REQUIRED',
		'408 REQUEST_TIMEOUT, 409 CONFLICT, 410 GONE, 411 LENGTH_REQUIRED, 412 PRECONDITION_FAILED',
		'413 REQUEST_ENTITY_TOO_LARGE, 414 REQUEST_URI_TOO_LONG, 415 UNSUPPORTED_MEDIA_TYPE',
		'416 REQUESTED_RANGE_NOT_SATISFIABLE, 417 EXPECTATION_FAILED, 418 IM_A_TEAPOT, 421 MISDIRECTED_REQUEST',
		'422 UNPROCESSABLE_ENTITY, 423 LOCKED, 424 FAILED_DEPENDENCY, 425 TOO_EARLY, 426 UPGRADE_REQUIRED',
		'428 PRECONDITION_REQUIRED, 429 TOO_MANY_REQUESTS, 431 REQUEST_HEADER_FIELDS_TOO_LARGE',
		'451 UNAVAILABLE_FOR_LEGAL_REASONS, 500 INTERNAL_SERVER_ERROR, 501 NOT_IMPLEMENTED, 502 BAD_GATEWAY',
		'503 SERVICE_UNAVAILABLE, 504 GATEWAY_TIMEOUT, 505 HTTP_VERSION_NOT_SUPPORTED, 506 VARIANT_ALSO_NEGOTIATES',
		'507 INSUFFICIENT_STORAGE, 508 LOOP_DETECTED, 510 NOT_EXTENDED, 511 NETWORK_AUTHENTICATION_REQUIRED',
	].flatMap((line) =>
		line.split(', ').map((entry) => {
			const [status = '', name = ''] = entry.split(' ');
			return [Number(status), name] as const;
		}),
	),
);

/**
 * The name of a status in the way of another's: `HTTPStatus.NOT_FOUND`, `status.HTTP_404_NOT_FOUND`,
 * `requests.codes.not_found`; undefined where the other is no name of a library's status.
 */
export function nameOfStatus(status: number, like: string): string | undefined {
	const name = names.get(status);
	const [, owner = '', word = ''] = /^((?:\w+\.)*)(\w+)$/.exec(like.replace(/\.value$/, '')) ?? [];
	if (name === undefined) return undefined;
	const end = like.endsWith('.value') ? '.value' : '';
	if (/^HTTP_\d{3}_/.test(word)) return `${owner}HTTP_${status}_${name}${end}`;
	if (/(?:^|\.)HTTPStatus\.$/.test(owner)) return owner + name + end;
	if (!/(?:^|\.)codes\.$/.test(owner)) return undefined;
	return owner + (/[a-z]/.test(word) ? name.toLowerCase() : name);
}
