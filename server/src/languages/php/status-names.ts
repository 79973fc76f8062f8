/** The names of Symfony's `Response`, which most libraries of PHP follow: those of RFC 9110 in capitals. */
const names: ReadonlyMap<number, string> = new Map(
	[
		'200 OK, 201 CREATED, 202 ACCEPTED, 203 NON_AUTHORITATIVE_INFORMATION, 204 NO_CONTENT, 205 RESET_CONTENT',
		'206 PARTIAL_CONTENT, 301 MOVED_PERMANENTLY, 302 FOUND, 303 SEE_OTHER, 304 NOT_MODIFIED, 400 BAD_REQUEST',
		'401 UNAUTHORIZED, 402 PAYMENT_REQUIRED, 403 FORBIDDEN, 404 NOT_FOUND, 405 METHOD_NOT_ALLOWED',
		'406 NOT_ACCEPTABLE, 407 PROXY_AUTHENTICATION_REQUIRED, 408 REQUEST_TIMEOUT, 409 CONFLICT, 410 GONE',
		'411 LENGTH_REQUIRED, 412 PRECONDITION_FAILED, 415 UNSUPPORTED_MEDIA_TYPE, 417 EXPECTATION_FAILED',
		'422 UNPROCESSABLE_ENTITY, 423 LOCKED, 424 FAILED_DEPENDENCY, 426 UPGRADE_REQUIRED, 428 PRECONDITION_REQUIRED',
		'429 TOO_MANY_REQUESTS, 431 REQUEST_HEADER_FIELDS_TOO_LARGE, 451 UNAVAILABLE_FOR_LEGAL_REASONS',
		'500 INTERNAL_SERVER_ERROR, 501 NOT_IMPLEMENTED, 502 BAD_GATEWAY, 503 SERVICE_UNAVAILABLE, 504 GATEWAY_TIMEOUT',
	].flatMap((line) =>
		line.split(', ').map((entry) => {
			const [status = '', name = ''] = entry.split(' ');
			return [Number(status), name] as const;
		}),
	),
);

/**
 * The name of a status in the way of another's: `Response.HTTP_CONFLICT` where `like` is `Response.HTTP_NOT_FOUND`, as
 * names read in code; undefined where the other is no name of a library's status.
 */
export function nameOfStatus(status: number, like: string): string | undefined {
	const name = names.get(status);
	const [, owner, prefix = ''] = /^((?:\w+\.)+)(HTTP_|STATUS_)?[A-Z][A-Z_]*$/.exec(like) ?? [];
	if (name === undefined || owner === undefined) return undefined;
	return prefix === '' && !/http|status/i.test(owner) ? undefined : owner + prefix + name;
}
