import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';

/** What the examples call. */
const frame = (body: string): string => `// api-errors: silentchat
import Foundation

${body}`;

/** Lines with `+` in front are what the first fix adds. */
async function checkFixed(source: string): Promise<void> {
	const { before, after: expected } = readChange(frame(source));
	assert.equal(await fixed(before), expected);
}

/** What the first fix makes of a text; nothing is missing in it any more. */
async function fixed(before: string): Promise<string> {
	const [finding] = await findingsOf('missing-required', before, { languageId: 'swift' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	const result = applyEdits(before, edits);
	assert.deepEqual(await findingsOf('missing-required', result, { languageId: 'swift' }), []);
	return result;
}

const rateLimited = 'Too many requests: wait as long as Retry-After says';
const expired = 'Token invalid or expired: refresh the token once and repeat the request once.';

describe('missing cases are added as people write Swift', () => {
	it('before the default, in line with the switch', () =>
		checkFixed(`func f(_ error: ApiError) {
    switch error.code {
    case "NOT_FOUND":
        create()
    case "CONFLICT":
        again() // soon
+    case "AUTH_INVALID_TOKEN":
+        // ${expired}
+        break
+    case "RATE_LIMITED":
+        // ${rateLimited}
+        break
    default:
        report(error)
    }
}
`));
	it('before a default for values that are not known yet', () =>
		checkFixed(`func f(_ error: ApiError) {
	switch error.code {
		case "NOT_FOUND", "CONFLICT": create()
		case "PAYLOAD_TOO_LARGE":
			again()
+		case "AUTH_INVALID_TOKEN":
+			// ${expired}
+			break
+		case "RATE_LIMITED":
+			// ${rateLimited}
+			break
		@unknown default:
			break
	}
}
`));
	it('where values are returned, as the default does', () =>
		checkFixed(`func f(_ error: ApiError) -> String {
    switch error.code {
    case "NOT_FOUND": return "gone"
    case "CONFLICT": return "again"
+    case "AUTH_INVALID_TOKEN":
+        // ${expired}
+        return "failed"
+    case "RATE_LIMITED":
+        // ${rateLimited}
+        return "failed"
    default: return "failed"
    }
}
`));
	it('in a chain of ifs', () =>
		checkFixed(`func f(_ error: ApiError) {
    if error.code == "NOT_FOUND" {
        create()
    } else if error.code == "CONFLICT" || error.code == "PAYLOAD_TOO_LARGE" {
        again()
+    } else if error.code == "AUTH_INVALID_TOKEN" {
+        // ${expired}
+    } else if error.code == "RATE_LIMITED" {
+        // ${rateLimited}
    } else {
        report(error)
    }
}
`));
	it('in early returns in a row', () =>
		checkFixed(`func f(_ error: ApiError) {
    if error.code == "NOT_FOUND" {
        create()
        return
    }
    if error.code == "CONFLICT" {
        again()
        return
    }
+    if error.code == "AUTH_INVALID_TOKEN" {
+        // ${expired}
+        return
+    }
+    if error.code == "RATE_LIMITED" {
+        // ${rateLimited}
+        return
+    }
    report(error)
}
`));
	it('by the names of an enum, as its siblings are written', () =>
		checkFixed(`enum Code: String {
    case notFound = "NOT_FOUND", conflict = "CONFLICT"
    case limited = "RATE_LIMITED"
    case token = "AUTH_INVALID_TOKEN"
}

func f(_ error: ApiError) {
    switch Code(rawValue: error.code) {
    case .notFound:
        create()
    case .conflict:
        again()
+    case .token:
+        // ${expired}
+        break
+    case .limited:
+        // ${rateLimited}
+        break
    default:
        report(error)
    }
}
`));
	it('by number', () =>
		checkFixed(`func f(_ response: HTTPURLResponse) {
    switch response.statusCode {
    case 404, 409:
        create()
    case 500...599:
        again()
+    case 401:
+        // Unauthorized: refresh once for AUTH_INVALID_TOKEN
+        break
+    case 429:
+        // Wait as long as Retry-After says, then repeat a few times at most.
+        break
    default:
        report(response)
    }
}
`));
});
