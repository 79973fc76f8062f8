import http from './builtin/http.json' with { type: 'json' };
import { constantName, nameLetters } from './code-name.ts';

/*
 * Words that say what went wrong in any service, and so show nothing about which service it was. The names of HTTP
 * statuses come from the HTTP catalog; the lists below are those of protocols that put codes into bodies, and words that
 * ten or more public files have as a `case` label for errors of their own. Codes that are about one product's things
 * (`WIDGET_KEY_INVALID`) stay out, and so does `AUTH_INVALID_TOKEN`: a required code, which must count for something.
 */

const grpc = [
	'CANCELLED',
	'UNKNOWN',
	'INVALID_ARGUMENT',
	'DEADLINE_EXCEEDED',
	'ALREADY_EXISTS',
	'PERMISSION_DENIED',
	'RESOURCE_EXHAUSTED',
	'FAILED_PRECONDITION',
	'ABORTED',
	'OUT_OF_RANGE',
	'UNIMPLEMENTED',
	'INTERNAL',
	'UNAVAILABLE',
	'DATA_LOSS',
	'UNAUTHENTICATED',
];

/** tRPC, JSON-RPC and GraphQL servers. */
const rpc = [
	'PARSE_ERROR',
	'INVALID_REQUEST',
	'METHOD_NOT_FOUND',
	'METHOD_NOT_SUPPORTED',
	'INVALID_PARAMS',
	'TIMEOUT',
	'BAD_USER_INPUT',
	'GRAPHQL_PARSE_FAILED',
	'GRAPHQL_VALIDATION_FAILED',
	'PERSISTED_QUERY_NOT_FOUND',
	'PERSISTED_QUERY_NOT_SUPPORTED',
	'OPERATION_RESOLUTION_FAILURE',
];

/** OAuth 2 with its device flow, revocation and token exchange, and OpenID Connect. */
const oauth = [
	'access_denied',
	'account_selection_required',
	'authorization_pending',
	'consent_required',
	'expired_token',
	'insufficient_scope',
	'interaction_required',
	'invalid_client',
	'invalid_grant',
	'invalid_request',
	'invalid_scope',
	'invalid_target',
	'invalid_token',
	'invalid_client_metadata',
	'invalid_redirect_uri',
	'invalid_request_object',
	'invalid_request_uri',
	'login_required',
	'registration_not_supported',
	'request_not_supported',
	'request_uri_not_supported',
	'server_error',
	'slow_down',
	'temporarily_unavailable',
	'unauthorized_client',
	'unsupported_grant_type',
	'unsupported_response_type',
	'unsupported_token_type',
];

/** Node's and the fetch clients' own errors, which stand in the same `error.code`. */
const network = [
	'ABORT_ERR',
	'EACCES',
	'EAI_AGAIN',
	'EADDRINUSE',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EEXIST',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOENT',
	'ENOTFOUND',
	'EPERM',
	'EPIPE',
	'ETIMEDOUT',
	'ERR_BAD_REQUEST',
	'ERR_BAD_RESPONSE',
	'ERR_CANCELED',
	'ERR_NETWORK',
	'NETWORK_ERROR',
];

const words = [
	'ACCESS_FORBIDDEN',
	'ACCOUNT_DISABLED',
	'ACCOUNT_LOCKED',
	'ACCOUNT_SUSPENDED',
	'AUTHENTICATION_ERROR',
	'AUTHENTICATION_FAILED',
	'AUTHORIZATION_ERROR',
	'AUTH_ERROR',
	'AUTH_FAILED',
	'AUTH_EMAIL_NOT_VERIFIED',
	'AUTH_INVALID_CREDENTIALS',
	'AUTH_TOKEN_EXPIRED',
	'CLIENT_ERROR',
	'CONNECTION_ERROR',
	'CONSTRAINT_VIOLATION',
	'DATABASE_ERROR',
	'DB_ERROR',
	'DUPLICATE',
	'DUPLICATE_ENTRY',
	'EMAIL_NOT_VERIFIED',
	'EMAIL_TAKEN',
	'ERROR',
	'EXPIRED',
	'EXTERNAL_SERVICE_ERROR',
	'FAILED',
	'FATAL_ERROR',
	'FEATURE_DISABLED',
	'FILE_TOO_BIG',
	'FILE_TOO_LARGE',
	'INSUFFICIENT_FUNDS',
	'INSUFFICIENT_PERMISSIONS',
	'INTERNAL_ERROR',
	'INTERNAL_SERVER_ERROR',
	'INVALID',
	'INVALID_FILE_TYPE',
	'LIMIT_EXCEEDED',
	'LIMIT_REACHED',
	'MAINTENANCE',
	'NOT_ALLOWED',
	'NOT_AUTHENTICATED',
	'NOT_AUTHORIZED',
	'NOT_PERMITTED',
	'NOT_SUPPORTED',
	'NO_PERMISSION',
	'PERMISSION_ERROR',
	'PLAN_LIMIT_EXCEEDED',
	'QUOTA_EXCEEDED',
	'RATE_LIMIT',
	'RATE_LIMITED',
	'RATE_LIMIT_ERROR',
	'RATE_LIMIT_EXCEEDED',
	'RESOURCE_CONFLICT',
	'SERVER_ERROR',
	'SESSION_REVOKED',
	'SYSTEM_ERROR',
	'TIMED_OUT',
	'TIMEOUT_ERROR',
	'TOKEN_REVOKED',
	'UNEXPECTED_ERROR',
	'UNKNOWN_ERROR',
	'UNSUPPORTED_FILE_TYPE',
	'UPLOAD_FAILED',
	'VALIDATION',
	'VALIDATION_ERROR',
	'VALIDATION_FAILED',
];

/** One thing of whatever the service is about, and what every service says of its things: `TENANT_NOT_FOUND`. */
const ofOneThing =
	/^(?:[A-Z]+_(?:NOT_FOUND|REQUIRED|ALREADY_EXISTS|EXISTS|EXPIRED|INVALID|MISSING)|(?:INVALID|MISSING)_[A-Z]+)$/;

const commonLetters: ReadonlySet<string> = new Set(
	[
		...http.entries.flatMap((entry) => [entry.title, ...(entry.otherNames ?? [])]),
		...[grpc, rpc, oauth, network, words].flat(),
	].map(nameLetters),
);

const networkLetters: ReadonlySet<string> = new Set(network.map(nameLetters));

/**
 * Whether a code is in common use, in any spelling: it counts as a label everywhere, but is no evidence of an API.
 * Numbers are, since they may be HTTP's (five digits are more than HTTP has), and so is any one word in small letters.
 */
export function isCommonCode(code: string | number): boolean {
	if (typeof code === 'number' || /^(-?\d{1,4}|[a-z]+)$/.test(code)) return true;
	return commonLetters.has(nameLetters(code)) || ofOneThing.test(constantName(code));
}

/**
 * Whether a code in common use is a word that anybody may mean something else by. The names of system errors are not:
 * many libraries hand them on, and `ECONNRESET` is the same in all of them.
 */
export function isAnybodysWord(code: string | number): boolean {
	return isCommonCode(code) && !networkLetters.has(nameLetters(String(code)));
}
