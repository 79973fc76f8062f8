import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';

/** What the examples call, so that they compile. */
const frame = (body: string): string => `// api-errors: silentchat
import java.net.HttpURLConnection

open class ApiError(val code: String, val status: Int) : RuntimeException(code)
fun create() {}
fun again() {}
fun report(error: Any) {}

${body}`;

const results: string[] = [];

/** Lines with `+` in front are what the first fix adds. */
async function checkFixed(source: string): Promise<void> {
	const { before, after: expected } = readChange(frame(source));
	assert.equal(await fixed(before), expected);
}

/** What the first fix makes of a text; nothing is missing in it any more. */
async function fixed(before: string): Promise<string> {
	const [finding] = await findingsOf('missing-required', before, { languageId: 'kotlin' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	const result = applyEdits(before, edits);
	assert.deepEqual(await findingsOf('missing-required', result, { languageId: 'kotlin' }), []);
	results.push(result);
	return result;
}

const rateLimited = 'Too many requests: wait as long as Retry-After says';
const expired = 'Token invalid or expired: refresh the token once and repeat the request once.';

describe('missing cases are added as people write Kotlin', () => {
	it('in a when, before its else', () =>
		checkFixed(`fun f(error: ApiError) {
    when (error.code) {
        "NOT_FOUND" -> create()
        "CONFLICT" -> again() // soon
+        "AUTH_INVALID_TOKEN" -> {
+            // ${expired}
+        }
+        "RATE_LIMITED" -> {
+            // ${rateLimited}
+        }
        else -> report(error)
    }
}
`));
	it('in a when without else, among blocks', () =>
		checkFixed(`fun f(error: ApiError) {
	when (val code = error.code) {
		"NOT_FOUND", "CONFLICT" -> {
			create()
		}

		"PAYLOAD_TOO_LARGE" -> {
			report(code)
		}
+
+		"AUTH_INVALID_TOKEN" -> {
+			// ${expired}
+		}
+
+		"RATE_LIMITED" -> {
+			// ${rateLimited}
+		}
	}
}
`));
	it('in a when that gives a value: as its else', () =>
		checkFixed(`fun f(error: ApiError): String = when (error.code) {
    "NOT_FOUND" -> "gone"
    "CONFLICT" -> "again"
+    "AUTH_INVALID_TOKEN" -> {
+        // ${expired}
+        "failed"
+    }
+    "RATE_LIMITED" -> {
+        // ${rateLimited}
+        "failed"
+    }
    else -> "failed"
}
`));
	it('in a when that is returned from a branch of another', () =>
		checkFixed(`fun f(error: ApiError): Int {
    return when (error.status) {
        in 400..499 -> when (error.code) {
            "NOT_FOUND" -> 1
            "CONFLICT" -> 2
+            "AUTH_INVALID_TOKEN" -> {
+                // ${expired}
+                3
+            }
+            "RATE_LIMITED" -> {
+                // ${rateLimited}
+                3
+            }
            else -> 3
        }
        else -> 4
    }
}
`));
	it('in a when without a subject', () =>
		checkFixed(`fun f(error: ApiError) {
    when {
        error.code == "NOT_FOUND" -> create()
        error.code == "CONFLICT" -> {
            again()
        }
+        error.code == "AUTH_INVALID_TOKEN" -> {
+            // ${expired}
+        }
+        error.code == "RATE_LIMITED" -> {
+            // ${rateLimited}
+        }
    }
}
`));
	it('in a chain of ifs', () =>
		checkFixed(`fun f(error: ApiError) {
    if (error.code == "NOT_FOUND") {
        create()
    } else if ("CONFLICT" == error.code) {
        again()
+    } else if (error.code == "AUTH_INVALID_TOKEN") {
+        // ${expired}
+    } else if (error.code == "RATE_LIMITED") {
+        // ${rateLimited}
    } else {
        report(error)
    }
}
`));
	it('in early returns in a row', () =>
		checkFixed(`fun f(error: ApiError) {
    if (error.code == "NOT_FOUND") {
        create()
        return
    }
    if (error.code == "CONFLICT") {
        again()
        return
    }
+    if (error.code == "AUTH_INVALID_TOKEN") {
+        // ${expired}
+        return
+    }
+    if (error.code == "RATE_LIMITED") {
+        // ${rateLimited}
+        return
+    }
    report(error)
}
`));
	it('in a map of functions that say what they are given', () =>
		checkFixed(`val handlers = mapOf(
    "NOT_FOUND" to { error: ApiError -> report(error) },
    "CONFLICT" to { error: ApiError ->
        again()
    },
+    "AUTH_INVALID_TOKEN" to { error: ApiError ->
+        // ${expired}
+        throw IllegalStateException("AUTH_INVALID_TOKEN")
+    },
+    "RATE_LIMITED" to { error: ApiError ->
+        // ${rateLimited}
+        throw IllegalStateException("RATE_LIMITED")
+    },
)

fun f(error: ApiError) {
    handlers[error.code]?.invoke(error)
}
`));
	it('by the names of constants of the file', () =>
		checkFixed(`object Codes {
    const val NOT_FOUND = "NOT_FOUND"
    const val CONFLICT = "CONFLICT"
    const val RATE_LIMITED = "RATE_LIMITED"
    const val TOKEN = "AUTH_INVALID_TOKEN"
}

fun f(error: ApiError) {
    when (error.code) {
        Codes.NOT_FOUND -> create()
        Codes.CONFLICT -> again()
+        Codes.TOKEN -> {
+            // ${expired}
+        }
+        Codes.RATE_LIMITED -> {
+            // ${rateLimited}
+        }
    }
}
`));
	it('by the names of an enum that are asked for their code', () =>
		checkFixed(`enum class Codes(val code: String) { GONE("NOT_FOUND"), LIMITED("RATE_LIMITED"), TOKEN("AUTH_INVALID_TOKEN") }

fun f(error: ApiError) {
    when (error.code) {
        Codes.GONE.code -> create()
+        Codes.TOKEN.code -> {
+            // ${expired}
+        }
+        Codes.LIMITED.code -> {
+            // ${rateLimited}
+        }
        else -> report(error)
    }
}
`));
	it('by the names of statuses, or by number where they have none', () =>
		checkFixed(`fun f(error: ApiError) {
    when (error.status) {
        HttpURLConnection.HTTP_NOT_FOUND -> create()
        HttpURLConnection.HTTP_CONFLICT -> again()
+        HttpURLConnection.HTTP_UNAUTHORIZED -> {
+            // Unauthorized: refresh once for AUTH_INVALID_TOKEN
+        }
+        429 -> {
+            // Wait as long as Retry-After says, then repeat a few times at most.
+        }
    }
}
`));
	it('in one line', async () => {
		const source = (branches: string): string =>
			frame(
				`fun f(error: ApiError) {\n    val x = when (error.code) { "NOT_FOUND" -> 1; "CONFLICT" -> 2; ${branches}else -> 3 }\n    report(x)\n}\n`,
			);
		const added = `"AUTH_INVALID_TOKEN" -> { /* ${expired} */ 3 } "RATE_LIMITED" -> { /* ${rateLimited} */ 3 } `;
		assert.equal(await fixed(source('')), source(added));
	});
	it('in ifs that give a value', async () => {
		const source = (branches: string): string =>
			frame(
				`fun f(x: Int) = x\nfun f(error: ApiError) {\n    val x = if (error.code == "NOT_FOUND") f(1) else if (error.code == "CONFLICT") f(2) ${branches}else f(3)\n    report(x)\n}\n`,
			);
		const added = `else if (error.code == "AUTH_INVALID_TOKEN") { /* ${expired} */ f(3) } else if (error.code == "RATE_LIMITED") { /* ${rateLimited} */ f(3) } `;
		assert.equal(await fixed(source('')), source(added));
	});

	it('so that it compiles', { skip: whyNot('kotlin') }, () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'kotlin-cases-'));
		const files = results.map((text, index) => {
			const file = path.join(folder, `Sample${index}.kt`);
			// Commas after the last argument came after the oldest compiler that may be here.
			writeFileSync(file, `package sample${index}\n\n${text.replaceAll(/,(?=\n\))/g, '')}`);
			return file;
		});
		const { stderr } = spawnSync('kotlinc', ['-nowarn', '-d', folder, ...files], { encoding: 'utf8' });
		rmSync(folder, { recursive: true });
		assert.ok(results.length > 0);
		assert.doesNotMatch(stderr, /error:/, stderr);
	});
});
