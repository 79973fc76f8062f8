import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { findingsOf } from '../../support/check-rule.ts';
import { hasSyntaxError, readBlocks } from '../../support/read-blocks.ts';
import { whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedPhp, phpCases, phpProgram } from './fixed-php.ts';

const run = promisify(execFile);
const cases = phpCases('retry.cases');

interface Scenario {
	readonly title: string;
	readonly answers: readonly [Answer, ...Answer[]];
	readonly requests: number;
	/** Milliseconds before which nothing may come back, by when the first request came and what was said. */
	readonly earliest: (from: number, said: string | undefined) => number;
	readonly givesUp: boolean;
}

const soon = (form: (date: Date) => string) => () => form(new Date(Date.now() + 2200));
const untilDate = (from: number, said = ''): number => Date.parse(/GMT$/.test(said) ? said : `${said} GMT`) - from;
const once = (retryAfter: string | (() => string) | undefined): [Answer, Answer] => [{ retryAfter }, 'ok'];
const waits = { requests: 2, earliest: () => 1000, givesUp: false } as const;

const allScenarios: readonly Scenario[] = [
	{ title: 'seconds', answers: once('1'), ...waits },
	{ title: 'too often', answers: [{ retryAfter: '0' }], requests: 3, earliest: () => 0, givesUp: true },
	{ title: 'more than a minute', answers: [{ retryAfter: '3600' }], requests: 1, earliest: () => 0, givesUp: true },
	{ title: 'an HTTP-date', answers: once(soon((date) => date.toUTCString())), ...waits, earliest: untilDate },
	{ title: 'a date of asctime', answers: once(soon(asctimeDate)), ...waits, earliest: untilDate },
	{ title: 'a date of RFC 850', answers: once(soon(rfc850Date)), ...waits, earliest: untilDate },
	{ title: 'rubbish', answers: once('soon'), ...waits },
	{ title: 'a negative number', answers: once('-5'), ...waits },
	{ title: 'nothing', answers: once(undefined), ...waits },
];
/** What shows that a case repeats at all; the waiting itself is the same in all cases of a client. */
const fewScenarios = allScenarios.slice(0, 3);

function asctimeDate(date: Date): string {
	const [weekday = '', day, month, year, time] = date.toUTCString().split(' ');
	return `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

function rfc850Date(date: Date): string {
	const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
	const [, day, month, year = '', time] = date.toUTCString().split(' ');
	return `${days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

/** Why a case cannot be run here; false where it can. */
const whyNotRun = (client: string): string | false =>
	whyNot('php') || (client === 'guzzle' || client === 'symfony' ? whyNot(client) : false);

describe('Retry-After handling that fixes write in PHP', { concurrency: 3 }, () => {
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

	for (const [index, { title, client, text }] of cases.entries()) {
		const isFirst = cases.findIndex((one) => one.client === client) === index;

		it(`${title}: waits as the server asks, and gives up`, { skip: whyNotRun(client) }, async () => {
			const written = await fixedPhp(text, 'retryAfter');
			assert.ok(written !== undefined && written !== text, 'nothing was written');
			const file = path.join(folder, `retry-${index}.php`);
			await writeFile(file, phpProgram(written, client));
			await Promise.all((isFirst ? allScenarios : fewScenarios).map((scenario) => check(file, scenario)));
		});

		it(`${title}: is whole, and nothing is left to say`, async () => {
			const written = (await fixedPhp(text, 'retryAfter')) ?? '';
			assert.equal(hasSyntaxError(await readBlocks(written, 'php')), false, written);
			assert.deepEqual(await findingsOf('retry-after', written, { languageId: 'php' }), []);
			assert.equal(await fixedPhp(written, 'retryAfter'), undefined, 'offered twice');
		});
	}

	async function check(file: string, { title, answers, requests, earliest, givesUp }: Scenario): Promise<void> {
		const [first, ...more] = answers;
		const visited = server.visit(first, ...more);
		const failure = await run('php', [file, visited.url]).then(
			() => undefined,
			(error: { readonly stdout: string }) => error.stdout || String(error),
		);
		assert.equal(visited.arrivals.length, requests, `${title}: requests. ${failure}`);
		assert.equal(failure !== undefined, givesUp, `${title}: gives up. ${failure}`);
		const [from = 0, to = Number.POSITIVE_INFINITY] = visited.arrivals;
		assert.ok(to - from >= earliest(from, visited.said[0]), `${title}: came back after ${to - from} ms`);
	}

	it('is PHP without a fault', { skip: whyNot('php') }, async () => {
		for (const { text } of cases) {
			const written = (await fixedPhp(text, 'retryAfter')) ?? '';
			execFileSync('php', ['-l'], { input: written, stdio: 'pipe' });
		}
	});
});
