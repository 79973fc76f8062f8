import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, describe, it } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { readBlocks } from '../../../../test/support/read-blocks.ts';
import { newBranches } from '../../syntax/writing/insert-code.ts';
import { write } from './write.ts';

const head = '// api-errors: silentchat\n';
/** What the sources use, so that they compile. */
const prelude = `#![allow(dead_code, unused, unreachable_code)]
pub struct ApiError { pub code: String, pub kind: Option<String> }
pub struct StatusCode(u16);
impl StatusCode { pub fn as_u16(&self) -> u16 { self.0 } }
pub struct Response;
impl Response { pub fn status(&self) -> StatusCode { StatusCode(404) } }
pub fn create() {}
pub fn again() {}
pub fn text() -> String { String::new() }
`;

/** What rustfmt makes of a file; undefined where it is not installed. */
function formatted(text: string): string | undefined {
	const { stdout, status, error } = spawnSync('rustfmt', ['--emit', 'stdout', '--edition', '2021'], {
		input: text,
		encoding: 'utf8',
	});
	return error || (status !== 0 && text === '') ? undefined : stdout;
}

const results: string[] = [];

/** Lines with `+` in front are what the first fix adds. rustfmt must have nothing against the result. */
async function checkFixed(source: string): Promise<void> {
	const { before, after: expected } = readChange(head + source);
	const [finding] = await findingsOf('missing-required', before, { languageId: 'rust' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	assert.equal(applyEdits(before, edits), expected);
	if (formatted('') !== undefined) assert.equal(formatted(expected), expected);
	assert.deepEqual(await findingsOf('missing-required', expected, { languageId: 'rust' }), []);
	results.push(expected);
}

const token = '// Token invalid or expired: refresh the token once and repeat the request once.';
const limit = '// Too many requests: wait as long as Retry-After says';

describe('missing cases are added as people write Rust', () => {
	it('after the last arm', () =>
		checkFixed(`fn f(err: &ApiError) {
    match err.code.as_str() {
        "NOT_FOUND" => create(),
        "CONFLICT" => again(), // soon
+        "AUTH_INVALID_TOKEN" => {
+            ${token}
+        }
+        "RATE_LIMITED" => {
+            ${limit}
+        }
        _ => {}
    }
}
`));
	it('in blocks, before the arm for all others and its comment', () =>
		checkFixed(`fn f(err: &ApiError) {
    match err.code.as_str() {
        "NOT_FOUND" => {
            create();
        }
+        "AUTH_INVALID_TOKEN" => {
+            ${token}
+        }
+        "RATE_LIMITED" => {
+            ${limit}
+        }
        // All the rest.
        _ => again(),
    }
    create();
}
`));
	it('where a value is given', () =>
		checkFixed(`fn f(err: &ApiError) -> String {
    let told = match err.code.as_str() {
        "NOT_FOUND" => text(),
+        "AUTH_INVALID_TOKEN" => {
+            ${token}
+            todo!()
+        }
+        "RATE_LIMITED" => {
+            ${limit}
+            todo!()
+        }
        _ => text(),
    };
    told
}
`));
	it('where a value is given back by what stands last', () =>
		checkFixed(`fn f(err: &ApiError) -> Option<String> {
    if err.code.is_empty() {
        None
    } else {
        match err.code.as_str() {
            "NOT_FOUND" => Some(text()),
+            "AUTH_INVALID_TOKEN" => {
+                ${token}
+                return None;
+            }
+            "RATE_LIMITED" => {
+                ${limit}
+                return None;
+            }
            _ => return None,
        }
    }
}
`));
	it('in an option', () =>
		checkFixed(`fn f(err: &ApiError) {
    match err.kind.as_deref() {
        Some("NOT_FOUND" | "CONFLICT") => create(),
+        Some("AUTH_INVALID_TOKEN") => {
+            ${token}
+        }
+        Some("RATE_LIMITED") => {
+            ${limit}
+        }
        Some(_) | None => again(),
    }
}
`));
	it('as numbers beside numbers', () =>
		checkFixed(`fn f(resp: &Response) {
    match resp.status().as_u16() {
        404 => create(),
        409 | 410 => again(),
+        401 => {
+            // Unauthorized: refresh once for AUTH_INVALID_TOKEN
+        }
+        429 => {
+            // Wait as long as Retry-After says, then repeat a few times at most.
+        }
        _ => {}
    }
}
`));
	it('in a chain', () =>
		checkFixed(`fn f(err: &ApiError) {
    if err.code == "NOT_FOUND" {
        create();
    } else if err.code == "CONFLICT" {
        again();
+    } else if err.code == "AUTH_INVALID_TOKEN" {
+        ${token}
+    } else if err.code == "RATE_LIMITED" {
+        ${limit}
    }
}
`));
	it('in ifs that leave', () =>
		checkFixed(`fn f(err: &ApiError) {
    if err.code == "NOT_FOUND" {
        return;
    }
    if err.code == "CONFLICT" {
        create();
        return;
    }
+    if err.code == "AUTH_INVALID_TOKEN" {
+        ${token}
+        return;
+    }
+    if err.code == "RATE_LIMITED" {
+        ${limit}
+        return;
+    }
    again();
}
`));
	it('by the names of statuses', () =>
		checkStatusNames(`fn f(resp: &Response) {
    match resp.status() {
        StatusCode::NOT_FOUND => create(),
        StatusCode::CONFLICT => again(),
+        StatusCode::UNAUTHORIZED => {
+            // Unauthorized: refresh once for AUTH_INVALID_TOKEN
+        }
+        StatusCode::TOO_MANY_REQUESTS => {
+            // Wait as long as Retry-After says, then repeat a few times at most.
+        }
        _ => {}
    }
}
`));
	it('in lines of their own beside short blocks', () =>
		checkFixed(`fn f(err: &ApiError) -> u8 {
    match err.code.as_str() {
        "NOT_FOUND" => return 1,
        "CONFLICT" => return 2,
+        "AUTH_INVALID_TOKEN" => {
+            ${token}
+            return 3;
+        }
+        "RATE_LIMITED" => {
+            ${limit}
+            return 3;
+        }
        _ => return 3,
    }
}
`));
	it('not where only types or guards are asked', async () => {
		for (const arms of [
			'Codes::A(x) => a(), Codes::B(y) => b()',
			'_ if err.code == "A" => a(), _ if err.code == "B" => b()',
		]) {
			const text = `${head}fn f(err: &ApiError) { match err.kind { ${arms}, _ => {} } }\n`;
			for (const { code, start } of await readBlocks(text, 'rust'))
				for (const dispatch of code.dispatches.filter(({ branches }) =>
					branches.some(({ labels }) => labels.length > 0),
				))
					assert.equal(newBranches(dispatch, code, start, text, [{ label: '"C"', comment: '' }], write), undefined);
		}
	});
	it('after an arm without a comma', () =>
		checkLast(
			`${head}fn f(err: &ApiError) { match err.code { "NOT_FOUND" => create() } }\n`,
			`${head}fn f(err: &ApiError) { match err.code { "NOT_FOUND" => create(), "AUTH_INVALID_TOKEN" => { /* Token invalid or expired: refresh the token once and repeat the request once. */ } "RATE_LIMITED" => { /* Too many requests: wait as long as Retry-After says */ } } }\n`,
		));
	it('after an arm without a comma in its line', () =>
		checkLast(
			`${head}fn f(err: &ApiError) {\n    match err.code {\n        "NOT_FOUND" => create() // x\n    }\n}\n`,
			`${head}fn f(err: &ApiError) {\n    match err.code {\n        "NOT_FOUND" => create(), // x\n        "AUTH_INVALID_TOKEN" => {\n            ${token}\n        }\n        "RATE_LIMITED" => {\n            ${limit}\n        }\n    }\n}\n`,
		));
	if (formatted('') === undefined) console.log('rustfmt is not installed: what it makes of the results is not checked');
	after(() => compile(results));
});

async function checkStatusNames(source: string): Promise<void> {
	await checkFixed(source);
	results.pop();
}

async function checkLast(before: string, expected: string): Promise<void> {
	const [finding] = await findingsOf('missing-required', before, { languageId: 'rust' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	assert.equal(applyEdits(before, edits), expected);
}

/** All results at once, each in a module of its own: the compiler has nothing against them. */
function compile(sources: readonly string[]): void {
	if (spawnSync('rustc', ['--version']).error) return;
	const modules = sources.map((source, index) => `mod m${index} {\nuse super::*;\n${source}}\n`);
	const words = ['--edition', '2021', '--crate-type', 'lib', '--emit', 'metadata=-', '-'];
	const { status, stderr } = spawnSync('rustc', words, { input: prelude + modules.join(''), encoding: 'utf8' });
	assert.equal(status, 0, stderr);
}
