import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { findingsOf } from '../../support/check-rule.ts';
import { hasSyntaxError, readBlocks } from '../../support/read-blocks.ts';
import { whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedRuby, type RubyFolder, rubyCases, rubyFolder } from './fixed-ruby.ts';

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
	{ title: 'a date that is over', answers: once('Sun, 06 Nov 1994 08:49:37 GMT'), ...waits, earliest: () => 0 },
	{ title: 'rubbish', answers: once('soon'), ...waits },
	{ title: 'a negative number', answers: once('-5'), ...waits },
	{ title: 'nothing', answers: once(undefined), ...waits },
];

function asctimeDate(date: Date): string {
	const [weekday = '', day, month, year, time] = date.toUTCString().split(' ');
	return `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

function rfc850Date(date: Date): string {
	const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
	const [, day, month, year = '', time] = date.toUTCString().split(' ');
	return `${days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

describe('Retry-After handling that fixes write in Ruby', { concurrency: 3 }, () => {
	const cases = rubyCases('retry.cases');
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

	for (const [index, { title, text, skip }] of cases.entries()) {
		it(`${title}: waits as the server asks, and gives up`, { skip }, async () => {
			const written = await fixedRuby(text, 'retryAfter');
			assert.ok(written !== undefined && written !== text, 'nothing was written');
			const visits = allScenarios.map(({ answers: [first, ...more] }) => server.visit(first, ...more));
			const outcomes = await folder.run(
				`retry${index}`,
				written,
				visits.map(({ url }) => [url]),
			);
			for (const [at, scenario] of allScenarios.entries()) {
				const visited = visits[at];
				const outcome = outcomes[at] ?? '';
				assert.ok(visited);
				assert.equal(visited.arrivals.length, scenario.requests, `${scenario.title}: requests. ${outcome}\n${written}`);
				assert.equal(outcome.startsWith('raised'), scenario.givesUp, `${scenario.title}: gives up. ${outcome}`);
				const [from = 0, to = Number.POSITIVE_INFINITY] = visited.arrivals;
				const earliest = scenario.earliest(from, visited.said[0]);
				assert.ok(to - from >= earliest, `${scenario.title}: came back after ${to - from} ms`);
			}
		});

		it(`${title}: is whole, and nothing is left to say`, async () => {
			const written = (await fixedRuby(text, 'retryAfter')) ?? '';
			assert.notEqual(written, '');
			assert.equal(hasSyntaxError(await readBlocks(written, 'ruby')), false, written);
			assert.deepEqual(await findingsOf('retry-after', written, { languageId: 'ruby' }), []);
			assert.equal(await fixedRuby(written, 'retryAfter'), undefined, 'offered twice');
		});
	}

	it('is Ruby without a fault', { skip: whyNot('ruby') }, async () => {
		for (const { text } of cases) {
			const { stderr } = spawnSync('ruby', ['-wc', '-e', (await fixedRuby(text, 'retryAfter')) ?? ''], {
				encoding: 'utf8',
			});
			assert.equal(stderr, '');
		}
	});
});
