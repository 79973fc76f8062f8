import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedRuby, type RubyFolder, rubyCases, rubyFolder } from './fixed-ruby.ts';

const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' } as const;

describe('the token refresh that fixes write in Ruby', { concurrency: 3 }, () => {
	let folder: RubyFolder;
	let server: LimitingServer;
	before(async () => {
		folder = rubyFolder();
		server = await limitingServer();
	});
	after(() => {
		server.close();
		folder.remove();
	});

	for (const [index, { title, text, skip }] of rubyCases('refresh.cases').entries()) {
		it(`${title}: refreshes once and repeats once`, { skip }, async () => {
			const written = await fixedRuby(text, 'refreshToken');
			assert.ok(written !== undefined && written !== text, 'nothing was written');
			assert.equal(await fixedRuby(written, 'refreshToken'), undefined, 'offered twice');
			const [tokens, otherTokens, noTokens] = [server.tokens(), server.tokens(), server.tokens(true)];
			const accepting = server.visit((request) => (tokens.accepts(request) ? 'ok' : refused));
			const refusing = server.visit(refused);
			const unreached = server.visit(refused);
			const outcomes = await folder.run(`refresh${index}`, written, [
				[accepting.url, tokens.url],
				[refusing.url, otherTokens.url],
				[unreached.url, noTokens.url],
			]);
			const raised = outcomes.map((outcome) => outcome.startsWith('raised'));
			assert.deepEqual(raised, [false, true, true], `${outcomes.join('\n')}\n${written}`);
			assert.deepEqual([accepting.arrivals.length, tokens.asked()], [2, 1]);
			assert.deepEqual([refusing.arrivals.length, otherTokens.asked()], [2, 1]);
			assert.deepEqual([unreached.arrivals.length, noTokens.asked()], [1, 1]);
		});
	}
});
