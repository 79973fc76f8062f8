import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findingsOf } from '../../support/check-rule.ts';
import { hasSyntaxError, readBlocks } from '../../support/read-blocks.ts';
import { pythonWith, whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer, type Visited } from '../limiting-server.ts';
import { fixedPython, pythonCases } from './fixed-python.ts';
import { type PythonFolder, pythonFolder } from './python-runner.ts';

const cases = pythonCases('retry.cases');

interface Scenario {
	readonly title: string;
	readonly answers: readonly [Answer, ...Answer[]];
	readonly requests: number;
	/** Milliseconds before which no second request may come, counted from the first. */
	readonly earliest: (said: string | undefined, first: number) => number;
	readonly givesUp: boolean;
}

const soon = (form: (date: Date) => string) => () => form(new Date(Date.now() + 2200));
const untilDate = (said = '', first = 0): number => Date.parse(/GMT$/.test(said) ? said : `${said} GMT`) - first;
const once = (retryAfter: string | (() => string) | undefined): [Answer, Answer] => [{ retryAfter }, 'ok'];

const scenarios: readonly Scenario[] = [
	{ title: 'seconds', answers: once('1'), requests: 2, earliest: () => 1000, givesUp: false },
	{
		title: 'an HTTP-date',
		answers: once(soon((date) => date.toUTCString())),
		requests: 2,
		earliest: untilDate,
		givesUp: false,
	},
	{ title: 'a date of asctime', answers: once(soon(asctimeDate)), requests: 2, earliest: untilDate, givesUp: false },
	{ title: 'a date of RFC 850', answers: once(soon(rfc850Date)), requests: 2, earliest: untilDate, givesUp: false },
	{ title: 'rubbish', answers: once('soon'), requests: 2, earliest: () => 1000, givesUp: false },
	{ title: 'a negative number', answers: once('-5'), requests: 2, earliest: () => 1000, givesUp: false },
	{ title: 'nothing', answers: once(undefined), requests: 2, earliest: () => 1000, givesUp: false },
	{
		title: 'seconds, in an answer that nobody reads',
		answers: [{ retryAfter: '1', isLong: true }, 'ok'],
		requests: 2,
		earliest: () => 1000,
		givesUp: false,
	},
	{ title: 'too often', answers: [{ retryAfter: '0' }], requests: 3, earliest: () => 0, givesUp: true },
	{ title: 'more than a minute', answers: [{ retryAfter: '3600' }], requests: 1, earliest: () => 0, givesUp: true },
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

/** By the names of the cases: what came of each scenario. */
type Results = ReadonlyMap<string, readonly { readonly visit: Visited; readonly got: string }[]>;

/** What a busy machine may take longer, in milliseconds. */
const slack = 15_000;

describe('Retry-After handling that fixes write in Python', { concurrency: 4, timeout: 120_000 }, () => {
	let folder: PythonFolder;
	let server: LimitingServer;
	const fixed = new Map<string, string>();
	const results = new Map<string, Promise<Results>>();

	before(async () => {
		folder = pythonFolder();
		server = await limitingServer();
		for (const { name, text, title } of cases) {
			const result = await fixedPython(text, 'retryAfter');
			assert.ok(result, `Nothing is offered for: ${title}`);
			fixed.set(name, result);
			folder.write(name, result);
		}
		for (const client of new Set(cases.map((one) => one.client))) {
			const python = pythonWith(client);
			if (python !== undefined) results.set(client, resultsOf(python, client));
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
			assert.equal(await fixedPython(text, 'retryAfter'), undefined, text);
			assert.ok(!text.split('\n').some((line) => line.length > 88), text);
		});
		it(`leaves no finding: ${title}`, async () => {
			const told = `# api-errors: silentchat\n${fixed.get(name)}`;
			assert.deepEqual(await findingsOf('retry-after', told, { languageId: 'python' }), [], told);
		});
		it(`runs: ${title}`, { skip: whyNot(client) }, async () => {
			const ran = (await results.get(client)) ?? assert.fail();
			for (const [index, scenario] of scenarios.entries()) {
				const { visit, got } = ran.get(name)?.[index] ?? assert.fail();
				check(scenario, visit, got);
			}
		});
	}

	/** Runs all that a client's cases come to, at the same time. */
	async function resultsOf(python: string, client: string): Promise<Results> {
		const own = cases.filter((one) => one.client === client);
		const visits = own.flatMap(({ name }) =>
			scenarios.map(({ answers }) => ({ name, visit: server.visit(...answers) })),
		);
		const calls = visits.map(({ name, visit }) => [name, visit.url] as const);
		const outcomes = await folder.run(python, calls);
		const all = visits.map(({ name, visit }, index) => ({ name, visit, got: outcomes[index] ?? '' }));
		return new Map(own.map(({ name }) => [name, all.filter((one) => one.name === name)]));
	}

	function check({ title, requests, earliest, givesUp }: Scenario, { arrivals, said }: Visited, got: string): void {
		assert.equal(arrivals.length, requests, `${title}: ${got}`);
		const [first = 0, second = first] = arrivals;
		const least = earliest(said[0], first);
		assert.ok(second - first >= least, `${title}: repeated after ${second - first} of ${least} ms`);
		assert.ok(second - first <= least + slack, `${title}: repeated only after ${second - first} ms`);
		if (givesUp) assert.match(got, /^raised |^null$/, title);
		else assert.equal(got, '{"ok": true}', title);
	}
});
