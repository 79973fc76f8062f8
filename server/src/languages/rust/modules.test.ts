import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lentConstants } from '../../../../test/support/lent-constants.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

const codes =
	'pub const SLOW: &str = "RATE_LIMITED";\npub enum Code {\n    #[serde(rename = "AUTH_INVALID_TOKEN")]\n    Gone,\n}\n';
const client = (imports: string, body: string): string =>
	`${imports}\n\nfn f(error: &ApiError) {\n    match error.code {\n        ${body} => {}\n        "NOT_FOUND" => {}\n        _ => {}\n    }\n}\n`;

/** Files of a crate, the one that imports, and a constant that it must have from the others. */
const found: readonly (readonly [
	title: string,
	texts: Readonly<Record<string, string>>,
	path: string,
	expected: string,
])[] = [
	[
		'a name of the crate',
		{ 'src/lib.rs': '', 'src/codes.rs': codes, 'src/a/b.rs': client('use crate::codes::SLOW;', 'SLOW') },
		'src/a/b.rs',
		'SLOW = RATE_LIMITED',
	],
	[
		'a name under another',
		{ 'src/lib.rs': '', 'src/codes.rs': codes, 'src/b.rs': client('use crate::codes::SLOW as LIMIT;', 'LIMIT') },
		'src/b.rs',
		'LIMIT = RATE_LIMITED',
	],
	[
		'a module',
		{
			'src/main.rs': 'mod api { pub mod codes; }\n',
			'src/api/codes.rs': codes,
			'src/b.rs': client('use crate::api::codes;', 'codes::SLOW'),
		},
		'src/b.rs',
		'codes.SLOW = RATE_LIMITED',
	],
	[
		'a type, through a list',
		{
			'src/lib.rs': '',
			'src/codes/mod.rs': codes,
			'src/b.rs': client('use crate::codes::{Code, Other as O};', 'Code::Gone'),
		},
		'src/b.rs',
		'Code.Gone = AUTH_INVALID_TOKEN',
	],
	[
		'all of a module',
		{ 'src/lib.rs': '', 'src/codes.rs': codes, 'src/b.rs': client('use crate::codes::*;', 'SLOW') },
		'src/b.rs',
		'SLOW = RATE_LIMITED',
	],
	[
		'what stands beside',
		{ 'src/lib.rs': '', 'src/a/codes.rs': codes, 'src/a/b.rs': client('use super::codes::SLOW;', 'SLOW') },
		'src/a/b.rs',
		'SLOW = RATE_LIMITED',
	],
	[
		'a module of its own',
		{ 'src/lib.rs': client('mod codes;', 'codes::SLOW'), 'src/codes.rs': codes },
		'src/lib.rs',
		'codes.SLOW = RATE_LIMITED',
	],
	[
		'what another hands on',
		{
			'src/lib.rs': 'mod codes;\npub use self::codes::SLOW;\n',
			'src/codes.rs': codes,
			'src/b.rs': client('use crate::SLOW;', 'SLOW'),
		},
		'src/b.rs',
		'SLOW = RATE_LIMITED',
	],
];

describe('names of other files of a crate are known in Rust', () => {
	for (const [title, texts, path, expected] of found)
		it(title, async () => {
			const lent = await lentConstants('rust', texts, path);
			assert.ok(lent.includes(expected), lent.join(', '));
		});
	it('but not those of other crates', async () => {
		const texts = { 'src/lib.rs': '', 'src/codes.rs': codes, 'src/b.rs': client('use other::codes::SLOW;', 'SLOW') };
		assert.deepEqual(await lentConstants('rust', texts, 'src/b.rs'), []);
	});
});

/** What stands in a file, and the required codes that it is warned about with it. */
const setUps: readonly (readonly [text: string, missing: readonly string[]])[] = [
	['', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
	[
		'fn client() -> Client { ClientBuilder::new(c()).with(RetryTransientMiddleware::new_with_policy(p())).build() }',
		['AUTH_INVALID_TOKEN'],
	],
	['async fn g() { fetch.retry(ExponentialBuilder::default()).await }', ['AUTH_INVALID_TOKEN']],
	['fn layer() { ServiceBuilder::new().layer(RetryLayer::new(policy)) }', ['AUTH_INVALID_TOKEN']],
	['fn unrelated() { retry(1) }', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
];

describe('libraries of Rust that repeat by themselves', () => {
	for (const [text, missing] of setUps)
		it(text || 'none', async () => {
			const body = 'fn f(e: &ApiError) {\n    match e.code {\n        "NOT_FOUND" => a(),\n        _ => {}\n    }\n}\n';
			const found = await warnedIn(`// api-errors: silentchat\n${text}\n${body}`, 'rust');
			assert.deepEqual([...found].sort(), missing);
		});
});
