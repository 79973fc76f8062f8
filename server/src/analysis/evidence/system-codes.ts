/**
 * Codes of runtimes, HTTP clients and database drivers, which reach the same `error.code`: `ECONNRESET`, `ERR_NETWORK`,
 * `UND_ERR_SOCKET`, `CERT_HAS_EXPIRED`, `ER_DUP_ENTRY`, `SQLITE_BUSY`, `P2002`, and SQLSTATE's five letters and digits.
 */
const systemCodes =
	/^(?:E[A-Z0-9]{3,}|(?:UND_)?ERR_\w+|ABORT_ERR|HPE_\w+|CERT_\w+|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|ER_\w+|PROTOCOL_\w+|SQLITE_\w+|ORA-\d+|P[1-6]\d{3}|(?=\w*\d)[0-9A-Z]{5})$/;

/** Whether a code is one of those that come from beneath every API. */
export function isSystemCode(code: string): boolean {
	return systemCodes.test(code);
}
