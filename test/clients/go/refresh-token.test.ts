import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type LimitingServer, limitingServer } from '../limiting-server.ts';
import { fixedGo } from './fixed-go.ts';
import { type GoProgram, goCases, goProgram, packagesOf } from './go-project.ts';

const cases = goCases('refresh.cases');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };
const callers = 10;

/** Calls as often at once as it is told, and prints each different outcome. */
function mainOf(packages: readonly unknown[]): string {
	const list = packages.map((_, index) => `c${index}.New`).join(', ');
	return `package main

import (
${packagesOf(packages)}	"fmt"
	"os"
	"strconv"
	"sync"
)

func main() {
	index, _ := strconv.Atoi(os.Args[1])
	count, _ := strconv.Atoi(os.Args[4])
	run := []func(string) func(string) (string, error){${list}}[index](os.Args[3])
	var group sync.WaitGroup
	var lock sync.Mutex
	seen := map[string]bool{}
	for i := 0; i < count; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			text, err := run(os.Args[2])
			if err != nil {
				text = "Error: " + err.Error()
			}
			lock.Lock()
			seen[text] = true
			lock.Unlock()
		}()
	}
	group.Wait()
	for text := range seen {
		fmt.Println(text)
	}
}
`;
}

/** The files of a case after the fix in each of them. */
async function fixedFiles(title: string, files: readonly string[]): Promise<readonly string[]> {
	return Promise.all(
		files.map(async (text) => {
			const fixed = await fixedGo(text, 'refreshToken');
			assert.ok(fixed, `Nothing is offered for: ${title}`);
			assert.equal(await fixedGo(fixed, 'refreshToken'), undefined, `It is written again: ${title}`);
			return fixed;
		}),
	);
}

describe('Refreshing a token that fixes write in Go', { concurrency: true, skip: whyNot('go') }, () => {
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

	for (const [index, { title }] of cases.entries()) {
		it(`once for all requests: ${title}`, async () => {
			const tokens = server.tokens();
			const { url, arrivals } = server.visit((request) => (tokens.accepts(request) ? 'ok' : refused));
			assert.equal(await program.run(String(index), url, tokens.url, String(callers)), '{"ok":true}');
			assert.equal(tokens.asked(), 1);
			assert.ok(arrivals.length <= 2 * callers);
		});
		it(`repeats once, then gives the error on: ${title}`, async () => {
			const tokens = server.tokens();
			const { url, arrivals } = server.visit(refused);
			assert.equal(await program.run(String(index), url, tokens.url, '1'), 'Error: signed out');
			assert.deepEqual([tokens.asked(), arrivals.length], [1, 2]);
		});
		it(`does not repeat where there is no new token: ${title}`, async () => {
			const tokens = server.tokens(true);
			const { url, arrivals } = server.visit(refused);
			assert.equal(await program.run(String(index), url, tokens.url, '1'), 'Error: signed out');
			assert.deepEqual([tokens.asked(), arrivals.length], [1, 1]);
		});
	}
});

describe('no refresh is offered in Go', () => {
	const load = `func load(url string, token string) error {
	req, _ := http.NewRequest("GET", url, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if resp.StatusCode == 401 {
		return errSignedOut
	}
	return err
}
`;
	it('for a token that is handed in', async () => {
		const text = `package p\n\nimport "net/http"\n\nfunc refreshToken() error { return nil }\n\n${load}`;
		assert.equal(await fixedGo(text, 'refreshToken'), undefined);
	});
	it('where nothing refreshes', async () => {
		const text = `package p\n\nimport "net/http"\n\nvar token string\n\n${load.replace(', token string', '')}`;
		assert.equal(await fixedGo(text, 'refreshToken'), undefined);
	});
});
