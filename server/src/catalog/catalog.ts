/** The errors of one API. */
export interface Catalog {
	readonly id: string;
	readonly name: string;
	/** The page that documents the errors; stands in for an entry that has no page of its own. */
	readonly url?: string;
	readonly evidence: Evidence;
	/** Where a response body carries code, message and status, such as `error.code`. */
	readonly envelope?: Envelope;
	readonly entries: readonly Entry[];
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
	readonly retry: Retry;
	/** A response body with this error, as JSON text. */
	readonly sample?: string;
	/** Whether a standard defines it; only vendors' numbers in the HTTP catalog say false. */
	readonly standard?: boolean;
	/** Set on a code that the API no longer sends. */
	readonly replacedBy?: string | number;
}
