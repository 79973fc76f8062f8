/** The names that libraries of Java share for statuses: those of RFC 9110 in capitals. */
const names: ReadonlyMap<number, string> = new Map([
	[200, 'OK'],
	[201, 'CREATED'],
	[202, 'ACCEPTED'],
	[204, 'NO_CONTENT'],
	[304, 'NOT_MODIFIED'],
	[400, 'BAD_REQUEST'],
	[401, 'UNAUTHORIZED'],
	[402, 'PAYMENT_REQUIRED'],
	[403, 'FORBIDDEN'],
	[404, 'NOT_FOUND'],
	[406, 'NOT_ACCEPTABLE'],
	[409, 'CONFLICT'],
	[410, 'GONE'],
	[411, 'LENGTH_REQUIRED'],
	[501, 'NOT_IMPLEMENTED'],
	[502, 'BAD_GATEWAY'],
	[504, 'GATEWAY_TIMEOUT'],
]);
/** Those that only some libraries have, or call so. */
const enumNames: ReadonlyMap<number, string> = new Map([
	[405, 'METHOD_NOT_ALLOWED'],
	[408, 'REQUEST_TIMEOUT'],
	[412, 'PRECONDITION_FAILED'],
	[415, 'UNSUPPORTED_MEDIA_TYPE'],
	[429, 'TOO_MANY_REQUESTS'],
	[500, 'INTERNAL_SERVER_ERROR'],
	[503, 'SERVICE_UNAVAILABLE'],
]);
const connectionNames: ReadonlyMap<number, string> = new Map([
	[405, 'BAD_METHOD'],
	[408, 'CLIENT_TIMEOUT'],
	[412, 'PRECON_FAILED'],
	[415, 'UNSUPPORTED_TYPE'],
	[500, 'INTERNAL_ERROR'],
	[503, 'UNAVAILABLE'],
]);
const servletNames: ReadonlyMap<number, string> = new Map([...enumNames].filter(([status]) => status !== 429));

/**
 * The name of a status in the way of another's: `HttpStatus.CONFLICT` where `like` is `HttpStatus.NOT_FOUND`. Undefined
 * where the class of that one has no name for it, as `HttpURLConnection` has none for 429.
 */
export function nameOfStatus(status: number, like: string): string | undefined {
	const found = /^((?:[\w$]+\.)*)(HTTP_|SC_)?[A-Z][A-Z\d_]*$/.exec(like);
	if (!found) return undefined;
	const [, owner = '', prefix = ''] = found;
	const own = prefix === 'HTTP_' ? connectionNames : prefix === 'SC_' ? servletNames : enumNames;
	const name = names.get(status) ?? own.get(status);
	return name === undefined ? undefined : owner + prefix + name;
}
