/** The reason phrases that libraries of Kotlin have names for, word by word. */
const phrases: ReadonlyMap<number, string> = new Map([
	[200, 'OK'],
	[201, 'Created'],
	[202, 'Accepted'],
	[204, 'No Content'],
	[304, 'Not Modified'],
	[400, 'Bad Request'],
	[401, 'Unauthorized'],
	[402, 'Payment Required'],
	[403, 'Forbidden'],
	[404, 'Not Found'],
	[405, 'Method Not Allowed'],
	[406, 'Not Acceptable'],
	[408, 'Request Timeout'],
	[409, 'Conflict'],
	[410, 'Gone'],
	[411, 'Length Required'],
	[412, 'Precondition Failed'],
	[415, 'Unsupported Media Type'],
	[422, 'Unprocessable Entity'],
	[423, 'Locked'],
	[424, 'Failed Dependency'],
	[429, 'Too Many Requests'],
	[500, 'Internal Server Error'],
	[501, 'Not Implemented'],
	[502, 'Bad Gateway'],
	[503, 'Service Unavailable'],
	[504, 'Gateway Timeout'],
]);
/** What `java.net.HttpURLConnection` calls otherwise, and what it has no name for. */
const connectionNames: ReadonlyMap<number, string | undefined> = new Map([
	[405, 'BAD_METHOD'],
	[408, 'CLIENT_TIMEOUT'],
	[412, 'PRECON_FAILED'],
	[415, 'UNSUPPORTED_TYPE'],
	[500, 'INTERNAL_ERROR'],
	[503, 'UNAVAILABLE'],
	...[422, 423, 424, 429].map((status) => [status, undefined] as const),
]);

/**
 * The name of a status in the way of another's: `HttpStatusCode.Conflict` where `like` is `HttpStatusCode.NotFound`, in
 * capitals where that one is. Undefined where its owner has none, as `HttpURLConnection` has none for 429.
 */
export function nameOfStatus(status: number, like: string): string | undefined {
	const [, owner = '', prefix = '', word = ''] = /^((?:\w+\.)*)(HTTP_)?([A-Z]\w*)$/.exec(like) ?? [];
	const phrase = phrases.get(status);
	if (phrase === undefined || word === '' || (owner === '' && prefix === '')) return undefined;
	const capitals = phrase.toUpperCase().replaceAll(' ', '_');
	if (prefix !== '') {
		const name = connectionNames.has(status) ? connectionNames.get(status) : capitals;
		return name === undefined ? undefined : owner + prefix + name;
	}
	const isOk = /\bOK$/.test(like);
	if (isOk && !/HttpStatusCode\.$/.test(owner)) return owner + capitals;
	return owner + (/^[A-Z\d_]+$/.test(word) && !isOk ? capitals : phrase.replaceAll(' ', ''));
}
