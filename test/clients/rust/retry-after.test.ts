import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedRust } from './fixed-rust.ts';
import { type RustProgram, rustCases, rustProgram } from './rust-project.ts';

const cases = rustCases('retry.cases');

const soon = (form: (date: Date) => string) => () => form(new Date(Date.now() + 2200));
const once = (retryAfter: string | (() => string) | undefined): [Answer, Answer] => [{ retryAfter }, 'ok'];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function rfc850Date(date: Date): string {
	const [, day, month, year = '', time] = date.toUTCString().split(' ');
	return `${days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

function asctimeDate(date: Date): string {
	const [weekday = '', day = '', month, year, time] = date.toUTCString().split(' ');
	return `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

/** What a server answers, after how many milliseconds the second request may come, and how many come in all. */
const scenarios: readonly (readonly [string, readonly [Answer, ...Answer[]], number, number])[] = [
	['seconds', once('1'), 1000, 2],
	['an HTTP-date', once(soon((date) => date.toUTCString())), 1100, 2],
	['a date of RFC 850', once(soon(rfc850Date)), 1100, 2],
	['a date as C writes it', once(soon(asctimeDate)), 1100, 2],
	['a date that is over', once('Sun, 06 Nov 1994 08:49:37 GMT'), 0, 2],
	['rubbish', once('soon'), 1000, 2],
	['a date that there is not', once('Sun, 99 Nov 1994 08:49:37 GMT'), 1000, 2],
	['a negative number', once('-5'), 1000, 2],
	['a number with a sign', once('+0'), 1000, 2],
	['nothing', once(undefined), 1000, 2],
	['a number too large to hold', [{ retryAfter: '99999999999999999999' }], 0, 1],
	['too often', [{ retryAfter: '0' }], 0, 3],
	['more than a minute', [{ retryAfter: '3600' }], 0, 1],
	['a date far away', [{ retryAfter: 'Fri, 31 Dec 9999 23:59:59 GMT' }], 0, 1],
];

const mainOf = (): string => `
fn main() {
    let words: Vec<String> = std::env::args().collect();
    let url = words[2].clone();
    let runtime = || tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let got: Result<String, Box<dyn std::error::Error + Send + Sync>> = match words[1].as_str() {
${cases.map(({ isAsync }, index) => `        "${index}" => ${isAsync ? `runtime().block_on(c${index}::run(url))` : `c${index}::run(url)`},`).join('\n')}
        _ => unreachable!(),
    };
    match got {
        Ok(text) => println!("{text}"),
        Err(error) => println!("Error: {error}"),
    }
}
`;

async function fixed({ title, text }: (typeof cases)[number]): Promise<string> {
	const after = await fixedRust(text, 'retryAfter');
	assert.ok(after, `Nothing is offered for: ${title}`);
	assert.equal(await fixedRust(after, 'retryAfter'), undefined, `It is written again: ${title}`);
	return after;
}

describe('Retry-After handling that fixes write in Rust', { concurrency: true, skip: whyNot('rust') }, () => {
	let server: LimitingServer;
	let program: RustProgram;
	before(async () => {
		const modules = await Promise.all(cases.map(fixed));
		server = await limitingServer();
		program = rustProgram('retry', modules, mainOf());
	});
	after(() => server.close());

	for (const [index, { title }] of cases.entries())
		for (const [what, answers, earliest, requests] of scenarios) {
			it(`${what}: ${title}`, async () => {
				const { url, arrivals } = server.visit(...answers);
				const got = await program.run(String(index), url);
				assert.match(got, answers.includes('ok') ? /^\{"ok":true\}$/ : /^Error: too many requests/);
				assert.equal(arrivals.length, requests);
				const [first = 0, second = first + earliest] = arrivals;
				assert.ok(second - first >= earliest, `after ${second - first} ms`);
			});
		}
});

/** Code for which nothing right can be written. */
const notOffered: readonly (readonly [title: string, text: string])[] = [
	[
		'a response that is handed in',
		'async fn f(response: Response) { tokio::spawn(x()); if response.status() == 429 { a() } }',
	],
	[
		'an asynchronous request without a sign of tokio',
		'async fn f() { let response = reqwest::get("u").await?; if response.status() == 429 { a() } }',
	],
	[
		'a client with middleware',
		'use reqwest_middleware::ClientWithMiddleware;\nuse tokio::time;\nasync fn f(c: &ClientWithMiddleware) {\n    let response = c.get("u").send().await?;\n    if response.status() == 429 { a() }\n}',
	],
	[
		'a loop without a count',
		'use tokio::time::sleep;\nasync fn f(c: &Client) {\n    loop {\n        let response = c.get("u").send().await?;\n        if response.status() == 429 {\n            sleep(ONE).await;\n            continue;\n        }\n    }\n}',
	],
	[
		'a branch that sends again without an end, where nothing else is done for other errors',
		'use tokio::time;\nasync fn f(c: &Client) {\n    let response = c.get("u").send().await?;\n    if response.status() == 429 {\n        return Box::pin(f(c)).await;\n    }\n}',
	],
	[
		'a name that the file has for something else',
		'use tokio::time;\nfn retry_wait() {}\nasync fn f(c: &Client) {\n    let response = c.get("u").send().await?;\n    if response.status() == 429 { a() }\n}',
	],
	[
		'a module inside the file',
		'mod m {\n    use tokio::time;\n    async fn f(c: &Client) {\n        let response = c.get("u").send().await?;\n        if response.status() == 429 { a() }\n    }\n}',
	],
	[
		'what sends something else',
		'use tokio::time;\nasync fn f(queue: &Sender) {\n    let response = queue.message("u").send().await?;\n    if response.status() == 429 { a() }\n}',
	],
	[
		'a request that is not sent first',
		'use tokio::time;\nasync fn f(c: &Client) {\n    let response = pick(first(), c.get("u").send().await?);\n    if response.status() == 429 { a() }\n}',
	],
];

describe('no Retry-After handling is offered in Rust for', () => {
	for (const [title, text] of notOffered)
		it(title, async () => {
			assert.equal(await fixedRust(`use reqwest::{Client, Response};\n\n${text}\n`, 'retryAfter'), undefined);
		});
});
