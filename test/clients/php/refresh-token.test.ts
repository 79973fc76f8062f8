import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { whyNot } from '../../support/toolchains.ts';
import { type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedPhp, phpCases, phpProgram } from './fixed-php.ts';

const run = promisify(execFile);
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' } as const;

const whyNotRun = (client: string): string | false =>
	whyNot('php') || (client === 'guzzle' || client === 'symfony' ? whyNot(client) : false);

describe('the token refresh that fixes write in PHP', { concurrency: 3 }, () => {
	let folder = '';
	let server: LimitingServer;
	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'api-errors-php-'));
		server = await limitingServer();
	});
	after(async () => {
		server.close();
		await rm(folder, { recursive: true });
	});

	for (const [index, { title, client, text }] of phpCases('refresh.cases').entries()) {
		it(`${title}: refreshes once and repeats once`, { skip: whyNotRun(client) }, async () => {
			const written = await fixedPhp(text, 'refreshToken');
			assert.ok(written !== undefined && written !== text, 'nothing was written');
			assert.equal(await fixedPhp(written, 'refreshToken'), undefined, 'offered twice');
			const file = path.join(folder, `refresh-${index}.php`);
			await writeFile(file, phpProgram(written, client));
			const [tokens, otherTokens, noTokens] = [server.tokens(), server.tokens(), server.tokens(true)];
			const accepting = server.visit((request) => (tokens.accepts(request) ? 'ok' : refused));
			const refusing = server.visit(refused);
			const unreached = server.visit(refused);
			await Promise.all([
				run('php', [file, accepting.url, tokens.url]),
				assert.rejects(run('php', [file, refusing.url, otherTokens.url]), 'the second refusal goes on'),
				assert.rejects(run('php', [file, unreached.url, noTokens.url]), 'a refresh that fails is an error'),
			]);
			assert.deepEqual([accepting.arrivals.length, tokens.asked()], [2, 1]);
			assert.deepEqual([refusing.arrivals.length, otherTokens.asked()], [2, 1]);
			assert.deepEqual([unreached.arrivals.length, noTokens.asked()], [1, 1]);
		});
	}
});
