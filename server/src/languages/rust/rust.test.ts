import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

const head = '// api-errors: silentchat\n\n';

/** Code, and the required codes that it is warned about. */
const handled: readonly (readonly [title: string, body: string, expected: readonly string[]])[] = [
	['an error that is given back', 'match e.code { "NOT_FOUND" => create(), _ => return Err(e) }', []],
	['an error as the value of an arm', 'match e.code { "NOT_FOUND" => create(), _ => Err(e.into()) }', []],
	['a name for all others', 'match e.code { "NOT_FOUND" => create(), other => Err(Error::Other(other)) }', []],
	['an option for all others', 'match e.code.as_deref() { Some("NOT_FOUND") => create(), _ => Err(e)? }', []],
	['what follows', 'if e.code == "NOT_FOUND" { return create(); }\n    Err(e)', []],
	['a panic', 'match e.code { "NOT_FOUND" => create(), _ => panic!("{e}") }', []],
	['bail', 'match e.code { "NOT_FOUND" => create(), _ => anyhow::bail!("failed: {}", e) }', []],
	[
		'a response that gives its error',
		'match resp.status().as_u16() { 404 => create(), 409 => again(), _ => resp.error_for_status()? }',
		[],
	],
	['nothing', 'match e.code { "NOT_FOUND" => create(), _ => {} }', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
	[
		'a message',
		'match e.code { "NOT_FOUND" => create(), other => eprintln!("failed: {other}") }',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a status that was asked before',
		'if resp.status() == StatusCode::TOO_MANY_REQUESTS { return wait(); }\n    match e.code { "NOT_FOUND" => create(), _ => {} }',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'codes that were asked before',
		'if matches!(e.code, "RATE_LIMITED" | "AUTH_INVALID_TOKEN") { return later(); }\n    match e.code { "NOT_FOUND" => create(), _ => {} }',
		[],
	],
	[
		'variants of the same names',
		'match e.kind { ErrorCode::RateLimited => wait(), ErrorCode::NotFound => create(), _ => {} }',
		['AUTH_INVALID_TOKEN'],
	],
	['options and results that are only taken apart', 'match e.code { Some(code) => show(code), None => {} }', []],
	['a guard that cannot be told', 'match e.code { "NOT_FOUND" => a(), c if limited(c) => b(), _ => {} }', []],
];

describe('what Rust does with other errors', () => {
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `${head}fn f(e: ApiError) -> Result<(), Error> {\n    ${body}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'rust'))].sort(), expected);
		});
	}
});

describe('enums in Rust stand for codes', () => {
	const use = 'fn f(e: E) { match e.code { Code::Slow => a(), Code::NotFound => b(), _ => {} } }\n';
	it('by what serde calls their members', async () => {
		const named =
			'#[derive(Deserialize)]\nenum Code {\n    #[serde(rename = "RATE_LIMITED")]\n    Slow,\n    NotFound,\n}\n';
		assert.deepEqual(await warnedIn(head + named + use, 'rust'), ['AUTH_INVALID_TOKEN']);
	});
	it('by what strum calls them, through other attributes', async () => {
		const named =
			'enum Code {\n    /// Slow down.\n    #[doc(hidden)]\n    #[strum(serialize = "RATE_LIMITED")]\n    Slow,\n    NotFound,\n}\n';
		assert.deepEqual(await warnedIn(head + named + use, 'rust'), ['AUTH_INVALID_TOKEN']);
	});
	it('by constants of the type', async () => {
		const named = 'impl Code {\n    const Slow: Code = Code("x");\n    pub const LIMITED: &str = "RATE_LIMITED";\n}\n';
		const body = 'fn f(e: E) { match e.code { Code::LIMITED => a(), "NOT_FOUND" => b(), _ => {} } }\n';
		assert.deepEqual(await warnedIn(head + named + body, 'rust'), ['AUTH_INVALID_TOKEN']);
	});
});

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string])[] = [
	['match err.code.as_str() {\n        "NOT_FOUND" => create(),\n        █\n    }', '"AUTH_INVALID_TOKEN"'],
	['match err.code.as_str() {\n        "NOT_FOUND" => create(),\n        "█\n    }', '"AUTH_INVALID_TOKEN"'],
	[
		'match err.code.as_str() {\n        "NOT_FOUND" => create(),\n        "█"\n        _ => {}\n    }',
		'"AUTH_INVALID_TOKEN"',
	],
	['match err.code.as_str() {\n        "NOT_FOUND" | "R█ => create(),\n    }', '"AUTH_INVALID_TOKEN"'],
	['match err.code.as_deref() {\n        Some("NOT_FOUND") => create(),\n        Some("█', '"AUTH_INVALID_TOKEN"'],
	['match err.code {\n        "NOT_FOUND" => {}\n        "█', '"AUTH_INVALID_TOKEN"'],
	['if err.code == "NOT_FOUND" {\n    } else if err.code == "█" {\n    }', '"AUTH_INVALID_TOKEN"'],
	['if err.code == "█', '"AUTH_INVALID_TOKEN"'],
	['if let Some("█") = err.code.as_deref() {\n    }', '"AUTH_INVALID_TOKEN"'],
	['if matches!(err.code, "NOT_FOUND" | "█")', '"AUTH_INVALID_TOKEN"'],
	['if matches!(err.code, "NOT_FOUND" | "█', '"AUTH_INVALID_TOKEN"'],
	['if ["NOT_FOUND", "█"].contains(&err.code) {\n    }', '"AUTH_INVALID_TOKEN"'],
	['match resp.status() {\n        StatusCode::NOT_FOUND => a(),\n        █\n    }', 'StatusCode::UNAUTHORIZED'],
	[
		'match resp.status() {\n        StatusCode::NOT_FOUND => a(),\n        StatusCode::█\n    }',
		'StatusCode::UNAUTHORIZED',
	],
	['match resp.status().as_u16() {\n        404 => a(),\n        4█\n    }', '401'],
];

describe('completion in unfinished Rust', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(`${head}fn f(err: &ApiError) {\n    ${body}\n}\n`);
			const site = await labelSiteIn(documentOf(text, 'rust'), offset);
			assert.equal(
				site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required))[0]?.text,
				expected,
			);
		});
	}
	it('offers nothing in a comment', async () => {
		const { text, offset } = readCursor(
			`${head}fn f() {\n    match err.code {\n        "NOT_FOUND" => a(), // █\n    }\n}\n`,
		);
		assert.equal(await labelSiteIn(documentOf(text, 'rust'), offset), undefined);
	});
});

