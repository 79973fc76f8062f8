import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hasSyntaxError, readBlocks } from '../support/read-blocks.ts';
import { type ClientCase, clientCases } from './client-cases.ts';
import { fixedInTurn, fixedSource } from './fixed-source.ts';
import { type GeneratedProject, generatedProject } from './generated-project.ts';
import { type LimitingServer, limitingServer } from './limiting-server.ts';

const cases = clientCases('refresh-token');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };
const callers = 10;

/** A function with a branch for each of the two errors. */
const both = `let token = 'old';
let from = '';

async function refreshToken(): Promise<void> {
	const response = await fetch(from);
	token = await response.text();
}

async function load(url: string): Promise<unknown> {
	const response = await fetch(url, { headers: { Authorization: \`Bearer \${token}\` } });
	switch (response.status) {
		case 401:
			throw new Error('Signed out');
		case 429:
			throw new Error('Too many');
	}
	return response.json();
}

export function run(url: string, tokens: string): Promise<unknown> {
	from = tokens;
	return load(url);
}
`;
/** JavaScript with types in comments. */
const checked = `// @ts-check
export class Client {
	#token = 'old';

	async refreshToken() {
		this.#token = 'new';
	}

	/**
	 * @param {string} url
	 * @returns {Promise<string>}
	 */
	async load(url) {
		const response = await fetch(url, { headers: { authorization: this.#token } });
		if (response.status === 401) throw new Error('signed out');
		return response.text();
	}
}
`;
const limited = { retryAfter: '0' };

type Run = (url: string, tokens: string) => Promise<unknown>;

/** What a caller gets, as text. */
async function outcome(run: () => Promise<unknown>): Promise<string> {
	try {
		return JSON.stringify(await run()) ?? 'undefined';
	} catch (error) {
		return String(error);
	}
}

describe('Refreshing a token that fixes write', { concurrency: true, timeout: 60_000 }, () => {
	let project: GeneratedProject;
	let server: LimitingServer;
	let compiled: Promise<string>;
	const fixed = new Map<ClientCase, string>();

	before(async () => {
		project = generatedProject();
		server = await limitingServer();
		for (const one of cases) {
			const result = await fixedSource(one.text, one.languageId, 'refreshToken');
			assert.ok(result, `Nothing is offered for: ${one.title}`);
			fixed.set(one, result.text);
			project.write(one.name, result.text);
		}
		project.write('refresh-last.ts', await fixedInTurn(both, 'typescript', 'retryAfter', 'refreshToken'));
		project.write('retry-last.ts', await fixedInTurn(both, 'typescript', 'refreshToken', 'retryAfter'));
		project.write('member.strict.js', await fixedInTurn(checked, 'javascript', 'refreshToken'));
		compiled = project.check();
	});
	after(() => {
		server.close();
		project.remove();
	});

	it('compiles', async () => assert.equal(await compiled, ''));

	for (const name of ['refresh-last.ts', 'retry-last.ts']) {
		it(`and waiting for a limit count across each other: ${name}`, async () => {
			const run = await runnable(name, 'plain');
			const tokens = server.tokens();
			const limitedFirst = server.visit(limited, refused);
			assert.equal(await outcome(() => run(limitedFirst.url, tokens.url)), 'Error: Signed out');
			assert.deepEqual([limitedFirst.arrivals.length, tokens.asked()], [3, 1]);
			const refusedFirst = server.visit(refused, limited);
			assert.equal(await outcome(() => run(refusedFirst.url, tokens.url)), 'Error: Too many');
			assert.deepEqual([refusedFirst.arrivals.length, tokens.asked()], [4, 2]);
			const well = server.visit(limited, refused, limited, 'ok');
			assert.equal(await outcome(() => run(well.url, tokens.url)), '{"ok":true}');
			assert.deepEqual([well.arrivals.length, tokens.asked()], [4, 3]);
		});
	}

	for (const one of cases) {
		it(`parses, and is written once: ${one.title}`, async () => {
			const text = fixed.get(one) ?? assert.fail();
			assert.ok(!hasSyntaxError(await readBlocks(text, one.languageId)), text);
			assert.equal(await fixedSource(text, one.languageId, 'refreshToken'), undefined, text);
		});
		it(`refreshes once for all, also for those who hear late of the old token: ${one.title}`, async () => {
			const run = await runnable(one.name, 'together');
			const tokens = server.tokens();
			let answers = 0;
			const { url, arrivals } = server.visit((request) => {
				if (tokens.accepts(request)) return 'ok';
				answers++;
				return { ...refused, afterMs: answers % 2 === 0 ? 0 : 500 };
			});
			const got = await Promise.all(Array.from({ length: callers }, () => outcome(() => run(url, tokens.url))));
			assert.deepEqual(new Set(got), new Set(['{"ok":true}']));
			assert.equal(tokens.asked(), 1);
			assert.equal(arrivals.length, 2 * callers);
		});
		it(`repeats once, then gives the error on: ${one.title}`, async () => {
			const run = await runnable(one.name, 'refused');
			const tokens = server.tokens();
			const { url, arrivals } = server.visit(refused);
			const got = await outcome(() => run(url, tokens.url));
			assert.ok(got.startsWith(one.givesUpWith), got);
			assert.equal(tokens.asked(), 1);
			assert.equal(arrivals.length, 2);
		});
		it(`does not repeat where there is no new token: ${one.title}`, async () => {
			const run = await runnable(one.name, 'failing');
			const tokens = server.tokens(true);
			const { url, arrivals } = server.visit(refused);
			const got = await outcome(() => run(url, tokens.url));
			assert.ok(got.startsWith(one.givesUpWith) || got.includes('The token was not accepted'), got);
			assert.equal(tokens.asked(), 1);
			assert.equal(arrivals.length, 1);
		});
		it(`refreshes again for a token that is refused later: ${one.title}`, async () => {
			const run = await runnable(one.name, 'later');
			const tokens = server.tokens();
			let isOver = false;
			const { url } = server.visit((request) =>
				tokens.accepts(request) && !(isOver && request.headers.authorization?.endsWith('-1')) ? 'ok' : refused,
			);
			assert.equal(await outcome(() => run(url, tokens.url)), '{"ok":true}');
			isOver = true;
			assert.equal(await outcome(() => run(url, tokens.url)), '{"ok":true}');
			assert.equal(tokens.asked(), 2);
		});
	}

	/** Each test has its own token. */
	async function runnable(name: string, afresh: string): Promise<Run> {
		const { run } = await project.load(name, afresh);
		assert.ok(typeof run === 'function');
		return async (url, tokens) => run(url, tokens);
	}
});
