import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findingsOf } from '../support/check-rule.ts';
import { hasSyntaxError, readBlocks } from '../support/read-blocks.ts';
import { type ClientCase, clientCases } from './client-cases.ts';
import { type Fixed, fixedInTurn, fixedSource } from './fixed-source.ts';
import { type GeneratedProject, generatedProject } from './generated-project.ts';
import { type Answer, type LimitingServer, limitingServer } from './limiting-server.ts';
import { jquery, superagent } from './stand-ins.ts';

const files = [
	...['retry-fetch', 'retry-axios', 'retry-ky', 'retry-got', 'retry-undici', 'retry-node-http'],
	...['retry-superagent', 'retry-jquery'],
];
const cases = files.flatMap((file) => clientCases(file));

/** What a server answers, and what must then happen. */
interface Scenario {
	readonly title: string;
	readonly answers: readonly [Answer, ...Answer[]];
	readonly requests: number;
	/** Milliseconds after the first request before which no second one may come, as the answer says it. */
	readonly earliest: (said: string | undefined, client: string) => number;
	readonly givesUp: boolean;
}

const soon = (form: (date: Date) => string) => () => form(new Date(Date.now() + 2200));
const untilDate = (said = ''): number => Date.parse(/GMT$/.test(said) ? said : `${said} GMT`) - Date.now();
/** ky begins with three tenths of a second, all others with one. */
const backOff = (_said: string | undefined, client: string): number => (client === 'ky' ? 300 : 1000);
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
	{ title: 'a date of RFC 850', answers: once(soon(rfc850Date)), requests: 2, earliest: untilDate, givesUp: false },
	{ title: 'a date of asctime', answers: once(soon(asctimeDate)), requests: 2, earliest: untilDate, givesUp: false },
	{ title: 'rubbish', answers: once('soon'), requests: 2, earliest: backOff, givesUp: false },
	{ title: 'a negative number', answers: once('-5'), requests: 2, earliest: backOff, givesUp: false },
	{ title: 'nothing', answers: once(undefined), requests: 2, earliest: backOff, givesUp: false },
	{
		// Where it is not let go, its connection cannot be used again.
		title: 'seconds, in an answer that nobody reads',
		answers: [{ retryAfter: '1', isLong: true }, 'ok'],
		requests: 2,
		earliest: () => 1000,
		givesUp: false,
	},
	{ title: 'too often', answers: [{ retryAfter: '0' }], requests: 3, earliest: () => 0, givesUp: true },
	{ title: 'more than a minute', answers: [{ retryAfter: '3600' }], requests: 1, earliest: () => 0, givesUp: true },
];
/** A request that can be given up, in a function whose branch only leaves. */
const abortable = `export async function run(url: string, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(url, { signal });
	if (response.status === 429) {
	}
	return response.json();
}
`;

/** JavaScript with types in comments. */
const checked = `// @ts-check
let token = 'old';

async function refreshToken() {
	token = 'new';
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
export async function run(url, signal) {
	const response = await fetch(url, { signal, headers: { authorization: token } });
	if (response.status === 429) throw new Error('slow');
	if (response.status === 401) throw new Error('signed out');
	return response.text();
}
`;

/** Timers of the clients' own may run a millisecond early. */
const tolerance = 2;
/** What a busy machine may take longer. */
const slack = 15_000;

