import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedGo } from './fixed-go.ts';
import { type GoProgram, goCases, goProgram, packagesOf } from './go-project.ts';

const cases = goCases('retry.cases');

const soon = (form: (date: Date) => string) => () => form(new Date(Date.now() + 2200));
const once = (retryAfter: string | (() => string) | undefined): [Answer, Answer] => [{ retryAfter }, 'ok'];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function rfc850Date(date: Date): string {
	const [, day, month, year = '', time] = date.toUTCString().split(' ');
	return `${days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

/** What a server answers, after how many milliseconds the second request may come, and how many come in all. */
const scenarios: readonly (readonly [string, readonly [Answer, ...Answer[]], number, number])[] = [
	['seconds', once('1'), 1000, 2],
	['an HTTP-date', once(soon((date) => date.toUTCString())), 1100, 2],
	['a date of RFC 850', once(soon(rfc850Date)), 1100, 2],
	['rubbish', once('soon'), 1000, 2],
	['a negative number', once('-5'), 1000, 2],
	['nothing', once(undefined), 1000, 2],
	['a number too large to hold', [{ retryAfter: '99999999999999999999' }], 0, 1],
	['too often', [{ retryAfter: '0' }], 0, 3],
	['more than a minute', [{ retryAfter: '3600' }], 0, 1],
];

function mainOf(packages: readonly unknown[]): string {
	const list = packages.map((_, index) => `c${index}.Run`).join(', ');
	return `package main

import (
${packagesOf(packages)}	"fmt"
	"os"
	"strconv"
)

func main() {
	index, _ := strconv.Atoi(os.Args[1])
	text, err := []func(string) (string, error){${list}}[index](os.Args[2])
	if err != nil {
		fmt.Println("Error:", err)
		return
	}
	fmt.Println(text)
}
`;
}

/** The files of a case after the fix in each of them. */
async function fixedFiles(title: string, files: readonly string[]): Promise<readonly string[]> {
	return Promise.all(
		files.map(async (text) => {
			const fixed = await fixedGo(text, 'retryAfter');
			assert.ok(fixed, `Nothing is offered for: ${title}`);
			assert.equal(await fixedGo(fixed, 'retryAfter'), undefined, `It is written again: ${title}`);
			return fixed;
		}),
	);
}

describe('Retry-After handling that fixes write in Go', { concurrency: true, skip: whyNot('go') }, () => {
	let server: LimitingServer;
	let program: GoProgram;
	before(async () => {
		const packages = await Promise.all(cases.map(({ title, files }) => fixedFiles(title, files)));
		server = await limitingServer();
		program = goProgram(packages, mainOf(packages));
	});
	after(() => {
		server.close();
		program.remove();
	});

	for (const [index, { title }] of cases.entries())
		for (const [what, answers, earliest, requests] of scenarios) {
			it(`${what}: ${title}`, async () => {
				const { url, arrivals } = server.visit(...answers);
				const got = await program.run(String(index), url);
				assert.match(got, answers.includes('ok') ? /^\{"ok":true\}$/ : /^Error: too many requests/);
				assert.equal(arrivals.length, requests);
				const [first = 0, second = first + earliest] = arrivals;
				assert.ok(second - first >= earliest, `after ${second - first} ms`);
			});
		}
});

/** Code for which nothing right can be written. */
const notOffered: readonly (readonly [string, string])[] = [
	['a response that is handed in', 'func f(resp *http.Response) {\n\tif resp.StatusCode == 429 {\n\t\twait()\n\t}\n}'],
	[
		'a body that is sent once only',
		'func f(body io.Reader) {\n\tresp, _ := http.Post("u", "t", body)\n\tif resp.StatusCode == 429 {\n\t\twait()\n\t}\n}',
	],
	[
		'a response of another library',
		'func f() {\n\tresp, _ := client.R().Get("u")\n\tif resp.StatusCode() == 429 {\n\t\twait()\n\t}\n}',
	],
	[
		'a loop of tries that does not wait',
		'func f(u string) {\n\tfor try := 0; try < 3; try++ {\n\t\tresp, _ := http.Get(u)\n\t\tif resp.StatusCode == 429 {\n\t\t\twait()\n\t\t}\n\t}\n}',
	],
	[
		'a branch that calls its own function',
		'func f(u string) {\n\tresp, _ := http.Get(u)\n\tif resp.StatusCode == 429 {\n\t\ttime.Sleep(time.Second)\n\t\tf(u)\n\t}\n}',
	],
	[
		'a loop without an end in a function that cannot tell an error',
		'func f(u string) bool {\n\tfor {\n\t\tresp, _ := http.Get(u)\n\t\tif resp.StatusCode == 429 {\n\t\t\ttime.Sleep(time.Second)\n\t\t}\n\t}\n}',
	],
	[
		'a name that the file has for something else',
		'func fRetryWait() {}\n\nfunc f() {\n\tresp, _ := http.Get("u")\n\tif resp.StatusCode == 429 {\n\t\twait()\n\t}\n}',
	],
];

describe('no Retry-After handling is offered in Go for', () => {
	for (const [title, text] of notOffered) {
		it(title, async () => {
			assert.equal(await fixedGo(`package p\n\nimport "net/http"\n\n${text}\n`, 'retryAfter'), undefined);
		});
	}
});

describe('Retry-After handling in Go is not offered where', () => {
	const source = (rest: string): string => `package chat\n\nimport (\n\t"errors"\n\t"net/http"\n\t"time"\n)\n\n${rest}`;
	const loop = (head: string, sleep: string, end: string): string =>
		`${head} {\n\tfor {\n\t\tresp, err := http.Get(url)\n\t\tif err != nil {\n\t\t\treturn ${end}\n\t\t}\n\t\tif resp.StatusCode == 429 {\n\t\t\ttime.Sleep(${sleep})\n\t\t\tcontinue\n\t\t}\n\t\ttime.Sleep(time.Minute)\n\t}\n}\n`;
	const called = (body: string): string =>
		`func send(url string) (*http.Response, error) {\n\t${body}\n}\n\nfunc Run(url string) error {\n\tresp, err := send(url)\n\tif err != nil {\n\t\treturn err\n\t}\n\tif resp.StatusCode == 429 {\n\t\treturn errors.New("limited")\n\t}\n\treturn nil\n}\n`;

	it('a loop without an end has nobody to give an error to', async () => {
		assert.equal(await fixedGo(source(loop('func Poll(url string)', 'time.Second', '')), 'retryAfter'), undefined);
		assert.ok(await fixedGo(source(loop('func Poll(url string) error', 'time.Second', 'err')), 'retryAfter'));
	});

	it('a variable would be used no more', async () => {
		const head = 'func Poll(url string) error';
		const text = source(loop(head, 'pause', 'err')).replace('\tfor {', '\tpause := time.Second\n\tfor {');
		assert.equal(await fixedGo(text, 'retryAfter'), undefined);
		assert.ok(await fixedGo(text.replace('time.Minute', 'pause'), 'retryAfter'));
	});

	it('a function of the file that sends waits by itself', async () => {
		assert.ok(await fixedGo(source(called('return http.Get(url)')), 'retryAfter'));
		const waits = 'time.Sleep(time.Second)\n\treturn http.Get(url)';
		assert.equal(await fixedGo(source(called(waits)), 'retryAfter'), undefined);
	});
});
