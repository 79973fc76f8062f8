/** The errors of one API. */
export interface Catalog {
	readonly id: string;
	readonly name: string;
	/** The page that documents the errors; stands in for an entry that has no page of its own. */
	readonly url?: string;
	/** The version of the API that this tells of, as the API itself counts. */
	readonly version?: string;
	readonly evidence: Evidence;
	/** Where a response body carries code, message and status, such as `error.code`. */
	readonly envelope?: Envelope;
	readonly entries: readonly Entry[];
	/** False where the API may well have codes and statuses that are not among the entries; absent where these are all. */
	readonly complete?: boolean;
	/** Whether its file could be read only in part: hovers and completions go by it, but nothing is warned about. */
	readonly hasProblems?: boolean;
}

/** What in a file shows that its API is in play. */
export interface Evidence {
	/** Names of packages whose import, or mention in a manifest, shows it. */
	readonly packages: readonly string[];
	/** Host names in lower case, such as `api.example.com`. */
	readonly hosts: readonly string[];
}

/** Dotted paths into the body of an error response. */
export interface Envelope {
	readonly code: string;
	readonly message?: string;
	readonly status?: string;
}

export type Entry = ErrorCode | StatusCode;

/** A code that the body of a response carries, such as `RATE_LIMITED` or Chatness's 428. */
export interface ErrorCode extends EntryFacts {
	readonly kind: 'code';
	readonly value: string | number;
	/** The HTTP status that comes with the code, where the API documents one. */
	readonly status?: number;
}

/** An HTTP status as the API uses it. */
export interface StatusCode extends EntryFacts {
	readonly kind: 'status';
	readonly value: number;
}

export type Retry = 'never' | 'backoff' | 'retry-after' | 'after-refresh';

interface EntryFacts {
	/** A few words that say the same as the code, such as `Too many requests`. */
	readonly title: string;
	/** Other names that code has for it, such as `Payload Too Large` for 413. */
	readonly otherNames?: readonly string[];
	/** Markdown: the documented meaning. */
	readonly description: string;
	/** Markdown: what a caller does about it. */
	readonly remedy?: string;
	/** Markdown: how the meaning differs from what HTTP says of the same number or of the status. */
	readonly differsFromHttp?: string;
	readonly url?: string;
	/** The section that defines a status, such as `RFC 9110, 15.5.5`. */
	readonly specification?: string;
	/** Whoever dispatches on this API's errors must handle this one by name. */
	readonly required: boolean;
	/** Left out where it is not known whether to send the request again. */
	readonly retry?: Retry;
	/** The team's own page on what to do about it. */
	readonly runbook?: string;
	/** A response body with this error, as JSON text. */
	readonly sample?: string;
	/** Whether a standard defines it; only vendors' numbers in the HTTP catalog say false. */
	readonly standard?: boolean;
	/** The version of the API that sends it first. */
	readonly since?: string;
	/** Set on a code that the API no longer sends, or soon will not: Markdown that says more, or just that. */
	readonly deprecated?: true | string;
	/** The version of the API that no longer sends it. */
	readonly removedIn?: string;
	/** The code that the API sends now instead of this one, which is deprecated then. */
	readonly replacedBy?: string | number;
	/** Names of fields that nobody has filled in yet. */
	readonly todo?: readonly string[];
	/** Where it is written; of several layers, the one on top first. */
	readonly origins?: readonly Origin[];
}

/** One place where an entry, or a part of it, is written. */
export interface Origin {
	/** The URI of a file, or `builtin:` and the id of a catalog that comes with us. */
	readonly source: string;
	/** Where in the file, as keys and indexes from the root. */
	readonly path: readonly (string | number)[];
	/** The fields that count as they are written here. */
	readonly fields: readonly string[];
}

/** Whether new code should no longer name it. */
export function isDeprecated({ deprecated, replacedBy, removedIn }: Entry): boolean {
	return (deprecated ?? replacedBy ?? removedIn) !== undefined;
}