const rfc850Days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function rfc850Date(date: Date): string {
	const [, day, month, year = '', time] = date.toUTCString().split(' ');
	return `${rfc850Days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

function asctimeDate(date: Date): string {
	const [weekday = '', day, month, year, time] = date.toUTCString().split(' ');
	return `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

/** The client and the case, without the number that the file has. */
function titleOf({ name, title }: ClientCase): string {
	return `${name.replace(/-\d+\..*$/, '')}, ${title}`;
}

/** What a caller gets, as text. */
async function outcome(run: () => Promise<unknown>): Promise<string> {
	try {
		return JSON.stringify(await run()) ?? 'undefined';
	} catch (error) {
		return String(error);
	}
}

describe('Retry-After handling that fixes write', { timeout: 120_000 }, () => {
	let project: GeneratedProject;
	let server: LimitingServer;
	let compiled: Promise<string>;
	const fixed = new Map<ClientCase, Fixed>();

	before(async () => {
		project = generatedProject();
		// Neither is a package of this project: these have their signatures.
		project.write('superagent.ts', superagent);
		project.write('jquery.ts', jquery);
		await project.load('jquery.ts');
		server = await limitingServer();
		for (const one of cases) {
			const result = await fixedSource(one.text, one.languageId, 'retryAfter');
			assert.ok(result, `Nothing is offered for: ${one.title}`);
			fixed.set(one, result);
			project.write(one.name, result.text);
			if (result.client === 'ky') project.write(`short-${one.name}`, result.text.replace('60_000', '1_500'));
		}
		project.write('abort.ts', await fixedInTurn(abortable, 'typescript', 'retryAfter'));
		project.write('typed.strict.js', await fixedInTurn(checked, 'javascript', 'retryAfter', 'refreshToken'));
		compiled = project.check();
	});
	after(() => {
		server.close();
		project.remove();
	});

	describe('is code', { concurrency: true }, () => {
		it('compiles', async () => assert.equal(await compiled, ''));

		for (const one of cases) {
			it(`parses, and is written once: ${titleOf(one)}`, async () => {
				const { text } = fixed.get(one) ?? assert.fail();
				assert.ok(!hasSyntaxError(await readBlocks(text, one.languageId)), text);
				assert.equal(await fixedSource(text, one.languageId, 'retryAfter'), undefined, text);
			});
			it(`leaves no finding: ${titleOf(one)}`, async () => {
				const { text } = fixed.get(one) ?? assert.fail();
				const told = `// api-errors: silentchat\n${text}`;
				assert.deepEqual(await findingsOf('retry-after', told, { languageId: one.languageId }), [], text);
			});
		}
	});

	// The clients have timeouts of their own, and their server is in this process: it has nothing else to do meanwhile.
	describe('is run', { concurrency: true }, () => {
		// What cannot be loaded fails where it is to be run.
		before(() => Promise.allSettled(cases.map(({ name }) => project.load(name))));

		it('stops waiting when it is aborted', async () => {
			const { run } = await project.load('abort.ts');
			assert.ok(typeof run === 'function');
			const controller = new AbortController();
			const { url, arrivals } = server.visit(() => {
				setTimeout(() => controller.abort(), 500);
				return { retryAfter: '30' };
			});
			const started = performance.now();
			const got = await outcome(() => run(url, controller.signal));
			assert.match(got, /^AbortError/);
			assert.equal(arrivals.length, 1);
			assert.ok(performance.now() - started < 20_000);
		});

		for (const one of cases) {
			it(`runs: ${titleOf(one)}`, async () => {
				const { client, text } = fixed.get(one) ?? assert.fail();
				const ownWait = /maxRetryAfter/.test(text) && client === 'ky';
				const run = await runnable(one.name);
				const short = ownWait ? await runnable(`short-${one.name}`) : run;
				await Promise.all(
					scenarios.map((scenario) =>
						ownWait && scenario.title === 'more than a minute' ? checkCap(short) : check(scenario, run, one, client),
					),
				);
			});
		}
	});

	async function runnable(name: string): Promise<(url: string) => Promise<unknown>> {
		const { run } = await project.load(name);
		assert.ok(typeof run === 'function');
		return async (url) => run(url);
	}

	async function check(
		{ title, answers, requests, earliest, givesUp }: Scenario,
		run: (url: string) => Promise<unknown>,
		{ givesUpWith }: ClientCase,
		client: string,
	): Promise<void> {
		const { url, arrivals, said } = server.visit(...answers);
		const got = await outcome(() => run(url));
		assert.equal(arrivals.length, requests, `${title}: ${got}`);
		const [first = 0, second = first] = arrivals;
		const from = performance.timeOrigin + performance.now();
		const least = /date/.test(title) ? earliest(said[0], client) + from - first : earliest(said[0], client);
		assert.ok(second - first >= least - tolerance, `${title}: repeated after ${second - first} of ${least} ms`);
		assert.ok(second - first <= least + slack, `${title}: repeated only after ${second - first} ms`);
		if (givesUp) assert.ok(got.startsWith(givesUpWith), `${title}: ${got}`);
		else assert.equal(got, '{"ok":true}', title);
	}

	/** ky waits as long as its limit where it is asked for more. */
	async function checkCap(run: (url: string) => Promise<unknown>): Promise<void> {
		const { url, arrivals } = server.visit({ retryAfter: '3600' }, 'ok');
		assert.equal(await outcome(() => run(url)), '{"ok":true}');
		assert.ok((arrivals[1] ?? 0) - (arrivals[0] ?? 0) >= 1500 - tolerance);
	}
});
