import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { analyzed, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

/** What the examples call, so that they compile. */
const frame = (body: string): string => `// api-errors: silentchat
import java.net.HttpURLConnection;
import java.util.*;

class Sample {
	interface ApiError { String getCode(); int status(); }
	static class ApiException extends RuntimeException { String getCode() { return ""; } }
	void create() {}
	void again() {}
	void report(Object error) {}

${body}}
`;

const results: string[] = [];

/** Lines with `+` in front are what the first fix adds. */
async function checkFixed(source: string): Promise<void> {
	const { before, after: expected } = readChange(frame(source));
	const [finding] = await findingsOf('missing-required', before, { languageId: 'java' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	const result = applyEdits(before, edits);
	assert.equal(result, expected);
	results.push(result);
	assert.deepEqual(await findingsOf('missing-required', expected, { languageId: 'java' }), []);
}

const rateLimited = 'Too many requests: wait as long as Retry-After says';
const expired = 'Token invalid or expired: refresh the token once and repeat the request once.';

describe('missing cases are added as people write Java', () => {
	it('before the default', () =>
		checkFixed(`	void f(ApiError error) {
		switch (error.getCode()) {
			case "NOT_FOUND":
				create();
				break;
			case "CONFLICT":
				again(); // soon
				break;
+			case "AUTH_INVALID_TOKEN":
+				// ${expired}
+				break;
+			case "RATE_LIMITED":
+				// ${rateLimited}
+				break;
			default:
				report(error);
		}
	}
`));
	it('with arrows, without a default', () =>
		checkFixed(`	void f(ApiError error) {
		switch (error.getCode()) {
			case "NOT_FOUND", "CONFLICT" -> create();
			case "PAYLOAD_TOO_LARGE" -> {
				again();
			}
+			case "AUTH_INVALID_TOKEN" -> {
+				// ${expired}
+			}
+			case "RATE_LIMITED" -> {
+				// ${rateLimited}
+			}
		}
	}
`));
	it('in a switch that gives a value', () =>
		checkFixed(`	String f(ApiError error) {
		return switch (error.getCode()) {
			case "NOT_FOUND" -> "gone";
			case "CONFLICT" -> "again";
+			case "AUTH_INVALID_TOKEN" -> { /* ${expired} */ yield "failed"; }
+			case "RATE_LIMITED" -> { /* ${rateLimited} */ yield "failed"; }
			default -> "failed";
		};
	}
`));
	it('where values are returned', () =>
		checkFixed(`	String f(ApiError error) {
		switch (error.getCode()) {
			case "NOT_FOUND":
				return "gone";
+			case "AUTH_INVALID_TOKEN":
+				// ${expired}
+				return "failed";
+			case "RATE_LIMITED":
+				// ${rateLimited}
+				return "failed";
			default:
				return "failed";
		}
	}
`));
	it('in a chain of equals', () =>
		checkFixed(`	void f(ApiError error) {
		if ("NOT_FOUND".equals(error.getCode())) {
			create();
		} else if ("CONFLICT".equals(error.getCode())) {
			again();
+		} else if ("AUTH_INVALID_TOKEN".equals(error.getCode())) {
+			// ${expired}
+		} else if ("RATE_LIMITED".equals(error.getCode())) {
+			// ${rateLimited}
		} else {
			report(error);
		}
	}
`));
	it('in a chain that asks the other way round', () =>
		checkFixed(`	void f(ApiError error) {
		if (error.getCode().equals("NOT_FOUND")) {
			create();
		} else if (Objects.equals(error.getCode(), "CONFLICT")) {
			again();
+		} else if (error.getCode().equals("AUTH_INVALID_TOKEN")) {
+			// ${expired}
+		} else if (error.getCode().equals("RATE_LIMITED")) {
+			// ${rateLimited}
		}
	}
`));
	it('in early returns in a row', () =>
		checkFixed(`	void f(ApiError error) {
		if (error.getCode().equals("NOT_FOUND")) {
			create();
			return;
		}
		if (error.getCode().equals("CONFLICT")) {
			again();
			return;
		}
+		if (error.getCode().equals("AUTH_INVALID_TOKEN")) {
+			// ${expired}
+			return;
+		}
+		if (error.getCode().equals("RATE_LIMITED")) {
+			// ${rateLimited}
+			return;
+		}
		report(error);
	}
`));
	it('by the names of statuses, or by number where they have none', () =>
		checkFixed(`	void f(ApiError error) {
		switch (error.status()) {
			case HttpURLConnection.HTTP_NOT_FOUND:
				create();
				break;
			case HttpURLConnection.HTTP_CONFLICT:
				again();
				break;
+			case HttpURLConnection.HTTP_UNAUTHORIZED:
+				// Unauthorized: refresh once for AUTH_INVALID_TOKEN
+				break;
+			case 429:
+				// Wait as long as Retry-After says, then repeat a few times at most.
+				break;
		}
	}
`));
	after(() => {
		const folder = mkdtempSync(path.join(tmpdir(), 'java-cases-'));
		const files = results.map((text, index) => {
			mkdirSync(path.join(folder, String(index)));
			const file = path.join(folder, String(index), 'Sample.java');
			writeFileSync(file, text.replaceAll('Sample', `Sample${index}`));
			return file;
		});
		const { error, stderr } = spawnSync('javac', ['-proc:none', '-Xlint:-options', '-d', folder, ...files], {
			encoding: 'utf8',
		});
		rmSync(folder, { recursive: true });
		if (error) console.log('javac is not installed: whether the results compile is not checked');
		else assert.doesNotMatch(stderr, /error/, stderr);
	});
});

/** Code, and the required codes that it is warned about. */
const handled: readonly (readonly [string, string, readonly string[]])[] = [
	[
		'an error that is thrown again',
		'switch (e.getCode()) { case "NOT_FOUND": create(); break; default: throw e; }',
		[],
	],
	[
		'an error that is thrown in another',
		'switch (e.getCode()) { case "NOT_FOUND" -> create(); default -> throw new IllegalStateException(e); }',
		[],
	],
	[
		'an error that a future fails with',
		'switch (e.getCode()) { case "NOT_FOUND": create(); break; default: return CompletableFuture.failedFuture(e); }',
		[],
	],
	[
		'a default that only reports',
		'switch (e.getCode()) { case "NOT_FOUND" -> create(); default -> log.warn("x", e); }',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a list that is asked before',
		'if (Set.of("RATE_LIMITED", "AUTH_INVALID_TOKEN").contains(e.getCode())) return again(); switch (e.getCode()) { case "NOT_FOUND": create(); }',
		[],
	],
];

describe('what Java does with other errors', () => {
	for (const [value, expected] of [
		['this::create', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
		['() -> create()', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
		['"It is gone."', []],
	] as const) {
		it(`a table with ${value}`, async () => {
			const rows = `"NOT_FOUND", ${value}, "CONFLICT", ${value}`;
			const text = `// api-errors: silentchat\nclass A {\n\tMap<String, Runnable> all = Map.of(${rows});\n\tvoid f(ApiException e) {\n\t\tall.get(e.getCode()).run();\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'java'))].sort(), expected);
		});
	}
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `// api-errors: silentchat\nclass A {\n\tObject f(ApiException e) {\n\t\t${body}\n\t\treturn null;\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'java'))].sort(), expected);
		});
	}

	it('an error that is caught by its class', async () => {
		const text = `// api-errors: silentchat
class A {
	void f() {
		try {
			send();
		} catch (RateLimitException e) {
			again();
		} catch (ApiException e) {
			switch (e.getCode()) {
				case "NOT_FOUND" -> create();
				case "AUTH_INVALID_TOKEN" -> refresh();
			}
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'java'))], []);
	});

	it('constants and enum constants of the file', async () => {
		const text = `// api-errors: silentchat
enum Code {
	LIMITED("RATE_LIMITED", 429), GONE("NOT_FOUND", 404);
	Code(String code, int status) {}
}
class A {
	private static final String TOKEN = "AUTH_INVALID_TOKEN";
	void f(ApiException e) {
		if (TOKEN.equals(e.getCode())) {
			refresh();
		} else if (Code.LIMITED.getCode().equals(e.getCode())) {
			again();
		} else if (Code.GONE.getCode().equals(e.getCode())) {
			create();
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'java'))], []);
	});
});

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string])[] = [
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND":\n\t\t\tcreate();\n\t\tcase █\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND":\n\t\t\tcreate();\n\t\tcase "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND" -> create();\n\t\tcase "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND", "█" -> create();\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND", "█', '"AUTH_INVALID_TOKEN"'],
	['if ("NOT_FOUND".equals(err.getCode())) {\n\t} else if (err.getCode().equals("█', '"AUTH_INVALID_TOKEN"'],
	['if (Set.of("NOT_FOUND", "█").contains(err.getCode())) {\n\t}', '"AUTH_INVALID_TOKEN"'],
];

describe('completion in unfinished Java', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(
				`// api-errors: silentchat\nclass A {\n\tvoid f(ApiException err) {\n\t${body}\n\t}\n}\n`,
			);
			const site = await labelSiteIn(documentOf(text, 'java'), offset);
			assert.equal(
				site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required))[0]?.text,
				expected,
			);
		});
	}
	it('offers nothing in a comment', async () => {
		const { text, offset } = readCursor(
			'// api-errors: silentchat\nclass A { void f() { switch (err.getCode()) { case "NOT_FOUND": // █\n } } }\n',
		);
		assert.equal(await labelSiteIn(documentOf(text, 'java'), offset), undefined);
	});
});