/** Rust, and the integers in it that are statuses. */
const statuses: readonly (readonly [string, readonly number[]])[] = [
	['assert_eq!(resp.status(), 404);', [404]],
	['assert_eq!(200, resp.status().as_u16(), "{resp:?}");', [200]],
	['let (response, code) = server.list().await; assert_eq!(code, 200);', [200]],
	['let (name, code) = parse(); assert_eq!(code, 200);', []],
	['let t = ResponseTemplate::new(500); let e = StatusCode::from_u16(429).unwrap();', [500, 429]],
	['HttpResponse::build(status).status(500);', [500]],
	['let body = json!({ "status": 429, "limit": 500 });', [429]],
	['let one = crate::json!(500);', []],
	['let retry = vec![429, 503]; if retry.contains(&resp.status().as_u16()) { wait() }', [429, 503]],
	['if (500..=599).contains(&status) { wait() }', [500, 599]],
	['let sizes = vec![200, 400]; sleep(Duration::from_millis(500));', []],
	['println!("{}", 404); let c = Color32::from_rgb(200, 100, 100);', []],
	['assert_code!(resp.status(), 404);', [404]],
];

describe('statuses in Rust', () => {
	for (const [body, expected] of statuses)
		it(body, async () => assert.deepEqual(await numbersIn(`fn f() {\n    ${body}\n}\n`), expected));
	it('in attributes', async () => {
		const text = '#[utoipa::path(get, responses((status = 404, description = "no"), (status = 200)))]\nfn f() {}\n';
		assert.deepEqual(await numbersIn(text), [404, 200]);
	});
	it('in attributes of what catches errors', async () => {
		assert.deepEqual(await numbersIn('#[catch(404)]\nfn f() {}\n'), [404]);
		assert.deepEqual(await numbersIn('#[max_length(404)]\nstruct S {}\n'), []);
	});
	it('in the rules of macros', async () => {
		const text =
			'macro_rules! check {\n    ($url:expr, $($rest:tt)*) => {{\n        let resp = get($url).await;\n        $( use_it($rest); )*\n        assert_eq!(resp.status(), 404);\n    }};\n}\n';
		assert.deepEqual(await numbersIn(text), [404]);
	});
});

async function numbersIn(text: string): Promise<readonly unknown[]> {
	const { blocks } = await analyzed(text, 'rust');
	return blocks
		.flatMap(({ occurrences }) => occurrences.map(({ value }) => value))
		.filter((value) => typeof value === 'number');
}
