import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hasSyntaxError, readBlocks } from '../../support/read-blocks.ts';
import { pythonWith, whyNot } from '../../support/toolchains.ts';
import { type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedPython, pythonCases } from './fixed-python.ts';
import { type PythonFolder, pythonFolder } from './python-runner.ts';

const cases = pythonCases('refresh.cases');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };
const callers = 6;

describe('Refreshing a token that fixes write in Python', { concurrency: 4, timeout: 120_000 }, () => {
	let folder: PythonFolder;
	let server: LimitingServer;
	const fixed = new Map<string, string>();

	before(async () => {
		folder = pythonFolder();
		server = await limitingServer();
		for (const { name, text, title } of cases) {
			const result = await fixedPython(text, 'refreshToken');
			assert.ok(result, `Nothing is offered for: ${title}`);
			fixed.set(name, result);
			folder.write(name, result);
		}
	});
	after(() => {
		server.close();
		folder.remove();
	});

	for (const { name, title, client } of cases) {
		it(`parses, and is written once: ${title}`, async () => {
			const text = fixed.get(name) ?? assert.fail();
			assert.ok(!hasSyntaxError(await readBlocks(text, 'python')), text);
			assert.equal(await fixedPython(text, 'refreshToken'), undefined, text);
			assert.ok(!text.split('\n').some((line) => line.length > 88), text);
		});
		const skip = whyNot(client);
		const python = pythonWith(client) ?? '';
		it(`runs: ${title}`, { skip }, async () => {
			const tokens = server.tokens();
			const well = server.visit((request) => (tokens.accepts(request) ? 'ok' : refused));
			assert.deepEqual(await folder.run(python, [[name, well.url]], { TOKENS: tokens.url }), ['{"ok": true}']);
			assert.deepEqual([well.arrivals.length, tokens.asked()], [2, 1]);

			const others = server.tokens();
			const never = server.visit(refused);
			const [got = ''] = await folder.run(python, [[name, never.url]], { TOKENS: others.url });
			assert.match(got, /^raised |^null$/);
			assert.deepEqual([never.arrivals.length, others.asked()], [2, 1]);
		});
		if (!/method/.test(title))
			it(`refreshes once for all, also for those who hear late of the old token: ${title}`, { skip }, async () => {
				const tokens = server.tokens();
				let answers = 0;
				const { url, arrivals } = server.visit((request) => {
					if (tokens.accepts(request)) return 'ok';
					answers++;
					return { ...refused, afterMs: answers % 2 === 0 ? 0 : 500 };
				});
				const calls = Array.from({ length: callers }, () => [name, url] as const);
				const got = await folder.run(python, calls, { TOKENS: tokens.url });
				assert.deepEqual(new Set(got), new Set(['{"ok": true}']));
				assert.deepEqual([arrivals.length, tokens.asked()], [2 * callers, 1]);
			});
	}
});