/** Java, and the integers in it that are statuses. */
const statuses: readonly (readonly [string, readonly number[]])[] = [
	['if (response.code() == 429) {}', [429]],
	['assertEquals(404, response.getStatusCode());', [404]],
	['assertThat(res.getStatus()).isEqualTo(404);', [404]],
	['return ResponseEntity.status(409).build();', [409]],
	['server.enqueue(new MockResponse().setResponseCode(503));', [503]],
	['HttpStatus s = HttpStatus.valueOf(422);', [422]],
	['new Dimension(404, 300); Thread.sleep(500);', []],
	['if (Set.of(429, 503).contains(response.code())) {}', [429, 503]],
	['assertThat(api.send()).isNotNull().extracting(Response::status).isEqualTo(200);', [200]],
	['assertThat(api.send()).extracting(r -> r.getStatus()).isEqualTo(409);', [409]],
	['assertThat(api.send()).extracting("size").isEqualTo(409);', []],
	['server.enqueue(new MockResponse().setStatus("HTTP/1.1 " + 200));', [200]],
	['log.info("Lines: " + 404);', []],
	['mvc.perform(get("/")).andExpect(status().is(404)).andExpect(jsonPath("$.status").value(409));', [404, 409]],
	['mvc.perform(get("/")).andExpect(jsonPath("$.status", is(404))).andExpect(jsonPath("$.age", is(409)));', [404]],
	['client.get().exchange().expectStatus().isEqualTo(409);', [409]],
	['exchange.sendResponseHeaders(200, -1);', [200]],
	['var s = HttpResponseStatus.valueOf(404);', [404]],
	['int rc = connection.getResponseCode(); if (rc >= 400) {}', [400]],
	['int length = connection.getContentLength(); if (length == 404) {}', []],
	['request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);', [404]],
	['request.setAttribute(Sizes.LARGEST_PAGE_SIZE, 404);', []],
	['boolean retry = code == 429 || code >= 500 && code < 600;', [429, 500]],
	['switch (response.statusCode()) { case 401, 403 -> a(); default -> b(); }', [401, 403]],
];

describe('statuses in Java', () => {
	const found = async (text: string): Promise<readonly unknown[]> => {
		const { blocks } = await analyzed(text, 'java');
		return blocks
			.flatMap(({ occurrences }) => occurrences.map(({ value }) => value))
			.filter((value) => typeof value === 'number')
			.filter((value, index, all) => value !== all[index - 1]);
	};
	for (const [body, expected] of statuses) {
		it(body, async () => {
			assert.deepEqual(await found(`class A {\n\tvoid f() {\n\t\t${body}\n\t}\n}\n`), expected);
		});
	}
	it('in an enum', async () =>
		assert.deepEqual(await found('enum HttpStatus { NOT_FOUND(404, "Not Found"), GONE(410, "Gone"); }'), [404, 410]));
	it('in annotations', async () =>
		assert.deepEqual(
			await found('class A { @ResponseStatus(code = 404) @ApiError(status = 409) void f() {} }'),
			[404, 409],
		));
});
