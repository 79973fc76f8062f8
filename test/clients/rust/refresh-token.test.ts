import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedRust } from './fixed-rust.ts';
import { type RustProgram, rustCases, rustProgram } from './rust-project.ts';

const cases = rustCases('refresh.cases');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };
const callers = 10;

const asyncRun = (index: number): string => `            let api = std::sync::Arc::new(c${index}::Api::new(tokens));
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let tasks: Vec<_> = (0..count)
                    .map(|_| {
                        let (api, url) = (api.clone(), url.clone());
                        tokio::spawn(async move { api.load(&url).await })
                    })
                    .collect();
                for task in tasks {
                    seen.push(told(task.await.unwrap()));
                }
                seen
            })`;
const blockingRun = (index: number): string => `            let api = std::sync::Arc::new(c${index}::Api::new(tokens));
            let threads: Vec<_> = (0..count)
                .map(|_| {
                    let (api, url) = (api.clone(), url.clone());
                    std::thread::spawn(move || told(api.load(&url)))
                })
                .collect();
            for thread in threads {
                seen.push(thread.join().unwrap());
            }
            seen`;

/** Calls as often at once as it is told, and prints each different outcome. */
const mainOf = (): string => `
fn told(got: Result<String, Box<dyn std::error::Error + Send + Sync>>) -> String {
    got.unwrap_or_else(|error| format!("Error: {error}"))
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let (url, tokens, count) = (words[2].clone(), words[3].clone(), words[4].parse::<u32>().unwrap());
    let mut seen: Vec<String> = Vec::new();
    let mut seen = match words[1].as_str() {
${cases.map(({ isAsync }, index) => `        "${index}" => {\n${isAsync ? asyncRun(index) : blockingRun(index)}\n        }`).join('\n')}
        _ => unreachable!(),
    };
    seen.sort();
    seen.dedup();
    println!("{}", seen.join("\\n"));
}
`;

async function fixed({ title, text }: (typeof cases)[number]): Promise<string> {
	const after = await fixedRust(text, 'refreshToken');
	assert.ok(after, `Nothing is offered for: ${title}`);
	assert.equal(await fixedRust(after, 'refreshToken'), undefined, `It is written again: ${title}`);
	return after;
}

describe('Refreshing a token that fixes write in Rust', { concurrency: true, skip: whyNot('rust') }, () => {
	let server: LimitingServer;
	let program: RustProgram;
	before(async () => {
		const modules = await Promise.all(cases.map(fixed));
		server = await limitingServer();
		program = rustProgram('refresh', modules, mainOf());
	});
	after(() => server.close());

	for (const [index, { title }] of cases.entries()) {
		it(`once for all requests: ${title}`, async () => {
			const tokens = server.tokens();
			const { url, arrivals } = server.visit((request) => (tokens.accepts(request) ? 'ok' : refused));
			assert.equal(await program.run(String(index), url, tokens.url, String(callers)), '{"ok":true}');
			assert.equal(tokens.asked(), 1);
			assert.ok(arrivals.length <= 2 * callers);
		});
		it(`repeats once, then gives the error on: ${title}`, async () => {
			const tokens = server.tokens();
			const { url, arrivals } = server.visit(refused);
			assert.equal(await program.run(String(index), url, tokens.url, '1'), 'Error: signed out');
			assert.deepEqual([tokens.asked(), arrivals.length], [1, 2]);
		});
		it(`does not repeat where there is no new token: ${title}`, async () => {
			const tokens = server.tokens(true);
			const { url, arrivals } = server.visit(refused);
			assert.equal(await program.run(String(index), url, tokens.url, '1'), 'Error: signed out');
			assert.deepEqual([tokens.asked(), arrivals.length], [1, 1]);
		});
	}
});

describe('no refresh is offered in Rust', () => {
	const load = `impl Api {
    async fn load(&self, token: &str) -> Result<(), Error> {
        let response = self.http.get("u").bearer_auth(TOKEN).send().await?;
        if response.status() == 401 {
            return Err(Error::SignedOut);
        }
        Ok(())
    }
}
`;
	const refresh = 'impl Api {\n    async fn refresh_token(&self) -> Result<(), Error> {\n        todo!()\n    }\n}\n';
	const head = 'use reqwest::Client;\nuse tokio::time;\n\n';
	it('for a token that is handed in', async () =>
		assert.equal(await fixedRust(head + refresh + load.replace('TOKEN', 'token'), 'refreshToken'), undefined));
	it('where nothing refreshes', async () =>
		assert.equal(await fixedRust(head + load.replace('TOKEN', 'self.token()'), 'refreshToken'), undefined));
	it('in what refreshes itself', async () => {
		const own = refresh.replace('todo!()', 'self.load("x").await');
		assert.equal(await fixedRust(head + own + load.replace('TOKEN', 'self.token()'), 'refreshToken'), undefined);
	});
	it('where the token may be missing', async () => {
		const type = 'struct Api {\n    http: Client,\n    token: Option<String>,\n}\n';
		const text = head + type + refresh + load.replace('TOKEN', 'self.token.as_deref().unwrap_or("")');
		assert.equal(await fixedRust(text.replace('.as_deref().unwrap_or("")', ''), 'refreshToken'), undefined);
	});
});
