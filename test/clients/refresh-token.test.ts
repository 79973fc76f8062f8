import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hasSyntaxError, readBlocks } from '../support/read-blocks.ts';
import { type ClientCase, clientCases } from './client-cases.ts';
import { fixedSource } from './fixed-source.ts';
import { type GeneratedProject, generatedProject } from './generated-project.ts';
import { type LimitingServer, limitingServer } from './limiting-server.ts';

const cases = clientCases('refresh-token');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };
const callers = 10;

type Run = (url: string, tokens: string) => Promise<unknown>;

/** What a caller gets, as text. */
async function outcome(run: () => Promise<unknown>): Promise<string> {
	try {
		return JSON.stringify(await run()) ?? 'undefined';
	} catch (error) {
		return String(error);
	}
}

describe('Refreshing a token that fixes write', { concurrency: true }, () => {
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
		compiled = project.check();
	});
	after(() => {
		server.close();
		project.remove();
	});

	it('compiles', async () => assert.equal(await compiled, ''));

	for (const one of cases) {
		it(`parses, and is written once: ${one.title}`, async () => {
			const text = fixed.get(one) ?? assert.fail();
			assert.ok(!hasSyntaxError(await readBlocks(text, one.languageId)), text);
			assert.equal(await fixedSource(text, one.languageId, 'refreshToken'), undefined, text);
		});
		it(`refreshes once for all, also for those who hear late of the old token: ${one.title}`, async () => {
			const run = await runnable(one, 'together');
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
			const run = await runnable(one, 'refused');
			const tokens = server.tokens();
			const { url, arrivals } = server.visit(refused);
			const got = await outcome(() => run(url, tokens.url));
			assert.ok(got.startsWith(one.givesUpWith), got);
			assert.equal(tokens.asked(), 1);
			assert.equal(arrivals.length, 2);
		});
		it(`does not repeat where there is no new token: ${one.title}`, async () => {
			const run = await runnable(one, 'failing');
			const tokens = server.tokens(true);
			const { url, arrivals } = server.visit(refused);
			const got = await outcome(() => run(url, tokens.url));
			assert.ok(got.startsWith(one.givesUpWith) || got.includes('The token was not accepted'), got);
			assert.equal(tokens.asked(), 1);
			assert.equal(arrivals.length, 1);
		});
		it(`refreshes again for a token that is refused later: ${one.title}`, async () => {
			const run = await runnable(one, 'later');
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
	async function runnable(one: ClientCase, afresh: string): Promise<Run> {
		const { run } = await project.load(one.name, afresh);
		assert.ok(typeof run === 'function');
		return async (url, tokens) => run(url, tokens);
	}
});
