import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';

/** What the examples call, so that they compile. */
const frame = (body: string): string => `// api-errors: silentchat
import java.net.HttpURLConnection;
import java.util.*;

class Sample {
	interface ApiError { String getCode(); int status(); Code kind(); }
	enum Code { NOT_FOUND, CONFLICT, AUTH_INVALID_TOKEN, RATE_LIMITED }
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
	it('by the constants of an enum', () =>
		checkFixed(`	void f(ApiError error) {
		switch (error.kind()) {
			case NOT_FOUND -> create();
			case CONFLICT -> {
				again();
			}
+			case AUTH_INVALID_TOKEN -> {
+				// ${expired}
+			}
+			case RATE_LIMITED -> {
+				// ${rateLimited}
+			}
			default -> report(error);
		}
	}
`));
	it('where braces open in lines of their own', () =>
		checkFixed(`	void f(ApiError error)
	{
		if (Objects.equals(error.getCode(), "NOT_FOUND"))
		{
			create();
		}
		else if (Objects.equals(error.getCode(), "CONFLICT"))
		{
			again();
		}
+		else if (Objects.equals(error.getCode(), "AUTH_INVALID_TOKEN"))
+		{
+			// ${expired}
+		}
+		else if (Objects.equals(error.getCode(), "RATE_LIMITED"))
+		{
+			// ${rateLimited}
+		}
		else
		{
			report(error);
		}
	}
`));
	it('where cases of the old form give a value', () =>
		checkFixed(`	int f(ApiError error) {
		return switch (error.getCode()) {
			case "NOT_FOUND":
				yield 1;
+			case "AUTH_INVALID_TOKEN":
+				// ${expired}
+				yield 2;
+			case "RATE_LIMITED":
+				// ${rateLimited}
+				yield 2;
			default:
				yield 2;
		};
	}
`));
	it('not where the enum of the other labels has no such constant', async () => {
		const text = frame(`	enum Own { NOT_FOUND, CONFLICT }
	void f(Own own) {
		switch (own) {
			case NOT_FOUND: create(); break;
			case CONFLICT: again(); break;
		}
	}
`);
		const [finding] = await findingsOf('missing-required', text, { languageId: 'java' });
		assert.ok(finding);
		assert.ok(!finding.fixes?.().some(({ edits }) => applyEdits(text, edits).includes('case "')));
	});
	it('and the results compile', { skip: whyNot('java') }, () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'java-cases-'));
		const files = results.map((text, index) => {
			mkdirSync(path.join(folder, String(index)));
			const file = path.join(folder, String(index), 'Sample.java');
			writeFileSync(file, text.replaceAll('Sample', `Sample${index}`));
			return file;
		});
		const { stderr } = spawnSync('javac', ['-proc:none', '-d', folder, ...files], { encoding: 'utf8' });
		rmSync(folder, { recursive: true });
		assert.equal(stderr, '');
	});
});
